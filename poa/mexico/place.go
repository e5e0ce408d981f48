package mexico

import (
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

// checkPlace compares the INEGI code, the name of the municipality and the state of the
// office with the catalogue. It ignores empty values and a state that is not in Mexico.
func checkPlace(p *poa.Plan, _ *poa.Analysis) []norm.Finding {
	o := &p.View().Office
	state, known := places.StateOf(o.State)
	if o.State != "" && !known {
		return nil
	}
	var found []norm.Finding
	named := places.Find(o.Municipality, state)
	coded, exists := places.ByCode(o.INEGI)
	switch {
	case o.INEGI == "":
	case !exists:
		found = append(found, unknownCode(o, state, named))
	case o.Municipality != "" && !coded.Names(o.Municipality), known && coded.State != state:
		f := inegiOther.At("office.inegi", norm.Text(o.INEGI), placeName(coded), norm.Text(written(o)))
		for _, m := range named {
			f.Fixes = append(f.Fixes, setCode(m))
		}
		f.Fixes = append(limit(f.Fixes), setName(o, coded))
		found = append(found, f)
	}
	if o.Municipality != "" && known && len(named) == 0 && (!exists || coded.State != state) {
		f := municipalityUnknown.At("office.municipality", norm.Text(o.Municipality), norm.Text(state.Name))
		if near, ok := places.Nearest(o.Municipality, state); ok {
			f.Fixes = []norm.Fix{setName(o, near)}
		}
		found = append(found, f)
	}
	return found
}

// unknownCode returns the finding for a code that no municipality has, with a fix for each
// municipality that the office may be in.
func unknownCode(o *poa.Office, state places.State, named []places.Municipality) norm.Finding {
	kind := &inegiForm
	if len(o.INEGI) == 5 && strings.Trim(o.INEGI, "0123456789") == "" {
		kind = &inegiUnknown
	}
	f := kind.At("office.inegi", norm.Text(o.INEGI))
	// What was typed comes first if it is in the state and has the name.
	typed := places.Codes(o.INEGI, state)
	candidates := slices.Concat(typed, named)
	fits := func(m places.Municipality) bool {
		return (state.Code == "" || m.State == state) && (o.Municipality == "" || m.Names(o.Municipality))
	}
	if !slices.ContainsFunc(typed, fits) {
		candidates = slices.Concat(named, typed)
	}
	var offered []places.Municipality
	for _, m := range candidates {
		if !slices.Contains(offered, m) {
			offered = append(offered, m)
			f.Fixes = append(f.Fixes, setCode(m))
		}
	}
	f.Fixes = limit(f.Fixes)
	return f
}

// limit returns at most three fixes: a name such as Benito Juárez has more candidates than
// help.
func limit(fixes []norm.Fix) []norm.Fix { return fixes[:min(3, len(fixes))] }

// setCode returns the fix that sets the code of a municipality.
func setCode(m places.Municipality) norm.Fix {
	return fixINEGI.With([]norm.Edit{set("inegi", m.Code)}, norm.Text(m.Code), placeName(m))
}

// setName returns the fix that sets the name of a municipality, and its state if the
// office has another one.
func setName(o *poa.Office, m places.Municipality) norm.Fix {
	edits := []norm.Edit{set("municipality", m.Name)}
	if state, ok := places.StateOf(o.State); !ok || state != m.State {
		edits = append(edits, set("state", m.State.Name))
	}
	return fixMunicipality.With(edits, placeName(m))
}

// set returns the edit of a field of the office. Names in the catalogue need no escapes.
func set(field, value string) norm.Edit {
	return norm.Edit{Op: norm.OpSet, Path: norm.Path("office").Field(field), Value: `"` + value + `"`}
}

func placeName(m places.Municipality) norm.Text { return norm.Text(m.Name + ", " + m.State.Name) }

// written returns the municipality and the state as they are in the plan.
func written(o *poa.Office) string {
	switch {
	case o.Municipality == "":
		return o.State
	case o.State == "":
		return o.Municipality
	}
	return o.Municipality + ", " + o.State
}
