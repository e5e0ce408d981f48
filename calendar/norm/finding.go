package norm

import (
	"encoding"
	"strconv"
)

// Code identifies a kind of finding: "activity.end-before-start". Codes are part of the
// wire format and do not change.
type Code string

// FindingKind declares a kind of finding. A package declares each of its kinds in a
// variable of this type; the function FindingKinds of that package, which lists them, is
// generated from the source.
type FindingKind struct {
	Code Code
	// Severity is the default severity; a finding may have another.
	Severity Severity
	// Args are the names of the arguments, in the order of the values of At.
	Args []string
}

// At returns a finding of the kind at a path. The values are those of Args, in order;
// trailing values may be missing, and nil values are omitted. It panics if there are more
// values than Args.
func (k *FindingKind) At(path Path, values ...encoding.TextMarshaler) Finding {
	return Finding{Severity: k.Severity, Code: k.Code, Path: path, Args: newArgs(k.Args, values)}
}

// FixKind declares a kind of fix, as FindingKind does for findings.
type FixKind struct {
	Code Code
	// Args are the names of the arguments, in the order of the values of With.
	Args []string
}

// With returns a fix of the kind with some edits, or advice if there are none. The
// values are as for FindingKind.At.
func (k *FixKind) With(edits []Edit, values ...encoding.TextMarshaler) Fix {
	return Fix{Code: k.Code, Args: newArgs(k.Args, values), Edits: edits}
}

var swapDates = FixKind{Code: "fix.swap-dates"}

// SwapDates returns the fix for a span that ends before it starts, given its path and
// the ISO 8601 text of its dates.
func SwapDates(span Path, start, end string) Fix {
	return swapDates.With([]Edit{
		{Op: OpSet, Path: span.Field("start"), Value: `"` + end + `"`},
		{Op: OpSet, Path: span.Field("end"), Value: `"` + start + `"`},
	})
}

// newArgs returns an argument for each value that is not nil, named by position. It panics
// if there are more values than names, so that no argument is lost unnoticed.
func newArgs(names []string, values []encoding.TextMarshaler) (args []Arg) {
	for i, v := range values {
		if v != nil {
			args = append(args, Arg{names[i], v})
		}
	}
	return args
}

// Finding is a problem or a suggestion that a check found in a plan: its severity, its
// kind (Code) with arguments, its place (Path), its legal basis if it has one, and ways
// to fix it.
type Finding struct {
	Severity Severity `json:"severity,omitzero"`
	Code     Code     `json:"code,omitzero"`
	Path     Path     `json:"path,omitzero"`
	Args     []Arg    `json:"args,omitzero"`
	// Count is the number of findings that this one stands for, more than one; 0 means
	// that it stands for itself. Path, Args and Basis are then those of the first, and
	// Related are the paths of the next ones.
	Count int `json:"count,omitzero"`
	// Related are other places that are involved: the period that overlaps, the window
	// that a campaign falls into.
	Related []Path `json:"related,omitzero"`
	// Basis is nil if the finding has no legal basis.
	Basis *Basis `json:"basis,omitempty"`
	// Fixes are alternatives; each is complete.
	Fixes []Fix `json:"fixes,omitzero"`
}

// Arg is a named argument of a finding's text. Value is a date, an amount, a count or a
// name, which the renderer formats in the reader's language.
type Arg struct {
	Name  string                 `json:"name,omitzero"`
	Value encoding.TextMarshaler `json:"value,omitzero"`
}

// Fix is a way to correct a finding: a code for its label, the arguments of the label,
// and the edits. A Fix without edits is advice to a person, such as to request a permit
// before a date.
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

// Edit is a change to a plan as plain data: a path and the JSON of the new value, so
// that a package can propose fixes without importing the types of a plan.
type Edit struct {
	Op Op
	// Path is the field that OpSet replaces, the list that OpInsert adds to, or the
	// element that OpRemove removes or OpMove moves.
	Path Path
	// Value is the JSON of the new value, for OpSet and OpInsert. For OpSet, "null"
	// clears the field.
	Value string
	// Before is the id of the element before which OpInsert and OpMove place theirs,
	// or empty for the end of the list.
	Before string
}

// Total returns the number of findings that f stands for, at least 1.
func (f Finding) Total() int { return max(f.Count, 1) }

// With returns a copy of f with one more argument.
func (f Finding) With(name string, value encoding.TextMarshaler) Finding {
	f.Args = append(f.Args[:len(f.Args):len(f.Args)], Arg{name, value})
	return f
}

// Under returns a copy of f with a prefix before all paths: its own, the related ones
// and those of its fixes.
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

// Text is the value of an Arg that is displayed unchanged: a name, an id, user input.
type Text string

// MarshalText returns the text.
func (t Text) MarshalText() ([]byte, error) { return []byte(t), nil }

// Count is the value of an Arg that is a number of items.
type Count int

// MarshalText returns the count in decimal digits.
func (c Count) MarshalText() ([]byte, error) { return strconv.AppendInt(nil, int64(c), 10), nil }

// Citation is the value of an Arg that is the name of an item of a norm: a window, a
// deadline, a holiday.
type Citation Label

// MarshalText returns the Spanish name.
func (c Citation) MarshalText() ([]byte, error) { return []byte(c.ES), nil }
