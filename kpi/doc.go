// Package kpi computes indicators: their technical sheet (ficha técnica de indicador),
// formulas over variables, measurements, targets and traffic lights.
//
// Start with Indicator and Measurement, which are plain data, and with Evaluate, which
// computes the value of an indicator over a span of days as known on a day;
// Preset.Evaluate adds its light, and Check returns its findings. Package exact has the
// numbers and package formula the formulas.
//
// Four rules hold throughout:
//
//   - Figures are exact rationals. Nothing is rounded before it is shown, and an overflow
//     is an error.
//   - No data is not zero. A Result without a value has a Reason, and a division by zero
//     names its divisor.
//   - Periods are accumulated variable by variable, and the formula is computed
//     once over the totals; percentages are never averaged.
//   - "Descending" has several formulas in practice; Sense names one.
//
// Levels, lights and catalogues of indicators are data of a norm, such as package pbr.
// The package does not guess: it prorates no target, fills in no missing figure, and
// averages no ratios.
package kpi
