// Package norm provides the types that rules and checks share: Basis, the legal source
// of a rule (law, article, publication, certainty), and Finding, the result of a check
// (severity, code, path, arguments and fixes).
//
// Start with Basis to write a rule, and with Finding to check one. Both are plain data:
// the dates of a Basis are ISO 8601 text and the arguments of a Finding are
// encoding.TextMarshaler values, so that this package depends on no other and every
// package can import it.
//
// It does not contain sentences: a Finding has a stable code and typed arguments, which
// package lang and each norm render in the reader's language. The only exception is
// Label, the name of a rule in Spanish and English.
package norm
