package budget_test

import (
	"encoding/csv"
	"os"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/calendar"
)

// TestFoldReproducesPublishedStatements posts the figures that a municipality
// published and compares the derived columns.
func TestFoldReproducesPublishedStatements(t *testing.T) {
	f, err := os.Open("testdata/statement.csv")
	require.NoError(t, err)
	defer f.Close()
	r := csv.NewReader(f)
	r.Comment = '#'
	rows, err := r.ReadAll()
	require.NoError(t, err)
	for _, row := range rows[1:] {
		pesos := func(i int) budget.Money {
			n, err := strconv.ParseInt(row[i], 10, 64)
			require.NoError(t, err)
			return budget.MustPesos(n)
		}
		lines := []*budget.Line{{ID: "l"}}
		day := calendar.MustDate(2023, 6, 30)
		post := func(k budget.Kind, m budget.Money) *budget.Entry {
			return &budget.Entry{ID: k.String(), Date: day, Line: "l", Kind: k, Amount: m}
		}
		s, err := budget.Fold(lines, []*budget.Entry{
			post(budget.Approved, pesos(1)), post(budget.Extension, pesos(2)), post(budget.Committed, pesos(4)),
			post(budget.Accrued, pesos(4)), post(budget.Exercised, pesos(5)), post(budget.Paid, pesos(5)),
		}, day)
		require.NoError(t, err)
		got, ok := s.Line("l")
		require.True(t, ok)
		assert.Equal(t, pesos(3), got.Modified, row[0])
		assert.Equal(t, pesos(6), got.Underspending(), row[0])
		assert.Equal(t, got, s.Total)
	}
}

func ledger() ([]*budget.Line, []*budget.Entry) {
	lines := []*budget.Line{
		{ID: "radio", Item: "361"}, {ID: "web", Item: "36601"}, {ID: "papel", Item: "211"}, {ID: "suelto"},
	}
	post := func(id, date, line string, k budget.Kind, amount, reason string) *budget.Entry {
		return &budget.Entry{ID: id, Date: calendar.MustParseDate(date), Line: line, Kind: k, Amount: budget.MustParseMoney(amount), Reason: reason}
	}
	return lines, []*budget.Entry{
		post("e1", "2027-01-01", "radio", budget.Approved, "1000.00", ""),
		post("e2", "2027-01-01", "web", budget.Approved, "500.00", ""),
		post("e3", "2027-02-01", "radio", budget.TransferOut, "100.50", ""),
		post("e4", "2027-02-01", "papel", budget.TransferIn, "100.50", ""),
		post("e5", "2027-03-01", "web", budget.Extension, "50.00", ""),
		post("e6", "2027-03-02", "web", budget.Reduction, "20.00", ""),
		post("e7", "2027-03-10", "radio", budget.Committed, "300.00", ""),
		post("e8", "2027-04-10", "radio", budget.Accrued, "200.00", ""),
		post("e9", "2027-04-20", "radio", budget.Exercised, "150.00", ""),
		post("e10", "2027-04-30", "radio", budget.Paid, "150.00", ""),
		post("e11", "2027-05-03", "radio", budget.Committed, "-100.00", "contrato rescindido"),
	}
}

func TestFoldIgnoresLaterEntries(t *testing.T) {
	lines, entries := ledger()
	for at, want := range map[string][7]string{
		"2026-12-31": {"0.00", "0.00", "0.00", "0.00", "0.00", "0.00", "0.00"},
		"2027-01-01": {"1000.00", "0.00", "1000.00", "0.00", "0.00", "0.00", "0.00"},
		"2027-03-09": {"1000.00", "-100.50", "899.50", "0.00", "0.00", "0.00", "0.00"},
		"2027-04-10": {"1000.00", "-100.50", "899.50", "300.00", "200.00", "0.00", "0.00"},
		"2027-05-02": {"1000.00", "-100.50", "899.50", "300.00", "200.00", "150.00", "150.00"},
		"2027-05-03": {"1000.00", "-100.50", "899.50", "200.00", "200.00", "150.00", "150.00"},
	} {
		s, err := budget.Fold(lines, entries, calendar.MustParseDate(at))
		require.NoError(t, err)
		r, ok := s.Line("radio")
		require.True(t, ok)
		assert.Equal(t, want, [7]string{
			r.Approved.String(), r.Adjustments.String(), r.Modified.String(),
			r.Committed.String(), r.Accrued.String(), r.Exercised.String(), r.Paid.String(),
		}, at)
	}
}

func TestStatement(t *testing.T) {
	lines, entries := ledger()
	s, err := budget.Fold(lines, entries, calendar.Date{})
	require.NoError(t, err)

	radio, _ := s.Line("radio")
	assert.Equal(t, "699.50", radio.Underspending().String())
	assert.Equal(t, "699.50", radio.Available().String())
	assert.Equal(t, "50.00", radio.Payable().String())
	for m := budget.MomentApproved; m <= budget.MomentPaid; m++ {
		assert.NotEqual(t, budget.Money{}, radio.At(m), m.String())
	}
	assert.Equal(t, budget.Money{}, radio.At(0))

	var codes []string
	for _, c := range s.Chapters {
		codes = append(codes, c.Chapter)
	}
	assert.Equal(t, []string{"", "2000", "3000"}, codes)
	services, ok := s.Chapter("3000")
	require.True(t, ok)
	assert.Equal(t, "1429.50", services.Modified.String())
	assert.Equal(t, "1530.00", s.Total.Modified.String(), "a transfer does not change the total")
	_, ok = s.Chapter("9000")
	assert.False(t, ok)
	_, ok = s.Line("nadie")
	assert.False(t, ok)
	require.Len(t, s.Lines, 4)
	assert.Same(t, lines[3], s.Lines[3].Line)

	empty, err := budget.Fold(lines, nil, calendar.Date{})
	require.NoError(t, err)
	row, ok := empty.Line("papel")
	assert.True(t, ok)
	assert.Equal(t, budget.StatementRow{}, row)
	_, ok = empty.Line("nadie")
	assert.False(t, ok)
}

func TestFoldErrors(t *testing.T) {
	day, lines := calendar.MustDate(2027, 1, 4), []*budget.Line{{ID: "l"}, {ID: "m"}}
	top := money(t, budget.MaxCentavos)
	entry := func(line string, d calendar.Date, k budget.Kind) *budget.Entry {
		return &budget.Entry{ID: "e" + line, Date: d, Line: line, Kind: k, Amount: top}
	}
	reversed := entry("l", day, budget.Paid)
	reversed.Amount = budget.MustParseMoney("-0.01")
	for name, c := range map[string]struct {
		entries []*budget.Entry
		want    error
		id      string
	}{
		"unknown line":       {[]*budget.Entry{entry("x", day, budget.Paid)}, budget.ErrUnknownLine, "ex"},
		"no kind":            {[]*budget.Entry{entry("l", day, 0)}, budget.ErrUnknownKind, "el"},
		"unknown kind":       {[]*budget.Entry{entry("l", day, budget.Paid+1)}, budget.ErrUnknownKind, "el"},
		"no date":            {[]*budget.Entry{entry("l", calendar.Date{}, budget.Paid)}, budget.ErrUndated, "el"},
		"line overflows":     {[]*budget.Entry{entry("l", day, budget.Approved), entry("l", day, budget.Approved)}, budget.ErrOverflow, "el"},
		"modified overflows": {[]*budget.Entry{entry("l", day, budget.Approved), entry("l", day, budget.Extension)}, budget.ErrOverflow, ""},
		"payable overflows":  {[]*budget.Entry{entry("l", day, budget.Accrued), reversed}, budget.ErrOverflow, ""},
		"total overflows":    {[]*budget.Entry{entry("l", day, budget.Approved), entry("m", day, budget.Approved)}, budget.ErrOverflow, ""},
	} {
		s, err := budget.Fold(lines, c.entries, day)
		assert.Nil(t, s, name)
		require.ErrorIs(t, err, c.want, name)
		var entryErr *budget.EntryError
		if c.id == "" {
			assert.NotErrorAs(t, err, &entryErr, name)
			continue
		}
		require.ErrorAs(t, err, &entryErr, name)
		assert.Equal(t, c.id, entryErr.ID, name)
		assert.Contains(t, err.Error(), `budget: entry "`+c.id+`": `, name)
	}
}

// TestFoldIsIndependentOfOrder also compares the totals with sums computed entry by
// entry.
func TestFoldIsIndependentOfOrder(t *testing.T) {
	lines := []*budget.Line{{ID: "a", Item: "361"}, {ID: "b", Item: "211"}, {ID: "c", Item: "369"}}
	from := calendar.MustDate(2027, 1, 1)
	rapid.Check(t, func(t *rapid.T) {
		entries := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) *budget.Entry {
			return &budget.Entry{
				Line:   rapid.SampledFrom([]string{"a", "b", "c"}).Draw(t, "line"),
				Kind:   budget.Kind(rapid.IntRange(int(budget.Approved), int(budget.Paid)).Draw(t, "kind")),
				Date:   from.AddDays(rapid.IntRange(0, 364).Draw(t, "day")),
				Amount: money(t, rapid.Int64Range(-1e9, 1e9).Draw(t, "amount")),
			}
		}), 0, 40).Draw(t, "entries")
		at := from.AddDays(rapid.IntRange(0, 364).Draw(t, "at"))
		s, err := budget.Fold(lines, entries, at)
		require.NoError(t, err)

		var want [budget.MomentPaid + 1]int64
		for _, e := range entries {
			if e.Date.After(at) {
				continue
			}
			c := e.Amount.Centavos()
			if e.Kind == budget.Reduction || e.Kind == budget.TransferOut {
				c = -c
			}
			want[e.Kind.Moment()] += c
			if e.Kind == budget.Approved {
				want[budget.MomentModified] += c
			}
		}
		for m := budget.MomentApproved; m <= budget.MomentPaid; m++ {
			assert.Equal(t, want[m], s.Total.At(m).Centavos(), m.String())
		}
		shuffled := rapid.Permutation(entries).Draw(t, "shuffled")
		again, err := budget.Fold(lines, shuffled, at)
		require.NoError(t, err)
		assert.Equal(t, s, again)
		require.NoError(t, budget.Fits(nil, lines, entries))
	})
}
