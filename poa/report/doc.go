// Package report writes the official document of a plan, which is printed, signed
// and submitted to the council (cabildo).
//
// Start with Write, which writes an Analysis as one HTML file:
//
//	err := report.Write(w, plan.Analyze(today), report.Options{Language: "es-MX"})
//
// The file has no scripts and loads nothing: no fonts, no images. On a screen it
// follows the light or dark scheme of the browser. In print it is in Letter size,
// with wide tables in landscape, repeated column heads, "Hoja n de m" on every
// sheet, and signatures that are not split between sheets. It has landmarks,
// ordered headings, and tables with captions and scopes, so that browsers print it
// as tagged PDF.
//
// The package does not compute anything: figures and dates are those of the
// Analysis. All texts of the plan are escaped, and a character that HTML does not
// allow becomes U+FFFD, as do byte order marks and characters that set the direction of a
// text.
package report
