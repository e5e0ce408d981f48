package budget_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/budget/conac"
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa"
)

// entries parses a ledger, an entry for each word: "03-01 radio committed -5 Oficio" is
// dated in 2027 if it has no year; the document may be missing.
func entries(t require.TestingT, list ...string) []*budget.Entry {
	var ledger []*budget.Entry
	for i, text := range list {
		words := strings.SplitN(text, " ", 5)
		e := &budget.Entry{ID: fmt.Sprint("e", i+1), Line: words[1], Reason: "r"}
		if len(words[0]) == 5 {
			words[0] = "2027-" + words[0]
		}
		if words[0] != "-" {
			e.Date = calendar.MustParseDate(words[0])
		}
		if words[2] != "-" {
			require.NoError(t, e.Kind.UnmarshalText([]byte(words[2])))
		}
		e.Amount = budget.MustParseMoney(words[3] + ".00")
		if len(words) > 4 {
			e.Document = words[4]
		}
		ledger = append(ledger, e)
	}
	return ledger
}

var ledgerCases = []struct {
	name string
	// held is what the ledger holds, posted what is posted to it.
	held, posted []string
	// err is the error of posting, with the field; nil if the entries are accepted.
	err   error
	field string
	// read are the findings about the entries if the ledger holds all of them.
	read []string
}{
	{name: "all moments in order", posted: []string{
		"2026-12-15 radio approved 100", "01-04 radio committed 50", "02-01 radio accrued 40",
		"2028-01-15 radio exercised 40", "2028-02-29 radio paid 40",
	}},
	{name: "a line that does not exist", posted: []string{"01-04 cine approved 100"}, err: budget.ErrUnknownLine, field: "line"},
	{name: "no kind", posted: []string{"01-04 radio - 100"}, err: budget.ErrUnknownKind, field: "kind"},
	{name: "no date", posted: []string{"- radio approved 100"}, err: budget.ErrUndated, field: "date"},
	{name: "no amount", posted: []string{"01-04 radio approved 0"}, err: budget.ErrNoAmount, field: "amount"},

	{name: "before the year", posted: []string{"1999-03-01 radio committed 5"}, err: budget.ErrEntryDate, field: "date", read: []string{"entry-date ledger[e1].date"}},
	{name: "the last day of the year before", posted: []string{"2026-12-31 radio accrued 5"}, err: budget.ErrEntryDate, field: "date", read: []string{"entry-date ledger[e1].date"}},
	{name: "after the year", posted: []string{"2031-03-01 radio paid 5"}, err: budget.ErrEntryDate, field: "date", read: []string{"entry-date ledger[e1].date"}},
	{name: "the first day of the year after", posted: []string{"2028-01-01 radio committed 5"}, err: budget.ErrEntryDate, field: "date", read: []string{"entry-date ledger[e1].date"}},
	{name: "approved two years before", posted: []string{"2025-12-31 radio approved 5"}, err: budget.ErrEntryDate, field: "date", read: []string{"entry-date ledger[e1].date"}},
	{name: "a misdated entry is taken back on its own day", held: []string{"1999-03-01 radio paid 5"}, posted: []string{"1999-03-01 radio paid -5"}},
	{
		name: "a misdated entry is not taken back in part", held: []string{"1999-03-01 radio paid 5"}, posted: []string{"1999-03-01 radio paid -4"},
		err: budget.ErrEntryDate, field: "date", read: []string{"entry-date ledger[e2].date"},
	},
	{
		name: "the ledger's own date is not the entry's fault", held: []string{"1999-03-01 radio paid 5"}, posted: []string{"01-04 radio approved 100"},
		read: []string{"entry-date ledger[e1].date"},
	},

	{name: "a transfer on one day", posted: []string{"03-01 radio transfer-out 50", "03-01 web transfer-in 50"}},
	{name: "a transfer with one document", posted: []string{"03-01 radio transfer-out 50 Oficio 1", "03-09 web transfer-in 50 Oficio 1"}},
	{name: "one side has no document", posted: []string{"03-01 radio transfer-out 50 Oficio 1", "03-01 web transfer-in 50"}},
	{name: "one to many", posted: []string{"03-01 radio transfer-out 50", "03-01 web transfer-in 20", "03-01 papel transfer-in 30"}},
	{
		name: "one side", posted: []string{"03-01 web transfer-in 500"},
		err: budget.ErrUnbalanced, field: "amount", read: []string{"transfer-unbalanced ledger[e1]"},
	},
	{
		name: "the wrong amount", posted: []string{"03-01 radio transfer-out 50", "03-01 web transfer-in 49"},
		err: budget.ErrUnbalanced, field: "amount", read: []string{"transfer-unbalanced ledger[e1]"},
	},
	{
		name: "other days and no document", posted: []string{"03-01 radio transfer-out 50", "03-02 web transfer-in 50"},
		err: budget.ErrUnbalanced, field: "amount", read: []string{"transfer-unbalanced ledger[e1]", "transfer-unbalanced ledger[e2]"},
	},
	{
		name: "other documents", posted: []string{"03-01 radio transfer-out 50 A", "03-01 web transfer-in 50 B"},
		err: budget.ErrUnbalanced, field: "amount", read: []string{"transfer-unbalanced ledger[e1]", "transfer-unbalanced ledger[e2]"},
	},
	{name: "the missing side is posted later", held: []string{"03-01 web transfer-in 500 A"}, posted: []string{"05-01 radio transfer-out 500 A"}},
	{name: "the only side is taken back", held: []string{"03-01 web transfer-in 500 A"}, posted: []string{"05-01 web transfer-in -500 A"}},
	{
		name: "the ledger's own transfer is not the entry's fault", held: []string{"03-01 web transfer-in 500 A"},
		posted: []string{"05-01 radio transfer-out 50 B", "05-01 web transfer-in 50 B"}, read: []string{"transfer-unbalanced ledger[e1]"},
	},
	{
		name: "transfers beyond the bounds", posted: []string{"03-01 radio transfer-in 90071992547409", "03-01 web transfer-in 1"},
		err: budget.ErrOverflow, field: "amount",
	},

	{name: "a reversal", held: []string{"03-01 radio committed 50"}, posted: []string{"03-01 radio committed -50"}},
	{
		name: "a reversal of nothing", posted: []string{"03-01 radio extension -50"},
		err: budget.ErrReversal, field: "amount", read: []string{"reversal-exceeds ledger[e1].amount"},
	},
	{
		name: "a reversal of more", held: []string{"01-04 radio approved 100", "03-01 radio reduction 50"}, posted: []string{"03-02 radio reduction -51"},
		err: budget.ErrReversal, field: "amount", read: []string{"reversal-exceeds ledger[e3].amount"},
	},
	{
		name: "a reversal before what it reverses", held: []string{"03-02 radio committed 50"}, posted: []string{"03-01 radio committed -50"},
		err: budget.ErrReversal, field: "amount", read: []string{"reversal-exceeds ledger[e2].amount"},
	},
	{
		name: "a reversal that leaves too little for a later one", held: []string{"03-01 radio paid 50", "05-01 radio paid -50"}, posted: []string{"04-01 radio paid -1", "06-01 radio paid 1"},
		err: budget.ErrReversal, field: "amount", read: []string{"reversal-exceeds ledger[e2].amount"},
	},
	{
		name: "a reversal on another line", held: []string{"03-01 radio committed 50"}, posted: []string{"03-01 web committed -50"},
		err: budget.ErrReversal, field: "amount", read: []string{"reversal-exceeds ledger[e2].amount"},
	},
	{
		name: "the ledger's own reversal is not the entry's fault", held: []string{"03-01 radio extension -50"}, posted: []string{"03-02 radio extension 50"},
		read: []string{"reversal-exceeds ledger[e1].amount"},
	},
}

func ledgerLines() []*budget.Line {
	return []*budget.Line{{ID: "radio", Activities: []string{"a"}}, {ID: "web", Activities: []string{"a"}}, {ID: "papel", Activities: []string{"a"}}}
}

// What is rejected when it is posted is reported when it is read, and the other way round.
func TestLedgerIsCheckedWhenPostedAndWhenRead(t *testing.T) {
	for _, c := range ledgerCases {
		t.Run(c.name, func(t *testing.T) {
			all := entries(t, append(append([]string{}, c.held...), c.posted...)...)
			held, posted := all[:len(c.held)], all[len(c.held):]
			err := budget.CheckEntries(2027, ledgerLines(), held, posted)
			if c.err == nil {
				require.NoError(t, err)
			} else {
				require.ErrorIs(t, err, c.err)
				var bad *budget.EntryError
				require.True(t, errors.As(err, &bad))
				assert.Equal(t, c.field, bad.Field)
				assert.NotEmpty(t, poa.CodeOf(err))
				found := false
				for _, e := range posted {
					found = found || e.ID == bad.ID
				}
				assert.True(t, found, "%s is not posted", bad.ID)
			}
			if len(c.read) == 0 && c.err != nil {
				return // a ledger cannot hold it
			}
			fs, err := budget.Rules{Year: 2027}.Check(nil, ledgerLines(), all, calendar.Date{})
			require.NoError(t, err)
			var read []string
			for _, f := range fs {
				// The moments of these short ledgers are not the subject.
				if code := strings.TrimPrefix(string(f.Code), "budget."); strings.HasPrefix(string(f.Path), "ledger") {
					read = append(read, code+" "+string(f.Path))
				}
			}
			if c.err == budget.ErrReversal && len(read) == 0 {
				for _, f := range fs { // the moment itself is negative
					read = append(read, "reversal-exceeds "+string(f.Related[0])+".amount")
				}
			}
			assert.Equal(t, c.read, read)
		})
	}
}

func TestDatesAreNotCheckedWithoutAYear(t *testing.T) {
	ledger := entries(t, "1999-03-01 radio approved 5")
	require.NoError(t, budget.CheckEntries(0, ledgerLines(), nil, ledger))
	fs, err := budget.Rules{}.Check(nil, ledgerLines(), ledger, calendar.Date{})
	require.NoError(t, err)
	assert.Empty(t, fs)
	assert.False(t, budget.Kind(99).Dates(2027).Valid())
	for _, year := range []int{-1, 0, calendar.MaxYear + 1} {
		assert.False(t, budget.Paid.Dates(year).Valid(), year)
	}
	assert.Equal(t, calendar.YearSpan(calendar.MaxYear), budget.Paid.Dates(calendar.MaxYear))
	assert.Equal(t, calendar.YearSpan(calendar.MinYear), budget.Approved.Dates(calendar.MinYear))
}

// Entries that CheckEntries accepts one batch after another add no finding that blocks
// about dates, transfers and reversals.
func TestAcceptedEntriesHaveNoFindings(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var ledger []*budget.Entry
		for batch := range rapid.IntRange(1, 6).Draw(t, "batches") {
			var posted []*budget.Entry
			for i := range rapid.IntRange(1, 3).Draw(t, "size") {
				amount, err := budget.Centavos(rapid.Int64Range(-3, 5).Draw(t, "amount"))
				require.NoError(t, err)
				posted = append(posted, &budget.Entry{
					ID: fmt.Sprint(batch, "-", i), Reason: "r", Amount: amount,
					Line:     rapid.SampledFrom([]string{"radio", "web"}).Draw(t, "line"),
					Kind:     budget.Kind(rapid.IntRange(1, 9).Draw(t, "kind")),
					Date:     calendar.MustDate(2026, 12, 20).AddDays(rapid.IntRange(0, 400).Draw(t, "day")),
					Document: rapid.SampledFrom([]string{"", "A", "B"}).Draw(t, "document"),
				})
			}
			if budget.CheckEntries(2027, ledgerLines(), ledger, posted) == nil {
				ledger = append(ledger, posted...)
			}
		}
		fs, err := budget.Rules{Year: 2027}.Check(nil, ledgerLines(), ledger, calendar.Date{})
		require.NoError(t, err)
		for _, f := range fs {
			assert.NotContains(t, []norm.Code{"budget.entry-date", "budget.transfer-unbalanced", "budget.reversal-exceeds"}, f.Code)
		}
	})
}

// A published statement has four moments. What it does not report is not missing, and
// what it reports is checked against the last moment before that it reports.
func TestUnreportedMomentsAreNotMissing(t *testing.T) {
	check := func(list ...string) (found []string) {
		fs, err := conac.Rules().Check(nil, []*budget.Line{{ID: "radio", Item: "361", Activities: []string{"a"}}}, entries(t, list...), calendar.Date{})
		require.NoError(t, err)
		for _, f := range fs {
			found = append(found, strings.TrimPrefix(string(f.Code), "budget.")+" "+args(t, f.Args))
		}
		return found
	}
	assert.Empty(t, check("06-30 radio approved 100", "06-30 radio extension 10", "06-30 radio accrued 60", "06-30 radio paid 50"))
	assert.Empty(t, check("06-30 radio paid 50"))
	assert.Empty(t, check("06-30 radio extension 10", "06-30 radio committed 60"), "the changes of an approved budget that is not reported")
	assert.Equal(t, []string{"moments-out-of-order line=radio moment=accrued amount=120.00 previous=modified limit=110.00"},
		check("06-30 radio approved 100", "06-30 radio extension 10", "06-30 radio accrued 120", "06-30 radio paid 50"))
	assert.Equal(t, []string{"moments-out-of-order line=radio moment=paid amount=61.00 previous=accrued limit=60.00"},
		check("06-30 radio approved 100", "06-30 radio accrued 60", "06-30 radio paid 61"))
	assert.Equal(t, []string{"moments-out-of-order line=radio moment=accrued amount=60.00 previous=committed limit=0.00"},
		check("06-30 radio approved 100", "06-30 radio accrued 60", "06-30 radio committed 1", "06-30 radio committed -1"),
		"the ledger reports the committed amounts")
}

func TestMomentsAtMonthEnds(t *testing.T) {
	line := []*budget.Line{{ID: "radio", Activities: []string{"a"}}}
	ledger := entries(t, "01-04 radio approved 100", "03-10 radio paid 40", "03-31 radio committed 40", "04-01 radio accrued 40", "05-02 radio paid 1", "05-03 radio accrued 1", "05-04 radio committed 1")
	found := func(day calendar.Date) (list []string) {
		fs, err := budget.Rules{Paid: paid}.Check(nil, line, ledger, day)
		require.NoError(t, err)
		for _, f := range fs {
			list = append(list, f.Severity.String()+" "+args(t, f.Args))
		}
		return list
	}
	march := "line=radio moment=paid amount=40.00 previous=accrued limit=0.00"
	assert.Equal(t, []string{"blocking " + march}, found(calendar.MustDate(2027, 3, 31)), "on the day itself")
	want := []string{"warning " + march + " month=2027-03"}
	assert.Equal(t, want, found(calendar.MustDate(2027, 4, 1)))
	assert.Equal(t, want, found(calendar.Date{}), "in May all is in order when the month ends")

	ledger = entries(t, "01-04 radio approved 100", "03-10 radio accrued 40", "03-11 radio paid 41", "04-10 radio paid 1")
	assert.Equal(t, []string{"blocking line=radio moment=paid amount=42.00 previous=accrued limit=40.00"}, found(calendar.Date{}), "what is still so is reported once")

	ledger = entries(t, "01-04 radio approved 100", "03-10 radio committed 120", "03-11 radio accrued 110")
	assert.Equal(t, []string{"blocking line=radio moment=committed amount=120.00 previous=modified limit=100.00"}, found(calendar.Date{}), "the limit is the moment before")
}

func TestReversalsThatExceed(t *testing.T) {
	found := func(list ...string) (got []string) {
		fs, err := budget.Rules{Year: 2027}.Check(nil, ledgerLines(), entries(t, list...), calendar.Date{})
		require.NoError(t, err)
		for _, f := range fs {
			got = append(got, f.Severity.String()+" "+string(f.Path)+" "+args(t, f.Args))
		}
		return got
	}
	assert.Empty(t, found("03-01 radio extension -50", "03-01 radio extension 50"), "of one day, reversals come last")
	assert.Equal(t, []string{"warning ledger[e1].amount line=radio kind=extension amount=50.00 limit=0.00 date=2027-03-01"},
		found("03-01 radio extension -50", "03-02 radio extension 50"), "later entries cover it")
	assert.Equal(t, []string{"blocking ledger[e2].amount line=radio kind=extension amount=50.00 limit=20.00 date=2027-03-02"},
		found("03-01 radio extension 20", "03-02 radio extension -50", "03-03 radio extension -1"), "the first of its kind")
	assert.Equal(t, []string{
		"blocking ledger[e1].amount line=radio kind=extension amount=50.00 limit=0.00 date=2027-03-01",
		"blocking ledger[e2].amount line=radio kind=reduction amount=1.00 limit=0.00 date=2027-03-03",
	}, found("03-01 radio extension -50", "03-03 radio reduction -1"))
	err := budget.CheckEntries(2027, ledgerLines(), entries(t, "03-01 radio extension 20"), entries(t, "03-02 radio extension -50"))
	var bad *budget.EntryError
	require.True(t, errors.As(err, &bad))
	assert.Equal(t, "amount=50.00 limit=20.00", args(t, bad.Args()))
}

func TestApprovedBudgetIsThePlanned(t *testing.T) {
	for _, c := range []struct {
		name   string
		months budget.Months
		ledger []string
		want   string // arguments of the finding, if there is one
		fixed  string // the first month after the fix, if it has one
	}{
		{"more", budget.MustPesos(100).Split12(), []string{"01-04 radio approved 999"}, "line=radio approved=999.00 planned=100.00", "83.31"},
		{"less, in two entries", budget.Months{3: budget.MustPesos(100)}, []string{"01-04 radio approved 40", "01-05 radio approved 50"}, "line=radio approved=90.00 planned=100.00", "0.00"},
		{"the same", budget.MustPesos(100).Split12(), []string{"01-04 radio approved 100"}, "", ""},
		{"the plan has the modified budget", budget.MustPesos(80).Split12(), []string{"01-04 radio approved 100", "02-01 radio reduction 20"}, "", ""},
		{"nothing approved yet", budget.MustPesos(80).Split12(), []string{"01-04 radio committed 5"}, "", ""},
		{"no plan by month", budget.Months{}, []string{"01-04 radio approved 100"}, "", ""},
		{"taken back", budget.MustPesos(80).Split12(), []string{"01-04 radio approved 80", "01-05 radio approved -80"}, "line=radio approved=0.00 planned=80.00", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			lines := []*budget.Line{{ID: "radio", Activities: []string{"a"}, Months: c.months}}
			fs, err := budget.Rules{}.Check(nil, lines, entries(t, c.ledger...), calendar.Date{})
			require.NoError(t, err)
			if c.want == "" {
				assert.Empty(t, fs)
				return
			}
			require.Len(t, fs, 1)
			assert.EqualValues(t, "budget.approved-differs", fs[0].Code)
			assert.Equal(t, norm.Warning, fs[0].Severity)
			assert.EqualValues(t, "lines[radio].months", fs[0].Path)
			assert.Equal(t, c.want, args(t, fs[0].Args))
			assert.Len(t, fs[0].Related, 1)
			if c.fixed == "" {
				assert.Empty(t, fs[0].Fixes)
				return
			}
			require.NoError(t, json.Unmarshal([]byte(fs[0].Fixes[0].Edits[0].Value), &lines[0].Months))
			assert.Equal(t, c.fixed, lines[0].Months.Month(1).String())
			fs, err = budget.Rules{}.Check(nil, lines, entries(t, c.ledger...), calendar.Date{})
			require.NoError(t, err)
			assert.Empty(t, fs)
		})
	}
}

func TestUnknownCodes(t *testing.T) {
	rules := conac.Rules()
	item := func(code string) (string, *norm.Finding) {
		fs, err := rules.Check(nil, []*budget.Line{{ID: "l", Item: code, Activities: []string{"a"}}}, nil, calendar.Date{})
		require.NoError(t, err)
		return describe(t, fs)
	}
	source := func(code string) (string, *norm.Finding) {
		fs, err := rules.Check([]*budget.Fund{{ID: "f", CFF: code}}, nil, nil, calendar.Date{})
		require.NoError(t, err)
		return describe(t, fs)
	}
	for code, want := range map[string]string{
		"361": "", "36101": "", "3600": "item-general", "3000": "item-general",
		"999": "item-unknown", "": "item-unknown", "Radio": "item-unknown",
		"361.0": "item-unknown 361", "361.00": "item-unknown 361", "3.6.1": "item-unknown 361", "36-1-01": "item-unknown 36101",
		"361.01": "item-unknown 36101", "0361": "item-unknown 361", " 361": "item-unknown 361", "361\u00a0": "item-unknown 361",
		"361 Difusión por radio": "item-unknown 361", "3600.0": "item-unknown 3600", "361.5e3": "item-unknown",
	} {
		got, _ := item(code)
		assert.Equal(t, want, got, "item %q", code)
	}
	for code, want := range map[string]string{
		"": "", "1": "", "2": "", "11": "", "27": "", "1501": "", // an entity divides its sources
		"99": "source-unknown", "18": "source-unknown", "FORTAMUN": "source-unknown", "0": "source-unknown",
		"1.1": "source-unknown 11", "15.0": "source-unknown 15", "015": "source-unknown 15", "25 FORTAMUN": "source-unknown 25",
		"1-5": "source-unknown 15",
		"3":   "source-unknown 13",
		"5":   "source-unknown 15, 25", // the code of 2013 may be either
	} {
		got, f := source(code)
		assert.Equal(t, want, got, "source %q", code)
		if strings.Contains(want, ",") {
			assert.Empty(t, f.Fixes, "two candidates are no fix")
		}
	}
}

// describe returns the code of the only finding and its candidates, and checks that there
// is a fix if there is one candidate.
func describe(t *testing.T, fs []norm.Finding) (string, *norm.Finding) {
	if len(fs) == 0 {
		return "", nil
	}
	require.Len(t, fs, 1)
	text, n := strings.TrimPrefix(string(fs[0].Code), "budget."), 0
	for _, a := range fs[0].Args {
		if a.Name == "candidates" {
			value, err := a.Value.MarshalText()
			require.NoError(t, err)
			text, n = text+" "+string(value), len(strings.Split(string(value), ", "))
		}
	}
	if n == 1 {
		require.Len(t, fs[0].Fixes, 1)
		edit := fs[0].Fixes[0].Edits[0]
		assert.Equal(t, fs[0].Path, edit.Path)
		assert.Equal(t, text[strings.Index(text, " ")+1:], strings.Trim(edit.Value, `"`))
	} else {
		assert.Empty(t, fs[0].Fixes)
	}
	return text, &fs[0]
}

func TestOneFindingForEachUnknownCode(t *testing.T) {
	var lines []*budget.Line
	for i := range 7449 {
		lines = append(lines, &budget.Line{ID: fmt.Sprint("l", i), Item: []string{"899", "361", "36.1"}[i%3], Activities: []string{"a"}})
	}
	fs, err := conac.Rules().Check(nil, lines, nil, calendar.Date{})
	require.NoError(t, err)
	require.Len(t, fs, 2)
	for i, want := range []struct {
		path  norm.Path
		count int
	}{{"lines[l0].item", 2483}, {"lines[l2].item", 2483}} {
		assert.Equal(t, want.path, fs[i].Path)
		assert.Equal(t, want.count, fs[i].Total())
		assert.Len(t, fs[i].Related, 9)
		assert.Empty(t, fs[i].Fixes, "so many edits are no fix")
	}
	fs, err = conac.Rules().Check(nil, lines[:30], nil, calendar.Date{})
	require.NoError(t, err)
	require.Len(t, fs, 2)
	require.Len(t, fs[1].Fixes, 1)
	assert.Len(t, fs[1].Fixes[0].Edits, 10, "the fix sets all lines")
}

func TestUnknownCeilingHasNoFinding(t *testing.T) {
	funds, lines, _ := validBudget()
	funds[0].Ceiling = nil
	fs, err := rules().Check(funds, lines, nil, calendar.Date{})
	require.NoError(t, err)
	assert.Empty(t, fs)
	funds[0].Ceiling = pesos(0)
	fs, err = rules().Check(funds, lines, nil, calendar.Date{})
	require.NoError(t, err)
	require.Len(t, fs, 1)
	assert.EqualValues(t, "budget.cost-above-ceiling", fs[0].Code, "a ceiling of zero is one")
}

// Allocations grow with lines and entries, whichever list is long.
func TestChecksGrowLinearly(t *testing.T) {
	day := calendar.MustDate(2027, 1, 1)
	measure := func(n int, make func(i int) (line int, e *budget.Entry), numLines func(n int) int) float64 {
		lines := []*budget.Line{}
		for i := range numLines(n) {
			lines = append(lines, &budget.Line{ID: fmt.Sprint("l", i), Item: fmt.Sprint(i % 1000), Activities: []string{"a"}})
		}
		ledger := []*budget.Entry{}
		for i := range n {
			line, e := make(i)
			e.ID, e.Line, e.Reason = fmt.Sprint("e", i), fmt.Sprint("l", line), "r"
			ledger = append(ledger, e)
		}
		rules := conac.Rules()
		rules.Year = 2027
		return testing.AllocsPerRun(1, func() {
			_, err := rules.Check(nil, lines, ledger, calendar.Date{})
			require.NoError(t, err)
			_ = budget.CheckEntries(2027, lines, ledger[:n/2], ledger[n/2:])
		})
	}
	one := func(int) int { return 1 }
	same := func(n int) int { return n }
	peso := budget.MustPesos(1)
	for name, c := range map[string]struct {
		make  func(i int) (int, *budget.Entry)
		lines func(int) int
	}{
		"one line": {func(i int) (int, *budget.Entry) {
			return 0, &budget.Entry{Date: day.AddDays(-i % 300), Kind: budget.Kind(1 + i%9), Amount: peso}
		}, one},
		"many lines": {func(i int) (int, *budget.Entry) {
			return i, &budget.Entry{Date: day, Kind: budget.Approved, Amount: peso}
		}, same},
		"reversals": {func(i int) (int, *budget.Entry) {
			return 0, &budget.Entry{Date: day, Kind: budget.Paid, Amount: peso.Neg()}
		}, one},
		"transfers": {func(i int) (int, *budget.Entry) {
			return i, &budget.Entry{Date: day.AddDays(i % 365), Kind: budget.TransferIn, Amount: peso, Document: fmt.Sprint(i)}
		}, same},
		"misdated": {func(i int) (int, *budget.Entry) {
			return i, &budget.Entry{Date: day.AddDays(1000 + i), Kind: budget.Committed, Amount: peso}
		}, same},
	} {
		small, large := measure(500, c.make, c.lines), measure(4000, c.make, c.lines)
		assert.Less(t, large, 8*small*1.5+100, "%s: %v allocations for 500, %v for 4000", name, small, large)
	}
}

// The order of the moments is that of posting and of reading.
func TestOrderOfMoments(t *testing.T) {
	planned := budget.Months{2: budget.MustPesos(100)}
	for _, c := range []struct {
		name         string
		planned      bool
		held, posted []string
		err          string   // the arguments of the error
		read         []string // severity, code and arguments
	}{
		{
			name: "a reduction of more than is planned", planned: true, posted: []string{"03-01 radio reduction 500"},
			err:  "line=radio moment=modified amount=-400.00 date=2027-03-01",
			read: []string{"blocking amount-negative name=radio amount=-400.00 moment=modified"},
		},
		{
			name: "a transfer of more than is planned", planned: true, posted: []string{"03-01 radio transfer-out 101", "03-01 web transfer-in 101"},
			err:  "line=radio moment=modified amount=-1.00 date=2027-03-01",
			read: []string{"blocking amount-negative name=radio amount=-1.00 moment=modified"},
		},
		{name: "a reduction of what is planned", planned: true, posted: []string{"03-01 radio reduction 100"}},
		{name: "a reduction of a budget that nobody reports", posted: []string{"03-01 radio reduction 500"}},
		{
			name: "a reduction of a line that was not approved", held: []string{"01-04 web approved 10"}, posted: []string{"03-01 radio reduction 5"},
			err:  "line=radio moment=modified amount=-5.00 date=2027-03-01",
			read: []string{"warning amount-negative name=radio amount=-5.00 moment=modified"},
		},
		{
			name: "the approved budget does not cover the reduction", planned: true, held: []string{"03-01 radio reduction 60"}, posted: []string{"01-04 radio approved 50"},
			err:  "line=radio moment=modified amount=-10.00 date=2027-03-01",
			read: []string{"blocking amount-negative name=radio amount=-10.00 moment=modified", "warning approved-differs line=radio approved=50.00 planned=100.00"},
		},
		{
			name: "committed beyond the modified budget", held: []string{"01-04 radio approved 100", "02-01 radio reduction 20"}, posted: []string{"03-01 radio committed 81"},
			err:  "line=radio moment=committed amount=81.00 previous=modified limit=80.00 date=2027-03-01",
			read: []string{"blocking moments-out-of-order line=radio moment=committed amount=81.00 previous=modified limit=80.00"},
		},
		{
			name: "paid without an accrual, of which other lines have some", held: []string{"01-04 radio approved 100", "01-04 web approved 9", "02-01 web accrued 9"}, posted: []string{"03-01 radio paid 5"},
			err:  "line=radio moment=paid amount=5.00 previous=accrued limit=0.00 date=2027-03-01",
			read: []string{"warning moments-out-of-order line=radio moment=paid amount=5.00 previous=accrued limit=0.00"},
		},
		{name: "what no line reports", held: []string{"01-04 radio approved 100"}, posted: []string{"03-01 radio paid 5"}},
		{
			name: "the first accrual of another line", held: []string{"01-04 radio approved 100", "01-04 web approved 9", "02-01 radio paid 5"}, posted: []string{"03-01 web accrued 9"},
			read: []string{"warning moments-out-of-order line=radio moment=paid amount=5.00 previous=accrued limit=0.00"},
		},
		{
			name: "the last moment that the line reports", held: []string{"01-04 radio approved 100", "02-01 radio accrued 5", "02-01 web accrued 5", "02-01 web exercised 5"}, posted: []string{"03-01 radio paid 6"},
			err:  "line=radio moment=paid amount=6.00 previous=accrued limit=5.00 date=2027-03-01",
			read: []string{"blocking moments-out-of-order line=radio moment=paid amount=6.00 previous=accrued limit=5.00", "warning moments-out-of-order line=web moment=accrued amount=5.00 previous=modified limit=0.00"},
		},
		{
			name: "in order only after some days", held: []string{"01-04 radio approved 100"}, posted: []string{"03-01 radio paid 5", "03-02 radio accrued 5"},
			err: "line=radio moment=paid amount=5.00 previous=accrued limit=0.00 date=2027-03-01",
		},
		{name: "both on one day", held: []string{"01-04 radio approved 100"}, posted: []string{"03-01 radio paid 5", "03-01 radio accrued 5"}},
		{
			name: "a reversal of what is spent", held: []string{"01-04 radio approved 100", "02-01 radio committed 50", "02-02 radio accrued 50"}, posted: []string{"03-01 radio committed -1"},
			err:  "line=radio moment=accrued amount=50.00 previous=committed limit=49.00 date=2027-03-01",
			read: []string{"blocking moments-out-of-order line=radio moment=accrued amount=50.00 previous=committed limit=49.00"},
		},
		{
			name: "the ledger's own order is not the entry's fault", held: []string{"01-04 radio approved 100", "02-01 radio committed 120"}, posted: []string{"03-01 radio extension 10"},
			read: []string{"blocking moments-out-of-order line=radio moment=committed amount=120.00 previous=modified limit=110.00"},
		},
		{
			name: "the ledger's own order becomes worse", held: []string{"01-04 radio approved 100", "02-01 radio committed 120"}, posted: []string{"03-01 radio reduction 10"},
			err:  "line=radio moment=committed amount=120.00 previous=modified limit=90.00 date=2027-03-01",
			read: []string{"blocking moments-out-of-order line=radio moment=committed amount=120.00 previous=modified limit=90.00"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			lines := ledgerLines()
			if c.planned {
				lines[0].Months = planned
			}
			all := entries(t, append(append([]string{}, c.held...), c.posted...)...)
			err := budget.CheckEntries(2027, lines, all[:len(c.held)], all[len(c.held):])
			if c.err == "" {
				require.NoError(t, err)
			} else {
				var bad *budget.EntryError
				require.ErrorAs(t, err, &bad)
				assert.ErrorIs(t, err, budget.ErrOrder)
				assert.Equal(t, c.err, args(t, bad.Args()))
			}
			fs, err := budget.Rules{Year: 2027}.Check(nil, lines, all, calendar.Date{})
			require.NoError(t, err)
			var read []string
			for _, f := range fs {
				read = append(read, f.Severity.String()+" "+strings.TrimPrefix(string(f.Code), "budget.")+" "+args(t, f.Args))
			}
			assert.Equal(t, c.read, read)
		})
	}
}

// drawEntries draws a batch of entries of the two lines.
func drawEntries(t *rapid.T, batch int) (list []*budget.Entry) {
	for i := range rapid.IntRange(1, 3).Draw(t, "size") {
		amount, err := budget.Centavos(rapid.Int64Range(-3, 5).Draw(t, "amount"))
		require.NoError(t, err)
		list = append(list, &budget.Entry{
			ID: fmt.Sprint(batch, "-", i), Reason: "r", Amount: amount,
			Line:     rapid.SampledFrom([]string{"radio", "web"}).Draw(t, "line"),
			Kind:     budget.Kind(rapid.IntRange(1, 9).Draw(t, "kind")),
			Date:     calendar.MustDate(2027, 1, 1).AddDays(rapid.IntRange(0, 364).Draw(t, "day")),
			Document: rapid.SampledFrom([]string{"", "A", "B"}).Draw(t, "document"),
		})
	}
	return list
}

// Whatever is posted one command after another, reading it on any day finds nothing that
// blocks; and of a ledger about which something blocks on any day, an entry is refused.
func TestOneSetOfRulesForTheLedger(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lines := ledgerLines()
		for _, l := range lines[:2] {
			amount, err := budget.Centavos(rapid.Int64Range(0, 6).Draw(t, "planned"))
			require.NoError(t, err)
			l.Months[3] = amount
		}
		var accepted, all []*budget.Entry
		refused := false
		for batch := range rapid.IntRange(1, 8).Draw(t, "batches") {
			posted := drawEntries(t, batch)
			if budget.CheckEntries(2027, lines, accepted, posted) == nil {
				accepted = append(accepted, posted...)
			}
			all = append(all, posted...)
		}
		refused = budget.CheckEntries(2027, lines, nil, all) != nil
		for _, day := range []calendar.Date{{}, calendar.MustDate(2027, 1, 1).AddDays(rapid.IntRange(0, 364).Draw(t, "read on"))} {
			for _, f := range found(t, lines, accepted, day) {
				require.NotEqual(t, norm.Blocking, f.Severity, "%s %s", f.Code, args(t, f.Args))
			}
			for _, f := range found(t, lines, all, day) {
				require.False(t, f.Severity == norm.Blocking && !refused, "%s %s", f.Code, args(t, f.Args))
			}
		}
	})
}

func found(t require.TestingT, lines []*budget.Line, ledger []*budget.Entry, day calendar.Date) []norm.Finding {
	fs, err := budget.Rules{Year: 2027}.Check(nil, lines, ledger, day)
	require.NoError(t, err)
	return fs
}
