// Package norm has the types that all rules share: the source of a rule (Basis: law,
// article, publication, status) and the report that one is broken (Finding: severity,
// code, path, arguments and fixes).
//
// Start with Basis when you write down a rule, and with Finding when you check one. Both
// are plain data: a Basis quotes its dates as ISO text and a Finding's arguments are
// encoding.TextMarshaler values, so this package depends on no other, and every other can
// import it.
//
// It has no sentences. A Finding has a stable code and typed arguments; package lang
// writes them in the reader's language. Label is the exception: the name of a rule, in
// the languages of its norm.
package norm
