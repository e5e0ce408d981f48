package poa

import (
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

var (
	evaluationUndated        = norm.FindingKind{Code: "evaluation.undated", Severity: norm.Warning, Args: []string{"name"}}
	reportUndated            = norm.FindingKind{Code: "report.undated", Severity: norm.Warning, Args: []string{"name"}}
	commitmentWithoutElement = norm.FindingKind{Code: "commitment.without-element", Severity: norm.Warning, Args: []string{"text"}}

	// A text was typed for a value and is not one yet.
	textPending = norm.FindingKind{Code: "text.pending", Severity: norm.Blocking, Args: []string{"text"}}
	// Values are illustrative; one finding for all, at the first.
	valueIllustrative = norm.FindingKind{Code: "value.illustrative", Severity: norm.Suggestion, Args: []string{"count"}}
)

// analyzeFollowUp checks evaluations, reports and commitments: that they have a day,
// somebody in office who is responsible, and an element that fulfils them.
func analyzeFollowUp(in *reader) any {
	responsible := func(at norm.Path, post, what string, day calendar.Date) {
		if f, ok := in.names().outOfOffice(post, what, calendar.Span{Start: day, End: day}); ok {
			f.Path, f.Severity = at.Field("responsible"), norm.Warning
			in.find(f)
		}
	}
	for _, e := range in.doc.Evaluations {
		at := norm.Path("evaluations").Item(e.ID)
		if e.Date.IsZero() {
			in.find(evaluationUndated.At(at.Field("date"), norm.Text(e.Name)))
		}
		responsible(at, e.Responsible, e.Name, e.Date)
		for _, l := range e.Findings {
			responsible(at.Field("findings").Item(l.ID), l.Responsible, l.Adjustment, l.Due)
		}
	}
	for _, r := range in.doc.Reports {
		at := norm.Path("reports").Item(r.ID)
		if r.Date.IsZero() {
			in.find(reportUndated.At(at.Field("date"), norm.Text(r.Name)))
		}
		responsible(at, r.Responsible, r.Name, r.Date)
	}
	for _, c := range in.doc.Commitments {
		if len(c.FulfilledBy) == 0 {
			in.find(commitmentWithoutElement.At(norm.Path("commitments").Item(c.ID).Field("fulfilledBy"), norm.Text(c.Text)))
		}
	}
	return nil
}

// analyzeNotes reports what was typed and is not a value, one by one, and how many
// illustrative values are left, at the first of them.
func analyzeNotes(in *reader) any {
	for _, p := range in.doc.Pending {
		in.find(textPending.At(p.Path, norm.Text(p.Text)))
	}
	if marks := in.doc.Illustrative; len(marks) > 0 {
		f := valueIllustrative.At(marks[0], norm.Count(len(marks)))
		f.Related = marks[1:]
		in.find(f)
	}
	return nil
}
