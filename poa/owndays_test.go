package poa_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/office"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/mexico"
)

// The patron feast, the vacations and the moved day of a town are own days of its plan.
// Business days are counted with them.
func ExampleDocument_ownDays() {
	doc, err := poa.Empty("tonaya-2027", 2027)
	if err != nil {
		fmt.Println(err)
		return
	}
	doc.Calendar = "jalisco"
	doc.OwnDays = []*office.Adjustment{
		{ID: "feria", Kind: office.LocalDay, Name: "Fiestas patronales", Span: span("2027-05-13", "2027-05-14"), Document: "Acuerdo 3/2026"},
		{
			ID: "puente", Kind: office.MovedDay, Span: span("2027-09-28", "2027-09-28"), Instead: calendar.MustDate(2027, 9, 27),
			Reason: "Puente", Document: "Circular 12/2027",
		},
		{ID: "verano", Kind: office.Vacation, Name: "Vacaciones de verano", Span: span("2027-07-19", "2027-07-30")},
	}
	p, err := poa.New(mexico.Env(), doc)
	if err != nil {
		fmt.Println(err)
		return
	}
	cal := p.Analyze(calendar.MustDate(2027, 1, 11)).Calendar
	fmt.Println("May:", cal.CountBusinessDays(span("2027-05-01", "2027-05-31")))
	fmt.Println("27 and 28 September:", cal.IsBusinessDay(calendar.MustDate(2027, 9, 27)), cal.IsBusinessDay(calendar.MustDate(2027, 9, 28)))
	fmt.Println("first day after 16 July:", cal.NextBusinessDay(calendar.MustDate(2027, 7, 17)))
	// Output:
	// May: 18
	// 27 and 28 September: false true
	// first day after 16 July: 2027-08-02
}

// If an own day is invalid, the others are in force, and the finding remains after edits
// of other parts of the plan.
func TestInvalidOwnDay(t *testing.T) {
	p := plan(t, own(
		office.Adjustment{Kind: office.LocalDay, Name: "Fiesta", Span: span("2027-05-13", "2027-05-14")},
		office.Adjustment{ID: "d2", Kind: office.DayOff, Span: span("2027-05-17", "2027-05-17"), Reason: "Luto"},
	))
	was := plan(t, nil).Analyze(today).Activities[0].BusinessDays
	a := p.Analyze(today)
	assert.Equal(t, was-2, a.Activities[0].BusinessDays)
	assert.Equal(t, []string{"calendar.adjustment-missing ownDays[d2].document"}, codes(a.Findings))

	renamed, _, err := p.Apply(set("title", `"Otro"`))
	require.NoError(t, err)
	assert.Same(t, a.Calendar, renamed.Analyze(today).Calendar, "the calendar is not compiled again")
	assert.Equal(t, codes(a.Findings), codes(renamed.Check(today)))

	fixed, undo, err := renamed.Apply(set("ownDays[d2].document", `"Oficio 4"`))
	require.NoError(t, err)
	assert.Empty(t, fixed.Check(today))
	assert.Equal(t, was-3, fixed.Analyze(today).Activities[0].BusinessDays)
	back, _, err := fixed.Apply(undo)
	require.NoError(t, err)
	assert.Equal(t, codes(a.Findings), codes(back.Check(today)))
	assert.Equal(t, was-2, back.Analyze(today).Activities[0].BusinessDays)
}

// OwnDays returns the effect of each own day on the year, and whether it is in force.
func TestOwnDays(t *testing.T) {
	p := plan(t, own(
		office.Adjustment{Kind: office.Vacation, Span: span("2027-07-19", "2027-07-30")},
		office.Adjustment{ID: "move", Kind: office.MovedDay, Span: span("2027-09-28", "2027-09-28"), Instead: calendar.MustDate(2027, 9, 27), Reason: "a", Document: "b"},
		office.Adjustment{ID: "gone", Kind: office.WorkDay, Holiday: "october-12", Reason: "a", Document: "b"},
		office.Adjustment{ID: "sunday", Kind: office.WorkDay, Span: span("2027-05-23", "2027-05-23"), Reason: "a", Document: "b"},
		office.Adjustment{ID: "feast", Kind: office.LocalDay, Rule: "05-15 3d", Valid: calendar.Always()},
		office.Adjustment{ID: "half", Kind: office.HalfDay, Span: span("2027-03-24", "2027-03-24")},
		office.Adjustment{ID: "draft", Kind: office.DayOff, Span: span("2027-10-04", "2027-10-04")},
		office.Adjustment{ID: "unread", Kind: office.LocalDay, Rule: "?", Valid: calendar.Always()},
	))
	effects, idle := map[string]int{}, map[string]bool{}
	list := p.Analyze(today).OwnDays()
	for _, d := range list {
		effects[d.ID], idle[d.ID] = d.Effect, d.Idle
	}
	assert.Equal(t, map[string]int{"d1": -10, "move": 0, "gone": 1, "sunday": 1, "feast": -1, "half": 0, "draft": 0, "unread": 0}, effects)
	assert.Equal(t, map[string]bool{"d1": false, "move": false, "gone": false, "sunday": false, "feast": false, "half": false, "draft": true, "unread": true}, idle)
	require.Len(t, list[1].Holidays, 1)
	assert.Equal(t, calendar.MustDate(2027, 9, 28), list[1].Holidays[0].Date)
	assert.Equal(t, "12 de octubre", list[2].Holidays[0].Holiday.Name.ES)
	assert.Nil(t, plan(t, nil).Analyze(today).OwnDays())
	assert.True(t, plan(t, func(d *poa.Document) {
		d.Calendar = ""
		own(office.Adjustment{Kind: office.Vacation, Span: span("2027-07-19", "2027-07-30")})(d)
	}).Analyze(today).OwnDays()[0].Idle)
}

// A plan may combine several profiles, and have its own work week.
func TestComposedCalendar(t *testing.T) {
	holyThursday, saturday := calendar.MustDate(2027, 3, 25), calendar.MustDate(2027, 5, 29)
	for name, works := range map[string][2]bool{"jalisco": {true, false}, "jalisco + bancos": {false, false}} {
		cal := plan(t, func(d *poa.Document) { d.Calendar = name }).Analyze(today).Calendar
		assert.Equal(t, works, [2]bool{cal.IsBusinessDay(holyThursday), cal.IsBusinessDay(saturday)}, name)
		assert.Equal(t, name, cal.Profile().Key)
	}
	six := plan(t, func(d *poa.Document) { d.WorkWeek = []calendar.Weekday{1, 2, 3, 4, 5, 6} }).Analyze(today).Calendar
	assert.True(t, six.IsBusinessDay(saturday))
}

// Own days do not move legal deadlines: 30 April 2027 is the last business day of the
// month, also if the office is on vacation.
func TestOwnDaysDoNotMoveDeadlines(t *testing.T) {
	evaluation := func(p *poa.Plan) calendar.Date {
		list, _ := p.Analyze(calendar.MustDate(2027, 4, 1)).DueFirst(40, 100)
		for _, d := range list {
			if d.Kind == poa.DueDeadline && d.Basis.Law == "LGCG" && d.Basis.Article == "79" {
				return d.Date
			}
		}
		return calendar.Date{}
	}
	last := calendar.MustDate(2027, 4, 30)
	assert.Equal(t, last, evaluation(plan(t, nil)))
	assert.Equal(t, last, evaluation(plan(t, own(office.Adjustment{Kind: office.Vacation, Span: span("2027-04-26", "2027-05-07")}))))
}

// An own day that conflicts with an adjustment of the profile is a finding, and is not in
// force.
func TestOwnDaysWithAnAdjustedProfile(t *testing.T) {
	env := *mexico.Env()
	moved := office.Adjustments{OwnDays: []*office.Adjustment{{
		ID: "puente", Kind: office.MovedDay, Span: span("2027-09-28", "2027-09-28"), Instead: calendar.MustDate(2027, 9, 27),
		Reason: "Puente", Document: "Circular 9",
	}}}
	town, err := moved.Apply(env.Profiles[0])
	require.NoError(t, err)
	town.Key = "town"
	env.Profiles = []calendar.Profile{town}
	doc := &poa.Document{Schema: poa.Schema, ID: "p", FiscalYear: 2027, Calendar: "town"}
	own(
		office.Adjustment{Kind: office.Vacation, Name: "Vacaciones", Span: span("2027-09-20", "2027-09-30")},
		office.Adjustment{ID: "d2", Kind: office.LocalDay, Name: "Fiesta", Span: span("2027-05-13", "2027-05-14")},
	)(doc)
	p, err := poa.New(&env, doc)
	require.NoError(t, err)
	a := p.Analyze(today)
	assert.Contains(t, codes(a.Findings), "calendar.adjustment-conflict ownDays[d1].span")
	assert.False(t, a.Calendar.IsBusinessDay(calendar.MustDate(2027, 5, 13)))
	assert.True(t, a.Calendar.IsBusinessDay(calendar.MustDate(2027, 9, 28)))
}

// An invalid profile is a finding, also if there are own days.
func TestOwnDaysWithAnInvalidProfile(t *testing.T) {
	env := *mexico.Env()
	env.Profiles = []calendar.Profile{{Key: "broken", Week: calendar.MondayToFriday, Holidays: []calendar.Holiday{{Key: "x", Kind: calendar.Local}}}}
	doc := town()
	doc.Calendar = "broken"
	own(office.Adjustment{Kind: office.DayOff, Span: span("2027-05-17", "2027-05-17"), Reason: "Luto", Document: "Oficio 4"})(doc)
	p, err := poa.New(&env, doc)
	require.NoError(t, err)
	assert.Contains(t, codes(p.Check(today)), "plan.calendar-invalid calendar")
}
