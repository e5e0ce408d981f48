// Package wire is the runtime of the codec that package wiregen generates: a
// strict JSON decoder, a canonical encoder, and an error type with a code, a
// path and an offset. Start with Decoder, Encoder and Error; the generated code of
// package poa shows how they are used.
//
// It replaces encoding/json, which is too lax for a plan: it accepts duplicate
// keys, matches names regardless of case, drops unknown fields or rejects them
// without a path, and replaces invalid UTF-8 with U+FFFD. Its reflection takes
// ten times as long and adds a fifth of a megabyte to the page. Here the field
// names are tables of generated code, text without escapes is a substring of
// the input, and a path is built only on an error, as the calls return.
//
// It rejects null (a field without a value is absent), duplicate keys, unpaired
// surrogates, numbers that are not plain integers, nesting beyond MaxDepth and
// input beyond MaxDocument. It does not depend on the types of a plan.
//
// Wire names are the Go names in lower camel case; a leading run of capitals is
// one word (ID is id, CFF is cff, FiscalYear is fiscalYear, URLPath is urlPath).
package wire
