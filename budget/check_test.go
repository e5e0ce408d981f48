package budget_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

func pesos(n int64) *budget.Money {
	m := budget.MustPesos(n)
	return &m
}

// validBudget returns a budget without findings.
func validBudget() ([]*budget.Fund, []*budget.Line, []*budget.Entry) {
	post := func(id string, day int, k budget.Kind, pesos int64) *budget.Entry {
		return &budget.Entry{ID: id, Date: calendar.MustDate(2027, 1, day), Line: "spots", Kind: k, Amount: budget.MustPesos(pesos)}
	}
	return []*budget.Fund{{ID: "f", Name: "Recursos fiscales", Ceiling: pesos(1200)}},
		[]*budget.Line{{
			ID: "spots", Name: "Spots de radio", Item: "361", Fund: "f", Activities: []string{"a"},
			Months: budget.MustPesos(1200).Split12(),
		}},
		[]*budget.Entry{
			post("e1", 1, budget.Approved, 1200), post("e2", 4, budget.Committed, 400), post("e3", 5, budget.Accrued, 300),
			post("e4", 6, budget.Exercised, 200), post("e5", 7, budget.Paid, 100),
		}
}

var (
	committed, accrued, exercised = &norm.Basis{Law: "com"}, &norm.Basis{Law: "dev"}, &norm.Basis{Law: "eje"}
	paid, ceiling, reversal       = &norm.Basis{Law: "pag"}, &norm.Basis{Law: "techo"}, &norm.Basis{Law: "reverso"}
)

func rules() budget.Rules {
	return budget.Rules{
		Item:      func(code string) (norm.Label, bool) { return norm.Label{}, strings.HasPrefix(code, "361") },
		Committed: committed, Accrued: accrued, Exercised: exercised, Paid: paid, Ceiling: ceiling, Reversal: reversal,
	}
}

// TestEveryFinding changes a valid budget in one place and expects one finding.
func TestEveryFinding(t *testing.T) {
	for _, c := range []struct {
		name     string
		change   func(f *budget.Fund, l *budget.Line, e []*budget.Entry)
		code     norm.Code
		severity norm.Severity
		path     norm.Path
		args     string
		related  norm.Path
		basis    *norm.Basis
	}{
		{
			"committed above modified", func(_ *budget.Fund, _ *budget.Line, e []*budget.Entry) { e[1].Amount = budget.MustPesos(1201) },
			"budget.moments-out-of-order", norm.Blocking, "lines[spots]",
			"line=Spots de radio moment=committed amount=1201.00 previous=modified limit=1200.00", "ledger[e2]", committed,
		},
		{
			"accrued above committed", func(_ *budget.Fund, _ *budget.Line, e []*budget.Entry) { e[2].Amount = budget.MustParseMoney("400.01") },
			"budget.moments-out-of-order", norm.Blocking, "lines[spots]",
			"line=Spots de radio moment=accrued amount=400.01 previous=committed limit=400.00", "ledger[e3]", accrued,
		},
		{
			"exercised above accrued", func(_ *budget.Fund, _ *budget.Line, e []*budget.Entry) { e[3].Amount = budget.MustPesos(301) },
			"budget.moments-out-of-order", norm.Blocking, "lines[spots]",
			"line=Spots de radio moment=exercised amount=301.00 previous=accrued limit=300.00", "ledger[e4]", exercised,
		},
		{
			"paid above exercised", func(_ *budget.Fund, _ *budget.Line, e []*budget.Entry) { e[4].Amount = budget.MustPesos(201) },
			"budget.moments-out-of-order", norm.Blocking, "lines[spots]",
			"line=Spots de radio moment=paid amount=201.00 previous=exercised limit=200.00", "ledger[e5]", paid,
		},
		{
			"cost above ceiling", func(f *budget.Fund, _ *budget.Line, _ []*budget.Entry) { f.Ceiling = pesos(1000) },
			"budget.cost-above-ceiling", norm.Blocking, "funds[f].ceiling",
			"fund=Recursos fiscales cost=1200.00 ceiling=1000.00 gap=200.00", "", ceiling,
		},
		{
			"line without activity", func(_ *budget.Fund, l *budget.Line, _ []*budget.Entry) { l.Activities = nil },
			"budget.line-without-activity", norm.Warning, "lines[spots].activities", "line=Spots de radio", "", nil,
		},
		{
			"item unknown", func(_ *budget.Fund, l *budget.Line, _ []*budget.Entry) { l.Item = "999" },
			"budget.item-unknown", norm.Warning, "lines[spots].item", "line=Spots de radio item=999", "", nil,
		},
		{
			"reversal without reason", func(_ *budget.Fund, l *budget.Line, e []*budget.Entry) {
				l.Name = ""
				e[4].Kind, e[4].Amount = budget.Committed, budget.MustPesos(-1)
			},
			"budget.reversal-without-reason", norm.Warning, "ledger[e5].reason", "line=spots kind=committed amount=-1.00", "", reversal,
		},
		{
			"negative ceiling", func(f *budget.Fund, _ *budget.Line, _ []*budget.Entry) { f.Ceiling = pesos(-1200) },
			"budget.amount-negative", norm.Blocking, "funds[f].ceiling", "name=Recursos fiscales amount=-1200.00", "", nil,
		},
		{
			"negative month", func(_ *budget.Fund, l *budget.Line, _ []*budget.Entry) { l.Months[4] = budget.MustParseMoney("-0.50") },
			"budget.amount-negative", norm.Blocking, "lines[spots].months", "name=Spots de radio amount=-0.50", "", nil,
		},
		{
			"more paid back than paid", func(_ *budget.Fund, _ *budget.Line, e []*budget.Entry) {
				e[4].Amount, e[4].Reason = budget.MustPesos(-5), "cheque devuelto"
			},
			"budget.amount-negative", norm.Blocking, "lines[spots]", "name=Spots de radio amount=-5.00 moment=paid", "ledger[e5]", paid,
		},
		{
			"more reduced than approved", func(_ *budget.Fund, _ *budget.Line, e []*budget.Entry) {
				e[1].Kind, e[1].Amount = budget.Reduction, budget.MustPesos(1201)
				e[2].Amount, e[3].Amount, e[4].Amount = budget.Money{}, budget.Money{}, budget.Money{}
			},
			"budget.amount-negative", norm.Blocking, "lines[spots]", "name=Spots de radio amount=-1.00 moment=modified", "ledger[e2]", committed,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			funds, lines, entries := validBudget()
			c.change(funds[0], lines[0], entries)
			fs, err := rules().Check(funds, lines, entries, calendar.Date{})
			require.NoError(t, err)
			require.Len(t, fs, 1)
			f := fs[0]
			assert.Equal(t, c.code, f.Code)
			assert.Equal(t, c.severity, f.Severity)
			assert.Equal(t, c.path, f.Path)
			assert.Equal(t, c.args, args(t, f.Args))
			assert.Same(t, c.basis, f.Basis)
			if c.related == "" {
				assert.Empty(t, f.Related)
			} else {
				assert.Equal(t, []norm.Path{c.related}, f.Related)
			}
			_, ok := f.Path.Steps()
			assert.True(t, ok)
		})
	}
}

func TestValidBudgetHasNoFindings(t *testing.T) {
	funds, lines, entries := validBudget()
	fs, err := rules().Check(funds, lines, entries, calendar.Date{})
	require.NoError(t, err)
	assert.Empty(t, fs)

	fs, err = budget.Rules{}.Check(nil, []*budget.Line{{ID: "l", Item: "?", Activities: []string{"a"}}}, nil, calendar.Date{})
	require.NoError(t, err)
	assert.Empty(t, fs, "without a catalogue no item is unknown")
}

func TestCheckCountsEntriesUpToTheDay(t *testing.T) {
	funds, lines, entries := validBudget()
	entries[1].Amount = budget.MustPesos(1201) // dated 4 January
	for day, want := range map[int]int{3: 0, 4: 1} {
		fs, err := rules().Check(funds, lines, entries, calendar.MustDate(2027, 1, day))
		require.NoError(t, err)
		assert.Len(t, fs, want, "January %d", day)
	}
}

func TestFindingsAreOrdered(t *testing.T) {
	funds, lines, entries := validBudget()
	funds[0].Ceiling = pesos(0)
	lines[0].Item, lines[0].Activities, lines[0].Months[0] = "", nil, budget.MustPesos(-1)
	lines = append(lines, &budget.Line{ID: "otra", Item: "361"})
	entries[1].Amount = budget.MustPesos(2000)
	entries[2].Amount = budget.MustPesos(3000)
	entries = append(entries, &budget.Entry{
		ID: "e6", Line: "otra", Date: entries[0].Date, Kind: budget.Extension, Amount: budget.MustPesos(-1),
	})
	fs, err := rules().Check(funds, lines, entries, calendar.Date{})
	require.NoError(t, err)
	var got []string
	for _, f := range fs {
		got = append(got, string(f.Path)+" "+string(f.Code))
	}
	assert.Equal(t, []string{
		"funds[f].ceiling budget.cost-above-ceiling",
		"lines[spots].item budget.item-unknown",
		"lines[spots].activities budget.line-without-activity",
		"lines[spots].months budget.amount-negative",
		"lines[spots] budget.moments-out-of-order",
		"lines[spots] budget.moments-out-of-order",
		"lines[otra].activities budget.line-without-activity",
		"lines[otra] budget.amount-negative",
		"ledger[e6].reason budget.reversal-without-reason",
	}, got)
}

func TestNegativeMomentIsReportedOnce(t *testing.T) {
	funds, lines, entries := validBudget()
	entries = entries[:3]
	entries[1].Amount, entries[1].Reason = budget.MustPesos(-5), "error de captura"
	for accrued, want := range map[int64]int{0: 1, 3: 2} {
		entries[2].Amount = budget.MustPesos(accrued)
		fs, err := rules().Check(funds, lines, entries, calendar.Date{})
		require.NoError(t, err)
		require.Len(t, fs, want)
		assert.EqualValues(t, "budget.amount-negative", fs[0].Code)
		if want == 2 {
			assert.Equal(t, "line=Spots de radio moment=accrued amount=3.00 previous=committed limit=-5.00", args(t, fs[1].Args))
		}
	}
}

func TestRelatedIsTheLatestPosting(t *testing.T) {
	day := func(n int) calendar.Date { return calendar.MustDate(2027, 1, n) }
	post := func(id string, d int, line string, k budget.Kind) *budget.Entry {
		return &budget.Entry{ID: id, Date: day(d), Line: line, Kind: k, Amount: budget.MustPesos(-1), Reason: "reverso"}
	}
	_, lines, _ := validBudget()
	lines = append(lines, &budget.Line{ID: "otra", Item: "361", Activities: []string{"a"}})
	fs, err := rules().Check(nil, lines, []*budget.Entry{
		post("c1", 9, "spots", budget.Committed),
		post("c2", 9, "spots", budget.Committed), // same day, later in the ledger
		post("c3", 8, "spots", budget.Committed),
		post("c4", 20, "spots", budget.Committed), // after the day of the check
		post("p1", 9, "spots", budget.Paid),
		post("a1", 9, "otra", budget.Approved),
	}, day(10))
	require.NoError(t, err)
	var got []string
	for _, f := range fs {
		require.Len(t, f.Related, 1)
		got = append(got, string(f.Path)+" "+string(f.Related[0]))
	}
	assert.Equal(t, []string{"lines[spots] ledger[c2]", "lines[spots] ledger[p1]", "lines[otra] ledger[a1]"}, got)
}

// TestFixesRemoveTheFinding applies the edit of each fix and expects no finding afterwards.
func TestFixesRemoveTheFinding(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*budget.Fund, *budget.Line)
		code   norm.Code
		args   string
	}{
		"ceiling raised": {func(f *budget.Fund, _ *budget.Line) { f.Ceiling = pesos(7) }, "fix.raise-ceiling", "ceiling=1200.00"},
		"ceiling's sign": {func(f *budget.Fund, _ *budget.Line) { f.Ceiling = pesos(-9000) }, "fix.drop-sign", "amount=9000.00"},
		"signs of months": {func(_ *budget.Fund, l *budget.Line) {
			l.Months[1], l.Months[11] = l.Months[1].Neg(), l.Months[11].Neg()
		}, "fix.drop-sign", "amount=100.00"},
	} {
		funds, lines, entries := validBudget()
		c.change(funds[0], lines[0])
		fs, err := rules().Check(funds, lines, entries, calendar.Date{})
		require.NoError(t, err)
		require.Len(t, fs, 1, name)
		require.Len(t, fs[0].Fixes, 1, name)
		fix := fs[0].Fixes[0]
		assert.Equal(t, c.code, fix.Code, name)
		assert.Equal(t, c.args, args(t, fix.Args), name)
		require.Len(t, fix.Edits, 1, name)
		edit := fix.Edits[0]
		assert.Equal(t, norm.OpSet, edit.Op)
		switch edit.Path {
		case "funds[f].ceiling":
			require.NoError(t, json.Unmarshal([]byte(edit.Value), &funds[0].Ceiling), name)
		case "lines[spots].months":
			require.NoError(t, json.Unmarshal([]byte(edit.Value), &lines[0].Months), name)
		default:
			t.Fatalf("%s: edit of %s", name, edit.Path)
		}
		fs, err = rules().Check(funds, lines, entries, calendar.Date{})
		require.NoError(t, err)
		assert.Empty(t, fs, name)
	}
}

func TestCheckReturnsErrorsOfFoldAndByFund(t *testing.T) {
	funds, lines, entries := validBudget()
	_, err := rules().Check(funds, nil, entries, calendar.Date{})
	require.ErrorIs(t, err, budget.ErrUnknownLine)
	lowest := money(t, -budget.MaxCentavos)
	funds[0].Ceiling = &lowest
	_, err = rules().Check(funds, lines, nil, calendar.Date{})
	require.ErrorIs(t, err, budget.ErrOverflow)
}

func args(t require.TestingT, list []norm.Arg) string {
	var words []string
	for _, a := range list {
		text, err := a.Value.MarshalText()
		require.NoError(t, err)
		words = append(words, a.Name+"="+string(text))
	}
	return strings.Join(words, " ")
}
