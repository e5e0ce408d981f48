package kpi

// Level is the level of the logic matrix (Matriz de Indicadores para Resultados) of an
// indicator. The zero value is unspecified.
type Level uint8

const (
	LevelGoal      Level = iota + 1 // fin
	LevelPurpose                    // propósito
	LevelComponent                  // componente
	LevelActivity                   // actividad
)

// Stage is the stage of communication that an indicator measures, in the AMEC Integrated
// Evaluation Framework. The zero value is unspecified.
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
	DimensionEfficiency                      // eficiencia: with how much of what it takes
	DimensionQuality                         // calidad: as good as it had to be
	DimensionEconomy                         // economía: how well the money was handled
)

// Sense is where an indicator should go (comportamiento hacia la meta) and, as
// manuals disagree on the arithmetic, by which formula its progress is
// computed. The zero value is unspecified.
type Sense uint8

const (
	// Ascending: more is better; progress is value ÷ target.
	Ascending Sense = iota + 1
	// Descending: less is better; progress is target ÷ value.
	Descending
	// AscendingFromBaseline: more is better; progress is the part covered of
	// the way from the baseline, (value − baseline) ÷ (target − baseline).
	AscendingFromBaseline
	// DescendingFromBaseline: less is better; progress is the same part, (baseline −
	// value) ÷ (baseline − target). From 40 to 30, a value of 35 is 50 %; by Descending
	// it is 85.7 %.
	DescendingFromBaseline
	// Regular: as close to the target as can be; progress is value ÷ target
	// and both sides of 1 count as off.
	Regular
	// Nominal: a category, equal to the target's or not; it has no progress.
	Nominal
)

// Accumulation is how the values of a variable in several periods make the value of all
// of them (tipo de operación). It belongs to the variable, never to the indicator: a
// ratio is accumulated as the ratio of its accumulated variables. The zero value is
// unspecified.
type Accumulation uint8

const (
	// AccumulateSum: a flow; the values add up.
	AccumulateSum Accumulation = iota + 1
	// AccumulateLast: a stock; the value of the latest period.
	AccumulateLast
	// AccumulateMax: the largest value, as for reach, whose people repeat.
	AccumulateMax
	// AccumulateConstant: the same in every period, as a population; the
	// latest value captured counts.
	AccumulateConstant
	// AccumulateAverage: the mean, each value weighted by the days of its
	// period. For levels, as a mean staff; never for ratios.
	AccumulateAverage
	// AccumulateUnique: taken once, as by a survey; it does not add to an
	// earlier one, the latest counts.
	AccumulateUnique
)
