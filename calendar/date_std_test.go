//go:build !lean

package calendar_test

import (
	"bytes"
	"database/sql"
	"database/sql/driver"
	"encoding/gob"
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
)

func ExampleDateOf() {
	zone := time.FixedZone("central Mexico", -6*60*60)
	instant := time.Date(2027, 3, 15, 3, 0, 0, 0, time.UTC)
	fmt.Println(calendar.DateOf(instant), calendar.DateOf(instant.In(zone)))
	// Output: 2027-03-15 2027-03-14
}

func ExampleDate_Time() {
	fmt.Println(calendar.MustDate(2027, 3, 15).Time(nil))
	// Output: 2027-03-15 00:00:00 +0000 UTC
}

// Drivers return a column of type DATE as midnight or as text.
func ExampleDate_Scan() {
	var d calendar.Date
	for _, column := range []any{time.Date(2027, 3, 15, 0, 0, 0, 0, time.UTC), "2027-03-15", time.Date(2027, 3, 15, 9, 30, 0, 0, time.UTC)} {
		fmt.Println(d.Scan(column), d)
	}
	// Output:
	// <nil> 2027-03-15
	// <nil> 2027-03-15
	// calendar: 2027-03-15T09:30:00Z is a time, not a date: use DateOf in the time zone of the office 2027-03-15
}

func TestDatesAndTimes(t *testing.T) {
	for d := calendar.MustDate(1583, 1, 1); d.Year() <= 2500; d = d.AddDays(1) {
		when := d.Time(nil)
		if got := calendar.DateOf(when); got != d {
			t.Fatalf("DateOf(%v) = %v, want %v", when, got, d)
		}
	}
	for _, year := range []int{-1, 0, 10000} {
		assert.True(t, calendar.DateOf(time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC)).IsZero(), year)
	}
	assert.True(t, calendar.Date{}.Time(nil).IsZero())
}

func TestDatabaseForms(t *testing.T) {
	for _, tt := range []struct {
		value driver.Valuer
		into  sql.Scanner
		want  driver.Value
	}{
		{date("2027-03-15"), new(calendar.Date), "2027-03-15"},
		{calendar.Date{}, new(calendar.Date), nil},
		{calendar.MustMonth(2027, 3), new(calendar.Month), "2027-03"},
		{calendar.Month{}, new(calendar.Month), nil},
		{span("2027-01-01/2027-04-30"), new(calendar.Span), "2027-01-01/2027-04-30"},
		{calendar.Span{Start: date("2027-01-01")}, new(calendar.Span), "2027-01-01/"},
		{calendar.Span{}, new(calendar.Span), nil},
		{calendar.MondayToFriday, new(calendar.WeekMask), "1111100"},
		{calendar.WeekMask(0), new(calendar.WeekMask), nil},
	} {
		got, err := tt.value.Value()
		require.NoError(t, err)
		assert.Equal(t, tt.want, got)
		require.NoError(t, tt.into.Scan(got))
		back, err := tt.into.(driver.Valuer).Value()
		require.NoError(t, err)
		assert.Equal(t, tt.want, back)
		if text, ok := got.(string); ok {
			require.NoError(t, tt.into.Scan([]byte(text)))
		}
		for _, bad := range []any{42, "2027-02-30", "x", true} {
			assert.ErrorContains(t, tt.into.Scan(bad), "calendar: ", "%T from %v", tt.into, bad)
			same, err := tt.into.(driver.Valuer).Value()
			require.NoError(t, err)
			assert.Equal(t, back, same, "an error leaves the value unchanged")
		}
	}
}

func TestGob(t *testing.T) {
	type record struct {
		Day   calendar.Date
		Month calendar.Month
		Span  calendar.Span
	}
	want := record{date("2027-03-15"), calendar.MustMonth(2027, 3), span("2027-01-01/2027-04-30")}
	var b bytes.Buffer
	require.NoError(t, gob.NewEncoder(&b).Encode(want))
	var got record
	require.NoError(t, gob.NewDecoder(&b).Decode(&got))
	assert.Equal(t, want, got)
}
