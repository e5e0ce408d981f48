package mx_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/mx"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/calendar/term"
)

func TestElections(t *testing.T) {
	kinds := map[string]mx.ElectionKind{
		"presidencial+legislativa": mx.Presidential,
		"legislativa intermedia":   mx.Midterm,
	}
	var ordinary []mx.Election
	last := calendar.Date{}
	for _, e := range mx.Elections() {
		assert.False(t, e.Date.Before(last), "%v out of order", e.Date)
		last = e.Date
		complete(t, e.Date.String(), e.Kind.Name())
		cited(t, e.Date.String(), e.Basis)
		assert.NotEmpty(t, e.Status.String())
		if e.Kind.Ordinary() {
			ordinary = append(ordinary, e)
		}
	}
	rows := table(t, "elections.csv")
	require.Len(t, ordinary, len(rows))
	for i, row := range rows {
		e := ordinary[i]
		assert.Equal(t, row[0], e.Date.String())
		assert.Equal(t, strings.ToLower(row[1]), e.Date.Weekday().String())
		assert.Equal(t, kinds[row[2]], e.Kind, row[0])
		assert.Equal(t, strings.HasPrefix(row[4], "projected"), e.Status == norm.Projected, row[0])
	}
}

func TestBlackoutsOfElections(t *testing.T) {
	var elections []term.Blackout
	keys := map[string]bool{}
	for _, b := range mx.Blackouts() {
		assert.False(t, keys[b.Key], "key %s twice", b.Key)
		keys[b.Key] = true
		complete(t, b.Key, b.Name)
		cited(t, b.Key, b.Basis)
		require.True(t, b.Span.Covers(b.Campaigns), b.Key)
		assert.Equal(t, b.Campaigns.Start, b.Span.Start, b.Key)
		assert.Equal(t, b.Election, b.Span.End, b.Key)
		assert.Len(t, b.Exceptions, 5)
		for _, e := range b.Exceptions {
			complete(t, b.Key, e)
		}
		if strings.HasPrefix(b.Key, "election-") {
			elections = append(elections, b)
		}
	}
	rows := table(t, "blackouts.csv")
	require.Len(t, elections, len(rows)+15, "one for each ordinary election to 2075")
	for i, row := range rows {
		b := elections[i]
		assert.Equal(t, row[1]+"/"+row[2], b.Campaigns.String())
		assert.Equal(t, row[3]+"/"+row[4], mx.Silence(b).String())
		assert.Equal(t, row[6], strconv.Itoa(b.Campaigns.Days()))
		assert.Equal(t, row[1]+"/"+row[5], b.Span.String())
		assert.Equal(t, strings.Contains(row[0], "PROJECTED"), b.Basis.Status == norm.Projected, b.Key)
	}
	for _, b := range elections[len(rows):] {
		assert.Equal(t, norm.Projected, b.Basis.Status, b.Key)
	}
	assert.Equal(t, "2075-06-02", elections[len(elections)-1].Election.String())
}

// The projections are those in the table and the blackouts of past elections.
func TestProjectBlackout(t *testing.T) {
	kinds := map[string]mx.ElectionKind{"90": mx.Presidential, "60": mx.Midterm}
	for _, row := range table(t, "blackouts.csv") {
		b, err := mx.ProjectBlackout(calendar.MustParseDate(row[5]), kinds[row[6]])
		require.NoError(t, err)
		assert.Equal(t, row[1]+"/"+row[2], b.Campaigns.String())
		assert.Equal(t, row[1]+"/"+row[5], b.Span.String())
		assert.Equal(t, norm.Projected, b.Basis.Status)
		assert.Len(t, b.Exceptions, 5)
	}
	held := map[string]term.Blackout{}
	for _, b := range mx.Blackouts() {
		held[b.Key] = b
	}
	for _, e := range mx.Elections() {
		b, err := mx.ProjectBlackout(e.Date, e.Kind)
		if e.Kind.CampaignDays() == 0 {
			assert.ErrorContains(t, err, e.Kind.String())
			continue
		}
		require.NoError(t, err)
		if h, ok := held[b.Key]; ok {
			assert.Equal(t, h.Span, b.Span, b.Key)
			assert.Equal(t, h.Campaigns, b.Campaigns, b.Key)
			assert.Equal(t, h.RequestBy, b.RequestBy, b.Key)
			assert.Equal(t, h.Name, b.Name, b.Key)
		}
	}

	judicial, err := mx.ProjectBlackout(calendar.MustParseDate("2025-06-01"), mx.Judicial)
	require.NoError(t, err)
	assert.Equal(t, "2025-03-30/2025-05-28", judicial.Campaigns.String())
	local, err := mx.ProjectBlackout(calendar.MustParseDate("2027-06-06"), mx.Local)
	require.NoError(t, err)
	assert.Equal(t, "2027-02-18", local.RequestBy.String(), "45 days for a local election")
	governor, err := mx.ProjectBlackout(calendar.MustParseDate("2027-06-06"), mx.Gubernatorial)
	require.NoError(t, err)
	assert.Equal(t, 90, governor.Campaigns.Days())
	assert.Equal(t, "local-election-2027", governor.Key)

	for _, kind := range []mx.ElectionKind{0, mx.Consultation, mx.Recall, 99} {
		_, err := mx.ProjectBlackout(calendar.MustParseDate("2027-06-06"), kind)
		assert.Error(t, err)
	}
	for _, day := range []calendar.Date{{}, calendar.MustParseDate("0001-03-01")} {
		_, err := mx.ProjectBlackout(day, mx.Midterm)
		assert.ErrorContains(t, err, "date of the election")
	}
}

func TestBlackoutOf(t *testing.T) {
	for _, c := range []struct {
		name, span, want string
	}{
		{"the feast in May 2027", "2027-05-10/2027-05-20", "election-2027"},
		{"one day before the campaigns", "2027-04-03/2027-04-03", ""},
		{"first day of campaign", "2027-04-04/2027-04-04", "election-2027"},
		{"election day", "2027-06-06/2027-06-06", "election-2027"},
		{"the day after", "2027-06-07/2027-06-07", ""},
		{"July 2027", "2027-07-01/2027-07-31", ""},
		{"May 2028", "2028-05-01/2028-05-31", ""},
		{"the recall vote", "2022-04-01/2022-04-30", "recall-2022"},
		{"May 2063", "2063-05-01/2063-05-31", "election-2063"},
		{"May 2078, outside BlackoutsKnown", "2078-05-01/2078-05-31", ""},
		{"the consultation", "2021-07-20/2021-07-21", "consultation-2021"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b, ok := mx.BlackoutOf(span(t, c.span))
			assert.Equal(t, c.want != "", ok)
			assert.Equal(t, c.want, b.Key)
		})
	}
	b, ok := mx.BlackoutOf(span(t, "2027-05-01/2027-05-31"))
	require.True(t, ok)
	assert.Equal(t, "2027-02-03", b.RequestBy.String())
	assert.Equal(t, norm.Projected, b.Basis.Status)
	_, ok = mx.BlackoutOf(calendar.Span{})
	assert.False(t, ok)

	known, windows := mx.BlackoutsKnown(), mx.Blackouts()
	assert.Equal(t, "2018-01-01/2075-12-31", known.String())
	assert.Equal(t, known.Start.Year(), windows[0].Election.Year())
	assert.Equal(t, known.End.Year(), windows[len(windows)-1].Election.Year())
	for _, b := range windows {
		assert.True(t, known.Covers(b.Span), b.Key)
	}
}

func TestMandates(t *testing.T) {
	mandates := mx.Mandates()
	for i, m := range mandates {
		complete(t, m.Key, m.Name)
		cited(t, m.Key, m.Basis)
		assert.NotEmpty(t, m.Status.String())
		if i > 0 {
			assert.Equal(t, mandates[i-1].Span.End.AddDays(1), m.Span.Start, "%s leaves a gap", m.Key)
		}
	}
	for date, want := range map[string]string{
		"2027-09-30": "2024-2027",
		"2027-10-01": "2027-2030",
		"2018-09-30": "2015-2018",
		"2012-09-30": "2010-2012",
		"2009-12-31": "",
		"2030-10-01": "",
	} {
		m, ok := mx.MandateOn(calendar.MustParseDate(date))
		assert.Equal(t, want, m.Key, date)
		assert.Equal(t, want != "", ok, date)
	}
}

// The days on which Presidents take office are the days off of LFT art. 74 fr. VII.
func TestFederalMandates(t *testing.T) {
	cal := compile(t, mx.LFT(), "1970-05-01/2036-12-31")
	var rest []string
	for _, o := range cal.Holidays(cal.Window()) {
		if o.Holiday.Key == "transmission" {
			rest = append(rest, o.Date.String())
		}
	}
	mandates := mx.FederalMandates()
	var begins []string
	for i, m := range mandates {
		complete(t, m.Key, m.Name)
		cited(t, m.Key, m.Basis)
		begins = append(begins, m.Span.Start.String())
		assert.Equal(t, i == len(mandates)-1, m.Status == norm.Projected, m.Key)
		if i > 0 {
			assert.Equal(t, mandates[i-1].Span.End.AddDays(1), m.Span.Start, "%s leaves a gap", m.Key)
		}
	}
	assert.Equal(t, rest[:len(rest)-1], begins)
	assert.Equal(t, rest[len(rest)-1], mandates[len(mandates)-1].Span.End.AddDays(1).String())
	assert.Equal(t, "2018-12-01/2024-09-30", mandates[8].Span.String())
	assert.Equal(t, "2018-2024", mandates[8].Key)
}
