package poa

import (
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// followUp checks evaluations, reports and commitments: that they have a day,
// somebody in office to answer for them, and something that fulfils them.
func (w *analyzer) followUp() {
	for _, e := range w.doc.Evaluations {
		at := norm.Path("evaluations").Item(e.ID)
		if e.Date.IsZero() {
			w.find(partFollowUp, undated("evaluation.undated", at.Field("date"), e.Name))
		}
		w.acts(norm.Warning, at.Field("responsible"), e.Responsible, e.Name, e.Date)
		for _, l := range e.Findings {
			w.acts(norm.Warning, at.Field("findings").Item(l.ID).Field("responsible"), l.Responsible, l.Adjustment, l.Due)
		}
	}
	for _, r := range w.doc.Reports {
		at := norm.Path("reports").Item(r.ID)
		if r.Date.IsZero() {
			w.find(partFollowUp, undated("report.undated", at.Field("date"), r.Name))
		}
		w.acts(norm.Warning, at.Field("responsible"), r.Responsible, r.Name, r.Date)
	}
	for _, c := range w.doc.Commitments {
		if len(c.By) == 0 {
			w.find(partFollowUp, norm.Finding{
				Severity: norm.Warning, Code: "commitment.without-element", Path: norm.Path("commitments").Item(c.ID).Field("by"),
				Args: []norm.Arg{textArg("text", c.Text)},
			})
		}
	}
}

func undated(code norm.Code, path norm.Path, name string) norm.Finding {
	return norm.Finding{Severity: norm.Warning, Code: code, Path: path, Args: []norm.Arg{textArg("name", name)}}
}

// acts finds a post that acts out of its administration's time.
func (w *analyzer) acts(severity norm.Severity, path norm.Path, post, what string, day calendar.Date) {
	p := partFollowUp
	if severity == norm.Blocking {
		p = partRecords
	}
	if f, ok := w.outOfOffice(post, what, calendar.Span{Start: day, End: day}); ok {
		f.Path, f.Severity = path, severity
		w.find(p, f)
	}
}

// records checks who made each record; what they hold was checked when they
// were made. Those dated after today have not happened yet.
func (w *analyzer) records() {
	if w.last.Plan != nil && same(w.doc.Ledger, w.was.Ledger) && same(w.doc.Measurements, w.was.Measurements) &&
		same(w.doc.Progress, w.was.Progress) && same(w.doc.Closes, w.was.Closes) &&
		same(w.doc.Posts, w.was.Posts) && same(w.doc.Administrations, w.was.Administrations) &&
		(len(w.last.parts[partRecords]) == 0 || same(w.doc.Activities, w.was.Activities)) {
		w.parts[partRecords] = w.last.parts[partRecords]
		return
	}
	by := func(list, id, post, about string, day calendar.Date) {
		if !day.After(w.Today) {
			w.acts(norm.Blocking, norm.Path(list).Item(id).Field("by"), post, about, day)
		}
	}
	name := make(map[string]string)
	for _, l := range w.doc.Lines {
		name[l.ID] = l.Name
	}
	for _, i := range w.doc.Indicators {
		name[i.ID] = i.Name
	}
	for _, a := range w.doc.Activities {
		name[a.ID] = a.Name
	}
	for _, p := range w.doc.Periods {
		name[p.ID] = p.Name
	}
	for _, r := range w.doc.Ledger {
		by("ledger", r.ID, r.By, name[r.Line], r.Date)
	}
	for _, r := range w.doc.Measurements {
		by("measurements", r.ID, r.By, name[r.Indicator], r.Date)
	}
	for _, r := range w.doc.Progress {
		by("progress", r.ID, r.By, name[r.Activity], r.Date)
	}
	for _, r := range w.doc.Closes {
		by("closes", r.ID, r.By, name[r.Period], r.Date)
	}
	for _, path := range w.names.overflow {
		w.find(partRecords, overflow(path))
	}
}

// notes reports what was typed and is not a value, one by one, and how many
// illustrative values are left, at the first of them.
func (w *analyzer) notes() {
	if w.last.Plan != nil && same(w.doc.Pending, w.was.Pending) && same(w.doc.Illustrative, w.was.Illustrative) {
		w.parts[partNotes] = w.last.parts[partNotes]
		return
	}
	for _, p := range w.doc.Pending {
		w.find(partNotes, norm.Finding{
			Severity: norm.Blocking, Code: "text.pending", Path: p.Path,
			Args: []norm.Arg{textArg("text", p.Text)},
		})
	}
	if marks := w.doc.Illustrative; len(marks) > 0 {
		w.find(partNotes, norm.Finding{
			Severity: norm.Suggestion, Code: "value.illustrative", Path: marks[0], Related: marks[1:],
			Args: []norm.Arg{countArg("count", len(marks))},
		})
	}
}
