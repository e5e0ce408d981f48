package norm

import (
	"encoding"
	"strconv"
)

// Code identifies one kind of finding: "activity.end-before-start". It is wire
// format: texts may change, codes do not.
type Code string

// FindingKind declares one kind of finding. A package declares each of its kinds once,
// in a variable of this type; the list of them, FindingKinds in that package, is
// generated from the source.
type FindingKind struct {
	Code Code
	// Severity is the usual severity; a finding may have another.
	Severity Severity
	// Args are the names of the arguments, in the order that At takes their values.
	Args []string
}

// At returns a finding of the kind at a path. Values are those of Args in order; the
// last ones may be left out, and a nil value is.
func (k *FindingKind) At(path Path, values ...encoding.TextMarshaler) Finding {
	return Finding{Severity: k.Severity, Code: k.Code, Path: path, Args: named(k.Args, values)}
}

// FixKind declares one kind of fix, as FindingKind does for findings.
type FixKind struct {
	Code Code
	// Args are the names of the arguments, in the order that With takes their values.
	Args []string
}

// With returns a fix of the kind that makes some edits; with none it is advice.
func (k *FixKind) With(edits []Edit, values ...encoding.TextMarshaler) Fix {
	return Fix{Code: k.Code, Args: named(k.Args, values), Edits: edits}
}

var swapDates = FixKind{Code: "fix.swap-dates"}

// SwapDates returns the fix of a span that ends before it starts, given its path and the
// ISO text of its dates.
func SwapDates(span Path, start, end string) Fix {
	return swapDates.With([]Edit{
		{Op: OpSet, Path: span.Field("start"), Value: `"` + end + `"`},
		{Op: OpSet, Path: span.Field("end"), Value: `"` + start + `"`},
	})
}

// named returns the arguments of some values, by position.
func named(names []string, values []encoding.TextMarshaler) (args []Arg) {
	for i, v := range values {
		if v != nil && i < len(names) {
			args = append(args, Arg{names[i], v})
		}
	}
	return args
}

// Finding is one observation about a plan: where (Path), what (Code and Args), how much
// it matters (Severity), by which rule (Basis), and the edits that would correct it
// (Fixes).
type Finding struct {
	Severity Severity `json:"severity,omitzero"`
	Code     Code     `json:"code,omitzero"`
	Path     Path     `json:"path,omitzero"`
	Args     []Arg    `json:"args,omitzero"`
	// Related are other places that take part: the period that overlaps, the
	// window a campaign falls into.
	Related []Path `json:"related,omitzero"`
	// Basis is nil for a finding about arithmetic or consistency.
	Basis *Basis `json:"basis,omitempty"`
	// Fixes are alternatives; each is complete by itself.
	Fixes []Fix `json:"fixes,omitzero"`
}

// Arg is one named argument of a finding's text. Value is a date, an amount, a
// count or a name; the renderer formats it for the reader's language.
type Arg struct {
	Name  string                 `json:"name,omitzero"`
	Value encoding.TextMarshaler `json:"value,omitzero"`
}

// Fix is one way out: a code for its label, the arguments of that label, and
// the edits. A Fix with no edits is advice that only a person can follow, such
// as asking an authority for leave before a date.
type Fix struct {
	Code  Code   `json:"code,omitzero"`
	Args  []Arg  `json:"args,omitzero"`
	Edits []Edit `json:"edits,omitzero"`
}

// Op is the operation of an Edit. The zero value is unspecified and invalid.
type Op uint8

const (
	// OpSet replaces the value of a field.
	OpSet Op = iota + 1
	// OpInsert adds an element to a list.
	OpInsert
	// OpRemove removes an element and, with it, every reference to it.
	OpRemove
	// OpMove moves an element within its list.
	OpMove
)

// Edit is a structural change: the path of a value and the new value as JSON, so that a
// norm can offer one as a fix without the types of the plan.
type Edit struct {
	Op Op
	// Path is the field that OpSet replaces, the list that OpInsert adds to,
	// or the element that OpRemove and OpMove take.
	Path Path
	// Value is the JSON of the new value; for OpSet "null" clears the field.
	// OpRemove and OpMove have none.
	Value string
	// Before is the id of the sibling the element is put in front of; empty
	// puts it at the end. OpInsert and OpMove only.
	Before string
}

// With returns a copy of f with one more argument.
func (f Finding) With(name string, value encoding.TextMarshaler) Finding {
	f.Args = append(f.Args[:len(f.Args):len(f.Args)], Arg{name, value})
	return f
}

// Under returns a copy of f whose paths (its own, the related ones and those
// of its fixes) are seen from the owner of prefix.
func (f Finding) Under(prefix Path) Finding {
	f.Path = f.Path.Under(prefix)
	if len(f.Related) > 0 {
		related := make([]Path, len(f.Related))
		for i, p := range f.Related {
			related[i] = p.Under(prefix)
		}
		f.Related = related
	}
	if len(f.Fixes) > 0 {
		fixes := make([]Fix, len(f.Fixes))
		for i, fix := range f.Fixes {
			edits := make([]Edit, len(fix.Edits))
			for j, e := range fix.Edits {
				e.Path = e.Path.Under(prefix)
				edits[j] = e
			}
			fix.Edits = edits
			fixes[i] = fix
		}
		f.Fixes = fixes
	}
	return f
}

// Text is the value of an Arg that is shown unchanged: a name, an id, a typed text.
type Text string

// MarshalText returns the text itself.
func (t Text) MarshalText() ([]byte, error) { return []byte(t), nil }

// Count is an Arg's value that counts things.
type Count int

// MarshalText returns the count in decimal digits.
func (c Count) MarshalText() ([]byte, error) { return strconv.AppendInt(nil, int64(c), 10), nil }

// Citation is an Arg's value that names a norm's own thing in several
// languages: a window, a deadline, a holiday.
type Citation Label

// MarshalText returns the Spanish name.
func (c Citation) MarshalText() ([]byte, error) { return []byte(c.ES), nil }
