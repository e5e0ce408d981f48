// Package kpi represents performance indicators: their technical sheet (ficha
// técnica de indicador), formulas over variables, measurements, targets and traffic
// lights.
//
// Start with Indicator and Measurement, which are plain data, and with Evaluate,
// which computes the value of an indicator over a span of days as known on a day.
// Preset.Evaluate adds its light; Check validates it. Numbers are in package exact,
// formulas in package formula.
//
// Five rules apply throughout:
//
//   - Figures are exact rationals. They are rounded only for display, and a figure
//     that does not fit is an error.
//   - No data is not zero. A Result without a value has a reason, and a division by
//     zero names its divisor.
//   - A value is compared with the target of the same periods. What was not measured is
//     in neither, and Result.Unmeasured counts it.
//   - Each variable is accumulated over the periods, and the formula is computed
//     once over the totals; percentages are never averaged.
//   - Manuals use the word "descending" for different formulas; Sense identifies
//     the formula.
//
// The package has no law or handbook built in: levels, lights and catalogues of
// indicators are data of a norm, such as package pbr. It does not prorate targets,
// fill in missing figures or average ratios.
package kpi
