package mx_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/mx"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/calendar/office"
)

func day(t *testing.T, text string) calendar.Date {
	t.Helper()
	d, err := calendar.ParseDate(text)
	require.NoError(t, err)
	return d
}

// Estado de México publishes a yearly list that moves days off from weekends. That of
// 2024 (Gaceta del Gobierno, 2023-12-14) moved Saturday 2 March to Friday the 1st,
// Sunday 5 May to Monday the 6th, and Saturday 2 November to Friday the 1st.
func TestYearlyDecreeAsListedDates(t *testing.T) {
	decree := norm.Basis{
		Law: "Acuerdo del calendario oficial 2024, Estado de México", Article: "Primero", Fraction: norm.NoFraction,
		Published: "2023-12-14", Status: norm.Sourced, Checked: mx.Checked().String(),
	}
	listed := []string{
		"2024-01-01", "2024-02-05", "2024-03-01", "2024-03-18", "2024-05-01", "2024-05-06",
		"2024-09-16", "2024-10-01", "2024-11-01", "2024-11-18", "2024-12-25",
	}
	var days []calendar.Date
	for _, text := range listed {
		days = append(days, day(t, text))
	}
	p := calendar.Profile{
		Key: "edomex-2024", Jurisdiction: "MX-MEX", Week: calendar.MondayToFriday, Verified: calendar.YearSpan(2024),
		Holidays: []calendar.Holiday{{Key: "decree", Rule: calendar.Dates(days...), Kind: calendar.PublicServant, Jurisdiction: "MX-MEX", Basis: decree}},
	}
	for i, vacation := range []string{"2024-03-25/2024-03-29", "2024-07-22/2024-07-26", "2024-12-20/2025-01-06"} {
		p = p.With(calendar.Holiday{
			Key: "vacation-" + string(rune('1'+i)), Rule: calendar.EachDay{Span: span(t, vacation)},
			Kind: calendar.PublicServant, Jurisdiction: "MX-MEX", Basis: decree,
		})
	}
	cal := compile(t, p, "2024-01-01/2025-12-31")
	for _, d := range days {
		assert.False(t, cal.IsBusinessDay(d), d.String())
		assert.False(t, d.Weekday() == calendar.Saturday || d.Weekday() == calendar.Sunday, d.String())
	}
	for text, worked := range map[string]bool{
		"2024-02-29": true, "2024-03-04": true, "2024-03-28": false, "2024-05-07": true, "2024-07-19": true, "2024-07-26": false,
		"2024-10-31": true, "2024-11-04": true, "2024-12-20": false, "2025-01-06": false, "2025-01-07": true,
	} {
		assert.Equal(t, worked, cal.IsBusinessDay(day(t, text)), text)
	}
	assert.Equal(t, 262-len(listed)-5-5-8+1, cal.CountBusinessDays(calendar.YearSpan(2024)), "25 December is in both lists")
	assert.NoError(t, cal.Vouch(calendar.YearSpan(2024)))
	assert.ErrorIs(t, cal.Vouch(calendar.YearSpan(2025)), calendar.ErrUnverified, "each year has its own decree")
}

// Puerto Vallarta moved Wednesday 28 September 2022 to Monday 26.
func TestMovedDay(t *testing.T) {
	p, err := (&office.Adjustments{Year: 2022, OwnDays: []*office.Adjustment{{
		ID: "servant", Kind: office.MovedDay, Span: span(t, "2022-09-28/2022-09-28"), Instead: day(t, "2022-09-26"),
		Reason: "Día del servidor público", Document: "Circular de 2022",
	}}}).Apply(mx.Jalisco())
	require.NoError(t, err)
	cal := compile(t, p, "2022-01-01/2023-12-31")
	away, here := cal.Explain(day(t, "2022-09-28")), cal.Explain(day(t, "2022-09-26"))
	assert.True(t, away.BusinessDay)
	assert.Equal(t, []calendar.DayReason{calendar.ReasonMovedAway}, away.Reasons)
	require.NotEmpty(t, away.Occurrences)
	assert.Equal(t, "Ley de Servidores Públicos de Jalisco art. 38", away.Occurrences[0].Holiday.Basis.Cite())
	assert.False(t, here.BusinessDay)
	assert.Equal(t, calendar.ReasonMovedHere, here.Reasons[0])
	assert.Equal(t, "Circular de 2022", here.Occurrences[0].Holiday.Basis.Cite())
	assert.Equal(t, compile(t, mx.Jalisco(), "2022-01-01/2022-12-31").CountBusinessDays(calendar.YearSpan(2022)), cal.CountBusinessDays(calendar.YearSpan(2022)))
	assert.False(t, cal.IsBusinessDay(day(t, "2023-09-28")), "other years are unchanged")
}

// The decisions of a town hall in addition to article 38: its feast of several days, a
// half day, and the days of Holy Week.
func TestTownHall(t *testing.T) {
	p := mx.Jalisco().With(mx.CustomHolidays()...).With(
		calendar.Holiday{Key: "patron-feast", Rule: calendar.Lasting{Rule: calendar.Fixed{Month: 5, Day: 11}, Days: 5}, Valid: calendar.Always(), Kind: calendar.Local},
		calendar.Holiday{Key: "mothers", Rule: calendar.Fixed{Month: 5, Day: 10}, Valid: calendar.Always(), Kind: calendar.Employer, Effect: calendar.HalfDay},
	)
	cal := compile(t, p, "2027-01-01/2028-12-31")
	plain := compile(t, mx.Jalisco(), "2027-01-01/2028-12-31")
	year := calendar.YearSpan(2027)
	assert.Equal(t, plain.CountBusinessDays(year)-2-4, cal.CountBusinessDays(year), "15 May 2027 is a Saturday")
	assert.True(t, cal.IsBusinessDay(day(t, "2027-05-10")))
	assert.True(t, cal.IsHalfDay(day(t, "2027-05-10")))
	for _, text := range []string{"2027-03-25", "2027-03-26", "2027-05-11", "2027-05-14", "2028-04-13", "2028-05-15"} {
		assert.False(t, cal.IsBusinessDay(day(t, text)), text)
		assert.True(t, plain.IsBusinessDay(day(t, text)), text)
	}
	for _, h := range mx.CustomHolidays() {
		complete(t, h.Key, h.Name)
		cited(t, h.Key, h.Basis)
		assert.True(t, h.DayOff())
	}
	customs := mx.CustomHolidays()
	customs[0].Key = "spoilt"
	assert.NotEqual(t, "spoilt", mx.CustomHolidays()[0].Key)
}

// The law requires one day of rest a week: private employers work on Saturdays, so that
// a holiday on a Saturday is a day off.
func TestPrivateWeek(t *testing.T) {
	year := calendar.YearSpan(2027)
	office, shop := compile(t, mx.LFT(), year.String()), compile(t, mx.LFT().Working(calendar.MondayToSaturday), year.String())
	saturday := day(t, "2027-05-01") // Labour Day
	assert.Equal(t, calendar.Saturday, saturday.Weekday())
	assert.Equal(t, []calendar.DayReason{calendar.ReasonDayOff}, shop.Explain(saturday).Reasons)
	assert.Equal(t, []calendar.DayReason{calendar.ReasonWeekend, calendar.ReasonDayOff}, office.Explain(saturday).Reasons)
	assert.True(t, shop.IsBusinessDay(day(t, "2027-05-08")))
	assert.Equal(t, office.CountBusinessDays(year)+52-2, shop.CountBusinessDays(year), "1 May and 25 December are Saturdays")
}

// An office may be bound by two norms.
func TestUnionOfNorms(t *testing.T) {
	year := calendar.YearSpan(2027)
	both, err := calendar.Union("either", mx.Jalisco(), mx.Bancos())
	require.NoError(t, err)
	var off []string
	for _, o := range compile(t, both, year.String()).Holidays(year) {
		if d := o.Date.String()[5:]; !slices.Contains(off, d) {
			off = append(off, d)
		}
	}
	assert.Equal(t,
		[]string{"01-01", "02-01", "03-15", "03-25", "03-26", "05-01", "05-05", "06-14", "09-16", "09-28", "10-12", "11-02", "11-15", "12-12", "12-25"},
		off)
	assert.Equal(t, "2007-01-01/2026-12-31", both.Verified.String(), "the intersection")
	cited := map[string]bool{}
	for _, o := range compile(t, both, year.String()).Explain(day(t, "2027-11-02")).Occurrences {
		cited[o.Holiday.Basis.Cite()] = true
	}
	assert.Len(t, cited, 2, "both laws are cited")
}
