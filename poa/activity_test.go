package poa_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/kpi/exact"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/mexico"
)

// every returns targets of n in each month.
func every(n int64) (targets kpi.MonthlyTargets) {
	for i := range targets {
		targets[i] = exact.Int(n)
	}
	return targets
}

// activityOn returns the status on a day of a year-round activity, modified by change. The
// records are texts such as "3 20 2027-04-02": month, quantity and date; a fourth word,
// "final", reports the end.
func activityOn(t *testing.T, day string, change func(*poa.Activity), records ...string) *poa.ActivityStatus {
	t.Helper()
	p := plan(t, func(d *poa.Document) {
		act := d.Activities[0]
		act.Period, act.Span, act.Targets = "", span("2027-01-01", "2027-12-31"), kpi.MonthlyTargets{}
		change(act)
	})
	for i, text := range records {
		words := strings.Fields(text)
		month, err := strconv.Atoi(words[0])
		require.NoError(t, err)
		p, _, err = p.Apply(&poa.RecordProgress{Progress: poa.Progress{
			ID: "p" + strconv.Itoa(i), Activity: "gaceta", Month: month, Quantity: exact.MustParse(words[1]),
			Date: calendar.MustParseDate(words[2]), Final: slices.Contains(words, "final"),
		}})
		require.NoError(t, err, text)
	}
	return p.Analyze(calendar.MustParseDate(day)).Activities[0]
}

func TestActivityState(t *testing.T) {
	january := func(act *poa.Activity) { act.Targets[0] = exact.Int(10) }
	stock := func(act *poa.Activity) { act.Targets, act.Accumulation = every(3), kpi.AccumulateLast }
	percent := func(act *poa.Activity) { act.ProgressForm = poa.ProgressPercent }
	free := func(*poa.Activity) {}
	short := func(act *poa.Activity) { act.Span = span("2027-01-11", "2027-01-20") }
	for _, test := range []struct {
		name                    string
		day                     string
		activity                func(*poa.Activity)
		records                 []string
		planned, expected, done string
		state                   poa.State
	}{
		{"the month has not ended", "2027-01-31", january, nil, "10", "0", "0", poa.StateUnderWay},
		{"the month ended yesterday", "2027-02-01", january, nil, "10", "10", "0", poa.StateToCapture},
		// The tenth business day after January is Monday 15 February: 1 February is a
		// day off.
		{"the last day to capture", "2027-02-15", january, nil, "10", "10", "0", poa.StateToCapture},
		{"nobody captured in time", "2027-02-16", january, nil, "10", "10", "0", poa.StateLate},
		{"captured, and less than the target", "2027-02-02", january, []string{"1 8 2027-02-01"}, "10", "10", "8", poa.StateLate},
		{"captured", "2027-02-16", january, []string{"1 10 2027-02-01"}, "10", "10", "10", poa.StateDone},
		{"a part was reported during the month", "2027-02-01", january, []string{"1 4 2027-01-15"}, "10", "10", "4", poa.StateToCapture},
		{"a part was reported on the last day of the month", "2027-02-15", january, []string{"1 4 2027-01-31"}, "10", "10", "4", poa.StateToCapture},
		{"the rest was not reported in time", "2027-02-16", january, []string{"1 4 2027-01-15"}, "10", "10", "4", poa.StateLate},
		{"added up", "2027-02-16", january, []string{"1 4 2027-01-15", "1 6 2027-02-01"}, "10", "10", "10", poa.StateDone},

		{"a stock is not added up", "2027-04-05", stock, []string{"1 3 2027-02-02", "2 3 2027-03-02", "3 3 2027-04-02"}, "3", "3", "3", poa.StateUnderWay},
		{"the latest record of a month counts", "2027-04-05", stock, []string{"3 2 2027-04-01", "3 3 2027-04-02"}, "3", "3", "3", poa.StateUnderWay},
		{"a stock below its target", "2027-04-05", stock, []string{"3 2 2027-04-02"}, "3", "3", "2", poa.StateLate},
		{"a stock that nobody captured this month", "2027-04-05", stock, []string{"2 3 2027-03-02"}, "3", "3", "3", poa.StateToCapture},
		{"a stock that nobody captured for two months", "2027-04-05", stock, []string{"1 3 2027-02-02"}, "3", "3", "3", poa.StateLate},
		{
			"a stock that is lower in the month that has not ended", "2027-02-11", stock,
			[]string{"1 3 2027-02-02", "2 1 2027-02-10"},
			"3", "3", "1", poa.StateUnderWay,
		},
		{"and ended", "2027-03-01", stock, []string{"1 3 2027-02-02", "2 1 2027-02-10"}, "3", "3", "1", poa.StateToCapture},
		{"and was reported so", "2027-03-02", stock, []string{"1 3 2027-02-02", "2 1 2027-03-01"}, "3", "3", "1", poa.StateLate},
		{
			"a stock that fell in a month without a target", "2027-03-02",
			func(act *poa.Activity) {
				act.Accumulation, act.Targets = kpi.AccumulateLast, kpi.MonthlyTargets{0: exact.Int(5), 3: exact.Int(6)}
			},
			[]string{"1 5 2027-02-01", "2 2 2027-03-01"},
			"6", "5", "2", poa.StateLate,
		},
		{"a stock until the last month", "2028-01-04", stock, []string{"12 3 2028-01-03"}, "3", "3", "3", poa.StateDone},
		{
			"the maximum", "2027-04-05", func(act *poa.Activity) {
				act.Accumulation, act.Targets = kpi.AccumulateMax, kpi.MonthlyTargets{exact.Int(2), exact.Int(5), exact.Int(4)}
			},
			[]string{"1 2 2027-02-02", "2 4 2027-03-02", "3 4 2027-04-02"},
			"5", "5", "4", poa.StateLate,
		},
		{
			"the average", "2027-04-05", func(act *poa.Activity) { act.Accumulation, act.Targets = kpi.AccumulateAverage, every(4) },
			[]string{"1 3 2027-02-02", "2 4 2027-03-02", "3 5 2027-04-02"},
			"4", "4", "4", poa.StateUnderWay,
		},
		{
			"the average with a month that has not ended", "2027-03-11",
			func(act *poa.Activity) { act.Accumulation, act.Targets = kpi.AccumulateAverage, every(4) },
			[]string{"1 4 2027-02-02", "2 4 2027-03-02", "3 1 2027-03-10"},
			"4", "4", "3", poa.StateUnderWay,
		},
		{
			"the average has the same months as its target", "2027-04-05",
			func(act *poa.Activity) {
				act.Accumulation, act.Targets = kpi.AccumulateAverage, kpi.MonthlyTargets{exact.Int(2), exact.Int(6), exact.Int(4)}
			},
			[]string{"1 2 2027-02-02", "3 4 2027-04-02"},
			"4", "4", "3", poa.StateUnderWay,
		},

		{"cumulative percent", "2027-07-02", percent, []string{"3 20 2027-04-02", "6 45 2027-07-01"}, "100", "0", "45", poa.StateUnderWay},
		{"cumulative percent of a target", "2027-07-02", func(act *poa.Activity) {
			percent(act)
			act.Targets = kpi.MonthlyTargets{11: exact.Int(20)}
		}, []string{"3 20 2027-04-02", "6 45 2027-07-01"}, "20", "0", "9", poa.StateUnderWay},
		{"all of it", "2027-07-02", percent, []string{"6 100 2027-07-01"}, "100", "0", "100", poa.StateDone},

		{"no targets, some progress", "2027-03-02", free, []string{"2 1 2027-03-01"}, "0", "0", "1", poa.StateUnderWay},
		{"no targets, the end is reported", "2027-03-02", free, []string{"2 1 2027-03-01 final"}, "0", "0", "1", poa.StateDone},
		{"no targets, the end is reported without a quantity", "2027-03-02", free, []string{"2 0 2027-03-01 final"}, "0", "0", "0", poa.StateDone},
		{"the end is reported short of the target", "2027-01-25", january, []string{"1 8 2027-01-22 final"}, "10", "0", "8", poa.StateLate},
		{"ended without a word", "2027-01-21", short, nil, "0", "0", "0", poa.StateToCapture},
		{"ended without a word long ago", "2027-02-16", short, nil, "0", "0", "0", poa.StateLate},
		{"not begun", "2027-01-10", short, nil, "0", "0", "0", poa.StateNotStarted},
	} {
		s := activityOn(t, test.day, test.activity, test.records...)
		assert.Equal(t, test.state, s.State, test.name)
		assert.Equal(t, []string{test.planned, test.expected, test.done}, []string{s.Planned.String(), s.Expected.String(), s.Done.String()}, test.name)
		assert.Equal(t, len(test.records) > 0, s.Recorded, test.name)
	}
}

func TestInPercent(t *testing.T) {
	percent := func(targets kpi.MonthlyTargets) func(*poa.Activity) {
		return func(act *poa.Activity) { act.ProgressForm, act.Targets = poa.ProgressPercent, targets }
	}
	assert.True(t, activityOn(t, "2027-03-02", percent(kpi.MonthlyTargets{})).InPercent())
	assert.False(t, activityOn(t, "2027-03-02", percent(every(1))).InPercent())
	assert.False(t, activityOn(t, "2027-03-02", func(*poa.Activity) {}).InPercent())
}

func TestCaptureDays(t *testing.T) {
	late := func(days, own int, on string) bool {
		env := mexico.Env()
		env.CaptureDays = days
		doc := town()
		doc.CaptureDays = own
		p, err := poa.New(env, doc)
		require.NoError(t, err)
		return p.Analyze(calendar.MustParseDate(on)).Activities[0].State == poa.StateLate
	}
	for _, test := range []struct{ norm, own, days int }{{0, 0, 10}, {3, 0, 3}, {3, 5, 5}, {0, 1, 1}} {
		c := plan(t, nil).Analyze(today).Calendar
		last, err := c.AddBusinessDays(calendar.MustDate(2027, 1, 31), test.days)
		require.NoError(t, err)
		assert.False(t, late(test.norm, test.own, last.String()), "%v on the last day", test)
		assert.True(t, late(test.norm, test.own, last.AddDays(1).String()), "%v after the last day", test)
	}
}
