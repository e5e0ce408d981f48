package office_test

import (
	"fmt"
	"runtime"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/mx"
	"github.com/rumbo-mx/rumbo/calendar/office"
)

// allocated returns the bytes that a function allocates.
func allocated(f func()) float64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return float64(after.TotalAlloc - before.TotalAlloc)
}

// n adjustments take memory in proportion to n, whatever their kinds and problems.
func TestApplyGrowsLinearly(t *testing.T) {
	cal, err := calendar.Compile(mx.Jalisco(), calendar.YearSpan(2027))
	require.NoError(t, err)
	worked := slices.Collect(cal.BusinessDays(calendar.YearSpan(2027)))
	one := func(d calendar.Date) calendar.Span { return calendar.Span{Start: d, End: d} }
	for name, c := range map[string]struct {
		year     int
		problems int // for each adjustment
		make     func(i int) office.Adjustment
	}{
		"days off":  {2027, 0, func(i int) office.Adjustment { return office.Adjustment{Kind: office.DayOff, Span: one(worked[i])} }},
		"vacations": {2027, 0, func(i int) office.Adjustment { return office.Adjustment{Kind: office.Vacation, Span: one(worked[i])} }},
		"half days": {2027, 0, func(i int) office.Adjustment { return office.Adjustment{Kind: office.HalfDay, Span: one(worked[i])} }},
		"rules": {2027, 0, func(i int) office.Adjustment {
			return office.Adjustment{Kind: office.LocalDay, Rule: worked[i].String()[5:], Valid: calendar.Span{Start: worked[0]}}
		}},
		"rules of any year": {0, 0, func(i int) office.Adjustment {
			return office.Adjustment{Kind: office.LocalDay, Rule: worked[i].String()[5:], Valid: calendar.Span{Start: worked[0]}}
		}},
		"problems": {2027, 1, func(i int) office.Adjustment {
			return office.Adjustment{Kind: office.DayOff, Span: calendar.Span{Start: worked[i+1], End: worked[i]}}
		}},
		"overlaps": {2027, 1, func(int) office.Adjustment { return office.Adjustment{Kind: office.DayOff, Span: one(worked[7])} }},
		"one holiday": {2027, 1, func(int) office.Adjustment {
			return office.Adjustment{Kind: office.WorkDay, Holiday: "christmas"}
		}},
	} {
		t.Run(name, func(t *testing.T) {
			use := func(n int) float64 {
				own := office.Adjustments{Year: c.year}
				for i := range n {
					a := c.make(i)
					a.ID, a.Reason, a.Document = fmt.Sprint("d", i), "r", "d"
					own.OwnDays = append(own.OwnDays, &a)
				}
				return allocated(func() {
					_, problems := own.ApplyValid(mx.Jalisco())
					assert.InDelta(t, c.problems*n, len(problems), 1)
				})
			}
			use(10)
			small, large := use(50), use(200)
			assert.Less(t, large/small, 5.5, "four times as many adjustments take %.0f and %.0f bytes", small, large)
		})
	}
}

// The oracle of many adjustments: a day is worked if no adjustment of one kind, each on
// its own day, changes it.
func TestManyAdjustments(t *testing.T) {
	cal, err := calendar.Compile(mx.Jalisco(), calendar.YearSpan(2027))
	require.NoError(t, err)
	own, changed := office.Adjustments{Year: 2027}, map[calendar.Date]bool{}
	for d := range calendar.YearSpan(2027).All() {
		day := calendar.Span{Start: d, End: d}
		a := office.Adjustment{ID: d.String(), Span: day, Reason: "r", Document: "d"}
		switch {
		case d.Days()%3 == 0 && cal.IsBusinessDay(d):
			a.Kind = office.DayOff
		case d.Days()%3 == 1 && !cal.IsBusinessDay(d):
			a.Kind = office.WorkDay
		default:
			continue
		}
		own.OwnDays, changed[d] = append(own.OwnDays, &a), true
	}
	p, err := own.Apply(mx.Jalisco())
	require.NoError(t, err)
	adjusted, err := calendar.Compile(p, calendar.YearSpan(2027))
	require.NoError(t, err)
	require.Greater(t, len(changed), 100)
	for d := range calendar.YearSpan(2027).All() {
		assert.Equal(t, cal.IsBusinessDay(d) != changed[d], adjusted.IsBusinessDay(d), d)
		assert.Equal(t, p.Works(d), adjusted.IsBusinessDay(d), d)
	}
}
