package calendar_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/rumbo-mx/rumbo/calendar"
)

func span(s string) calendar.Span { return calendar.MustParseSpan(s) }

func TestSpanErrors(t *testing.T) {
	for _, s := range []string{
		"", "/", "2027-01-01", "2027-01-01/", "/2027-01-01", "2027-04-30/2027-01-01", "2027-01-01/2027-04-30/",
		"2027-01-01--2027-04-30", "2027-01-01 / 2027-04-30", "2027-01-01/2027-02-30",
	} {
		got, err := calendar.ParseSpan(s)
		assert.ErrorContains(t, err, "calendar: ", "ParseSpan(%q)", s)
		assert.True(t, got.IsZero())
	}
	_, err := calendar.NewSpan(date("2027-01-02"), date("2027-01-01"))
	assert.ErrorContains(t, err, "2027-01-02/2027-01-01")
	_, err = calendar.NewSpan(calendar.Date{}, date("2027-01-01"))
	assert.Error(t, err)
	assert.Panics(t, func() { calendar.MustParseSpan("2027") })
	assert.Panics(t, func() { calendar.MustSpan(calendar.Date{}, calendar.Date{}) })
	assert.True(t, calendar.YearSpan(0).IsZero())
	assert.True(t, calendar.YearSpan(10000).IsZero())
}

// An invalid span has no days and overlaps no span, but String returns its dates.
func TestDraftSpans(t *testing.T) {
	day := date("2027-03-15")
	year := calendar.YearSpan(2027)
	for text, s := range map[string]calendar.Span{
		"":                      {},
		"2027-03-15/":           {Start: day},
		"/2027-03-15":           {End: day},
		"2027-03-15/2027-03-14": {Start: day, End: day.AddDays(-1)},
	} {
		assert.Equal(t, text, s.String())
		assert.False(t, s.Valid(), text)
		assert.Zero(t, s.Days(), text)
		assert.False(t, s.Contains(day), text)
		assert.False(t, s.Overlaps(year), text)
		assert.False(t, year.Overlaps(s), text)
		assert.False(t, year.Covers(s), text)
		_, ok := year.Intersect(s)
		assert.False(t, ok, text)
	}
	assert.True(t, calendar.Span{}.IsZero())
	assert.False(t, calendar.Span{Start: day}.IsZero())
}

func TestIntersect(t *testing.T) {
	for _, c := range []struct{ a, b, want string }{
		{"2027-01-01/2027-04-30", "2027-04-30/2027-05-31", "2027-04-30/2027-04-30"},
		{"2027-01-01/2027-04-30", "2027-05-01/2027-05-31", ""},
		{"2027-01-01/2027-12-31", "2027-05-01/2027-05-31", "2027-05-01/2027-05-31"},
	} {
		for _, pair := range [][2]string{{c.a, c.b}, {c.b, c.a}} {
			got, ok := span(pair[0]).Intersect(span(pair[1]))
			assert.Equal(t, c.want, got.String())
			assert.Equal(t, c.want != "", ok)
			assert.Equal(t, ok, span(pair[0]).Overlaps(span(pair[1])))
		}
	}
	assert.True(t, span("2027-01-01/2027-12-31").Covers(span("2027-01-01/2027-12-31")))
	assert.False(t, span("2027-01-02/2027-12-31").Covers(span("2027-01-01/2027-12-31")))
}

func TestSpanProperties(t *testing.T) {
	day := rapid.Custom(func(t *rapid.T) calendar.Date {
		return date("2020-01-01").AddDays(rapid.IntRange(0, 200).Draw(t, "day"))
	})
	rapid.Check(t, func(t *rapid.T) {
		a := calendar.Span{Start: day.Draw(t, "a"), End: day.Draw(t, "b")}
		b := calendar.Span{Start: day.Draw(t, "c"), End: day.Draw(t, "d")}
		both := 0
		for d := date("2019-12-01"); d.Before(date("2020-09-01")); d = d.AddDays(1) {
			if a.Contains(d) && b.Contains(d) {
				both++
			}
		}
		common, ok := a.Intersect(b)
		require.Equal(t, both, common.Days(), "%v and %v", a, b)
		require.Equal(t, both > 0, ok)
		if a.Valid() {
			back, err := calendar.ParseSpan(a.String())
			require.NoError(t, err)
			require.Equal(t, a, back)
		}
	})
}

func TestMonth(t *testing.T) {
	m := calendar.MustMonth(2028, 2)
	assert.Equal(t, "2028-02", m.String())
	assert.Equal(t, "2028-02-01/2028-02-29", m.Span().String())
	assert.Equal(t, 2028, m.Year())
	assert.Equal(t, 2, m.Number())
	assert.Equal(t, "2028-03", m.Add(1).String())
	assert.Equal(t, "2027-12", m.Add(-2).String())
	assert.Equal(t, 14, m.Sub(calendar.MustMonth(2026, 12)))
	assert.Equal(t, -1, m.Compare(m.Add(1)))
	assert.Equal(t, m, date("2028-02-29").YearMonth())

	assert.Equal(t, "0001-01", calendar.MustMonth(1, 1).String())
	assert.Equal(t, "9999-12", calendar.MustMonth(9999, 12).String())
	for _, none := range []calendar.Month{{}, calendar.MustMonth(1, 1).Add(-1), calendar.MustMonth(9999, 12).Add(1), m.Add(math.MaxInt), m.Add(math.MinInt)} {
		assert.True(t, none.IsZero())
		assert.Equal(t, calendar.Month{}, none)
		assert.Empty(t, none.String())
		assert.Zero(t, none.Year())
		assert.Zero(t, none.Number())
		assert.True(t, none.First().IsZero())
		assert.True(t, none.Last().IsZero())
		assert.True(t, none.Add(1).IsZero())
		assert.Zero(t, none.Sub(m))
	}
	for _, s := range []string{"", "2027", "2027-3", "2027-00", "2027-13", "0000-01", "2027-03-01", "2027/03", "+027-03"} {
		_, err := calendar.ParseMonth(s)
		assert.ErrorContains(t, err, "calendar: ", "ParseMonth(%q)", s)
	}
	for _, c := range [][2]int{{0, 1}, {10000, 1}, {2027, 0}, {2027, 13}} {
		_, err := calendar.NewMonth(c[0], c[1])
		assert.Error(t, err)
	}
	assert.Panics(t, func() { calendar.MustMonth(2027, 13) })
}
