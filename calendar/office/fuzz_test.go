package office_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/office"
)

// For any adjustments, the resulting profile compiles or has no business day, and each
// error has a code and a severity.
func FuzzAdjustments(f *testing.F) {
	f.Add(2027, "1111110", "a", "08-16", "servant", 20, 40, 5, "x")
	f.Add(0, "", "a", "05-11 5d", "", 0, 0, 0, "")
	f.Add(10000, "0000001", "flag", "Feb Mon1", "flag", -9, 9999999, 400, "y")
	f.Fuzz(func(t *testing.T, year int, week, id, rule, key string, from, to, days int, act string) {
		day := func(n int) calendar.Date { return calendar.MustDate(2027, 1, 1).AddDays(n) }
		one := func(d calendar.Date) calendar.Span { return calendar.Span{Start: d, End: d} }
		run := calendar.Span{Start: day(from), End: day(from).AddDays(days)}
		a := office.Adjustments{
			Year: year,
			OwnDays: []*office.Adjustment{
				{ID: id, Kind: office.LocalDay, Rule: rule, Valid: calendar.Span{Start: day(to)}},
				{ID: id + "2", Kind: office.LocalDay, Span: run},
				{ID: id + "m", Kind: office.WorkDay, Span: one(day(from)), Instead: day(to), Reason: act, Document: act},
				{ID: id + "v", Kind: office.Vacation, Span: run},
				{ID: id + "n", Kind: office.MovedDay, Span: one(day(to)), Instead: day(days), Reason: act, Document: act},
				{ID: id + "h", Kind: office.HalfDay, Span: one(day(days))},
				{ID: key, Kind: office.HalfDay, Rule: rule, Valid: run},
				{ID: id + "a", Kind: office.DayOff, Name: key, Span: run, Reason: act, Document: act},
				{ID: id + "r", Kind: office.WorkDay, Holiday: key, Reason: act, Document: act},
				{ID: rule, Kind: office.WorkDay, Span: run, Reason: act, Document: act},
				{ID: week, Kind: office.AdjustmentKind(days), Rule: rule, Valid: run, Holiday: key, Instead: day(to)},
				nil,
			},
		}
		if from%2 == 0 {
			a.OwnDays = a.OwnDays[:11-days&7]
		}
		for _, c := range week {
			a.WorkWeek = append(a.WorkWeek, calendar.Weekday(c-'0'))
		}
		base := town()
		if days%5 == 0 {
			opened := calendar.Holiday{Key: "o", Rule: calendar.EachDay{Span: one(day(days))}, Kind: calendar.Employer, Effect: calendar.Open}
			if changed := base.With(opened); changed.Validate() == nil {
				base = changed
			}
		}
		p, err := a.Apply(base)
		adjusted, problems := a.ApplyValid(base)
		if (err == nil) != (len(problems) == 0) {
			t.Fatalf("Apply returned %v, ApplyValid %v", err, problems)
		}
		for _, w := range problems {
			if w.Code == "" || w.Severity == 0 || !strings.HasPrefix(w.Error(), "office: adjustments: ") {
				t.Fatalf("%#v is incomplete", w)
			}
		}
		if err != nil {
			var first *office.Error
			if !errors.As(err, &first) || first.Error() != problems[0].Error() {
				t.Fatalf("first error of %v, want %v", err, problems[0])
			}
			p = adjusted
		}
		if _, err := calendar.Compile(p, calendar.YearSpan(2027)); err != nil && !errors.Is(err, calendar.ErrNoBusinessDay) {
			t.Fatalf("the result does not compile: %v", err)
		}
	})
}
