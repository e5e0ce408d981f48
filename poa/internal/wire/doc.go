// Package wire is the runtime of the codec that package wiregen generates: a
// strict reader and a canonical writer of JSON, and the typed error both a
// program and a person can act on. Start with Decoder and Error; the generated
// code of package poa shows how they are used.
//
// It exists because encoding/json is lax where a plan must not be: the last of
// two equal keys wins, NAME passes for name, an unknown field is dropped or
// refused without saying where, bad UTF-8 becomes U+FFFD, and no error has a
// path. It also rests on reflection, which costs ten times the time and a
// fifth of a megabyte in the browser. Here the field names are a switch in
// generated code, text is a substring of the one input string wherever it has
// no escapes, and a path is built only when something is refused, while the
// calls return.
//
// It refuses null (an absent field is how one says nothing), duplicate keys,
// unpaired surrogates, numbers that are not plain integers, nesting beyond
// MaxDepth and input beyond MaxDocument. It knows no type of the plan.
//
// Names on the wire are the Go names in lower camel case: a leading run of
// capitals is lowered as one word (ID is id, CFF is cff, FiscalYear is
// fiscalYear, URLPath is urlPath).
package wire
