package calendar_test

import (
	"testing"
	"time"

	"github.com/rumbo-mx/rumbo/calendar"
)

// Package time has its own algorithm for civil dates.
func TestEveryDayAgainstTime(t *testing.T) {
	stop := time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC)
	d := calendar.FromDays(-719162)
	var buf [10]byte
	for when := time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC); when.Before(stop); when = when.AddDate(0, 0, 1) {
		y, m, day := d.Civil()
		ty, tm, td := when.Date()
		if y != ty || m != int(tm) || day != td {
			t.Fatalf("FromDays(%d).Civil() = %d-%d-%d, want %d-%d-%d", d.Days(), y, m, day, ty, tm, td)
		}
		if got, err := calendar.NewDate(y, m, day); err != nil || got != d {
			t.Fatalf("NewDate(%d, %d, %d) = %v, %v, want %v", y, m, day, got, err, d)
		}
		if got, want := int(d.Weekday())%7, int(when.Weekday()); got != want {
			t.Fatalf("%v.Weekday() = %d, want %d", d, got, want)
		}
		if day == 1 || y >= 1583 && y <= 2500 {
			if got, want := d.YearDay(), when.YearDay(); got != want {
				t.Fatalf("%v.YearDay() = %d, want %d", d, got, want)
			}
			text, _ := d.AppendText(buf[:0])
			if got, want := string(text), when.Format(time.DateOnly); got != want {
				t.Fatalf("AppendText = %s, want %s", got, want)
			}
			if got, err := calendar.ParseDate(string(text)); err != nil || got != d {
				t.Fatalf("ParseDate(%s) = %v, %v", text, got, err)
			}
		}
		d = d.AddDays(1)
	}
	if !d.IsZero() {
		t.Fatalf("the day after 9999-12-31 = %v, want no date", d)
	}
}

// ParseDate accepts the same text as package time, for any byte at every place of a
// date, next to a byte at the edge of the ranges of digits and hyphens.
func TestParseDateAgainstTime(t *testing.T) {
	edges := []byte("\x00\x06,-./0129:;?@P\x7f\x80\xcf\xf0\xf9\xfa\xff")
	for _, text := range []string{"0001-01-01", "2024-02-29", "2023-09-28", "9999-12-31"} {
		for i := range len(text) - 1 {
			for v := range 256 {
				for _, w := range edges {
					b := []byte(text)
					b[i], b[i+1] = byte(v), w
					checkAgainstTime(t, string(b))
					b[i], b[i+1] = w, byte(v)
					checkAgainstTime(t, string(b))
				}
			}
		}
	}
}

func checkAgainstTime(t *testing.T, s string) {
	t.Helper()
	d, err := calendar.ParseDate(s)
	want, wantErr := time.Parse(time.DateOnly, s)
	if ok := wantErr == nil && want.Year() > 0; ok != (err == nil) {
		t.Fatalf("ParseDate(%q) = %v, %v, package time returns %v, %v", s, d, err, want, wantErr)
	}
	if err == nil && d.String() != s {
		t.Fatalf("ParseDate(%q) = %v", s, d)
	}
}
