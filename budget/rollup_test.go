package budget_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/calendar"
)

func plan() ([]*budget.Fund, []*budget.Line) {
	spread := func(pesos int64) budget.Months { return budget.MustPesos(pesos).Split12() }
	return []*budget.Fund{
			{ID: "fiscales", CFF: "11", Ceiling: pesos(1000)},
			{ID: "federales", CFF: "15", Ceiling: pesos(500)},
			{ID: "sobrante", CFF: "17", Ceiling: pesos(0)},
			{ID: "sin techo", CFF: "16"},
		}, []*budget.Line{
			{ID: "spots", Item: "36101", Fund: "fiscales", Months: spread(1200)},
			{ID: "papel", Item: "211", Fund: "federales", Months: spread(120)},
			{ID: "web", Item: "366", Fund: "federales", Months: spread(100)},
			{ID: "suelto", Fund: "ninguno", Months: spread(12)},
		}
}

func TestByChapter(t *testing.T) {
	_, lines := plan()
	rows, err := budget.ByChapter(lines)
	require.NoError(t, err)
	require.Len(t, rows, 3)
	want, err := lines[0].Months.Add(lines[2].Months)
	require.NoError(t, err)
	assert.Equal(t, "", rows[0].Chapter)
	assert.Equal(t, budget.ChapterCost{Chapter: "2000", Months: lines[1].Months, Total: budget.MustPesos(120)}, rows[1])
	assert.Equal(t, budget.ChapterCost{Chapter: "3000", Months: want, Total: budget.MustPesos(1300)}, rows[2])

	all, err := budget.Schedule(lines)
	require.NoError(t, err)
	total, err := all.Total()
	require.NoError(t, err)
	assert.Equal(t, "1432.00", total.String())

	rows, err = budget.ByChapter(nil)
	require.NoError(t, err)
	assert.Empty(t, rows)
}

func TestByFund(t *testing.T) {
	funds, lines := plan()
	rows, err := budget.ByFund(funds, lines)
	require.NoError(t, err)
	require.Len(t, rows, 4)
	assert.Equal(t, budget.FundCost{Fund: funds[3]}, rows[3], "an unknown ceiling has no gap")
	for i, want := range [][3]string{{"1200.00", "1000.00", "200.00"}, {"220.00", "500.00", "-280.00"}, {"0.00", "0.00", "0.00"}} {
		assert.Same(t, funds[i], rows[i].Fund)
		assert.True(t, rows[i].HasCeiling)
		assert.Equal(t, want, [3]string{rows[i].Cost.String(), rows[i].Ceiling.String(), rows[i].Gap.String()})
	}
}

func TestRollUpsOverflow(t *testing.T) {
	top := money(t, budget.MaxCentavos)
	bottom := top.Neg()
	one := &budget.Line{ID: "a", Fund: "f", Months: budget.Months{0: top}}
	year := &budget.Line{ID: "b", Fund: "f", Months: budget.Months{0: top, 1: top}}
	fund := []*budget.Fund{{ID: "f", Ceiling: &bottom}}
	day := calendar.MustDate(2027, 1, 4)
	entry := &budget.Entry{ID: "e", Line: "a", Kind: budget.Paid, Date: day, Amount: top}

	_, err := budget.Schedule([]*budget.Line{one, one})
	assert.ErrorIs(t, err, budget.ErrOverflow)
	for _, lines := range [][]*budget.Line{{one, one}, {year}} {
		_, err = budget.ByChapter(lines)
		assert.ErrorIs(t, err, budget.ErrOverflow)
		_, err = budget.ByFund(fund, lines)
		assert.ErrorIs(t, err, budget.ErrOverflow)
	}
	_, err = budget.ByFund(fund, []*budget.Line{one})
	assert.ErrorIs(t, err, budget.ErrOverflow, "the gap itself")

	assert.ErrorIs(t, budget.Fits(fund, []*budget.Line{one}, nil), budget.ErrOverflow)
	assert.ErrorIs(t, budget.Fits(append(fund, fund...), nil, nil), budget.ErrOverflow)
	assert.ErrorIs(t, budget.Fits(nil, []*budget.Line{year}, nil), budget.ErrOverflow)
	assert.ErrorIs(t, budget.Fits(nil, nil, []*budget.Entry{entry, entry}), budget.ErrOverflow)
	assert.NoError(t, budget.Fits(nil, []*budget.Line{one}, []*budget.Entry{entry}))
	funds, lines := plan()
	assert.NoError(t, budget.Fits(funds, lines, nil))
}

func TestMonths(t *testing.T) {
	var m budget.Months
	assert.True(t, m.IsZero())
	for i := range m {
		m[i] = budget.MustPesos(int64(i + 1))
	}
	assert.False(t, m.IsZero())
	assert.Equal(t, "3.00", m.Month(3).String())
	for _, outside := range []int{-1, 0, 13} {
		assert.True(t, m.Month(outside).IsZero())
	}
	for _, c := range []struct {
		name string
		got  func() (budget.Money, error)
		want string
	}{
		{"total", m.Total, "78.00"},
		{"through 0", func() (budget.Money, error) { return m.Through(0) }, "0.00"},
		{"through 4", func() (budget.Money, error) { return m.Through(4) }, "10.00"},
		{"through 12", func() (budget.Money, error) { return m.Through(12) }, "78.00"},
		{"through 99", func() (budget.Money, error) { return m.Through(99) }, "78.00"},
		{"through -5", func() (budget.Money, error) { return m.Through(-5) }, "0.00"},
		{"June to September", func() (budget.Money, error) { return m.Between(6, 9) }, "30.00"},
		{"backwards", func() (budget.Money, error) { return m.Between(9, 6) }, "0.00"},
	} {
		got, err := c.got()
		require.NoError(t, err, c.name)
		assert.Equal(t, c.want, got.String(), c.name)
	}
	var shared []budget.Money
	for _, span := range []string{"2026-12-01/2027-04-30", "2027-05-01/2027-05-31", "2027-06-01/2027-09-15", "2027-09-16/2027-12-31"} {
		got, err := m.Over(calendar.MustParseSpan(span), 2027)
		require.NoError(t, err)
		shared = append(shared, got)
	}
	assert.Equal(t, []string{"10.00", "5.00", "30.00", "33.00"}, texts(shared))
	none, err := m.Over(calendar.Span{}, 2027)
	require.NoError(t, err)
	assert.True(t, none.IsZero())

	top := money(t, budget.MaxCentavos)
	_, err = budget.Months{11: top}.Add(budget.Months{11: budget.MustParseMoney("0.01")})
	assert.ErrorIs(t, err, budget.ErrOverflow)
	_, err = budget.Months{0: top, 11: top}.Total()
	assert.ErrorIs(t, err, budget.ErrOverflow)
	_, err = budget.Months{0: top, 11: top}.Over(calendar.YearSpan(2027), 2027)
	assert.ErrorIs(t, err, budget.ErrOverflow)
}

func TestChapterOfALine(t *testing.T) {
	for item, want := range map[string]string{
		"361": "3000", "36101": "3000", "1131": "1000", "9": "9000", "": "", "0": "", "x": "", "é": "",
	} {
		assert.Equal(t, want, (&budget.Line{Item: item}).Chapter(), item)
	}
}
