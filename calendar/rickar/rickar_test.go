//go:build !lean

package rickar_test

import (
	"testing"
	"time"

	"github.com/rickar/cal/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/mx"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/calendar/rickar"
)

func date(s string) calendar.Date { return calendar.MustParseDate(s) }
func span(s string) calendar.Span { return calendar.MustParseSpan(s) }

// crowded returns a profile with every type of rule and of adjustment.
func crowded() calendar.Profile {
	always := calendar.Always()
	h := func(key, rule string, valid calendar.Span) calendar.Holiday {
		return calendar.Holiday{Key: key, Rule: calendar.MustParseRule(rule), Valid: valid, Kind: calendar.Local}
	}
	p := calendar.Profile{Key: "crowded", Week: calendar.MondayToSaturday}.With(
		h("new-year", "01-01", span("1980-06-01/2019-01-01")),
		h("new-year", "01-02", calendar.Span{Start: date("2019-01-02")}),
		h("leap", "02-29", always),
		h("monday", "Feb Mon1", calendar.Span{Start: date("1990-02-10")}),
		h("last", "May Fri-1", span("1985-05-31/2040-05-20")),
		h("fifth", "Aug Mon5", always),
		h("fifth-last", "Aug Tue-5", always),
		h("friday", "Easter-2", always),
		h("inauguration", "10-01 (2024+6k)", calendar.Span{Start: date("2000-01-01")}),
		h("feast", "05-11 5d", calendar.Span{Start: date("2001-05-13")}),
		h("turn", "12-30 (2020+4k) 5d", always),
		h("votes", "2018-07-01, 2021-06-06, 2021-06-08 projected", always),
		h("vacation", "2026-12-21/2027-01-06", calendar.Span{}),
		calendar.Holiday{Key: "half", Rule: calendar.MustParseRule("12-24"), Valid: always, Kind: calendar.Employer, Effect: calendar.HalfDay},
		calendar.Holiday{Key: "civic", Rule: calendar.MustParseRule("02-24"), Valid: always, Kind: calendar.Civic, Effect: calendar.Observance},
	)
	on := func(key, day string, effect calendar.Effect) calendar.Holiday {
		return calendar.Holiday{Key: key, Rule: calendar.MustParseRule(day), Valid: span(day + "/" + day), Kind: calendar.Employer, Effect: effect}
	}
	return p.With(
		on("moved", "2028-01-02", calendar.Work), on("moved", "2028-01-05", calendar.Rest),
		on("cancelled", "2026-12-22", calendar.Work), on("granted", "2026-07-15", calendar.Rest), on("opened", "2026-07-19", calendar.Open),
	)
}

// The converted calendar agrees with the profile on every day.
func TestBusinessCalendarDayByDay(t *testing.T) {
	waived := mx.Jalisco()
	waived.Key = "waived"
	for i := range waived.Holidays {
		if h := &waived.Holidays[i]; h.Key == "october-12" {
			h.Effect, h.Waiver = calendar.Observance, norm.Basis{Law: "Circular 4"}
		}
	}
	for _, p := range append(mx.Profiles(), crowded(), waived) {
		t.Run(p.Key, func(t *testing.T) {
			ours, err := calendar.Compile(p, span("1960-01-01/2090-12-31"))
			require.NoError(t, err)
			theirs, err := rickar.BusinessCalendar(p)
			require.NoError(t, err)
			for d := date("1965-01-01"); d.Before(date("2085-01-01")); d = d.AddDays(1) {
				at := d.Time(time.UTC).Add(12 * time.Hour)
				if theirs.IsWorkday(at) != ours.IsBusinessDay(d) {
					t.Fatalf("IsWorkday(%v) = %v, want %v", d, theirs.IsWorkday(at), ours.IsBusinessDay(d))
				}
				_, _, h := theirs.IsHoliday(at)
				off := ours.Holidays(calendar.Span{Start: d, End: d})
				if (h != nil) != (len(off) > 0) {
					t.Fatalf("IsHoliday(%v) = %v, want %v", d, h, off)
				}
			}
			year := calendar.YearSpan(2027)
			assert.Equal(t, ours.CountBusinessDays(year), theirs.WorkdaysInRange(year.Start.Time(time.UTC), year.End.Time(time.UTC)))
		})
	}
}

func TestHolidaysOfLFT(t *testing.T) {
	list, err := rickar.Holidays(mx.LFT())
	require.NoError(t, err)
	assert.Len(t, list, len(mx.LFT().Holidays), "one for each version of a rule")
	years := map[string][2]int{}
	for _, h := range list {
		assert.Nil(t, h.Observed)
		assert.NotNil(t, h.Func)
		assert.Equal(t, cal.ObservancePublic, h.Type)
		assert.Contains(t, h.Description, "LFT art. 74 fr. ")
		years[h.Name+" "+h.Month.String()] = [2]int{h.StartYear, h.EndYear}
	}
	assert.Equal(t, [2]int{1971, 0}, years["Año Nuevo January"], "the law came into force in May 1970")
	assert.Equal(t, [2]int{1970, 0}, years["Navidad December"])
	assert.Equal(t, [2]int{2007, 0}, years["Natalicio de Benito Juárez March"])
	assert.Equal(t, [2]int{2024, 0}, years["Transmisión del Poder Ejecutivo Federal October"])
	// The inauguration of 1 December was valid until 30 September 2024.
	assert.Equal(t, [2]int{1970, 2023}, years["Transmisión del Poder Ejecutivo Federal December"])
}

func TestHolidaysErrors(t *testing.T) {
	_, err := rickar.Holidays(calendar.Profile{Key: "empty"})
	assert.ErrorContains(t, err, "no day of the week is worked")
	_, err = rickar.BusinessCalendar(calendar.Profile{Key: "empty"})
	assert.Error(t, err)
}

func TestWorkdayFn(t *testing.T) {
	ours, err := calendar.Compile(crowded(), span("2020-01-01/2030-12-31"))
	require.NoError(t, err)
	theirs := cal.NewBusinessCalendar()
	theirs.WorkdayFunc = rickar.WorkdayFn(ours)
	mexico := time.FixedZone("America/Mexico_City", -6*3600)
	for d := date("2020-01-01"); d.Before(date("2031-01-01")); d = d.AddDays(1) {
		late := d.Time(mexico).Add(23 * time.Hour) // the next day in Greenwich
		assert.Equal(t, ours.IsBusinessDay(d), theirs.IsWorkday(late), "%v", d)
	}
}

func TestWorkdayFnOfNoCalendar(t *testing.T) {
	assert.Nil(t, rickar.WorkdayFn(nil))
	c := cal.NewBusinessCalendar()
	c.WorkdayFunc = rickar.WorkdayFn(nil)
	assert.True(t, c.IsWorkday(time.Date(2026, time.February, 5, 9, 0, 0, 0, time.UTC)))
}

func TestImportRoundTrip(t *testing.T) {
	for _, p := range append(mx.Profiles(), crowded()) {
		t.Run(p.Key, func(t *testing.T) {
			theirs, err := rickar.BusinessCalendar(p)
			require.NoError(t, err)
			back, losses, err := rickar.ImportCalendar(theirs, 2000, 2040)
			require.NoError(t, err)
			assert.Equal(t, p.Week, back.Week)
			for _, l := range losses { // only rules that ended before 2000
				if l.Name != "" {
					assert.Contains(t, l.Text, "has no day in")
				}
			}
			window := span("2000-01-01/2040-12-31")
			want, err := calendar.Compile(p, window)
			require.NoError(t, err)
			got, err := calendar.Compile(back, window)
			require.NoError(t, err)
			for d := window.Start; window.Contains(d); d = d.AddDays(1) {
				if got.IsBusinessDay(d) != want.IsBusinessDay(d) {
					t.Fatalf("IsBusinessDay(%v) = %v, want %v", d, got.IsBusinessDay(d), want.IsBusinessDay(d))
				}
			}
			assert.ErrorIs(t, got.Vouch(span("2026-01-01/2026-12-31")), calendar.ErrUnverified, "imported profiles are not verified")
		})
	}
}

// Import converts the observed days of cal and reports the rest as losses.
func TestImportReports(t *testing.T) {
	shifted := &cal.Holiday{
		Name: "Año Nuevo", Type: cal.ObservanceBank, Month: time.January, Day: 1, Func: cal.CalcDayOfMonth,
		Observed: []cal.AltDay{{Day: time.Saturday, Offset: -1}},
	}
	list, losses, err := rickar.Import([]*cal.Holiday{
		shifted,
		nil,
		{Name: "Sin función"},
		{Name: "Año nuevo", Month: time.January, Day: 2, StartYear: 2030, Func: cal.CalcDayOfMonth},
		{Name: "Año nuevo!", Type: cal.ObservanceReligious, Offset: -2, Func: cal.CalcEasterOffset},
	}, 2026, 2028)
	require.NoError(t, err)
	require.Len(t, list, 2)
	assert.Equal(t, "ano-nuevo", list[0].Key)
	// 1 January 2028 is a Saturday and observed in 2027.
	assert.Equal(t, "2026-01-01, 2027-01-01, 2027-12-31", list[0].Rule.String())
	assert.Equal(t, calendar.Bank, list[0].Kind)
	assert.Equal(t, norm.FromMemory, list[0].Basis.Status)
	assert.Equal(t, "ano-nuevo-2", list[1].Key)
	assert.Equal(t, "2026-04-03, 2027-03-26, 2028-04-14", list[1].Rule.String())
	assert.Equal(t, calendar.Local, list[1].Kind)
	var reported []string
	for _, l := range losses {
		reported = append(reported, l.Name+"|"+l.Date.String()+"|"+l.Text)
	}
	assert.Equal(t, []string{
		"Año Nuevo|2028-01-01|it is observed on 2027-12-31: only that day is imported",
		"||holiday 2 has no function and so no days",
		"Sin función||holiday 3 has no function and so no days",
		"Año nuevo||it has no day in 2026 to 2028",
	}, reported)

	// 1 January 2022 is a Saturday and observed in 2021, which is not imported.
	list, losses, err = rickar.Import([]*cal.Holiday{shifted}, 2022, 2027)
	require.NoError(t, err)
	assert.Equal(t, "2023-01-01, 2024-01-01, 2025-01-01, 2026-01-01, 2027-01-01, 2027-12-31", list[0].Rule.String())
	require.Len(t, losses, 2)
	assert.Equal(t, rickar.Loss{Name: "Año Nuevo", Date: date("2022-01-01"), Text: "it is observed on 2021-12-31, outside the imported years: neither day is imported"}, losses[0])
	assert.Equal(t, "it is observed on 2027-12-31: only that day is imported", losses[1].Text)

	for _, years := range [][2]int{{0, 2027}, {2027, 10000}, {2028, 2027}, {1000, 1400}} {
		_, _, err := rickar.Import(nil, years[0], years[1])
		assert.ErrorContains(t, err, "rickar: cannot import", "%v", years)
	}
}

func TestImportCalendar(t *testing.T) {
	c := cal.NewBusinessCalendar()
	c.Name = "Turnos"
	c.Locations = []*time.Location{time.UTC}
	c.WorkdayEndFunc = func(time.Time) time.Time { return time.Time{} }
	c.WorkdayFunc = func(at time.Time) bool { // Fridays off in 2027 except one, and one Sunday on
		d := calendar.DateOf(at)
		return at.Weekday() >= time.Monday && at.Weekday() <= time.Thursday || d == date("2027-03-05") || d == date("2027-03-07")
	}
	p, losses, err := rickar.ImportCalendar(c, 2027, 2027)
	require.NoError(t, err)
	assert.Equal(t, "1111000", p.Week.String())
	assert.Len(t, losses, 3)
	ours, err := calendar.Compile(p, calendar.YearSpan(2027))
	require.NoError(t, err)
	for d := range ours.BusinessDays(calendar.YearSpan(2027)) {
		assert.True(t, c.IsWorkday(d.Time(time.UTC)), "%v", d)
	}
	assert.True(t, ours.IsBusinessDay(date("2027-03-05")))
	assert.True(t, ours.IsBusinessDay(date("2027-03-07")))

	_, _, err = rickar.ImportCalendar(nil, 2027, 2027)
	assert.ErrorContains(t, err, "rickar: ")
	for w := time.Sunday; w <= time.Saturday; w++ {
		c.SetWorkday(w, false)
	}
	c.WorkdayFunc = nil
	_, _, err = rickar.ImportCalendar(c, 2027, 2027)
	assert.ErrorContains(t, err, "no day of the week is worked")
}
