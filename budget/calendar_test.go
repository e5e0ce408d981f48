package budget_test

import (
	"encoding/csv"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/budget/conac"
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// A published calendar, entered with a line for each concept, reproduces, and is not told
// that its codes are unknown.
func TestMonthlyCalendarReproducesAPublishedOne(t *testing.T) {
	f, err := os.Open("testdata/calendar.csv")
	require.NoError(t, err)
	defer f.Close()
	r := csv.NewReader(f)
	r.Comment = '#'
	records, err := r.ReadAll()
	require.NoError(t, err)
	var lines []*budget.Line
	var want []budget.ClassCost
	for _, record := range records[1:] {
		row := budget.ClassCost{Code: record[0], Total: budget.MustParseMoney(record[1])}
		for m := range row.Months {
			row.Months[m] = budget.MustParseMoney(record[m+2])
		}
		want = append(want, row)
		if row.Code != "1000" {
			lines = append(lines, &budget.Line{ID: row.Code, Item: row.Code, Activities: []string{"a"}, Months: row.Months})
		}
	}
	got, err := budget.MonthlyCalendar(lines)
	require.NoError(t, err)
	assert.Equal(t, want, got)

	fs, err := conac.Rules().Check(nil, lines, nil, calendar.Date{})
	require.NoError(t, err)
	for _, f := range fs {
		assert.Equal(t, norm.Suggestion, f.Severity, "%s %s", f.Code, f.Path)
	}
}

func TestMonthlyCalendarIsInTheOrderOfTheCodes(t *testing.T) {
	lines := []*budget.Line{
		{ID: "a", Item: "366", Months: budget.MustPesos(12).Split12()},
		{ID: "b", Item: "36101", Months: budget.MustPesos(24).Split12()},
		{ID: "c", Item: "", Months: budget.MustPesos(36).Split12()},
		{ID: "d", Item: "3000", Months: budget.MustPesos(48).Split12()},
		{ID: "e", Item: "113", Months: budget.MustPesos(60).Split12()},
		{ID: "f", Item: "3x", Months: budget.MustPesos(72).Split12()},
		{ID: "g", Item: "3600", Months: budget.MustPesos(84).Split12()},
	}
	codes := func(rows []budget.ClassCost, err error) (list []string) {
		require.NoError(t, err)
		for _, row := range rows {
			total, err := row.Months.Total()
			require.NoError(t, err)
			assert.Equal(t, total, row.Total)
			list = append(list, row.Code+" "+row.Total.String())
		}
		return list
	}
	assert.Equal(t, []string{" 36.00", "1000 60.00", "1100 60.00", "3000 240.00", "3600 120.00"}, codes(budget.MonthlyCalendar(lines)))
	assert.Equal(t, []string{" 36.00", "1100 60.00", "3000 120.00", "3600 120.00"}, codes(budget.ByConcept(lines)))
	assert.Equal(t, []string{" 36.00", "113 60.00", "3000 120.00", "3600 84.00", "361 24.00", "366 12.00"}, codes(budget.ByGenericItem(lines)))
	assert.Empty(t, codes(budget.MonthlyCalendar(nil)))
	for item, want := range map[string][2]string{
		"36101": {"3600", "361"}, "366": {"3600", "366"}, "3600": {"3600", "3600"}, "36": {"3600", "3600"},
		"3000": {"3000", "3000"}, "3": {"3000", "3000"}, "306": {"3000", "3000"}, "": {"", ""}, "x36": {"", ""}, "3é": {"3000", "3000"},
	} {
		l := budget.Line{Item: item}
		assert.Equal(t, want, [2]string{l.Concept(), l.GenericItem()}, item)
	}
	top := money(t, budget.MaxCentavos)
	for _, lines := range [][]*budget.Line{
		{{Item: "361", Months: budget.Months{top}}, {Item: "362", Months: budget.Months{top}}},
		{{Item: "361", Months: budget.Months{top, top}}},
	} {
		_, err := budget.ByConcept(lines)
		assert.ErrorIs(t, err, budget.ErrOverflow)
		_, err = budget.MonthlyCalendar(lines)
		assert.ErrorIs(t, err, budget.ErrOverflow)
	}
}
