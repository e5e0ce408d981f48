package kpi

import (
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/kpi/exact"
	"github.com/rumbo-mx/rumbo/kpi/formula"
)

// Indicator is an indicator with its technical sheet (ficha técnica).
type Indicator struct {
	ID  string
	Key string
	// Name is neutral: it says what is measured, not that it should grow.
	Name       string
	Definition string
	Level      Level
	Stage      Stage
	Dimension  Dimension
	// Formula is the expression that is computed, over the symbols of
	// Variables.
	Formula   string
	Variables []*Variable
	Unit      string
	Frequency Frequency
	Sense     Sense
	// Decimals is how many decimals a reader sees; values are kept exact.
	Decimals int
	// ZeroDenominator says what a measurement is worth whose divisor is zero.
	ZeroDenominator formula.ZeroRule
	Baseline        *Baseline
	Targets         []*Target
	// Light is the key of the traffic-light preset.
	Light string
	// Verification is the means of verification (medio de verificación).
	Verification string
	// Responsible is the id of the post that captures it.
	Responsible string `poa:"ref=posts"`
	// Activities are the ids of the activities it looks at.
	Activities []string `poa:"ref=activities"`
}

// Variable is one symbol of a formula.
type Variable struct {
	ID     string
	Symbol string
	Name   string
	Unit   string
	Source string
	// Accumulation says how the values of several periods make one.
	Accumulation Accumulation
}

// Baseline is the value that a change is measured from (línea base).
type Baseline struct {
	Value exact.Number
	Year  int
	Note  string
}

// Target is the value to reach in a period (meta programada).
type Target struct {
	ID    string
	Span  calendar.Span
	Value exact.Number
}

// Measurement is one capture of an indicator's variables for a period. It is a
// record: acts make it, nothing edits it; a later one for the same period
// takes its place and both remain.
type Measurement struct {
	ID        string
	Indicator string `poa:"required,ref=indicators"`
	// Span is the period that was measured; Date is the day of the capture.
	Span   calendar.Span `poa:"required"`
	Date   calendar.Date `poa:"required"`
	Values []Reading
	// By is the id of the post that captured it.
	By   string `poa:"ref=posts"`
	Note string
}

// Reading is the value of one variable, or the reason there is none.
type Reading struct {
	Symbol string `poa:"required"`
	// Value is nil where there is none; zero is a value, no data is not.
	Value *exact.Number
	// NoData is why there is no value; it is empty where there is one.
	NoData string
}
