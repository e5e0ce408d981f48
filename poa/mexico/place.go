package mexico

import (
	"encoding"
	"slices"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar/mx/places"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa"
)

// The kinds of findings about the municipality of the office.
var (
	// The INEGI code is not five digits.
	inegiForm = norm.FindingKind{Code: "office.inegi-form", Severity: norm.Warning, Args: []string{"value"}}
	// No municipality has the INEGI code.
	inegiUnknown = norm.FindingKind{Code: "office.inegi-unknown", Severity: norm.Warning, Args: []string{"value"}}
	// The INEGI code is that of another municipality than the name and the state.
	inegiOther = norm.FindingKind{Code: "office.inegi-other", Severity: norm.Warning, Args: []string{"value", "town", "name"}}
	// The state has no municipality with the name.
	municipalityUnknown = norm.FindingKind{Code: "office.municipality-unknown", Severity: norm.Warning, Args: []string{"name", "state"}}

	fixINEGI        = norm.FixKind{Code: "fix.set-inegi", Args: []string{"value", "town"}}
	fixMunicipality = norm.FixKind{Code: "fix.set-municipality", Args: []string{"town"}}
)

// maxFixes is the largest number of fixes of a finding: a name such as Benito Juárez has
// more candidates than help.
const maxFixes = 3

// checkPlace compares the INEGI code, the name of the municipality and the state of the
// office with the catalogue. It ignores empty values and a state that is not in Mexico.
func checkPlace(p *poa.Plan, _ *poa.Analysis) (found []norm.Finding) {
	o := &p.View().Office
	state, known := places.EntityOf(o.State)
	if o.State != "" && !known {
		return nil
	}
	coded, exists := places.ByCode(o.INEGI)
	agrees := (!known || coded.Entity() == state) && (o.Municipality == "" || coded.Names(o.Municipality))
	if exists && agrees || o.INEGI == "" && (o.Municipality == "" || !known) {
		return nil
	}
	named := places.Find(o.Municipality, state)
	if o.INEGI != "" {
		kind, args := &inegiForm, []string{o.INEGI}
		var typed places.Municipality
		switch {
		case exists:
			kind, args = &inegiOther, append(args, coded.String(), written(o))
		case len(o.INEGI) == 5 && strings.Trim(o.INEGI, "0123456789") == "":
			kind = &inegiUnknown
		default:
			typed, _ = places.Recover(o.INEGI, state)
		}
		f := kind.At("office.inegi", texts(args...)...)
		for _, m := range offered(typed, named) {
			f.Fixes = append(f.Fixes, fixINEGI.With([]norm.Edit{set("inegi", m.Code())}, texts(m.Code(), m.String())...))
		}
		if exists {
			f.Fixes = append(f.Fixes, setTown(o, coded))
		}
		found = append(found, f)
	}
	if o.Municipality != "" && known && len(named) == 0 && coded.Entity() != state {
		f := municipalityUnknown.At("office.municipality", texts(o.Municipality, state.Name())...)
		if near, ok := places.Nearest(o.Municipality, state); ok {
			f.Fixes = []norm.Fix{setTown(o, near)}
		}
		found = append(found, f)
	}
	return found
}

// offered returns the municipalities whose codes are offered: that of the code that was
// typed, if it can be recovered, and those with the name. The typed one comes first if it
// has the name.
func offered(typed places.Municipality, named []places.Municipality) (list []places.Municipality) {
	add := func(m places.Municipality) {
		if m != (places.Municipality{}) && len(list) < maxFixes && !slices.Contains(list, m) {
			list = append(list, m)
		}
	}
	if slices.Contains(named, typed) {
		add(typed)
	}
	for _, m := range named[:min(maxFixes-1, len(named))] {
		add(m)
	}
	add(typed)
	for _, m := range named {
		add(m)
	}
	return list
}

// setTown returns the fix that sets the name of a municipality, and its state if the
// office has another one.
func setTown(o *poa.Office, m places.Municipality) norm.Fix {
	edits := []norm.Edit{set("municipality", m.Name())}
	if state, _ := places.EntityOf(o.State); state != m.Entity() {
		edits = append(edits, set("state", m.Entity().Name()))
	}
	return fixMunicipality.With(edits, norm.Text(m.String()))
}

// set returns the edit of a field of the office. Names in the catalogue need no escapes.
func set(field, value string) norm.Edit {
	return norm.Edit{Op: norm.OpSet, Path: norm.Path("office").Field(field), Value: `"` + value + `"`}
}

// texts returns arguments of a finding or a fix.
func texts(list ...string) []encoding.TextMarshaler {
	args := make([]encoding.TextMarshaler, len(list))
	for i, s := range list {
		args[i] = norm.Text(s)
	}
	return args
}

// written returns the municipality and the state as they are in the plan.
func written(o *poa.Office) string {
	if o.Municipality == "" || o.State == "" {
		return o.Municipality + o.State
	}
	return o.Municipality + ", " + o.State
}
