package kpi

import "github.com/rumbo-mx/rumbo/calendar/norm"

// Level is the level of the logic matrix (Matriz de Indicadores para
// Resultados) an indicator stands at. The zero value is unspecified.
type Level uint8

const (
	LevelGoal      Level = iota + 1 // fin
	LevelPurpose                    // propósito
	LevelComponent                  // componente
	LevelActivity                   // actividad
)

var levelKeys = [...]string{
	LevelGoal: "goal", LevelPurpose: "purpose", LevelComponent: "component", LevelActivity: "activity",
}

// String returns the wire key of l, or "" when l is not a level.
func (l Level) String() string { return norm.Key(levelKeys[:], int(l)) }

// MarshalText returns the wire key; an unspecified level is an error.
func (l Level) MarshalText() ([]byte, error) {
	return norm.MarshalKey("kpi", "level", levelKeys[:], int(l))
}

// UnmarshalText reads a wire key.
func (l *Level) UnmarshalText(text []byte) error {
	i, err := norm.UnmarshalKey("kpi", "level", levelKeys[:], text)
	*l = Level(i)
	return err
}

// Stage is what an indicator of communication looks at, in the stages of the
// AMEC Integrated Evaluation Framework. The zero value is unspecified.
type Stage uint8

const (
	StageInput    Stage = iota + 1 // insumo: money, people, preparation
	StageActivity                  // actividad: what was produced and sent
	StageOutput                    // resultado inmediato: what reached the audience
	StageOuttake                   // reacción: what the audience did with it at once
	StageOutcome                   // efecto: what changed in the audience
	StageImpact                    // impacto: what changed for the town
)

var stageKeys = [...]string{
	StageInput: "input", StageActivity: "activity", StageOutput: "output",
	StageOuttake: "outtake", StageOutcome: "outcome", StageImpact: "impact",
}

// String returns the wire key of s, or "" when s is not a stage.
func (s Stage) String() string { return norm.Key(stageKeys[:], int(s)) }

// MarshalText returns the wire key; an unspecified stage is an error.
func (s Stage) MarshalText() ([]byte, error) {
	return norm.MarshalKey("kpi", "stage", stageKeys[:], int(s))
}

// UnmarshalText reads a wire key.
func (s *Stage) UnmarshalText(text []byte) error {
	i, err := norm.UnmarshalKey("kpi", "stage", stageKeys[:], text)
	*s = Stage(i)
	return err
}

// Dimension is the aspect of performance an indicator measures. The zero value
// is unspecified.
type Dimension uint8

const (
	DimensionEfficacy   Dimension = iota + 1 // eficacia: was the objective reached
	DimensionEfficiency                      // eficiencia: with how much of what it takes
	DimensionQuality                         // calidad: as good as it had to be
	DimensionEconomy                         // economía: how well the money was handled
)

var dimensionKeys = [...]string{
	DimensionEfficacy: "efficacy", DimensionEfficiency: "efficiency",
	DimensionQuality: "quality", DimensionEconomy: "economy",
}

// String returns the wire key of d, or "" when d is not a dimension.
func (d Dimension) String() string { return norm.Key(dimensionKeys[:], int(d)) }

// MarshalText returns the wire key; an unspecified dimension is an error.
func (d Dimension) MarshalText() ([]byte, error) {
	return norm.MarshalKey("kpi", "dimension", dimensionKeys[:], int(d))
}

// UnmarshalText reads a wire key.
func (d *Dimension) UnmarshalText(text []byte) error {
	i, err := norm.UnmarshalKey("kpi", "dimension", dimensionKeys[:], text)
	*d = Dimension(i)
	return err
}

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
	// DescendingFromBaseline: less is better; progress is the same part,
	// (baseline − value) ÷ (baseline − target). From 40 to 30, a value of 35
	// is 50 %; Descending says 85.7 %.
	DescendingFromBaseline
	// Regular: as close to the target as can be; progress is value ÷ target
	// and both sides of 1 count as off.
	Regular
	// Nominal: a category; it is the target's or it is not, and there is no
	// progress.
	Nominal
)

var senseKeys = [...]string{
	Ascending: "ascending", Descending: "descending",
	AscendingFromBaseline: "ascending-from-baseline", DescendingFromBaseline: "descending-from-baseline",
	Regular: "regular", Nominal: "nominal",
}

// String returns the wire key of s, or "" when s is not a sense.
func (s Sense) String() string { return norm.Key(senseKeys[:], int(s)) }

// MarshalText returns the wire key; an unspecified sense is an error.
func (s Sense) MarshalText() ([]byte, error) {
	return norm.MarshalKey("kpi", "sense", senseKeys[:], int(s))
}

// UnmarshalText reads a wire key.
func (s *Sense) UnmarshalText(text []byte) error {
	i, err := norm.UnmarshalKey("kpi", "sense", senseKeys[:], text)
	*s = Sense(i)
	return err
}

// Accumulation says how the values that one variable took in several periods
// make the value of all of them (tipo de operación). It belongs to the
// variable, never to the indicator: a ratio is accumulated as the ratio of its
// accumulated variables. The zero value is unspecified.
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

var accumulationKeys = [...]string{
	AccumulateSum: "sum", AccumulateLast: "last", AccumulateMax: "max",
	AccumulateConstant: "constant", AccumulateAverage: "average", AccumulateUnique: "unique",
}

// String returns the wire key of a, or "" when a is not an accumulation.
func (a Accumulation) String() string { return norm.Key(accumulationKeys[:], int(a)) }

// MarshalText returns the wire key; an unspecified accumulation is an error.
func (a Accumulation) MarshalText() ([]byte, error) {
	return norm.MarshalKey("kpi", "accumulation", accumulationKeys[:], int(a))
}

// UnmarshalText reads a wire key.
func (a *Accumulation) UnmarshalText(text []byte) error {
	i, err := norm.UnmarshalKey("kpi", "accumulation", accumulationKeys[:], text)
	*a = Accumulation(i)
	return err
}

// ZeroRule says what an indicator is worth when a divisor of its formula is
// zero. The zero value is ZeroNoData.
type ZeroRule uint8

const (
	// ZeroNoData: there is nothing to report, which is not 0.
	ZeroNoData ZeroRule = iota
	// ZeroFull: nothing was asked for and nothing is missing; the quotient
	// counts as 1, a percentage as 100.
	ZeroFull
)

var zeroRuleKeys = [...]string{ZeroNoData: "no-data", ZeroFull: "full"}

// String returns the wire key of z, or "" when z is not a rule.
func (z ZeroRule) String() string { return norm.Key(zeroRuleKeys[:], int(z)) }

// MarshalText returns the wire key.
func (z ZeroRule) MarshalText() ([]byte, error) {
	return norm.MarshalKey("kpi", "zero-denominator rule", zeroRuleKeys[:], int(z))
}

// UnmarshalText reads a wire key.
func (z *ZeroRule) UnmarshalText(text []byte) error {
	i, err := norm.UnmarshalKey("kpi", "zero-denominator rule", zeroRuleKeys[:], text)
	*z = ZeroRule(i)
	return err
}
