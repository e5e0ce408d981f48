package main

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/calendar/term"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/mexico"
)

const insideBlackout norm.Code = "campaign.inside-blackout"

// conflicts returns the findings of campaigns inside a blackout, on a day before all
// years that the tests use.
func conflicts(p *poa.Plan) []norm.Finding {
	found := slices.Clone(p.Check(day("2020-01-02")))
	return slices.DeleteFunc(found, func(f norm.Finding) bool { return f.Code != insideBlackout })
}

// feastIn returns the plan with another fiscal year and its first campaign, that of the
// fiestas, moved to a month of that year, on the same days of the month.
func feastIn(t *testing.T, p *poa.Plan, year, month int) *poa.Plan {
	t.Helper()
	move := func(d calendar.Date) calendar.Date { return calendar.MustDate(year, month, d.Day()) }
	doc := p.Document()
	doc.FiscalYear = year
	feast := doc.Campaigns[0]
	feast.Span = calendar.Span{Start: move(feast.Span.Start), End: move(feast.Span.End)}
	feast.Event = move(feast.Event)
	for _, m := range feast.Media {
		m.Span = calendar.Span{Start: move(m.Span.Start), End: move(m.Span.End)}
	}
	moved, err := poa.New(p.Env(), doc)
	require.NoError(t, err)
	return moved
}

func TestFeastFallsInsideTheBlackout(t *testing.T) {
	found := conflicts(open(t))
	require.Len(t, found, 1)
	f := found[0]
	assert.Equal(t, norm.Path("campaigns[fiestas].span"), f.Path)
	assert.Equal(t, norm.Warning, f.Severity, "a projected blackout yields a warning")
	require.NotNil(t, f.Basis)
	assert.Equal(t, "LGCS art. 21", f.Basis.Cite())
	assert.Equal(t, norm.Projected, f.Basis.Status)
	args := map[string]string{}
	for _, a := range f.Args {
		text, err := a.Value.MarshalText()
		require.NoError(t, err)
		args[a.Name] = string(text)
	}
	assert.Equal(t, "2027-04-04", args["start"])
	assert.Equal(t, "2027-06-06", args["end"])
	assert.Equal(t, "2027-02-03", args["requestBy"])
	var ways []norm.Code
	for _, way := range f.Fixes {
		ways = append(ways, way.Code)
	}
	// A move after the blackout would announce a feast that is over.
	assert.Equal(t, []norm.Code{"fix.move-before-blackout", "fix.request-exception", "fix.claim-exception"}, ways)
}

func TestEveryMoveOfferedEndsTheConflict(t *testing.T) {
	plan := open(t)
	for _, way := range conflicts(plan)[0].Fixes {
		if len(way.Edits) == 0 {
			continue // advice without edits
		}
		next, _, err := plan.Apply(&poa.Change{Edits: way.Edits})
		require.NoError(t, err, way.Code)
		assert.Empty(t, conflicts(next), way.Code)
	}
}

func TestFeastInJulyHasNoConflict(t *testing.T) {
	assert.Empty(t, conflicts(feastIn(t, open(t), 2027, 7)))
}

func TestWithoutTheBlackoutOf2027(t *testing.T) {
	env := mexico.Env()
	env.Blackouts = slices.DeleteFunc(env.Blackouts, func(b term.Blackout) bool { return b.Span.Start.Year() == 2027 })
	plan, err := poa.Open(env, planJSON)
	require.NoError(t, err)
	assert.Empty(t, conflicts(plan))
}

func TestFeastOfOtherYears(t *testing.T) {
	for year, want := range map[int]norm.Status{
		2018: norm.Sourced, 2020: 0, 2021: norm.Sourced, 2024: norm.Sourced, 2025: 0, 2026: 0, 2028: 0, 2030: norm.Projected,
	} {
		found := conflicts(feastIn(t, open(t), year, 5))
		if want == 0 {
			assert.Empty(t, found, year)
			continue
		}
		if assert.Len(t, found, 1, year) {
			assert.Equal(t, want, found[0].Basis.Status, year)
			assert.Equal(t, want == norm.Sourced, found[0].Severity == norm.Blocking, year)
		}
	}
}

// The conflict is the only warning on a normal day; the other findings are illustrative
// values. In the first days of October one indicator has no capture of the third quarter.
func TestFindingsOfTheYear(t *testing.T) {
	plan := open(t)
	late := map[string][]norm.Path{"2027-10-04": {"indicators[com-11]"}}
	for _, d := range days {
		want := append([]norm.Path{"campaigns[fiestas].span"}, late[d]...)
		var got []norm.Path
		for _, f := range plan.Check(day(d)) {
			if f.Severity == norm.Suggestion {
				assert.Equal(t, norm.Code("value.illustrative"), f.Code, d)
				continue
			}
			got = append(got, f.Path)
		}
		assert.Equal(t, want, got, d)
	}
}

func TestAdministrations(t *testing.T) {
	a := open(t).Analyze(day("2027-09-30"))
	require.Len(t, a.Administrations(), 2)
	ids := func(s poa.AdministrationStatus) (activities, posts, closes []string) {
		for _, x := range s.Activities {
			activities = append(activities, x.ID)
		}
		for _, x := range s.Posts {
			posts = append(posts, x.ID)
		}
		for _, x := range s.Closes {
			closes = append(closes, x.ID)
		}
		return activities, posts, closes
	}
	assert.Equal(t, calendar.MustParseSpan("2024-10-01/2027-09-30"), a.Administrations()[0].Administration.Span)
	activities, posts, closes := ids(a.Administrations()[1])
	assert.Equal(t, []string{"oficina-actividades", "oficina-logros", "estrategias-evaluacion"}, activities)
	assert.Equal(t, []string{"titular-2027"}, posts)
	assert.Equal(t, []string{"jun-sep", "oct-dic"}, closes)
	activities, posts, closes = ids(a.Administrations()[0])
	assert.Len(t, activities, 9)
	assert.Equal(t, []string{"titular"}, posts)
	assert.Equal(t, []string{"ene-abr", "may"}, closes)
}
