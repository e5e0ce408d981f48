package calendar_test

import (
	"errors"
	"iter"
	"reflect"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
)

// Every method of a nil calendar answers without a panic: it has no business day, no day
// off and no verified span. The test calls each method with several arguments.
func TestNilCalendar(t *testing.T) {
	var none *calendar.Calendar
	day := calendar.MustDate(2027, 3, 15)
	values := map[reflect.Type][]any{
		reflect.TypeFor[calendar.Date]():       {calendar.Date{}, day, calendar.MustDate(1, 1, 1), calendar.MustDate(9999, 12, 31)},
		reflect.TypeFor[calendar.Span]():       {calendar.Span{}, calendar.YearSpan(2027), calendar.Span{Start: day}, calendar.YearSpan(9999)},
		reflect.TypeFor[calendar.Convention](): {calendar.Convention(0), calendar.Following, calendar.ModifiedPreceding, calendar.Nearest, calendar.Unadjusted},
		reflect.TypeFor[int]():                 {0, 1, -1, 1 << 40},
	}
	methods := reflect.TypeOf(none)
	for i := range methods.NumMethod() {
		m := methods.Method(i)
		t.Run(m.Name, func(t *testing.T) {
			var calls func(args []reflect.Value)
			calls = func(args []reflect.Value) {
				if len(args) < m.Type.NumIn() {
					list := values[m.Type.In(len(args))]
					require.NotEmpty(t, list, "add arguments of type %s", m.Type.In(len(args)))
					for _, v := range list {
						calls(append(args[:len(args):len(args)], reflect.ValueOf(v)))
					}
					return
				}
				require.NotPanics(t, func() {
					for _, r := range m.Func.Call(args) {
						requireNothing(t, m.Name, args[1:], r.Interface())
					}
				}, "%s%v", m.Name, args[1:])
			}
			calls([]reflect.Value{reflect.ValueOf(none)})
		})
	}
}

// requireNothing requires a result of a nil calendar: no day, no count, no list, or an error.
func requireNothing(t *testing.T, method string, args []reflect.Value, result any) {
	switch v := result.(type) {
	case calendar.Date:
		// The date itself is the answer of AddBusinessDays for 0 and of Roll for Unadjusted.
		unchanged := method == "AddBusinessDays" && args[1].Int() == 0 || method == "Roll" && args[1].Uint() == uint64(calendar.Unadjusted)
		assert.True(t, v.IsZero() || unchanged, "%s%v = %v", method, args, v)
	case bool:
		assert.False(t, v)
	case int:
		assert.Zero(t, v)
	case iter.Seq[calendar.Date]:
		for d := range v {
			assert.Fail(t, "a day", "%s%v yields %v", method, args, d)
		}
	case iter.Seq[calendar.Occurrence]:
		for o := range v {
			assert.Fail(t, "an occurrence", "%s%v yields %v", method, args, o)
		}
	case []calendar.Occurrence:
		assert.Empty(t, v)
	}
}

func TestNilCalendarErrors(t *testing.T) {
	var none *calendar.Calendar
	day, year := calendar.MustDate(2027, 3, 15), calendar.YearSpan(2027)
	_, err := none.AddBusinessDays(day, 1)
	assert.ErrorIs(t, err, calendar.ErrNoBusinessDay)
	_, err = none.NthBusinessDay(year, -1)
	assert.ErrorIs(t, err, calendar.ErrNoBusinessDay)
	_, err = none.Roll(day, calendar.Nearest)
	assert.ErrorIs(t, err, calendar.ErrNoBusinessDay)
	assert.ErrorIs(t, none.Vouch(year), calendar.ErrUnverified)
	_, err = none.AddBusinessDays(calendar.Date{}, 1)
	assert.False(t, err == nil || errors.Is(err, calendar.ErrNoBusinessDay), "a missing date is another error")
	assert.Equal(t, calendar.Explanation{Date: day}, none.Explain(day))
}
