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
		assert.Equal(t, "2027-06-06.vote@town.calendar.rumbo-mx", value(events[1], "UID"))
	}
}

// A reader recovers any text, except for the characters that the format does not allow.
func FuzzText(f *testing.F) {
	for _, s := range []string{"", "Día", "a,b;c\\n\r\nd\re\nf", "\x00\x1b[31m\x7f\t", "\xff\xc3", strings.Repeat("ñ", 200), strings.Repeat("\\", 80), "👨‍👩‍👧" + strings.Repeat("x", 70)} {
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
		if r < ' ' && r != '\t' && r != '\n' || r == 0x7f {
			r = ' '
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
	// X-WR-CALNAME:Fiestas patronales
	// BEGIN:VEVENT
	// UID:fiestas-2027@vj.example
	// DTSTAMP:20261122T000000Z
	// DTSTART;VALUE=DATE:20270511
	// DTEND;VALUE=DATE:20270516
	// SUMMARY:Fiestas patronales
	// STATUS:CONFIRMED
	// TRANSP:TRANSPARENT
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
	assert.Equal(t, []string{"2028-03-01.law@town.calendar.rumbo-mx"}, tentative)
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
	// Output: 2027-05-14 Patron feast [Local holiday] 2027-05-14.feast@town.calendar.rumbo-mx
}

// lfWriter prints with LF line ends, since an example cannot show CR.
type lfWriter struct{}

func (lfWriter) Write(p []byte) (int, error) {
	_, err := os.Stdout.WriteString(strings.ReplaceAll(string(p), "\r\n", "\n"))
	return len(p), err
}
