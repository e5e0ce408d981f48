package calendar_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/rumbo-mx/rumbo/calendar"
)

// What a parser accepts it writes back unchanged; UnmarshalText agrees with it.

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"2027-03-15", "0001-01-01", "9999-12-31", "2028-02-29", "2027-02-29", "+027-01-01", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := calendar.ParseDate(s)
		if (err == nil) == d.IsZero() {
			t.Fatalf("ParseDate(%q) = %v, %v", s, d, err)
		}
		if err == nil && d.String() != s {
			t.Fatalf("ParseDate(%q).String() = %q", s, d)
		}
		var u calendar.Date
		if uerr := u.UnmarshalText([]byte(s)); s != "" && ((uerr == nil) != (err == nil) || u != d) {
			t.Fatalf("UnmarshalText(%q) = %v, %v; ParseDate = %v, %v", s, u, uerr, d, err)
		}
	})
}

func FuzzParseMonth(f *testing.F) {
	for _, s := range []string{"2027-03", "0001-01", "9999-12", "2027-13", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		m, err := calendar.ParseMonth(s)
		if (err == nil) == m.IsZero() {
			t.Fatalf("ParseMonth(%q) = %v, %v", s, m, err)
		}
		if err == nil && m.String() != s {
			t.Fatalf("ParseMonth(%q).String() = %q", s, m)
		}
	})
}

func FuzzParseSpan(f *testing.F) {
	for _, s := range []string{"2027-01-01/2027-04-30", "2027-01-01/2027-01-01", "2027-01-02/2027-01-01", "/", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		v, err := calendar.ParseSpan(s)
		if (err == nil) != v.Valid() {
			t.Fatalf("ParseSpan(%q) = %v, %v", s, v, err)
		}
		if err == nil && v.String() != s {
			t.Fatalf("ParseSpan(%q).String() = %q", s, v)
		}
	})
}

func FuzzWeekMask(f *testing.F) {
	for _, s := range []string{"1111100", "1111110", "0000000", "1111111", "11111000", "111110", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var m calendar.WeekMask
		if err := m.UnmarshalText([]byte(s)); err != nil {
			if m != 0 {
				t.Fatalf("an error on %q left %v", s, m)
			}
			return
		}
		if back, err := m.MarshalText(); err != nil || string(back) != s {
			t.Fatalf("%q came back as %q, %v", s, back, err)
		}
	})
}

func FuzzParseRule(f *testing.F) {
	for _, s := range []string{
		"01-01", "02-29", "Feb Mon1", "May Sun-1", "Easter", "Easter-3", "Easter+250", "12-01 (1994+6k)", "05-11 5d", "12-30 (2024+6k) 300d",
		"2024-06-02, 2027-06-06 projected", "2027-05-11/2027-05-15", "2024-06-02 disputed (1+1k) 2d", "01-01 (0+1k)", "", " 5d", "(1+1k)", "Easter--3",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r, err := calendar.ParseRule(s)
		if err != nil {
			if r != nil {
				t.Fatalf("ParseRule(%q) = %v with an error", s, r)
			}
			return
		}
		if r.String() != s {
			t.Fatalf("ParseRule(%q).String() = %q", s, r)
		}
		if err := r.Validate(); err != nil {
			t.Fatalf("ParseRule(%q) is not valid: %v", s, err)
		}
		for _, year := range []int{1, 2024, 2027, 9999} {
			before := calendar.Date{}
			days, err := calendar.DaysOf(r, year)
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range days {
				if d.Year() != year || !d.After(before) {
					t.Fatalf("%q falls on %v in %d, after %v", s, d, year, before)
				}
				before = d
			}
		}
	})
}

// Whatever a town decides, the answer is a profile that can be compiled or errors
// that each name an element.
func FuzzAdjustments(f *testing.F) {
	f.Add(2027, "1111110", "a", "08-16", "servant", 20, 40, 5, "x")
	f.Add(0, "", "a", "05-11 5d", "", 0, 0, 0, "")
	f.Add(10000, "0000001", "flag", "Feb Mon1", "flag", -9, 9999999, 400, "y")
	f.Fuzz(func(t *testing.T, year int, week, id, rule, key string, from, to, days int, act string) {
		day := func(n int) calendar.Date { return calendar.MustDate(2027, 1, 1).AddDays(n) }
		one := func(d calendar.Date) calendar.Span { return calendar.Span{Start: d, End: d} }
		run := calendar.Span{Start: day(from), End: day(from).AddDays(days)}
		a := calendar.Adjustments{
			Year: year,
			OwnDays: []*calendar.Adjustment{
				{ID: id, Kind: calendar.LocalDay, Rule: rule, Valid: calendar.Span{Start: day(to)}},
				{ID: id + "2", Kind: calendar.LocalDay, Span: run},
				{ID: id + "m", Kind: calendar.WorkDay, Span: one(day(from)), Instead: day(to), Reason: act, Document: act},
				{ID: id + "v", Kind: calendar.Vacation, Span: run},
				{ID: id + "n", Kind: calendar.MovedDay, Span: one(day(to)), Instead: day(days), Reason: act, Document: act},
				{ID: id + "h", Kind: calendar.HalfDay, Span: one(day(days))},
				{ID: key, Kind: calendar.HalfDay, Rule: rule, Valid: run},
				{ID: id + "a", Kind: calendar.DayOff, Name: key, Span: run, Reason: act, Document: act},
				{ID: id + "r", Kind: calendar.WorkDay, Holiday: key, Reason: act, Document: act},
				{ID: rule, Kind: calendar.WorkDay, Span: run, Reason: act, Document: act},
				{ID: week, Kind: calendar.AdjustmentKind(days), Rule: rule, Valid: run, Holiday: key, Instead: day(to)},
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
			if changed := base.Moved(day(days), day(from), "a", "b"); changed.Validate() == nil {
				base = changed
			}
		}
		p, err := a.Apply(base)
		settled, wrong := a.Settle(base)
		if (err == nil) != (len(wrong) == 0) {
			t.Fatalf("Apply says %v and Settle %v", err, wrong)
		}
		for _, w := range wrong {
			if w.Code == "" || w.Severity == 0 || !strings.HasPrefix(w.Error(), "calendar: adjustments: ") {
				t.Fatalf("%#v says nothing", w)
			}
		}
		if err != nil {
			var first *calendar.AdjustmentError
			if !errors.As(err, &first) || first.Error() != wrong[0].Error() {
				t.Fatalf("%v does not begin with %v", err, wrong[0])
			}
			p = settled
		}
		if _, err := calendar.Compile(p, calendar.YearSpan(2027)); err != nil && !errors.Is(err, calendar.ErrNoBusinessDay) {
			t.Fatalf("what was settled does not compile: %v", err)
		}
	})
}
