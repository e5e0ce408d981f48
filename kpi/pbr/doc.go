// Package pbr holds the Mexican practice of results-based budgeting (Presupuesto
// basado en Resultados, PbR-SED) as data for package kpi: traffic-light presets,
// the types, dimensions and frequencies allowed at each level of the logic matrix,
// and a catalogue of 30 indicators for an office of social communication.
//
// Start with Presets and Communication for lights, with ByKey for an indicator
// ready to be measured, and with DteSpp for the levels.
//
// None of it is law. No national threshold of lights was found, and the official
// text of the widely used matrix of levels could not be read. Every set records its
// source and its status, and a Note marks what is Rumbo's own proposal.
package pbr
