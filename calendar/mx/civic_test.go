package mx_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/mx"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

func TestCivicDates(t *testing.T) {
	text, err := os.ReadFile("testdata/civic.json")
	require.NoError(t, err)
	var file struct {
		Dates []struct {
			Day       string `json:"md"`
			Name      string `json:"n"`
			Confirmed bool   `json:"confirmed"`
		} `json:"dates"`
	}
	require.NoError(t, json.Unmarshal(text, &file))

	byDay := map[string][]mx.CivicDay{}
	for _, c := range mx.CivicYear(2027) {
		assert.Equal(t, calendar.Civic, c.Holiday.Kind)
		complete(t, c.Holiday.Key, c.Holiday.Name)
		cited(t, c.Holiday.Key, c.Holiday.Basis)
		assert.NotEmpty(t, c.Holiday.Jurisdiction, c.Holiday.Key)
		assert.False(t, c.Holiday.Valid.Start.IsZero(), c.Holiday.Key)
		day := c.Date.String()[5:]
		byDay[day] = append(byDay[day], c)
	}
	for _, want := range file.Dates {
		if want.Day == "3rd Sun Jun" {
			want.Day = "06-20"
		}
		require.NotEmpty(t, byDay[want.Day], want.Day)
		c := byDay[want.Day][0]
		if both := byDay[want.Day]; len(both) == 2 && both[1].Holiday.Basis.Status == norm.FromMemory {
			c = both[1] // the custom, not the law
		}
		assert.Equal(t, want.Confirmed, c.Holiday.Basis.Status == norm.Sourced, want.Name)
		assert.Equal(t, strings.Contains(want.Name, "honores"), c.Honours, want.Name)
		assert.Equal(t, strings.Contains(want.Name, "media asta"), c.HalfMast, want.Name)
	}
	assert.Less(t, len(mx.CivicYear(1980)), len(file.Dates))

	// The flag is flown on the days of article 18, and on no other.
	flown := map[string]string{}
	for day, list := range byDay {
		for _, c := range list {
			if c.Holiday.Basis.Law != "Ley sobre el Escudo, la Bandera y el Himno Nacionales" {
				assert.False(t, c.HalfMast, day)
				continue
			}
			assert.Equal(t, norm.Sourced, c.Holiday.Basis.Status, day)
			assert.NotContains(t, flown, day, "listed twice")
			flown[day] = map[bool]string{false: "full", true: "half"}[c.HalfMast]
		}
	}
	rows := table(t, "flag_days.csv")
	require.Len(t, rows, 83)
	assert.Len(t, flown, 83)
	for _, row := range rows {
		assert.Equal(t, row[1], flown[row[0]], row[0])
	}
	for _, day := range []string{"05-15", "06-07"} { // the law commemorates something else
		require.Len(t, byDay[day], 2, day)
	}
	half := map[int]bool{}
	for _, year := range []int{2011, 2012} {
		for _, c := range mx.CivicYear(year) {
			half[year] = half[year] || c.HalfMast && c.Date == calendar.MustDate(year, 10, 2)
		}
	}
	assert.Equal(t, map[int]bool{2011: false, 2012: true}, half, "2 October is half-mast since 2012")
	assert.Empty(t, mx.CivicYear(1969))
	assert.Empty(t, mx.CivicYear(0))
	assert.Empty(t, mx.CivicYear(10000))
}

// Commemorations are not days off, even if there is a day off for the same event.
func TestCivicDatesAreBusinessDays(t *testing.T) {
	for _, p := range mx.Profiles() {
		plain := compile(t, p, "2000-01-01/2040-12-31")
		civic := compile(t, p.With(mx.CivicHolidays()...), "2000-01-01/2040-12-31")
		all := plain.Window()
		assert.Equal(t, plain.CountBusinessDays(all), civic.CountBusinessDays(all), p.Key)
		assert.Len(t, civic.Holidays(all), len(plain.Holidays(all)), p.Key)
	}
	cal := compile(t, mx.LFT().With(mx.CivicHolidays()...), "2025-01-01/2025-12-31")
	ceremony := cal.Explain(calendar.MustDate(2025, 3, 21))
	require.Len(t, ceremony.Occurrences, 1)
	assert.True(t, ceremony.BusinessDay)
	assert.Equal(t, "civic-juarez", ceremony.Occurrences[0].Holiday.Key)
	assert.False(t, cal.IsBusinessDay(calendar.MustDate(2025, 3, 17)))
}

// The key in Rest exists in some profile.
func TestCivicRest(t *testing.T) {
	some := 0
	for _, c := range mx.CivicDates() {
		if c.Rest == "" {
			continue
		}
		some++
		found := false
		for _, p := range mx.Profiles() {
			found = found || p.Has(c.Rest)
		}
		assert.True(t, found, c.Rest)
	}
	assert.GreaterOrEqual(t, some, 8)
	dates := mx.CivicDates()
	dates[0].Holiday.Key = "spoilt"
	assert.NotEqual(t, "spoilt", mx.CivicDates()[0].Holiday.Key)
}
