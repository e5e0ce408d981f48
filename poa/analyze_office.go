package poa

import (
	"slices"

	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/calendar/term"
)

var (
	officeKindUnknown = norm.FindingKind{Code: "plan.office-kind-unknown", Severity: norm.Warning, Args: []string{"kind", "kinds"}}

	fixSetOfficeKind = norm.FixKind{Code: "fix.set-office-kind", Args: []string{"kind"}}
)

// analyzeOffice returns the positions in Env.Deadlines of the legal deadlines that bind
// the office, for its kind and its state. Its kind is the one that the plan gives or, if it
// gives none that is known, those for which there is evidence.
func analyzeOffice(in *reader) any {
	kinds, office := in.env().OfficeKinds, in.doc.Office
	var keys []string
	switch {
	case office.Kind == "":
		keys = in.evidentKinds()
	case len(kinds) == 0 || slices.ContainsFunc(kinds, func(k term.OfficeKind) bool { return k.Key == office.Kind }):
		keys = []string{office.Kind}
	default:
		in.report(in.unknownKind())
		keys = in.evidentKinds()
	}
	env := in.env()
	rules := make([]int, 0, len(env.Deadlines))
	for i := range env.Deadlines {
		r := &env.Deadlines[i]
		if r.BindsOffice(keys...) && (env.Applies == nil || env.Applies(r.Jurisdiction, office)) {
			rules = append(rules, i)
		}
	}
	if in.last != nil && len(in.findings) == 0 && len(in.last.findings) == 0 && slices.Equal(rules, in.last.value.([]int)) {
		in.keep()
	}
	return rules
}

// evidentKinds returns the kind that the name of the office indicates and, if the plan has
// campaigns, the kinds of the offices that run them. If the office has no name it returns
// all kinds: nothing tells which duties are not its own.
func (in *reader) evidentKinds() (keys []string) {
	if in.doc.Office.Name == "" {
		for _, k := range in.env().OfficeKinds {
			keys = append(keys, k.Key)
		}
		return keys
	}
	if named := term.KindOf(in.doc.Office.Name, in.env().OfficeKinds); named != "" {
		keys = append(keys, named)
	}
	for _, k := range in.env().OfficeKinds {
		if k.Campaigns && len(in.doc.Campaigns) > 0 && !slices.Contains(keys, k.Key) {
			keys = append(keys, k.Key)
		}
	}
	return keys
}

// unknownKind returns the finding about an unknown kind of office, with the known ones. Its
// fix is the kind whose words were written instead of its key, or that of the office's name.
func (in *reader) unknownKind() norm.Finding {
	kinds, office := in.env().OfficeKinds, in.doc.Office
	var all norm.Citation
	for i, k := range kinds {
		if i > 0 {
			all.ES += ", "
			all.EN += ", "
		}
		all.ES += k.Key + " (" + k.Name.ES + ")"
		all.EN += k.Key + " (" + k.Name.EN + ")"
	}
	f := officeKindUnknown.At("office.kind", norm.Text(office.Kind), all)
	meant := term.KindOf(office.Kind, kinds)
	if meant == "" {
		meant = term.KindOf(office.Name, kinds)
	}
	for _, k := range kinds {
		if k.Key == meant {
			edit := norm.Edit{Op: norm.OpSet, Path: "office.kind", Value: `"` + k.Key + `"`}
			f.Fixes = append(f.Fixes, fixSetOfficeKind.With([]norm.Edit{edit}, norm.Citation(k.Name)))
		}
	}
	return f
}
