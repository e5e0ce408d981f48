package ics_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa/ics"
)

var today = calendar.MustDate(2026, 11, 22)

func day(t *testing.T, text string) calendar.Span {
	t.Helper()
	d, err := calendar.ParseDate(text)
	require.NoError(t, err)
	return calendar.Span{Start: d, End: d}
}

func encode(t *testing.T, c ics.File) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, ics.Encode(&b, c))
	return b.String()
}

func TestEncode(t *testing.T) {
	data := encode(t, ics.File{Name: "Valle, de; Juárez", Stamp: today, Events: []ics.Event{
		{UID: "1@x", Span: day(t, "2027-05-01"), Summary: "Día del Trabajo", Categories: []string{"a,b", "c"}},
		{UID: "2@x", Span: calendar.MustParseSpan("2027-12-20/2028-01-06"), Summary: "Vacaciones", Description: "uno\ndos\\tres", Tentative: true, Busy: true},
		{UID: "3@x", Span: day(t, "9999-12-31")},
	}})
	head, events, err := read(data)
	require.NoError(t, err)
	assert.Equal(t, "2.0", value(head, "VERSION"))
	assert.NotContains(t, value(head, "PRODID"), "missing")
	assert.Equal(t, []string{"Valle, de; Juárez"}, unescape(value(head, "X-WR-CALNAME")))
	require.Len(t, events, 3)
	for i, want := range [][]property{
		{{"UID", "1@x"}, {"DTSTAMP", "20261122T000000Z"}, {"DTSTART;VALUE=DATE", "20270501"}, {"DTEND;VALUE=DATE", "20270502"}, {"STATUS", "CONFIRMED"}, {"TRANSP", "TRANSPARENT"}},
		{{"UID", "2@x"}, {"DTSTART;VALUE=DATE", "20271220"}, {"DTEND;VALUE=DATE", "20280107"}, {"STATUS", "TENTATIVE"}, {"TRANSP", "OPAQUE"}},
		{{"UID", "3@x"}, {"DTSTART;VALUE=DATE", "99991231"}, {"DTEND;VALUE=DATE", "missing DTEND;VALUE=DATE"}, {"DURATION", "P1D"}, {"SUMMARY", ""}},
	} {
		for _, p := range want {
			assert.Equal(t, p.value, value(events[i], p.name), "%s of event %d", p.name, i+1)
		}
	}
	assert.Equal(t, []string{"a,b", "c"}, unescape(value(events[0], "CATEGORIES")))
	assert.Equal(t, []string{"uno\ndos\\tres"}, unescape(value(events[1], "DESCRIPTION")))

	again := encode(t, ics.File{Name: "x", Stamp: today})
	_, events, err = read(again)
	require.NoError(t, err)
	assert.Empty(t, events)
}

func TestEncodeErrors(t *testing.T) {
	good := ics.Event{UID: "1", Span: day(t, "2027-05-01")}
	for _, c := range []struct {
		name     string
		calendar ics.File
		want     string
	}{
		{"a negative revision", ics.File{Stamp: today, Revision: -1}, "negative"},
		{"no stamp", ics.File{Events: []ics.Event{good}}, "no stamp"},
		{"no UID", ics.File{Stamp: today, Events: []ics.Event{good, {Span: good.Span}}}, "event 2 has no UID"},
		{"a UID twice", ics.File{Stamp: today, Events: []ics.Event{good, good}}, `UID "1"`},
		{"no days", ics.File{Stamp: today, Events: []ics.Event{{UID: "1"}}}, "two dates in order"},
		{"reversed days", ics.File{Stamp: today, Events: []ics.Event{{UID: "1", Span: calendar.Span{Start: today, End: today.AddDays(-1)}}}}, "two dates in order"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var b bytes.Buffer
			assert.ErrorContains(t, ics.Encode(&b, c.calendar), c.want)
			assert.Zero(t, b.Len(), "something was written")
		})
	}
}

type fullDisk struct{}

var errFull = errors.New("no space left")

func (fullDisk) Write([]byte) (int, error) { return 0, errFull }

func TestEncodeToFullDisk(t *testing.T) {
	c := ics.File{Stamp: today}
	assert.ErrorIs(t, ics.Encode(fullDisk{}, c), errFull)
	for i := range 1000 {
		c.Events = append(c.Events, ics.Event{UID: strconv.Itoa(i), Span: day(t, "2027-05-01")})
	}
	assert.ErrorIs(t, ics.Encode(fullDisk{}, c), errFull)
}

func TestHolidays(t *testing.T) {
	p := calendar.Profile{
		Key: "town", Week: calendar.MondayToFriday,
		Holidays: []calendar.Holiday{
			{
				Key: "vote", Name: norm.Label{ES: "Jornada; electoral", EN: "Election"}, Kind: calendar.Electoral,
				Rule:  calendar.Listed{{Date: calendar.MustDate(2027, 6, 6), Status: norm.Projected}},
				Basis: norm.Basis{Law: "LFT", Article: "74", Fraction: "IX", Status: norm.Sourced},
			},
			{Key: "feast", Kind: calendar.Local, Rule: calendar.Dates(calendar.MustDate(2027, 5, 14))},
		},
	}
	year := calendar.YearSpan(2027)
	cal, err := calendar.Compile(p, year)
	require.NoError(t, err)
	for _, c := range []struct{ language, name, citation, kind string }{
		{"es-MX", "Jornada; electoral", "LFT art. 74 fr. IX (proyectado)", "Jornada electoral"},
		{"en", "Election", "LFT art. 74 fr. IX (projected)", "Election day"},
	} {
		data := encode(t, ics.File{Stamp: today, Events: ics.Holidays(p.Key, c.language, cal.Holidays(year))})
		_, events, err := read(data)
		require.NoError(t, err)
		require.Len(t, events, 2)
		assert.Equal(t, "feast", value(events[0], "SUMMARY"), "a holiday without a name")
		assert.Equal(t, []string{c.name}, unescape(value(events[1], "SUMMARY")))
		assert.Equal(t, []string{c.citation}, unescape(value(events[1], "DESCRIPTION")))
		assert.Equal(t, []string{c.kind}, unescape(value(events[1], "CATEGORIES")))
		assert.Equal(t, "TENTATIVE", value(events[1], "STATUS"))
		assert.Equal(t, "vote.2027.1@town.calendar.rumbo-mx", value(events[1], "UID"))
	}
}

// A program that has an event replaces it, reads the file again every day, and shows days
// off as free.
func TestEncodeForPrograms(t *testing.T) {
	events := []ics.Event{
		{UID: "free", Span: day(t, "2027-05-01")},
		{UID: "busy", Span: day(t, "2027-05-02"), Busy: true},
		{UID: "perhaps", Span: day(t, "2027-05-03"), Busy: true, Tentative: true},
	}
	head, read1, err := read(encode(t, ics.File{Name: "Días", Stamp: today, Revision: 7, Modified: calendar.MustDate(2026, 11, 20), Events: events}))
	require.NoError(t, err)
	assert.Equal(t, "P1D", value(head, "REFRESH-INTERVAL;VALUE=DURATION"))
	assert.Equal(t, "P1D", value(head, "X-PUBLISHED-TTL"))
	assert.Equal(t, "Días", value(head, "NAME"))
	assert.Equal(t, "missing X-WR-TIMEZONE", value(head, "X-WR-TIMEZONE"), "whole days have no zone")
	for i, status := range []string{"FREE", "BUSY", "TENTATIVE"} {
		assert.Equal(t, "7", value(read1[i], "SEQUENCE"))
		assert.Equal(t, "20261120T000000Z", value(read1[i], "LAST-MODIFIED"))
		assert.Equal(t, "20261122T000000Z", value(read1[i], "DTSTAMP"))
		assert.Equal(t, status, value(read1[i], "X-MICROSOFT-CDO-BUSYSTATUS"))
		assert.Equal(t, "TRUE", value(read1[i], "X-MICROSOFT-CDO-ALLDAYEVENT"))
	}
}

func ExampleUID() {
	fmt.Println(ics.UID("6f1b-2027", "feria", 2027, 1))
	fmt.Println(ics.UID("jalisco + bancos", "new-year", 2027, 1))
	// Output:
	// feria.2027.1@6f1b-2027.calendar.rumbo-mx
	// new-year.2027.1@jalisco---bancos.calendar.rumbo-mx
}

// uids returns the UIDs of the events of a profile in some years.
func uids(t *testing.T, scope string, p calendar.Profile, first, last int) []string {
	t.Helper()
	span := calendar.Span{Start: calendar.MustDate(first, 1, 1), End: calendar.MustDate(last, 12, 31)}
	cal, err := calendar.Compile(p, span)
	require.NoError(t, err)
	var list []string
	for _, e := range ics.Holidays(scope, "es-MX", cal.Holidays(span)) {
		list = append(list, strings.TrimSuffix(e.UID, ".calendar.rumbo-mx")+" "+e.Span.String())
	}
	return list
}

// holiday returns a day off; the rule is text of calendar.ParseRule.
func holiday(t *testing.T, key string, kind calendar.HolidayKind, rule string) calendar.Holiday {
	t.Helper()
	r, err := calendar.ParseRule(rule)
	require.NoError(t, err)
	return calendar.Holiday{Key: key, Name: norm.Label{ES: key, EN: key}, Kind: kind, Rule: r, Valid: calendar.Always()}
}

func profileOf(key string, holidays ...calendar.Holiday) calendar.Profile {
	return calendar.Profile{Key: key, Week: calendar.MondayToFriday, Holidays: holidays}
}

// The UID of an event remains when its day moves, and differs between plans.
func TestUIDOfHolidays(t *testing.T) {
	before := profileOf("town", holiday(t, "feria", calendar.Local, "05-13"))
	after := profileOf("town", holiday(t, "feria", calendar.Local, "05-14"))
	assert.Equal(t, []string{"feria.2027.1@plan-a 2027-05-13/2027-05-13"}, uids(t, "plan-a", before, 2027, 2027))
	assert.Equal(t, []string{"feria.2027.1@plan-a 2027-05-14/2027-05-14"}, uids(t, "plan-a", after, 2027, 2027))
	assert.Equal(t, []string{"feria.2027.1@plan-b 2027-05-13/2027-05-13"}, uids(t, "plan-b", before, 2027, 2027))
	assert.Equal(t, []string{
		"feria.2027.1@p 2027-05-13/2027-05-13", "feria.2028.1@p 2028-05-13/2028-05-13",
	}, uids(t, "p", before, 2027, 2028))
}

// A run of days is one event, even across a year; separate days of one key are several.
func TestRunsOfHolidays(t *testing.T) {
	p := profileOf("town",
		holiday(t, "invierno", calendar.Employer, "12-20 18d"),
		holiday(t, "feria", calendar.Local, "05-11 5d"),
		holiday(t, "sueltos", calendar.Employer, "2027-03-01, 2027-03-02, 2027-03-08"))
	assert.Equal(t, []string{
		"invierno.2026.1@p 2026-12-20/2027-01-06", // whole, as in a file of 2026
		"sueltos.2027.1@p 2027-03-01/2027-03-02",
		"sueltos.2027.2@p 2027-03-08/2027-03-08",
		"feria.2027.1@p 2027-05-11/2027-05-15",
		"invierno.2027.1@p 2027-12-20/2028-01-06",
		"feria.2028.1@p 2028-05-11/2028-05-15",
		"invierno.2028.1@p 2028-12-20/2029-01-06",
	}, uids(t, "p", p, 2027, 2028))
}

// A day off that is moved to the day before is one day, and a half day beside it another.
func TestMovedAndHalfDays(t *testing.T) {
	worked, rested, half := holiday(t, "puente", calendar.Employer, "2027-09-28"), holiday(t, "puente", calendar.Employer, "2027-09-27"), holiday(t, "media", calendar.Employer, "2027-09-26")
	worked.Effect, half.Effect = calendar.Work, calendar.HalfDay
	var days []calendar.Occurrence
	for i, h := range []*calendar.Holiday{&half, &rested, &worked} {
		days = append(days, calendar.Occurrence{Date: calendar.MustDate(2027, 9, 26+i), Holiday: h})
	}
	var got []string
	for _, e := range ics.Holidays("p", "es-MX", days) {
		got = append(got, e.UID+" "+e.Span.String())
	}
	assert.Equal(t, []string{
		"media.2027.1@p.calendar.rumbo-mx 2027-09-26/2027-09-26", "puente.2027.1@p.calendar.rumbo-mx 2027-09-27/2027-09-27",
	}, got)
}

// The ends of the calendar have no day before or after.
func TestRunsAtTheEndsOfTheCalendar(t *testing.T) {
	p := profileOf("town", holiday(t, "fin", calendar.Employer, "12-30 5d"))
	assert.Equal(t, []string{"fin.9998.1@p 9998-12-30/9999-01-03", "fin.9999.1@p 9999-12-30/9999-12-31"}, uids(t, "p", p, 9999, 9999))
	assert.Equal(t, []string{"fin.1.1@p 0001-12-30/0002-01-03"}, uids(t, "p", p, 1, 1))
	assert.Empty(t, ics.Holidays("p", "es-MX", nil))
}

// A file of each year has the same events as one of all years.
func TestEventsDoNotDependOnTheYears(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		month, d, n := rapid.IntRange(1, 12).Draw(t, "month"), rapid.IntRange(1, 28).Draw(t, "day"), rapid.IntRange(2, 60).Draw(t, "days")
		rule, err := calendar.ParseRule(fmt.Sprintf("%02d-%02d %dd", month, d, n))
		require.NoError(t, err)
		p := profileOf("town", calendar.Holiday{Key: "v", Kind: calendar.Employer, Rule: rule, Valid: calendar.Always()})
		events := func(first, last int) map[string]calendar.Span {
			span := calendar.Span{Start: calendar.MustDate(first, 1, 1), End: calendar.MustDate(last, 12, 31)}
			cal, err := calendar.Compile(p, span)
			require.NoError(t, err)
			m := map[string]calendar.Span{}
			for _, e := range ics.Holidays("p", "en", cal.Holidays(span)) {
				m[e.UID] = e.Span
			}
			return m
		}
		all := events(2026, 2029)
		for year := 2026; year <= 2029; year++ {
			for uid, span := range events(year, year) {
				assert.Equal(t, all[uid], span, uid)
			}
		}
	})
}

// Rules of two profiles for one day are one event in every year; other days are not joined.
func TestHolidaysOfTwoProfiles(t *testing.T) {
	law := holiday(t, "new-year", calendar.PublicServant, "01-01")
	law.Basis = norm.Basis{Law: "LFT", Article: "74", Status: norm.Sourced}
	bank := holiday(t, "new-year", calendar.Bank, "01-01")
	bank.Basis = norm.Basis{Law: "CNBV", Article: "1", Status: norm.Projected}
	town := profileOf("town", law, holiday(t, "labour", calendar.PublicServant, "05-01"), holiday(t, "feria", calendar.Local, "05-14"))
	banks := profileOf("banks", bank, holiday(t, "labour", calendar.Bank, "05-02"), holiday(t, "fiesta", calendar.Local, "05-14"))
	both, err := calendar.Union("both", town, banks)
	require.NoError(t, err)
	assert.Equal(t, []string{
		"new-year.2027.1@p 2027-01-01/2027-01-01",
		"labour.2027.1@p 2027-05-01/2027-05-01",
		"banks.labour.2027.1@p 2027-05-02/2027-05-02",
		"feria.2027.1@p 2027-05-14/2027-05-14",
		"fiesta.2027.1@p 2027-05-14/2027-05-14",
		"new-year.2028.1@p 2028-01-01/2028-01-01",
		"labour.2028.1@p 2028-05-01/2028-05-01",
		"banks.labour.2028.1@p 2028-05-02/2028-05-02",
		"feria.2028.1@p 2028-05-14/2028-05-14",
		"fiesta.2028.1@p 2028-05-14/2028-05-14",
	}, uids(t, "p", both, 2027, 2028))
	cal, err := calendar.Compile(both, calendar.YearSpan(2027))
	require.NoError(t, err)
	e := ics.Holidays("p", "es-MX", cal.Holidays(calendar.YearSpan(2027)))[0]
	assert.Equal(t, "LFT art. 74\nCNBV art. 1 (proyectado)", e.Description)
	assert.Len(t, e.Categories, 2)
}

// A reader recovers any text, except for the characters that the format does not allow.
func FuzzText(f *testing.F) {
	for _, s := range []string{"", "Día", "a,b;c\\n\r\nd\re\nf", "\x00\x1b[31m\x7f\t", "\u202etxet\u2069\u0085", "\u200f\u2028\ufeff", "\xff\xc3", strings.Repeat("ñ", 200), strings.Repeat("\\", 80), "👨‍👩‍👧" + strings.Repeat("x", 70)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var b bytes.Buffer
		e := ics.Event{UID: "u" + s, Span: calendar.Span{Start: today, End: today}, Summary: s, Description: s, Categories: []string{s, s}}
		require.NoError(t, ics.Encode(&b, ics.File{Name: s, Stamp: today, Events: []ics.Event{e}}))
		head, events, err := read(b.String())
		require.NoError(t, err)
		require.Len(t, events, 1)
		want := representable(s)
		assert.Equal(t, []string{want}, unescape(value(events[0], "SUMMARY")))
		assert.Equal(t, []string{want, want}, unescape(value(events[0], "CATEGORIES")))
		assert.Equal(t, []string{"u" + want}, unescape(value(events[0], "UID")))
		if s != "" {
			assert.Equal(t, []string{want}, unescape(value(head, "X-WR-CALNAME")))
			assert.Equal(t, []string{want}, unescape(value(events[0], "DESCRIPTION")))
		}
	})
}

// representable returns s with the characters that the format does not allow replaced.
func representable(s string) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	s = strings.ReplaceAll(s, "\r", "\n")
	var b strings.Builder
	for _, r := range s { // each invalid byte becomes U+FFFD
		if r < ' ' && r != '\t' && r != '\n' || r >= 0x7f && r < 0xA0 {
			r = ' '
		}
		switch {
		case r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 || r == 0x200E || r == 0x200F || r == 0x061C || r == 0xFEFF:
			r = '\uFFFD'
		case r == '\u2028' || r == '\u2029':
			r = '\n'
		}
		b.WriteRune(r)
	}
	if !utf8.ValidString(b.String()) {
		panic("representable returns invalid UTF-8")
	}
	return b.String()
}

func BenchmarkEncode(b *testing.B) {
	c := ics.File{Stamp: today}
	for i := range 10_000 {
		c.Events = append(c.Events, ics.Event{UID: strconv.Itoa(i) + "@x", Span: calendar.Span{Start: today, End: today}, Summary: "Día del Trabajo", Description: "LFT art. 74 fr. IV"})
	}
	for b.Loop() {
		if err := ics.Encode(io.Discard, c); err != nil {
			b.Fatal(err)
		}
	}
}

func ExampleEncode() {
	feast := calendar.MustParseSpan("2027-05-11/2027-05-15")
	err := ics.Encode(lfWriter{}, ics.File{
		Name:   "Fiestas patronales",
		Stamp:  calendar.MustDate(2026, 11, 22),
		Events: []ics.Event{{UID: "fiestas-2027@vj.example", Span: feast, Summary: "Fiestas patronales"}},
	})
	if err != nil {
		panic(err)
	}
	// Output:
	// BEGIN:VCALENDAR
	// VERSION:2.0
	// PRODID:-//rumbo-mx//rumbo//ES
	// CALSCALE:GREGORIAN
	// METHOD:PUBLISH
	// REFRESH-INTERVAL;VALUE=DURATION:P1D
	// X-PUBLISHED-TTL:P1D
	// NAME:Fiestas patronales
	// X-WR-CALNAME:Fiestas patronales
	// BEGIN:VEVENT
	// UID:fiestas-2027@vj.example
	// DTSTAMP:20261122T000000Z
	// LAST-MODIFIED:20261122T000000Z
	// SEQUENCE:0
	// DTSTART;VALUE=DATE:20270511
	// DTEND;VALUE=DATE:20270516
	// SUMMARY:Fiestas patronales
	// STATUS:CONFIRMED
	// TRANSP:TRANSPARENT
	// X-MICROSOFT-CDO-BUSYSTATUS:FREE
	// X-MICROSOFT-CDO-ALLDAYEVENT:TRUE
	// END:VEVENT
	// END:VCALENDAR
}

// A legal holiday outside the verified span is tentative; a local one is not.
func TestHolidaysOutsideTheVerifiedSpan(t *testing.T) {
	law := calendar.Holiday{Key: "law", Kind: calendar.Mandatory, Rule: calendar.Fixed{Month: 3, Day: 1}, Valid: calendar.Always(), Basis: norm.Basis{Status: norm.Sourced}}
	feast := law
	feast.Key, feast.Kind = "feast", calendar.Local
	p := calendar.Profile{Key: "town", Week: calendar.MondayToFriday, Verified: calendar.YearSpan(2027), Holidays: []calendar.Holiday{law, feast}}
	span := calendar.Span{Start: calendar.MustDate(2027, 1, 1), End: calendar.MustDate(2028, 12, 31)}
	cal, err := calendar.Compile(p, span)
	require.NoError(t, err)
	var tentative []string
	for _, e := range ics.Holidays(p.Key, "en", cal.Holidays(span)) {
		if e.Tentative {
			tentative = append(tentative, e.UID)
		}
	}
	assert.Equal(t, []string{"law.2028.1@town.calendar.rumbo-mx"}, tentative)
}

func ExampleHolidays() {
	cal, err := calendar.Compile(calendar.Profile{
		Key: "town", Week: calendar.MondayToFriday,
		Holidays: []calendar.Holiday{{
			Key: "feast", Name: norm.Label{ES: "Fiesta patronal", EN: "Patron feast"}, Kind: calendar.Local,
			Rule: calendar.Dates(calendar.MustDate(2027, 5, 14)),
		}},
	}, calendar.YearSpan(2027))
	if err != nil {
		panic(err)
	}
	for _, e := range ics.Holidays("town", "en", cal.Holidays(cal.Window())) {
		fmt.Println(e.Span.Start, e.Summary, e.Categories, e.UID)
	}
	// Output: 2027-05-14 Patron feast [Local holiday] feast.2027.1@town.calendar.rumbo-mx
}

// lfWriter prints with LF line ends, since an example cannot show CR.
type lfWriter struct{}

func (lfWriter) Write(p []byte) (int, error) {
	_, err := os.Stdout.WriteString(strings.ReplaceAll(string(p), "\r\n", "\n"))
	return len(p), err
}
