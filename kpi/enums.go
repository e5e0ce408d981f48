package kpi

// Level is the level of an indicator in the logic matrix (Matriz de Indicadores
// para Resultados). The zero value is unspecified.
type Level uint8

const (
	LevelGoal      Level = iota + 1 // fin
	LevelPurpose                    // propósito
	LevelComponent                  // componente
	LevelActivity                   // actividad
)

// Stage is the stage that an indicator of communication measures, in the AMEC
// Integrated Evaluation Framework. The zero value is unspecified.
type Stage uint8

const (
	StageInput    Stage = iota + 1 // insumo: money, people, preparation
	StageActivity                  // actividad: what was produced and sent
	StageOutput                    // resultado inmediato: what reached the audience
	StageOuttake                   // reacción: what the audience did with it at once
	StageOutcome                   // efecto: what changed in the audience
	StageImpact                    // impacto: what changed for the town
)

// Dimension is the aspect of performance an indicator measures. The zero value
// is unspecified.
type Dimension uint8

const (
	DimensionEfficacy   Dimension = iota + 1 // eficacia: was the objective reached
	DimensionEfficiency                      // eficiencia: how much was used to reach it
	DimensionQuality                         // calidad: were the requirements met
	DimensionEconomy                         // economía: how well the money was handled
)

// Sense is the direction in which an indicator should move (comportamiento hacia la
// meta) and, because manuals differ on the arithmetic, the formula of its progress.
// The zero value is unspecified.
type Sense uint8

const (
	// Ascending means more is better; progress is value ÷ target.
	Ascending Sense = iota + 1
	// Descending means less is better; progress is target ÷ value.
	Descending
	// AscendingFromBaseline means more is better; progress is measured from the
	// baseline: (value − baseline) ÷ (target − baseline).
	AscendingFromBaseline
	// DescendingFromBaseline means less is better; progress is (baseline − value) ÷
	// (baseline − target). From 40 to 30, a value of 35 is 50 %; with Descending it
	// is 85.7 %.
	DescendingFromBaseline
	// Regular means the closer to the target the better; progress is value ÷
	// target, and deviations above and below 1 both count.
	Regular
	// Nominal means the value is a category, which equals the target or does not;
	// there is no progress.
	Nominal
)

// Accumulation determines how the values of a variable in several periods are
// combined into one (tipo de operación). It belongs to the variable, not to the
// indicator: a ratio is accumulated as the ratio of its accumulated variables. The
// zero value is unspecified.
type Accumulation uint8

const (
	// AccumulateSum adds up the values of a flow.
	AccumulateSum Accumulation = iota + 1
	// AccumulateLast takes the latest value of a stock.
	AccumulateLast
	// AccumulateMax takes the largest value, as for reach, where the same people
	// are counted in several periods.
	AccumulateMax
	// AccumulateConstant takes the latest value of what is the same in every
	// period, such as a population.
	AccumulateConstant
	// AccumulateAverage takes the mean, weighted by the days of each period. It is
	// for levels, such as mean staff, never for ratios.
	AccumulateAverage
	// AccumulateUnique takes the latest value of what is measured once, as by a
	// survey, and does not add up.
	AccumulateUnique
)
