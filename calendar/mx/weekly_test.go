package mx_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/mx"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/calendar/office"
)

// A day of the weekend cites the article on weekly rest.
func ExampleLFT_weeklyRest() {
	cal, err := calendar.Compile(mx.LFT(), calendar.YearSpan(2027))
	if err != nil {
		fmt.Println(err)
		return
	}
	sunday := cal.Explain(calendar.MustDate(2027, 3, 7))
	fmt.Println(sunday.Reasons[0], sunday.WeeklyRest[0].Cite(), sunday.WeeklyRest[0].Status)
	// Output: weekend LFT art. 69 sourced
}

func TestWeeklyRest(t *testing.T) {
	saturday, sunday, monday := calendar.MustDate(2027, 3, 6), calendar.MustDate(2027, 3, 7), calendar.MustDate(2027, 3, 8)
	cites := func(p calendar.Profile, d calendar.Date) (list []string) {
		for _, b := range compile(t, p, "2027-01-01/2027-12-31").Explain(d).WeeklyRest {
			cited(t, p.Key, b)
			list = append(list, b.Cite())
		}
		return list
	}
	for key, want := range map[string]string{
		"lft": "LFT art. 69", "apf": "LFTSE art. 27", "jalisco": "Ley de Servidores Públicos de Jalisco art. 36",
		"jalisco-federal": "Ley de Servidores Públicos de Jalisco art. 36", "bancos": "Disposiciones CNBV, LIC art. 95",
	} {
		p, ok := mx.ProfileByKey(key)
		require.True(t, ok)
		assert.Equal(t, []string{want}, cites(p, saturday), key)
		assert.Equal(t, []string{want}, cites(p, sunday), key)
		assert.Empty(t, cites(p, monday), key)
	}
	for _, p := range mx.Profiles() {
		assert.NotEmpty(t, p.WeeklyRest, p.Key)
	}
	// Another working week keeps the article, for its own days of rest.
	six := mx.LFT().Working(calendar.MondayToSaturday)
	assert.Empty(t, cites(six, saturday))
	assert.Equal(t, []string{"LFT art. 69"}, cites(six, sunday))
	own := office.Adjustments{WorkWeek: []calendar.Weekday{calendar.Saturday, calendar.Sunday}}
	weekend, err := own.Apply(mx.Jalisco())
	require.NoError(t, err)
	assert.Equal(t, []string{"Ley de Servidores Públicos de Jalisco art. 36"}, cites(weekend, monday))
	// In a union, those of the profiles that rest on the day.
	both, err := calendar.Union("both", mx.Jalisco(), six)
	require.NoError(t, err)
	assert.Equal(t, []string{"Ley de Servidores Públicos de Jalisco art. 36"}, cites(both, saturday))
	assert.Equal(t, []string{"Ley de Servidores Públicos de Jalisco art. 36", "LFT art. 69"}, cites(both, sunday))

	p := mx.LFT()
	p.WeeklyRest[0].Basis.Law = "spoilt"
	assert.Equal(t, "LFT", mx.LFT().WeeklyRest[0].Basis.Law)
}

// The table of a town may cite its own source of the weekly rest.
func TestWeeklyRestOfATown(t *testing.T) {
	text := strings.Replace(goodTables, "table: profiles\n", "table: profiles\nlaw: Reglamento de San Roque\narticle: 12\nfraction: -\npublished: 2026-12-01\nstatus: sourced\nnote: -\n", 1)
	rows, err := mx.ParseTables("town.md", text)
	require.NoError(t, err)
	n, err := mx.ReadNorm(rows)
	require.NoError(t, err)
	require.Len(t, n.Profiles[0].WeeklyRest, 1)
	assert.Equal(t, "Reglamento de San Roque art. 12", n.Profiles[0].WeeklyRest[0].Basis.Cite())

	rows, err = mx.ParseTables("town.md", strings.Replace(text, "article: 12\n", "", 1))
	require.NoError(t, err)
	_, err = mx.ReadNorm(rows)
	assert.ErrorContains(t, err, "the field article is missing")
}

// The field read lists the years whose days were found in a source.
func TestReadYears(t *testing.T) {
	for years, want := range map[string]string{"2021 2023": "", "2021 23x": "\"23x\" is not a year", "0": "\"0\" is not a year"} {
		text := strings.Replace(goodTables, "status: sourced\n", "status: from-memory\nread: "+years+"\n", 1)
		rows, err := mx.ParseTables("town.md", text)
		require.NoError(t, err)
		n, err := mx.ReadNorm(rows)
		if want != "" {
			assert.ErrorContains(t, err, want)
			continue
		}
		require.NoError(t, err)
		for _, o := range compile(t, n.Profiles[0], "2020-01-01/2024-12-31").Holidays(calendar.MustParseSpan("2020-01-01/2024-12-31")) {
			read := o.Date.Year() == 2021 || o.Date.Year() == 2023
			assert.Equal(t, map[bool]norm.Status{true: norm.Sourced, false: norm.FromMemory}[read], o.Status, o.Date)
		}
	}
}
