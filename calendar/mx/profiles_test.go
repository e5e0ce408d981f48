package mx_test

import (
	"encoding/csv"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/mx"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// table returns the rows of a file in testdata without the header.
func table(t *testing.T, name string) [][]string {
	t.Helper()
	f, err := os.Open("testdata/" + name)
	require.NoError(t, err)
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	require.NoError(t, err)
	require.Greater(t, len(rows), 1)
	return rows[1:]
}

func span(t *testing.T, text string) calendar.Span {
	t.Helper()
	s, err := calendar.ParseSpan(text)
	require.NoError(t, err)
	return s
}

func compile(t *testing.T, p calendar.Profile, window string) *calendar.Calendar {
	t.Helper()
	cal, err := calendar.Compile(p, span(t, window))
	require.NoError(t, err)
	return cal
}

func TestLFTDayByDay(t *testing.T) {
	cal := compile(t, mx.LFT(), "2000-01-01/2030-12-31")
	var got [][]string
	for _, o := range cal.Holidays(cal.Window()) {
		got = append(got, []string{o.Date.String(), o.Holiday.Name.ES, o.Holiday.Basis.Cite()})
	}
	assert.Equal(t, table(t, "lft.csv"), got)
}

func TestJaliscoDayByDay(t *testing.T) {
	confidence := map[norm.Status]string{norm.Sourced: "sourced", norm.Disputed: "uncertain"}
	cal := compile(t, mx.Jalisco(), "2018-01-01/2030-12-31")
	var got [][]string
	for _, o := range cal.Holidays(cal.Window()) {
		name := o.Holiday.Name.ES
		if strings.HasPrefix(name, "En ") {
			name = "en " + name[len("En "):] // the table quotes the article in mid-sentence
		}
		got = append(got, []string{o.Date.String(), name, confidence[o.Status]})
	}
	assert.Equal(t, table(t, "jalisco.csv"), got)
}

// The days around each reform.
func TestReforms(t *testing.T) {
	lft, jalisco, federal := mx.LFT(), mx.Jalisco(), mx.JaliscoWithFederalDays()
	for _, c := range []struct {
		name    string
		profile calendar.Profile
		date    string
		off     bool
	}{
		{"before the law", lft, "1969-12-25", false},
		{"first Labour Day of the law", lft, "1970-05-01", true},
		{"inauguration of 1970", lft, "1970-12-01", true},
		{"no inauguration in 1971", lft, "1971-12-01", false},
		{"inauguration of 2018", lft, "2018-12-01", true},
		{"inauguration in October", lft, "2024-10-01", true},
		{"no longer in December", lft, "2024-12-01", false},
		{"inauguration of 2030", lft, "2030-10-01", true},
		{"no inauguration in October 2018", lft, "2018-10-01", false},
		{"5 February for the last time", lft, "2005-02-05", true},
		{"first Monday of February", lft, "2006-02-06", true},
		{"no 5 February after the reform", lft, "2006-02-05", false},
		{"21 March in 2006", lft, "2006-03-21", true},
		{"third Monday of March not yet in 2006", lft, "2006-03-20", false},
		{"third Monday of March", lft, "2007-03-19", true},
		{"20 November for the last time", lft, "2005-11-20", true},
		{"third Monday of November", lft, "2007-11-19", true},
		{"election before fraction IX", lft, "1985-07-07", false},
		{"the election on a Wednesday", lft, "1988-07-06", true},
		{"judicial election of 2025", lft, "2025-06-01", false},
		{"last projected election", lft, "2075-06-02", true},
		{"no weekend substitution, Sunday", lft, "2022-12-26", false},
		{"no weekend substitution, Saturday", lft, "2021-12-31", false},
		{"1 September is a business day", lft, "2025-09-01", false},
		{"5 May is not in LFT", lft, "2027-05-05", false},
		{"5 May", jalisco, "2027-05-05", true},
		{"one Friday of June 2023", jalisco, "2023-06-16", true},
		{"no Monday of June in 2023", jalisco, "2023-06-12", false},
		{"Monday of June 2024", jalisco, "2024-06-10", true},
		{"Monday of June 2025", jalisco, "2025-06-09", true},
		{"Jalisco as quoted: no inauguration", jalisco, "2024-10-01", false},
		{"Jalisco as quoted: no election", jalisco, "2027-06-06", false},
		{"Jalisco with federal days: inauguration", federal, "2024-10-01", true},
		{"Jalisco with federal days: election", federal, "2027-06-06", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := calendar.MustParseDate(c.date)
			cal, err := calendar.Compile(c.profile.Working(calendar.AllWeek), calendar.YearSpan(d.Year()))
			require.NoError(t, err)
			assert.Equal(t, !c.off, cal.IsBusinessDay(d), "IsBusinessDay(%s)", c.date)
			assert.Equal(t, c.off, len(cal.Holidays(calendar.Span{Start: d, End: d})) > 0, "Holidays(%s)", c.date)
		})
	}
}

func TestProfilesAreComplete(t *testing.T) {
	keys := map[string]bool{}
	for _, p := range mx.Profiles() {
		assert.False(t, keys[p.Key], "profile %q twice", p.Key)
		keys[p.Key] = true
		byKey, ok := mx.ProfileByKey(p.Key)
		require.True(t, ok, p.Key)
		assert.Equal(t, p, byKey)
		require.NoError(t, p.Validate())
		complete(t, p.Key, p.Name)
		assert.NotEmpty(t, p.Jurisdiction)
		assert.True(t, p.Verified.Valid())
		for i := range p.Holidays {
			h := &p.Holidays[i]
			at := p.Key + " " + h.Key
			complete(t, at, h.Name)
			cited(t, at, h.Basis)
			assert.NotEmpty(t, h.Jurisdiction, at)
			assert.False(t, h.Valid.Start.IsZero(), "%s has no start of validity", at)
		}
	}
	_, ok := mx.ProfileByKey("nager")
	assert.False(t, ok)
}

func TestProfilesAreCopies(t *testing.T) {
	p := mx.LFT()
	p.Holidays[0].Key = "spoilt"
	assert.NotEqual(t, p.Holidays[0].Key, mx.LFT().Holidays[0].Key)

	b := mx.Blackouts()
	b[0].Exceptions[0].ES = "spoilt"
	assert.NotEqual(t, "spoilt", mx.Blackouts()[0].Exceptions[0].ES)
}

// complete checks that a name exists in both languages.
func complete(t *testing.T, at string, name norm.Label) {
	t.Helper()
	assert.NotEmpty(t, name.ES, "%s has no Spanish name", at)
	assert.NotEmpty(t, name.EN, "%s has no English name", at)
}

// cited checks that a basis is valid and that its dates exist. A publication may be
// missing only from memory, which Validate checks.
func cited(t *testing.T, at string, b norm.Basis) {
	t.Helper()
	assert.NoError(t, b.Validate(), at)
	for _, date := range []string{b.Published, b.Checked} {
		if date != "" {
			_, err := calendar.ParseDate(date)
			assert.NoError(t, err, at)
		}
	}
	assert.LessOrEqual(t, b.Checked, mx.Checked().String(), "%s was checked after mx.Checked", at)
}
