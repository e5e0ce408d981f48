package calendar_test

import (
	"encoding/json"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
)

func date(s string) calendar.Date { return calendar.MustParseDate(s) }

func TestParseDateErrors(t *testing.T) {
	for _, s := range []string{
		"", " ", "2027", "2027-03", "2027-3-15", "27-03-15", "2027-03-15 ", " 2027-03-15", "2027-03-15T00:00:00Z",
		"+027-01-01", "-027-01-01", "2027/03/15", "20270315", "2027-00-10", "2027-13-01", "2027-02-29", "1900-02-29",
		"2027-04-31", "2027-01-00", "2027-01-32", "0000-01-01", "12027-01-01", "2027-0a-01", "２027-01-0", "2027-01-0\x00",
	} {
		d, err := calendar.ParseDate(s)
		assert.ErrorContains(t, err, "calendar: ", "ParseDate(%q)", s)
		assert.True(t, d.IsZero())
	}
	_, err := calendar.ParseDate(string(make([]byte, 1<<20)))
	assert.Less(t, len(err.Error()), 400, "the error is bounded")
}

func TestNewDateErrors(t *testing.T) {
	for _, c := range [][3]int{
		{0, 1, 1},
		{10000, 1, 1},
		{-1, 1, 1},
		{2027, 0, 1},
		{2027, 13, 1},
		{2027, 1, 0},
		{2027, 1, 32},
		{2027, 2, 29},
		{2100, 2, 29},
		{2027, 4, 31},
		{2027, -1, 1},
		{2027, 1, -1},
		{math.MaxInt, 1, 1},
	} {
		_, err := calendar.NewDate(c[0], c[1], c[2])
		assert.ErrorContains(t, err, "calendar: ", "NewDate(%v)", c)
	}
	assert.Panics(t, func() { calendar.MustDate(2027, 2, 29) })
	assert.Panics(t, func() { calendar.MustParseDate("31/02") })
}

func TestLeapDays(t *testing.T) {
	for year, want := range map[int]int{2027: 365, 2028: 366, 1900: 365, 2000: 366, 2100: 365, 4: 366, 9999: 365} {
		assert.Equal(t, want, calendar.YearSpan(year).Days(), "days of %d", year)
		assert.Equal(t, want, calendar.YearSpan(year).End.YearDay())
	}
}

func TestFromDays(t *testing.T) {
	assert.Equal(t, "1970-01-01", calendar.FromDays(0).String())
	assert.Equal(t, "2006-01-18", calendar.FromDays(13166).String())
	assert.Equal(t, int32(13166), date("2006-01-18").Days())
	assert.Equal(t, "0001-01-01", calendar.FromDays(-719162).String())
	assert.Equal(t, "9999-12-31", calendar.FromDays(2932896).String())
	assert.Equal(t, date("2027-03-15"), calendar.FromDays(date("2027-03-15").Days()))
}

// Every way to leave the years 1 to 9999 results in no date.
func TestNoDate(t *testing.T) {
	for _, d := range []calendar.Date{
		{},
		calendar.FromDays(-719163), calendar.FromDays(2932897), calendar.FromDays(-1 << 31), calendar.FromDays(1<<31 - 1),
		date("9999-12-31").AddDays(1), date("0001-01-01").AddDays(-1), date("2027-01-01").AddDays(math.MaxInt),
		date("2027-01-01").AddDays(math.MinInt), date("2027-01-31").AddMonths(12 * 8000), date("2027-01-31").AddMonths(math.MinInt),
	} {
		assert.True(t, d.IsZero())
		assert.Empty(t, d.String())
		assert.Zero(t, d.Year())
		assert.Zero(t, d.Month())
		assert.Zero(t, d.Day())
		assert.Zero(t, d.YearDay())
		assert.Zero(t, d.Weekday())
		assert.True(t, d.YearMonth().IsZero())
		assert.True(t, d.AddDays(1).IsZero())
		assert.True(t, d.AddMonths(1).IsZero())
		assert.Zero(t, d.Sub(date("2027-01-01")))
		assert.Zero(t, date("2027-01-01").Sub(d))
	}
}

func TestAddMonths(t *testing.T) {
	for _, c := range []struct {
		from string
		n    int
		want string
	}{
		{"2027-01-31", 1, "2027-02-28"},
		{"2028-01-31", 1, "2028-02-29"},
		{"2027-03-31", -1, "2027-02-28"},
		{"2027-05-31", 1, "2027-06-30"},
		{"2027-12-15", 1, "2028-01-15"},
		{"2027-01-15", -13, "2025-12-15"},
		{"2028-02-29", 12, "2029-02-28"},
		{"2027-07-04", 0, "2027-07-04"},
	} {
		assert.Equal(t, c.want, date(c.from).AddMonths(c.n).String(), "%s + %d months", c.from, c.n)
	}
}

func TestDateOrder(t *testing.T) {
	a, b := date("2027-03-15"), date("2027-03-16")
	assert.True(t, a.Before(b))
	assert.True(t, b.After(a))
	assert.False(t, a.Before(a))
	assert.False(t, a.After(a))
	assert.Equal(t, []int{-1, 0, 1}, []int{a.Compare(b), a.Compare(a), b.Compare(a)})
	assert.Equal(t, 1, b.Sub(a))
	assert.True(t, calendar.Date{}.Before(a))
}

func TestDateJSON(t *testing.T) {
	type record struct {
		Due  calendar.Date  `json:"due"`
		In   calendar.Month `json:"in"`
		None calendar.Date  `json:"none"`
	}
	in := record{date("2027-03-15"), calendar.MustMonth(2027, 3), calendar.Date{}}
	text, err := json.Marshal(in)
	require.NoError(t, err)
	assert.JSONEq(t, `{"due":"2027-03-15","in":"2027-03","none":""}`, string(text))
	var out record
	require.NoError(t, json.Unmarshal(text, &out))
	assert.Equal(t, in, out)

	for _, bad := range []string{`{"due":"2027-3-15"}`, `{"in":"2027-13"}`, `{"in":"2027"}`} {
		kept := in
		assert.Error(t, json.Unmarshal([]byte(bad), &kept), bad)
		assert.Equal(t, in, kept, "an error leaves the value unchanged")
	}
}

func TestDateAllocs(t *testing.T) {
	d, text := date("2027-03-15"), []byte("2028-02-29")
	var buf [10]byte
	n := testing.AllocsPerRun(100, func() {
		y, m, day := d.Civil()
		v, _ := calendar.NewDate(y, m, day)
		b, _ := v.AddDays(3).AddMonths(1).AppendText(buf[:0])
		_, _ = calendar.ParseDate("2027-03-15")
		_ = d.UnmarshalText(text)
		_, _ = d.Weekday(), b
	})
	assert.Zero(t, n)
}
