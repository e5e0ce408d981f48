// Package report writes the official document of a plan: the one that is
// printed, signed and taken to the council (cabildo).
//
// Start with Write, which makes one HTML file out of an Analysis:
//
//	err := report.Write(w, plan.Analyze(today), report.Options{Language: "es-MX"})
//
// The file needs nothing else: no network, no script, no font, no image. On a
// screen it follows the reader's light or dark scheme; printed, it is a
// document in Letter size with its wide tables across, heads that repeat,
// "Hoja n de m" on every sheet and a block of signatures that is not torn
// apart. A browser that prints to PDF makes a tagged one of it, because the
// document has landmarks, headings in order, and tables with captions and
// scopes.
//
// It refuses to compute: every figure and date is in the Analysis. It refuses
// to trust: whatever a person wrote is escaped, and a character that HTML
// cannot hold becomes U+FFFD.
package report
