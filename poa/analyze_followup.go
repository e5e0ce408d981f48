package poa

import (
	"slices"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa/internal/wire"
)

var (
	evaluationUndated        = norm.FindingKind{Code: "evaluation.undated", Severity: norm.Warning, Args: []string{"name"}}
	reportUndated            = norm.FindingKind{Code: "report.undated", Severity: norm.Warning, Args: []string{"name"}}
	commitmentWithoutElement = norm.FindingKind{Code: "commitment.without-element", Severity: norm.Warning, Args: []string{"text"}}

	// A text was typed for a value and is not a valid value. It does not block if it is a
	// target in words.
	textPending = norm.FindingKind{Code: "text.pending", Severity: norm.Blocking, Args: []string{"text"}}
	// Some values are illustrative; one finding for all, at the first.
	valueIllustrative = norm.FindingKind{Code: "value.illustrative", Severity: norm.Suggestion, Args: []string{"count"}}
)

var fixTargetInWords = norm.FixKind{Code: "fix.target-in-words", Args: []string{"text"}}

// targetTextEdits returns the edits that make a text typed for a target the target in words of its
// activity or indicator, or nil if it is not a target in words.
func targetTextEdits(p Pending) []norm.Edit {
	list, rest, _ := p.Path.Cut()
	element, rest, _ := rest.Cut()
	field, rest, ok := rest.Cut()
	if !ok || !element.ID || field.Name != "targets" || strings.ContainsAny(p.Text, "0123456789") {
		return nil
	}
	at := norm.Path(list.Name).Item(element.Name)
	text := norm.Edit{Op: norm.OpSet, Path: at.Field("targetText"), Value: wire.Quote(p.Text)}
	target, _, _ := rest.Cut()
	switch {
	case list.Name == listActivities.String():
		return []norm.Edit{text, {Op: norm.OpSet, Path: p.Path, Value: "null"}}
	case list.Name == listIndicators.String() && target.ID:
		return []norm.Edit{text, {Op: norm.OpRemove, Path: at.Field("targets").Item(target.Name)}}
	}
	return nil
}

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
		in.counter.Count(1)
		at := norm.Path("evaluations").Item(e.ID)
		if e.Date.IsZero() {
			in.report(evaluationUndated.At(at.Field("date"), norm.Text(e.Name)))
		}
		responsible(at, e.Responsible, e.Name, e.Date)
		for _, l := range e.Findings {
			in.counter.Count(1)
			responsible(at.Field("findings").Item(l.ID), l.Responsible, l.Adjustment, l.Due)
		}
	}
	for _, r := range in.doc.Reports {
		in.counter.Count(1)
		at := norm.Path("reports").Item(r.ID)
		if r.Date.IsZero() {
			in.report(reportUndated.At(at.Field("date"), norm.Text(r.Name)))
		}
		responsible(at, r.Responsible, r.Name, r.Date)
	}
	for _, c := range in.doc.Commitments {
		in.counter.Count(1)
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
		in.counter.Count(1)
		f := textPending.At(p.Path, norm.Text(p.Text))
		if edits := targetTextEdits(p); edits != nil {
			f.Severity, f.Fixes = norm.Warning, []norm.Fix{fixTargetInWords.With(edits, norm.Text(p.Text))}
		}
		in.report(f)
	}
	if marks := in.doc.Illustrative; len(marks) > 0 {
		f := valueIllustrative.At(marks[0], norm.Count(len(marks)))
		f.Related = slices.Clip(marks[1:min(len(marks), maxRelated+1)])
		in.report(f)
	}
	return nil
}
