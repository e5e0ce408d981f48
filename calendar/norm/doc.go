// Package norm is the ground every rule of Rumbo stands on: what a rule rests
// on (Basis: law, article, publication, how sure we are) and what breaking one
// means (Finding: severity, code, path, arguments, and where one exists a fix).
//
// Start with Basis when you write down a rule, and with Finding when you check
// one. Both are plain data: a Basis quotes its dates as ISO text and a
// Finding's arguments are encoding.TextMarshaler values, so this package knows
// no calendar, no money and no plan, and every other package can import it.
//
// It refuses to hold sentences. A Finding carries a stable code and typed
// arguments; package lang and each norm render them at the edge, in the
// reader's language. Label is the one exception: the name that a norm gives to
// one of its own rules, in the languages the norm was written in.
package norm
