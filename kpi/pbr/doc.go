// Package pbr is the Mexican practice of results-based budgeting (Presupuesto basado en
// Resultados, PbR-SED) for package kpi, as data: traffic-light presets, the rules of each
// level of the logic matrix, and a catalogue of 30 indicators for an office of social
// communication.
//
// Start with Presets and Communication for lights, with ByKey for an indicator
// ready to be measured, and with DteSpp for the levels.
//
// None of it is law. No national threshold of lights was found, and the matrix of levels
// is a widely used practice whose official text could not be read; every set has its
// source and status, and a Note if it is a proposal of Rumbo.
package pbr
