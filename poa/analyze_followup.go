package poa

import (
	"slices"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

var (
	evaluationUndated        = norm.FindingKind{Code: "evaluation.undated", Severity: norm.Warning, Args: []string{"name"}}
	reportUndated            = norm.FindingKind{Code: "report.undated", Severity: norm.Warning, Args: []string{"name"}}
	commitmentWithoutElement = norm.FindingKind{Code: "commitment.without-element", Severity: norm.Warning, Args: []string{"text"}}

	// A text was typed for a value and is not a valid value.
	textPending = norm.FindingKind{Code: "text.pending", Severity: norm.Blocking, Args: []string{"text"}}
	// Some values are illustrative; one finding for all, at the first.
	valueIllustrative = norm.FindingKind{Code: "value.illustrative", Severity: norm.Suggestion, Args: []string{"count"}}
)

// analyzeFollowUp checks that evaluations and reports have a date and a responsible post
// in office on it, and that an element fulfils each commitment.
func analyzeFollowUp(in *reader) any {
	responsible := func(at norm.Path, post, what string, day calendar.Date) {
		if f, ok := in.names().outOfOffice(post, what, calendar.Span{Start: day, End: day}); ok {
			f.Path, f.Severity = at.Field("responsible"), norm.Warning
			in.report(f)
		}
	}
	for _, e := range in.doc.Evaluations {
		at := norm.Path("evaluations").Item(e.ID)
		if e.Date.IsZero() {
			in.report(evaluationUndated.At(at.Field("date"), norm.Text(e.Name)))
		}
		responsible(at, e.Responsible, e.Name, e.Date)
		for _, l := range e.Findings {
			responsible(at.Field("findings").Item(l.ID), l.Responsible, l.Adjustment, l.Due)
		}
	}
	for _, r := range in.doc.Reports {
		at := norm.Path("reports").Item(r.ID)
		if r.Date.IsZero() {
			in.report(reportUndated.At(at.Field("date"), norm.Text(r.Name)))
		}
		responsible(at, r.Responsible, r.Name, r.Date)
	}
	for _, c := range in.doc.Commitments {
		if len(c.FulfilledBy) == 0 {
			in.report(commitmentWithoutElement.At(norm.Path("commitments").Item(c.ID).Field("fulfilledBy"), norm.Text(c.Text)))
		}
	}
	return nil
}

// analyzeNotes reports each pending text, and the number of illustrative values at the
// first of them.
func analyzeNotes(in *reader) any {
	for _, p := range in.doc.Pending {
		in.report(textPending.At(p.Path, norm.Text(p.Text)))
	}
	if marks := in.doc.Illustrative; len(marks) > 0 {
		f := valueIllustrative.At(marks[0], norm.Count(len(marks)))
		f.Related = slices.Clip(marks[1:min(len(marks), maxRelated+1)])
		in.report(f)
	}
	return nil
}
