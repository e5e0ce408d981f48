package kpi

import (
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/kpi/exact"
	"github.com/rumbo-mx/rumbo/kpi/formula"
)

// Indicator is an indicator with its technical sheet (ficha técnica).
type Indicator struct {
	ID  string `json:"id"`
	Key string `json:"key,omitzero"`
	// Name is neutral: what is measured, not that it should grow.
	Name       string    `json:"name,omitzero"`
	Definition string    `json:"definition,omitzero"`
	Level      Level     `json:"level,omitzero"`
	Stage      Stage     `json:"stage,omitzero"`
	Dimension  Dimension `json:"dimension,omitzero"`
	// Formula is the expression that is computed, over the symbols of
	// Variables.
	Formula   string      `json:"formula,omitzero"`
	Variables []*Variable `json:"variables,omitzero"`
	Unit      string      `json:"unit,omitzero"`
	Frequency Frequency   `json:"frequency,omitzero"`
	Sense     Sense       `json:"sense,omitzero"`
	// Decimals is how many decimals a reader sees; values are kept exact.
	Decimals int `json:"decimals,omitzero"`
	// ZeroDenominator is the value of a measurement whose divisor is zero.
	ZeroDenominator formula.ZeroRule `json:"zeroDenominator,omitzero"`
	Baseline        *Baseline        `json:"baseline,omitempty"`
	Targets         []*Target        `json:"targets,omitzero"`
	// Light is the key of the traffic-light preset.
	Light string `json:"light,omitzero"`
	// Verification is the means of verification (medio de verificación).
	Verification string `json:"verification,omitzero"`
	// Responsible is the id of the post that captures it.
	Responsible string `json:"responsible,omitzero" poa:"ref=posts"`
	// Activities are the ids of the activities it looks at.
	Activities []string `json:"activities,omitzero" poa:"ref=activities"`
}

// Variable is one symbol of a formula.
type Variable struct {
	ID     string `json:"id"`
	Symbol string `json:"symbol,omitzero"`
	Name   string `json:"name,omitzero"`
	Unit   string `json:"unit,omitzero"`
	Source string `json:"source,omitzero"`
	// Accumulation is how the values of several periods make one.
	Accumulation Accumulation `json:"accumulation,omitzero"`
}

// Baseline is the value that a change is measured from (línea base).
type Baseline struct {
	Value exact.Number `json:"value,omitzero"`
	Year  int          `json:"year,omitzero"`
	Note  string       `json:"note,omitzero"`
}

// Target is the value to reach in a period (meta programada).
type Target struct {
	ID    string        `json:"id"`
	Span  calendar.Span `json:"span,omitzero"`
	Value exact.Number  `json:"value,omitzero"`
}

// Measurement is one capture of an indicator's variables for a period. It is a
// record: acts make it, nothing edits it; a later one for the same period
// takes its place and both remain.
type Measurement struct {
	ID        string `json:"id"`
	Indicator string `json:"indicator" poa:"required,ref=indicators"`
	// Span is the period that was measured; Date is the day of the capture.
	Span   calendar.Span `json:"span" poa:"required"`
	Date   calendar.Date `json:"date" poa:"required"`
	Values []Reading     `json:"values,omitzero"`
	// By is the id of the post that captured it.
	By   string `json:"by,omitzero" poa:"ref=posts"`
	Note string `json:"note,omitzero"`
}

// Reading is the value of one variable, or the reason why it has none.
type Reading struct {
	Symbol string `json:"symbol" poa:"required"`
	// Value is nil for no data, which is not zero.
	Value *exact.Number `json:"value,omitempty"`
	// NoData is the reason for no value; it is empty if there is one.
	NoData string `json:"noData,omitzero"`
}
