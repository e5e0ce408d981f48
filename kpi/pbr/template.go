package pbr

import (
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/kpi/formula"
)

// Template is the technical sheet of an indicator that an office can use unchanged:
// only its baseline, its targets and who captures it are missing. Except for the
// name, texts are in Spanish, the language of the sheet.
type Template struct {
	// Key is stable: "COM-02".
	Key        string
	Name       norm.Label
	Definition string
	Stage      kpi.Stage
	Level      kpi.Level
	Dimension  kpi.Dimension
	Frequency  kpi.Frequency
	Sense      kpi.Sense
	// ZeroDenominator determines the value of a quotient whose divisor is zero.
	ZeroDenominator formula.ZeroRule
	Formula         string
	Unit            string
	Decimals        int
	// Verification is the means of verification.
	Verification string
	// Evidence is the framework that defines it, or where it was seen in use.
	Evidence  string
	variables []variable
}

type variable struct {
	symbol       string
	name         string
	unit         string
	accumulation kpi.Accumulation
}

// Indicator returns a new indicator made from t, with that id. The ids of its
// variables are id, a hyphen and their symbol. Its light is the default preset.
func (t *Template) Indicator(id string) *kpi.Indicator {
	ind := &kpi.Indicator{
		ID: id, Key: t.Key, Name: t.Name.ES, Definition: t.Definition,
		Level: t.Level, Stage: t.Stage, Dimension: t.Dimension,
		Formula: t.Formula, Unit: t.Unit, Decimals: t.Decimals,
		Frequency: t.Frequency, Sense: t.Sense, ZeroDenominator: t.ZeroDenominator,
		Verification: t.Verification, Light: "communication",
	}
	for _, v := range t.variables {
		ind.Variables = append(ind.Variables, &kpi.Variable{
			ID: id + "-" + v.symbol, Symbol: v.symbol, Name: v.name, Unit: v.unit,
			Source: t.Verification, Accumulation: v.accumulation,
		})
	}
	return ind
}

// Catalogue returns the 30 indicators of communication, COM-01 first. The caller
// owns the slice.
func Catalogue() []Template { return append([]Template(nil), communication[:]...) }

// ByKey returns the template with that key.
func ByKey(key string) (template Template, ok bool) {
	for i := range communication {
		if communication[i].Key == key {
			return communication[i], true
		}
	}
	return Template{}, false
}
