package calendar_test

import (
	"testing"

	"github.com/rumbo-mx/rumbo/calendar"
)

// The fuzz tests check that String returns the text that was parsed, and that
// UnmarshalText accepts the same texts as the parser.

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
				t.Fatalf("UnmarshalText(%q) returned an error and set %v", s, m)
			}
			return
		}
		if back, err := m.MarshalText(); err != nil || string(back) != s {
			t.Fatalf("MarshalText after UnmarshalText(%q) = %q, %v", s, back, err)
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
