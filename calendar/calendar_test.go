package calendar_test

import (
	"math"
	"strconv"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/rumbo-mx/rumbo/calendar"
)

func TestCompileErrors(t *testing.T) {
	for _, w := range []calendar.Span{
		{}, {Start: date("2027-01-01")}, {Start: date("2027-01-02"), End: date("2027-01-01")}, span("1900-01-01/2100-12-31"),
	} {
		_, err := calendar.Compile(town(), w)
		assert.ErrorIs(t, err, calendar.ErrWindow, "%v", w)
	}
	_, err := calendar.Compile(town(), span("2027-01-02/2027-01-03"))
	assert.ErrorIs(t, err, calendar.ErrNoBusinessDay, "a weekend")
	whole := town().With(calendar.Holiday{Key: "vacation", Rule: calendar.EachDay{Span: calendar.YearSpan(2027)}, Kind: calendar.Local})
	_, err = calendar.Compile(whole, calendar.YearSpan(2027))
	assert.ErrorIs(t, err, calendar.ErrNoBusinessDay, "a year off")

	longest := calendar.Span{Start: date("1950-01-01"), End: date("1950-01-01").AddDays(1<<16 - 2)}
	cal, err := calendar.Compile(town().Working(calendar.AllWeek), longest)
	require.NoError(t, err)
	assert.Equal(t, 1<<16-1-180-179, cal.CountBusinessDays(longest))
	assert.True(t, cal.IsBusinessDay(longest.End))
}

func TestBusinessDays(t *testing.T) {
	cal := compile(t, town(), "2026-01-01/2028-12-31")
	assert.Equal(t, "2026-01-01/2028-12-31", cal.Window().String())
	assert.Equal(t, "2020-01-01/2030-12-31", cal.Verified().String())
	assert.Equal(t, town(), cal.Profile())

	assert.False(t, cal.IsBusinessDay(date("2027-01-01")))
	assert.True(t, cal.IsBusinessDay(date("2027-02-24")), "a commemoration is a business day")
	assert.Equal(t, 20, cal.CountBusinessDays(span("2027-01-01/2027-01-31")))
	assert.Equal(t, 0, cal.CountBusinessDays(span("2027-01-01/2027-01-03")))
	assert.Equal(t, 1, cal.CountBusinessDays(span("2027-01-04/2027-01-04")))

	assert.Equal(t, "2027-01-04", cal.NextBusinessDay(date("2027-01-01")).String())
	assert.Equal(t, "2027-01-04", cal.NextBusinessDay(date("2027-01-04")).String())
	assert.Equal(t, "2026-12-31", cal.PreviousBusinessDay(date("2027-01-03")).String())
	assert.Equal(t, "2027-01-04", cal.PreviousBusinessDay(date("2027-01-04")).String())

	for _, c := range []struct {
		from string
		n    int
		want string
	}{
		{"2026-12-31", 1, "2027-01-04"},
		{"2027-01-01", 1, "2027-01-04"},
		{"2027-01-01", -1, "2026-12-31"},
		{"2027-01-04", -1, "2026-12-31"},
		{"2027-01-01", 0, "2027-01-01"},
		{"2027-09-27", 1, "2027-09-29"},
		{"2027-01-01", 259, "2027-12-31"},
	} {
		got, err := cal.AddBusinessDays(date(c.from), c.n)
		require.NoError(t, err)
		assert.Equal(t, c.want, got.String(), "%s + %d", c.from, c.n)
	}
}

func TestCalendarWithoutDates(t *testing.T) {
	cal := compile(t, town(), "2026-01-01/2028-12-31")
	day := date("2027-03-15")
	for _, none := range []calendar.Date{{}, calendar.FromDays(math.MaxInt32), calendar.FromDays(math.MinInt32)} {
		assert.False(t, cal.IsBusinessDay(none))
		assert.True(t, cal.NextBusinessDay(none).IsZero())
		assert.True(t, cal.PreviousBusinessDay(none).IsZero())
		assert.Zero(t, cal.Explain(none))
		_, err := cal.AddBusinessDays(none, 1)
		assert.ErrorContains(t, err, "calendar: ")
		for _, s := range []calendar.Span{{Start: day, End: none}, {Start: none, End: day}, {Start: none, End: none}} {
			assert.Zero(t, cal.CountBusinessDays(s))
			assert.Empty(t, cal.Holidays(s))
		}
	}
	reversed := calendar.Span{Start: day.AddDays(1), End: day}
	assert.Zero(t, cal.CountBusinessDays(reversed))
	assert.Empty(t, cal.Holidays(reversed))
}

// Adding beyond the years 1 to 9999 is an error.
func TestAddBeyondTheLastYear(t *testing.T) {
	cal := compile(t, town(), "2026-01-01/2028-12-31")
	for _, n := range []int{math.MaxInt, math.MinInt, 3_000_000, -3_000_000} {
		_, err := cal.AddBusinessDays(date("2027-03-15"), n)
		assert.ErrorIs(t, err, calendar.ErrNoBusinessDay, "%d", n)
	}
	assert.Equal(t, "9999-12-31", cal.NextBusinessDay(date("9999-12-31")).String())
	_, err := cal.AddBusinessDays(date("9999-12-31"), 1)
	assert.ErrorIs(t, err, calendar.ErrNoBusinessDay)
	_, err = cal.AddBusinessDays(date("0001-01-01"), -1)
	assert.ErrorIs(t, err, calendar.ErrNoBusinessDay)
	assert.Equal(t, cal.CountBusinessDays(span("0001-01-01/2025-12-31")),
		cal.CountBusinessDays(span("0001-01-01/2028-12-31"))-cal.CountBusinessDays(cal.Window()))
}

func TestExplain(t *testing.T) {
	cal := compile(t, town(), "2027-01-01/2027-12-31")
	e := cal.Explain(date("2027-02-24"))
	assert.True(t, e.BusinessDay)
	assert.False(t, e.Weekend)
	require.Len(t, e.Occurrences, 1)
	assert.Equal(t, "flag", e.Occurrences[0].Holiday.Key)

	e = cal.Explain(date("2028-01-01")) // a Saturday outside the window
	assert.False(t, e.BusinessDay)
	assert.True(t, e.Weekend)
	assert.Len(t, e.Occurrences, 1)
}

// Two rules on one day are two occurrences and one day off.
func TestTwoHolidaysOnOneDay(t *testing.T) {
	p := town().With(calendar.Holiday{Key: "feast", Rule: calendar.Fixed{Month: 9, Day: 28}, Valid: calendar.Always(), Kind: calendar.Local})
	cal := compile(t, p, "2027-01-01/2027-12-31")
	day := span("2027-09-28/2027-09-28")
	off := cal.Holidays(day)
	require.Len(t, off, 2)
	assert.Equal(t, "servant", off[0].Holiday.Key)
	assert.Equal(t, "feast", off[1].Holiday.Key)
	assert.Equal(t, 260-1, cal.CountBusinessDays(cal.Window()))
}

func TestCalendarIsImmutable(t *testing.T) {
	p := town()
	cal := compile(t, p, "2027-01-01/2027-12-31")
	p.Holidays[0].Rule = calendar.Fixed{Month: 7, Day: 7}
	cal.Profile().Holidays[0].Key = "spoilt"
	cal.Holidays(cal.Window())[0].Date = calendar.Date{}
	assert.Equal(t, "new-year", cal.Holidays(cal.Window())[0].Holiday.Key)
	assert.Equal(t, "2027-01-01", cal.Holidays(cal.Window())[0].Date.String())
	assert.False(t, cal.IsBusinessDay(date("2029-01-01")), "outside the window")
}

func TestConcurrentUse(t *testing.T) {
	cal := compile(t, town(), "2027-01-01/2027-12-31")
	var group sync.WaitGroup
	for range 4 {
		group.Add(1)
		go func() {
			defer group.Done()
			for d := date("2026-12-01"); d.Before(date("2028-02-01")); d = d.AddDays(1) {
				cal.IsBusinessDay(d)
				cal.Explain(d)
				cal.NextBusinessDay(d)
			}
		}()
	}
	group.Wait()
}

func TestBusinessDayAllocs(t *testing.T) {
	cal := compile(t, town(), "2026-01-01/2028-12-31")
	d, s := date("2027-03-15"), span("2027-01-01/2027-12-31")
	assert.Zero(t, testing.AllocsPerRun(100, func() {
		_ = cal.IsBusinessDay(d)
		_ = cal.CountBusinessDays(s)
		_, _ = cal.AddBusinessDays(d, 100)
		_, _ = cal.AddBusinessDays(d, -100)
		_ = cal.NextBusinessDay(d)
		_ = cal.PreviousBusinessDay(d)
		_, _ = cal.NthBusinessDay(s, -7)
		_, _ = cal.Roll(d, calendar.Nearest)
	}))
}

// model is an independent calendar, computed from the week and a set of days off.
type model struct {
	week calendar.WeekMask
	off  map[calendar.Date]bool
}

func (m model) worked(d calendar.Date) bool { return m.week.Works(d.Weekday()) && !m.off[d] }

// drawCalendar returns a random calendar over some years from 2026, and its model,
// which is valid from 2020 to 2040.
func drawCalendar(t *rapid.T) (*calendar.Calendar, model) {
	m := model{calendar.WeekMask(rapid.IntRange(1, 127).Draw(t, "week") << 1), map[calendar.Date]bool{}}
	p := town().Working(m.week)
	for year := 2020; year <= 2040; year++ {
		m.off[calendar.MustDate(year, 1, 1)] = true
		m.off[calendar.MustDate(year, 9, 28)] = true
	}
	for i, n := range rapid.SliceOfNDistinct(rapid.IntRange(0, 1500), 0, 8, rapid.ID).Draw(t, "off") {
		start := date("2026-01-01").AddDays(n)
		p = p.With(calendar.Holiday{
			Key:  string(rune('a' + i)),
			Rule: calendar.EachDay{Span: calendar.Span{Start: start, End: start.AddDays(2 * i)}},
			Kind: calendar.Local,
		})
		for d := 0; d <= 2*i; d++ {
			m.off[start.AddDays(d)] = true
		}
	}
	if rapid.Bool().Draw(t, "moved") {
		p = p.With(moved("2027-09-28", "2027-09-20")...)
		m.off[date("2027-09-28")], m.off[date("2027-09-20")] = false, true
	}
	start := date("2026-01-01").AddDays(rapid.IntRange(0, 400).Draw(t, "start"))
	cal, err := calendar.Compile(p, calendar.Span{Start: start, End: start.AddDays(rapid.IntRange(20, 1200).Draw(t, "days"))})
	if err != nil {
		require.ErrorIs(t, err, calendar.ErrNoBusinessDay)
		t.Skip("no business day in the window")
	}
	return cal, m
}

// drawDay draws a day in the window or within a year of it.
func drawDay(t *rapid.T, cal *calendar.Calendar, name string) calendar.Date {
	w := cal.Window()
	return w.Start.AddDays(rapid.IntRange(-400, w.Days()+400).Draw(t, name))
}

func TestCalendarAgainstModel(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cal, m := drawCalendar(t)
		a, b := drawDay(t, cal, "a"), drawDay(t, cal, "b")
		if b.Before(a) {
			a, b = b, a
		}
		s := calendar.Span{Start: a, End: b}
		n := 0
		var first, last calendar.Date
		for d := a; !d.After(b); d = d.AddDays(1) {
			worked := m.worked(d)
			if got := cal.IsBusinessDay(d); got != worked {
				t.Fatalf("IsBusinessDay(%v) = %v, want %v", d, got, worked)
			}
			if worked {
				n++
				if last = d; first.IsZero() {
					first = d
				}
			}
		}
		require.Equal(t, n, cal.CountBusinessDays(s), "CountBusinessDays(%v)", s)
		if n > 0 {
			require.Equal(t, first, cal.NextBusinessDay(a))
			require.Equal(t, last, cal.PreviousBusinessDay(b))
			// Counting from the day before, the n-th business day is the last.
			got, err := cal.AddBusinessDays(a.AddDays(-1), n)
			require.NoError(t, err)
			require.Equal(t, last, got)
			got, err = cal.AddBusinessDays(b.AddDays(1), -n)
			require.NoError(t, err)
			require.Equal(t, first, got)
		}
		off := map[calendar.Date]bool{}
		before := calendar.Date{}
		for _, o := range cal.Holidays(s) {
			if o.Date.Before(before) {
				t.Fatalf("Holidays lists %v after %v", o.Date, before)
			}
			before = o.Date
			off[o.Date] = true
		}
		for d := a; !d.After(b); d = d.AddDays(1) {
			if m.off[d] != off[d] {
				t.Fatalf("Holidays lists %v: %v, want %v", d, off[d], m.off[d])
			}
		}
	})
}

func TestAddRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cal, _ := drawCalendar(t)
		d := cal.NextBusinessDay(drawDay(t, cal, "day"))
		n := rapid.IntRange(-900, 900).Draw(t, "n")
		there, err := cal.AddBusinessDays(d, n)
		require.NoError(t, err)
		back, err := cal.AddBusinessDays(there, -n)
		require.NoError(t, err)
		require.Equal(t, d, back, "%v + %d = %v", d, n, there)
		if n > 0 {
			require.Equal(t, n+1, cal.CountBusinessDays(calendar.Span{Start: d, End: there}))
		}
	})
}

func TestCountIsAdditive(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cal, _ := drawCalendar(t)
		a := drawDay(t, cal, "a")
		whole := calendar.Span{Start: a, End: a.AddDays(rapid.IntRange(1, 9000).Draw(t, "days"))}
		cut := whole.Start.AddDays(rapid.IntRange(0, whole.Days()-2).Draw(t, "cut"))
		left := calendar.Span{Start: whole.Start, End: cut}
		right := calendar.Span{Start: cut.AddDays(1), End: whole.End}
		require.Equal(t, cal.CountBusinessDays(whole), cal.CountBusinessDays(left)+cal.CountBusinessDays(right))
	})
}

// Outside its window a calendar returns the same results as one compiled for those days.
func TestOutsideTheWindow(t *testing.T) {
	near := compile(t, town(), "2027-01-01/2027-12-31")
	wide := compile(t, town(), "1990-01-01/2100-12-31")
	for d := date("1990-01-01"); d.Before(date("2100-12-01")); d = d.AddDays(37) {
		s := calendar.Span{Start: d, End: d.AddDays(300)}
		if s.End.After(wide.Window().End) {
			break
		}
		assert.Equal(t, wide.IsBusinessDay(d), near.IsBusinessDay(d), "%v", d)
		assert.Equal(t, wide.CountBusinessDays(s), near.CountBusinessDays(s), "%v", s)
		assert.Equal(t, wide.NextBusinessDay(d), near.NextBusinessDay(d), "%v", d)
		assert.Equal(t, wide.PreviousBusinessDay(d), near.PreviousBusinessDay(d), "%v", d)
		assert.Len(t, near.Holidays(s), len(wide.Holidays(s)))
	}
}

// The capacity estimated for the days off is exceeded; the order is still right.
func TestManyDaysOff(t *testing.T) {
	p := calendar.Profile{Key: "busy", Week: calendar.MondayToFriday}
	for i := range 200 {
		p = p.With(calendar.Holiday{
			Key: strconv.Itoa(i), Rule: calendar.MustParseRule("01-01 (2028+2k) 300d"), Valid: calendar.Always(), Kind: calendar.Local,
		})
	}
	cal := compile(t, p, "2027-01-01/2030-12-31")
	days := cal.Holidays(calendar.YearSpan(2028))
	require.Len(t, days, 200*300)
	for i, o := range days {
		require.Equal(t, calendar.MustDate(2028, 1, 1).AddDays(i/200), o.Date)
		require.Equal(t, strconv.Itoa(i%200), o.Holiday.Key, "in the order of the profile")
	}
}
