package poa_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/lang"
	"github.com/rumbo-mx/rumbo/poa/mexico"
)

// withActivities adds n activities without a responsible post to the town, in its second
// period.
func withActivities(n int) func(*poa.Document) {
	return func(d *poa.Document) {
		for i := range n {
			a := later(fmt.Sprintf("x%d", i), "s2")
			a.Responsible = ""
			d.Activities = append(d.Activities, a)
		}
	}
}

func ExampleAnalysis_FindingsAt() {
	doc, err := poa.Empty("tonaya-2027", 2027)
	if err != nil {
		fmt.Println(err)
		return
	}
	doc.Calendar = "jalisco"
	for i := range 42 {
		doc.Evaluations = append(doc.Evaluations, &poa.Evaluation{ID: fmt.Sprint("e", i), Name: fmt.Sprint("Evaluación ", i)})
	}
	p, err := poa.New(mexico.Env(), doc)
	if err != nil {
		fmt.Println(err)
		return
	}
	a := p.Analyze(calendar.MustDate(2027, 1, 11))
	printer := lang.New(lang.Spanish, mexico.Env())
	for _, f := range a.Findings {
		if f.Code == "evaluation.undated" {
			fmt.Println(printer.Finding(f))
		}
	}
	for _, f := range a.FindingsAt("evaluations[e7]") {
		fmt.Println(printer.Finding(f))
	}
	// Output:
	// La evaluación “Evaluación 0” no tiene fecha (y 41 más).
	// La evaluación “Evaluación 7” no tiene fecha.
}

// More than MaxAlike findings with one code and severity are one finding with a count.
func TestManyFindingsOfOneKindAreOne(t *testing.T) {
	for _, n := range []int{1, poa.MaxAlike, poa.MaxAlike + 1, 10_000} {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			a := plan(t, withActivities(n)).Analyze(today)
			oneByOne := a.FindingsAt("")
			require.Len(t, oneByOne, n)
			if n <= poa.MaxAlike {
				assert.Equal(t, oneByOne, a.Findings)
				return
			}
			require.Len(t, a.Findings, 1)
			f := a.Findings[0]
			assert.Equal(t, n, f.Count)
			assert.Equal(t, n, f.Total())
			assert.Equal(t, norm.Path("activities[x0].responsible"), f.Path)
			assert.Len(t, f.Related, 9)
			assert.Equal(t, norm.Path("activities[x1].responsible"), f.Related[0])
			assert.Equal(t, oneByOne[0].Args, f.Args)
			more := map[string]string{lang.Spanish: fmt.Sprintf(" (y %s más).", group(n-1)), lang.English: fmt.Sprintf(" (and %s more).", group(n-1))}
			for language, want := range more {
				assert.True(t, strings.HasSuffix(lang.New(language, nil).Finding(f), want), lang.New(language, nil).Finding(f))
			}
			last := a.Activities[len(a.Activities)-1]
			assert.Equal(t, norm.Warning, last.Worst(), "the mark of a row is that of its own findings")
			assert.Len(t, last.Findings(), 1)
		})
	}
}

func group(n int) string {
	if n < 1000 {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%d,%03d", n/1000, n%1000)
}

// A finding that stands for others has no fixes, and still blocks the close of a period.
func TestFoldedFindingsBlockAClose(t *testing.T) {
	p := plan(t, func(d *poa.Document) {
		for i := range 30 {
			a := later(fmt.Sprintf("x%d", i), "s2")
			a.Span.Start, a.Span.End = a.Span.End, a.Span.Start
			d.Activities = append(d.Activities, a)
		}
	})
	on := calendar.MustDate(2027, 7, 1)
	for _, f := range p.Check(on) {
		if f.Code == "activity.end-before-start" {
			assert.Equal(t, 30, f.Count)
			assert.Empty(t, f.Fixes)
		}
	}
	assert.Len(t, p.Analyze(on).FindingsAt("activities[x29]")[0].Fixes, 1)
	_, _, err := p.Apply(&poa.ClosePeriod{Close: poa.Close{ID: "k", Period: "s1", Date: on}})
	var refusal *poa.Refusal
	require.ErrorAs(t, err, &refusal)
	require.ErrorIs(t, err, poa.ErrPeriodNotReady)
	require.Len(t, refusal.Findings, 1)
	assert.Equal(t, 30, refusal.Findings[0].Count)
	assert.Contains(t, lang.New(lang.Spanish, nil).Error(err), "30")
}

// Findings of one code and of two severities are two.
func TestFoldKeepsSeveritiesApart(t *testing.T) {
	on := calendar.MustDate(2027, 12, 31)
	p := plan(t, func(d *poa.Document) {
		for i := range 25 {
			d.Reports = append(d.Reports, &poa.FollowUp{ID: fmt.Sprintf("x%d", i), Name: "Informe", Date: on, Responsible: "jefa"})
			d.Closes = append(d.Closes, &poa.Close{ID: fmt.Sprintf("close%d", i), Period: "s1", Date: on, By: "jefa"})
		}
	})
	counts := map[norm.Severity]int{}
	for _, f := range p.Check(on) {
		if f.Code == "post.term-ended" {
			counts[f.Severity] += f.Count
		}
	}
	assert.Equal(t, map[norm.Severity]int{norm.Warning: 25, norm.Blocking: 25}, counts)
}

// Findings of a norm's checks are folded too, together with those of the plan.
func TestFoldNormChecks(t *testing.T) {
	env := mexico.Env()
	env.Checks = []poa.Check{func(_ *poa.Plan, a *poa.Analysis) (found []norm.Finding) {
		for _, s := range a.Activities {
			found = append(found, norm.Finding{Code: "town.check", Severity: norm.Warning, Path: norm.Path("activities").Item(s.Activity.ID)})
		}
		return found
	}}
	doc := town()
	withActivities(50)(doc)
	p, err := poa.New(env, doc)
	require.NoError(t, err)
	a := p.Analyze(today)
	require.Len(t, a.Findings, 2)
	assert.Equal(t, norm.Code("town.check"), a.Findings[1].Code)
	assert.Equal(t, 52, a.Findings[1].Count)
	assert.Len(t, a.FindingsAt(""), 102)
}

// After any edits across the limit, the analysis equals one from scratch, and the counts
// add up to the findings one by one.
func TestFoldIsPure(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		p := plan(t, withActivities(rapid.IntRange(poa.MaxAlike-3, poa.MaxAlike+3).Draw(rt, "n")))
		for range rapid.IntRange(1, 12).Draw(rt, "edits") {
			doc := p.View()
			i := rapid.IntRange(0, len(doc.Activities)-1).Draw(rt, "activity")
			at := norm.Path("activities").Item(doc.Activities[i].ID)
			edit := rapid.SampledFrom([]norm.Edit{
				{Op: norm.OpSet, Path: at.Field("responsible"), Value: `"redactor"`},
				{Op: norm.OpSet, Path: at.Field("responsible"), Value: `null`},
				{Op: norm.OpSet, Path: at.Field("span.end"), Value: `null`},
				{Op: norm.OpSet, Path: at.Field("name"), Value: `""`},
				{Op: norm.OpRemove, Path: at},
				{Op: norm.OpMove, Path: at},
				{Op: norm.OpSet, Path: "posts[jefa].administration", Value: `"a27"`},
				{Op: norm.OpSet, Path: "title", Value: `"Otro"`},
			}).Draw(rt, "edit")
			next, _, err := p.Apply(&poa.Change{Edits: []norm.Edit{edit}})
			if err != nil {
				continue
			}
			p.Analyze(today)
			p = next
			requireSameFromScratch(rt, p, today, edit)
			a := p.Analyze(today)
			total := 0
			for _, f := range a.Findings {
				total += f.Total()
				require.LessOrEqual(rt, len(f.Related), 9)
			}
			require.Len(rt, a.FindingsAt(""), total)
		}
	})
}

// A finding that stands for all of its kind keeps its fix.
func TestFixOfManyLinesIsKept(t *testing.T) {
	p := plan(t, func(d *poa.Document) {
		for i := range 2 * poa.MaxAlike {
			d.Lines = append(d.Lines, &budget.Line{ID: fmt.Sprint("x", i), Name: "Otra", Item: "36.1", Activities: []string{"informe"}})
		}
	})
	found := p.Check(today)
	require.Len(t, found, 1)
	assert.Equal(t, 2*poa.MaxAlike, found[0].Count)
	require.Len(t, found[0].Fixes, 1)
	fixed, _, err := p.Apply(&poa.Change{Edits: found[0].Fixes[0].Edits})
	require.NoError(t, err)
	assert.Empty(t, codes(fixed.Check(today)))
}
