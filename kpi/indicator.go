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
	// Name is neutral: it states what is measured, not that it should grow.
	Name       string    `json:"name,omitzero"`
	Definition string    `json:"definition,omitzero"`
	Level      Level     `json:"level,omitzero"`
	Stage      Stage     `json:"stage,omitzero"`
	Dimension  Dimension `json:"dimension,omitzero"`
	// Formula is the expression to compute, over the symbols of Variables, in the notation
	// that formula.Parse accepts; it is kept as it was typed. Without it
	// the value is that of the only variable or, without variables, the reading of a
	// measurement, of which the latest counts.
	Formula   string      `json:"formula,omitzero"`
	Variables []*Variable `json:"variables,omitzero"`
	Unit      string      `json:"unit,omitzero"`
	Frequency Frequency   `json:"frequency,omitzero"`
	Sense     Sense       `json:"sense,omitzero"`
	// Decimals is the number of decimals displayed; values are stored exact.
	Decimals int `json:"decimals,omitzero"`
	// ZeroDenominator determines the value of a quotient whose divisor is zero.
	ZeroDenominator formula.ZeroRule `json:"zeroDenominator,omitzero"`
	Baseline        *Baseline        `json:"baseline,omitempty"`
	Targets         []*Target        `json:"targets,omitzero"`
	// TargetText is the target in words of a sheet that gives no number.
	TargetText string `json:"targetText,omitzero"`
	// Light is the key of the traffic-light preset.
	Light string `json:"light,omitzero"`
	// Verification is the means of verification (medio de verificación).
	Verification string `json:"verification,omitzero"`
	// Responsible is the id of the post that captures its measurements.
	Responsible string `json:"responsible,omitzero" poa:"ref=posts"`
	// Activities are the ids of the activities it measures.
	Activities []string `json:"activities,omitzero" poa:"ref=activities"`
}

// Variable is one symbol of a formula.
type Variable struct {
	ID     string `json:"id"`
	Symbol string `json:"symbol,omitzero"`
	Name   string `json:"name,omitzero"`
	Unit   string `json:"unit,omitzero"`
	Source string `json:"source,omitzero"`
	// Accumulation determines how the values of several periods are combined.
	Accumulation Accumulation `json:"accumulation,omitzero"`
}

// Baseline is the value from which a change is measured (línea base). A sheet may give
// its year before the value is known.
type Baseline struct {
	// Value is in the unit of the indicator; nil if there is none, which is not zero.
	Value *exact.Number `json:"value,omitempty"`
	Year  int           `json:"year,omitzero"`
	Note  string        `json:"note,omitzero"`
}

// Target is the value to reach in a period (meta programada). One without a span or a
// value is no target yet.
type Target struct {
	ID string `json:"id"`
	// Span is the period, both ends included.
	Span calendar.Span `json:"span,omitzero"`
	// Value is in the unit of the indicator: 95 for 95 %. It may be zero, as of complaints.
	Value exact.Number `json:"value" poa:"unless=NoValue"`
	// NoValue reports that there is no value, which is not zero: Value means nothing. In a
	// document the value is absent.
	NoValue bool `json:"-"`
}

// Measurement is one capture of an indicator's variables for a period. It is a
// record: acts add it and no command edits it; a later one for the same period
// replaces it in the evaluation, and both remain.
type Measurement struct {
	ID        string `json:"id"`
	Indicator string `json:"indicator" poa:"required,ref=indicators"`
	// Span is the period that was measured, both ends included; Date is the day of the capture.
	Span   calendar.Span `json:"span" poa:"required"`
	Date   calendar.Date `json:"date" poa:"required"`
	Values []Reading     `json:"values,omitzero"`
	// By is the id of the post that captured it.
	By   string `json:"by,omitzero" poa:"ref=posts"`
	Note string `json:"note,omitzero"`
}

// Reading is the value of one variable, or the reason it is missing.
type Reading struct {
	// Symbol is that of the variable. It may be empty for an indicator with neither
	// formula nor variables.
	Symbol string `json:"symbol" poa:"required"`
	// Value is nil if there is no data, which is not zero.
	Value *exact.Number `json:"value,omitempty"`
	// NoData is the reason there is no value; it is empty if there is one.
	NoData string `json:"noData,omitzero"`
}
