// Package report writes the official document of a plan: the one that is
// printed, signed and taken to the council (cabildo).
//
// Start with Write, which makes one HTML file out of an Analysis:
//
//	err := report.Write(w, plan.Analyze(today), report.Options{Language: "es-MX"})
//
// The file is self-contained: no network, no script, no font, no image. On a screen it
// follows the light or dark scheme; printed, it is a document in Letter size with wide
// tables in landscape, repeated table heads, "Hoja n de m" on every sheet and signatures
// on one page. A browser prints it as a tagged PDF, because it has landmarks, headings in
// order, and tables with captions and scopes.
//
// The package computes nothing: every figure and date is in the Analysis. Text of the
// plan is escaped, and a character that HTML cannot have becomes U+FFFD.
package report
