// Package kpi measures: indicators with their technical sheet (ficha técnica
// de indicador), formulas over variables, measurements, targets and traffic
// lights.
//
// Start with Indicator and Measurement, which are plain data, and with
// Evaluate, which says what an indicator is worth over a span of days as known
// on a day; Preset.Evaluate adds its light and Check says what is wrong with
// it. Package exact has the numbers and package formula the formulas.
//
// Four rules hold throughout:
//
//   - Figures are exact rationals. Nothing is rounded before a person reads it,
//     and what does not fit is an error.
//   - No data is not zero. A Result without a value says why, and a division by
//     zero names its divisor.
//   - Periods are accumulated variable by variable, and the formula is computed
//     once over the totals; percentages are never averaged.
//   - The same word, "descending", stands for formulas that disagree; Sense
//     names the formula.
//
// The package knows no country: levels, lights and catalogues of indicators
// are data of a norm, such as package pbr. It refuses to guess: no target is
// prorated, no missing figure filled in, no mean taken of ratios.
package kpi
