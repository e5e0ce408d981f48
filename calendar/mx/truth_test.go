package mx_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/mx"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// assertTable compares days with the rows of a table, which name a day as the decree does
// but without "En conmemoración del" and the date of publication.
func assertTable(t *testing.T, rows [][]string, days []calendar.Occurrence) {
	t.Helper()
	require.Len(t, days, len(rows))
	for i, o := range days {
		assert.Equal(t, rows[i][0], o.Date.String())
		name := strings.TrimPrefix(o.Holiday.Name.ES, "En conmemoración del ")
		want, _, _ := strings.Cut(rows[i][1], " (DOF")
		assert.Equal(t, want, name, o.Date.String())
	}
}

func TestAPFDayByDay(t *testing.T) {
	cal := compile(t, mx.APF(), "2000-01-01/2030-12-31")
	assertTable(t, table(t, "apf.csv"), cal.Holidays(cal.Window()))
}

func TestBancosDayByDay(t *testing.T) {
	cal := compile(t, mx.Bancos(), "2010-01-01/2030-12-31")
	days := cal.Holidays(cal.Window())
	rows := table(t, "bancos.csv")
	assertTable(t, rows, days)
	for i, o := range days {
		// "published list seen", or "pattern". The list of 2019 was read later, and
		// the press of the time has the days of 2010 and 2024 that break the pattern.
		read := rows[i][2] == "published list seen" || o.Date.Year() == 2019 || o.Date.String() == "2010-09-17" || o.Date.String() == "2024-10-01"
		want := norm.FromMemory
		switch {
		case read:
			want = norm.Sourced
		case o.Date.Year() > 2026:
			want = norm.Projected
		}
		assert.Equal(t, want, o.Status, rows[i][0])
	}
}

// daysOff returns the days off of a profile in a year. It is independent of the rules of
// package calendar and was written from the decrees, not from the tables of this package.
func daysOff(profile string, y int) []string {
	var days []string
	add := func(from string, d calendar.Date) {
		if !d.Before(calendar.MustParseDate(from)) {
			days = append(days, d.String())
		}
	}
	on := func(m, d int) calendar.Date { return calendar.MustDate(y, m, d) }
	monday := func(m, nth int) calendar.Date {
		d := on(m, 1)
		for d.Weekday() != calendar.Monday {
			d = d.AddDays(1)
		}
		return d.AddDays(7 * (nth - 1))
	}
	either := func(isFixed bool, fixed, moved calendar.Date) calendar.Date {
		if isFixed {
			return fixed
		}
		return moved
	}
	start := map[string]string{"lft": "1970-05-01", "apf": "1993-10-06", "jalisco": "2006-12-03", "bancos": "2006-01-01"}[profile]

	add(start, on(1, 1))
	add(start, either(y < 2006, on(2, 5), monday(2, 1)))
	add(start, either(y < 2007, on(3, 21), monday(3, 3)))
	add(start, on(5, 1))
	add(start, on(9, 16))
	add(start, either(y < 2006, on(11, 20), monday(11, 3)))
	add(start, on(12, 25))
	if profile != "jalisco" {
		if y <= 2018 && (y-1970)%6 == 0 {
			add(start, on(12, 1))
		}
		if y >= 2024 && (y-2024)%6 == 0 {
			add(start, on(10, 1))
		}
	}
	if profile == "apf" || profile == "jalisco" {
		add(start, on(5, 5))
	}
	switch profile {
	case "lft", "apf":
		if y >= 1988 && y <= 2075 && (y-1988)%3 == 0 {
			vote := on(7, 1)
			switch {
			case y == 1988:
				vote = on(7, 6)
			case y == 1991:
				vote = on(8, 18)
			case y == 1994:
				vote = on(8, 21)
			case y == 2015 || y >= 2021:
				vote = on(6, 1)
				fallthrough
			default:
				for vote.Weekday() != calendar.Sunday {
					vote = vote.AddDays(1)
				}
			}
			add("1987-12-23", vote)
		}
	}
	switch {
	case profile == "apf" && y == 2010:
		add(start, on(9, 15))
		add(start, on(9, 17))
	case profile == "jalisco":
		add(start, on(9, 28))
		add(start, on(10, 12))
		add(start, on(11, 2))
		if y == 2023 {
			add(start, on(6, 16))
		}
		if y >= 2024 {
			add(start, monday(6, 2))
		}
	case profile == "bancos":
		easter := calendar.Easter(y)
		add(start, easter.AddDays(-3))
		add(start, easter.AddDays(-2))
		add(start, on(11, 2))
		add(start, on(12, 12))
		if y == 2010 {
			add(start, on(9, 17))
		}
	}
	slices.Sort(days)
	return days
}

// The profiles agree with the law in years outside the tables of testdata, too.
func TestProfilesAgainstLaw(t *testing.T) {
	for _, key := range []string{"lft", "apf", "jalisco", "bancos"} {
		t.Run(key, func(t *testing.T) {
			p, ok := mx.ProfileByKey(key)
			require.True(t, ok)
			cal := compile(t, p, "1960-01-01/2076-12-31")
			total := 0
			for y := 1960; y <= 2076; y++ {
				var got []string
				for _, o := range cal.Holidays(calendar.YearSpan(y)) {
					got = append(got, o.Date.String())
				}
				assert.Equal(t, daysOff(key, y), got, y)
				total += len(got)
			}
			assert.Greater(t, total, 600)
		})
	}
}

// The status of days that are not certain, and of some that are.
func TestStatusOfDoubtfulDays(t *testing.T) {
	for _, c := range []struct {
		profile calendar.Profile
		date    string
		want    norm.Status
	}{
		{mx.Jalisco(), "2025-06-09", norm.Sourced},
		{mx.Jalisco(), "2026-06-08", norm.Disputed},
		{mx.Jalisco(), "2027-06-14", norm.Disputed},
		{mx.LFT(), "1994-08-21", norm.FromMemory},
		{mx.LFT(), "2024-06-02", norm.Sourced},
		{mx.LFT(), "2027-06-06", norm.Projected},
		{mx.APF(), "1994-05-05", norm.FromMemory},
		{mx.APF(), "2006-03-21", norm.FromMemory},
		{mx.APF(), "2007-03-19", norm.Sourced},
		{mx.APF(), "2010-09-17", norm.Sourced},
		{mx.APF(), "2024-10-01", norm.Sourced},
		{mx.APF(), "2027-06-06", norm.Projected},
		{mx.Bancos(), "2006-03-21", norm.Disputed},
		{mx.Bancos(), "2010-09-17", norm.Sourced},
		{mx.Bancos(), "2024-10-01", norm.Sourced},
		{mx.Bancos(), "2026-04-02", norm.Sourced},
		{mx.Bancos(), "2006-12-25", norm.FromMemory},
		{mx.Bancos(), "2015-12-25", norm.FromMemory},
		{mx.Bancos(), "2016-12-12", norm.Sourced},
		{mx.Bancos(), "2018-12-01", norm.FromMemory},
		{mx.Bancos(), "2019-04-18", norm.Sourced},
		{mx.Bancos(), "2024-12-25", norm.FromMemory},
		{mx.Bancos(), "2025-12-12", norm.Sourced},
		{mx.Bancos(), "2027-12-25", norm.Projected},
		{mx.Bancos(), "2030-10-01", norm.Projected},
	} {
		d := calendar.MustParseDate(c.date)
		cal, err := calendar.Compile(c.profile, calendar.YearSpan(d.Year()))
		require.NoError(t, err)
		off := cal.Holidays(calendar.Span{Start: d, End: d})
		require.Len(t, off, 1, c.date)
		assert.Equal(t, c.want, off[0].Status, "%s %s", c.profile.Key, c.date)
	}
	for _, c := range []struct {
		profile  calendar.Profile
		verified string
	}{
		{mx.LFT(), "1970-05-01/2075-12-31"},
		{mx.APF(), "1993-10-06/2075-12-31"},
		{mx.Jalisco(), "2007-01-01/2075-12-31"},
		{mx.Bancos(), "2006-01-01/2026-12-31"},
	} {
		assert.Equal(t, c.verified, c.profile.Verified.String(), c.profile.Key)
	}
}
