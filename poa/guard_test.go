package poa_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/kpi/exact"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/internal/model"
	"github.com/rumbo-mx/rumbo/poa/mexico"
)

// closedTown returns the plan of testdata/everything.json with its first period closed and
// its records in force.
func closedTown(t testing.TB) *poa.Plan {
	t.Helper()
	doc := everything(t)
	doc.Reopenings, doc.Withdrawals, doc.Pending = nil, nil, nil
	p, err := poa.New(mexico.Env(), doc)
	require.NoError(t, err)
	return p
}

// established returns what the acts of closedTown established, as text.
func established(p *poa.Plan) string {
	var b strings.Builder
	first := calendar.MustDate(2027, 1, 1)
	for day := range 181 {
		_, _, err := p.Apply(&poa.PostEntries{Entries: []*budget.Entry{{
			ID: "late", Date: first.AddDays(day), Line: "l1", Kind: budget.Committed, Amount: budget.MustParseMoney("1.00"),
		}}})
		fmt.Fprint(&b, poa.CodeOf(err) == "period-closed", " ")
	}
	doc := p.View()
	activities := slices.Clone(doc.Activities)
	slices.SortFunc(activities, func(a, b *poa.Activity) int { return strings.Compare(a.ID, b.ID) })
	for _, act := range activities {
		if act.Period != "s1" && [6]exact.Number(act.Targets[:6]) == [6]exact.Number{} {
			continue // planned after the closed period, or nowhere
		}
		fmt.Fprint(&b, "\n", act.ID, act.Targets[:6])
		if act.Period == "s1" {
			fmt.Fprint(&b, act.Span, act.Unit, act.Targets, act.TargetText, act.Accumulation)
		}
	}
	lines := slices.Clone(doc.Lines)
	slices.SortFunc(lines, func(a, b *budget.Line) int { return strings.Compare(a.ID, b.ID) })
	for _, l := range lines {
		if [6]budget.Money(l.Months[:6]) != [6]budget.Money{} {
			fmt.Fprint(&b, "\n", l.ID, l.Months[:6], l.Item, l.Fund)
		}
	}
	for _, ind := range doc.Indicators {
		var targets []string
		for _, target := range ind.Targets {
			if target.Span.Valid() && !target.Span.End.After(calendar.MustDate(2027, 6, 30)) {
				targets = append(targets, fmt.Sprint(target.ID, target.Span, target.Value, target.NoValue, ind.Formula, ind.Sense, ind.ZeroDenominator, ind.Frequency, ind.Unit))
				if ind.Baseline != nil && ind.Baseline.Value != nil {
					targets = append(targets, fmt.Sprint(*ind.Baseline.Value))
				}
				for _, v := range ind.Variables {
					if v.ID == "i1-b" {
						targets = append(targets, fmt.Sprint(v.Symbol, v.Accumulation))
					}
				}
			}
		}
		slices.Sort(targets)
		fmt.Fprint(&b, "\n", targets)
	}
	for _, r := range doc.Progress {
		i := slices.IndexFunc(doc.Activities, func(act *poa.Activity) bool { return act.ID == r.Activity })
		fmt.Fprint(&b, "\n", *r, i >= 0 && doc.Activities[i].ProgressForm == poa.ProgressPercent)
	}
	for _, e := range doc.Ledger {
		i := slices.IndexFunc(doc.Lines, func(l *budget.Line) bool { return l.ID == e.Line })
		fmt.Fprint(&b, "\n", *e, doc.Lines[i].Item, doc.Lines[i].Fund)
	}
	for _, m := range doc.Measurements {
		i := slices.IndexFunc(doc.Indicators, func(ind *kpi.Indicator) bool { return ind.ID == m.Indicator })
		known := slices.ContainsFunc(doc.Indicators[i].Variables, func(v *kpi.Variable) bool { return v.Symbol == m.Values[0].Symbol })
		fmt.Fprint(&b, "\n", m.ID, m.Span, m.Date, *m.Values[0].Value, known)
	}
	fmt.Fprint(&b, len(doc.Closes), len(doc.Reopenings), len(doc.Withdrawals), doc.FiscalYear)
	return b.String()
}

// otherValues returns JSON values that differ from a value in each way that a person might
// change it: absent, another text, date, number, choice or reference.
func otherValues(value string) []string {
	list := []string{"null", "true", "2", "2028", `"9"`, `"2.00"`, `"otro"`, `"2027-03-10"`, `"2026-12-31"`, `"2027-12-31"`, `"s2"`, `"radio"`, `"last"`, `"quantity"`, `"jefa"`, `"informe"`}
	var whole map[string]any
	if json.Unmarshal([]byte(value), &whole) == nil {
		for key := range whole {
			reduced := map[string]any{}
			for k, v := range whole {
				if k != key {
					reduced[k] = v
				}
			}
			text, _ := json.Marshal(reduced)
			list = append(list, string(text))
		}
	}
	var many []any
	if json.Unmarshal([]byte(value), &many) == nil && len(many) > 0 {
		slices.Reverse(many)
		reversed, _ := json.Marshal(many)
		shorter, _ := json.Marshal(many[1:])
		list = append(list, string(reversed), string(shorter))
	}
	return list
}

// No structural edit changes what acts established, whatever its path. The test tries
// every field, element and list of a plan with records and a closed period, and other
// values of each kind.
func TestEditsKeepWhatActsEstablished(t *testing.T) {
	p := closedTown(t)
	before, accepted, rejected := established(p), 0, map[norm.Code]int{}
	try := func(edits ...norm.Edit) {
		next, inverse, err := p.Apply(&poa.Change{Edits: edits})
		if err != nil {
			rejected[poa.CodeOf(err)]++
			return
		}
		accepted++
		if !assert.Equal(t, before, established(next), "%v", edits) {
			t.FailNow()
		}
		requireInverse(t, p, next, inverse)
	}
	at := fieldsOf(t, p.View())
	for _, f := range model.Fields() {
		path := at[f.Path]
		value, ok := p.ValueAt(path)
		if !ok || path == "" {
			continue
		}
		for _, other := range otherValues(value) {
			try(norm.Edit{Op: norm.OpSet, Path: path, Value: other})
		}
		if !f.IsList() {
			continue
		}
		var elements []map[string]any
		require.NoError(t, json.Unmarshal([]byte(value), &elements))
		for _, element := range elements {
			item := path.Item(element["id"].(string))
			try(norm.Edit{Op: norm.OpRemove, Path: item})
			try(norm.Edit{Op: norm.OpMove, Path: item})
			whole, _ := p.ValueAt(item)
			for _, other := range otherValues(whole) {
				try(norm.Edit{Op: norm.OpSet, Path: item, Value: other})
			}
			// Removed and inserted again with other values.
			for _, other := range otherValues(whole) {
				try(norm.Edit{Op: norm.OpRemove, Path: item}, norm.Edit{Op: norm.OpInsert, Path: path, Value: other})
			}
			element["id"] = "nuevo"
			copied, _ := json.Marshal(element)
			try(norm.Edit{Op: norm.OpInsert, Path: path, Value: string(copied)})
		}
	}
	for _, code := range []norm.Code{"period-frozen", "bound-by-records", "has-records", "not-editable"} {
		assert.Positive(t, rejected[code], code)
	}
	assert.Greater(t, accepted, 200)
}

// A longer measurement does not replace that of a closed period, and records cannot be
// made so that those of a month are negative.
func TestActsKeepClosedPeriods(t *testing.T) {
	two, july := exact.Int(2), calendar.MustDate(2027, 7, 5)
	measure := func(id, start, end string) *poa.Measure {
		return &poa.Measure{Measurement: kpi.Measurement{ID: id, Indicator: "i1", Span: span(start, end), Date: calendar.MustDate(2028, 1, 4), Values: []kpi.Reading{{Symbol: "B", Value: &two}}}}
	}
	p, _, err := plan(t, nil).Apply(measure("x1", "2027-01-01", "2027-06-30"))
	require.NoError(t, err)
	closed, _, err := p.Apply(&poa.ClosePeriod{Close: poa.Close{ID: "close", Period: "s1", Date: july}})
	require.NoError(t, err)
	_, _, err = closed.Apply(measure("x2", "2027-01-01", "2027-12-31"))
	assert.ErrorIs(t, err, poa.ErrPeriodClosed)
	_, _, err = closed.Apply(measure("x2", "2027-07-01", "2027-12-31"))
	assert.NoError(t, err)

	reopened, _, err := closed.Apply(&poa.ReopenPeriod{Reopening: poa.Reopening{ID: "o1", Close: "close", Date: july.AddDays(2), Reason: "Factura tardía", Document: "Oficio 1"}})
	require.NoError(t, err)
	_, _, err = reopened.Apply(&poa.ReopenPeriod{Reopening: poa.Reopening{ID: "o2", Close: "close", Date: july.AddDays(2), Reason: "Factura tardía", Document: "Oficio 1"}})
	assert.ErrorIs(t, err, poa.ErrNotClosed)
	_, _, err = reopened.Apply(&poa.ClosePeriod{Close: poa.Close{ID: "close-2", Period: "s1", Date: july.AddDays(1)}})
	assert.ErrorIs(t, err, poa.ErrRecordDate, "closed before it was reopened")
	again, _, err := reopened.Apply(&poa.ClosePeriod{Close: poa.Close{ID: "close-2", Period: "s1", Date: july.AddDays(2)}})
	require.NoError(t, err)
	assert.Equal(t, "close-2", again.Analyze(july.AddDays(3)).Periods[0].Closed.ID)

	progress := func(id string, quantity exact.Number, day calendar.Date) *poa.RecordProgress {
		return &poa.RecordProgress{Progress: poa.Progress{ID: id, Activity: "gaceta", Month: 1, Date: day, Quantity: quantity}}
	}
	p, _, err = plan(t, nil).Apply(progress("p1", two, july))
	require.NoError(t, err)
	_, _, err = p.Apply(progress("p2", exact.Int(-2), july.AddDays(-1)))
	assert.ErrorIs(t, err, poa.ErrRecordAmount, "on its day there was nothing to take back")
	p, _, err = p.Apply(progress("p2", exact.Int(-2), july))
	require.NoError(t, err)
	_, _, err = p.Apply(&poa.Withdraw{Withdrawal: poa.Withdrawal{ID: "w1", Record: "p1", Date: july, Reason: "Error"}})
	assert.ErrorIs(t, err, poa.ErrRecordAmount, "it was taken back already")
}

// What Edit and undo do to a plan with records is bound by the same rules.
func TestEditOfAClosedPeriod(t *testing.T) {
	_, _, _, err := closedTown(t).Edit(func(d *poa.Document) error {
		d.Periods[0].Span.End = calendar.MustDate(2027, 5, 31)
		return nil
	})
	assert.ErrorIs(t, err, poa.ErrPeriodFrozen)

	reopened, _, err := closedTown(t).Apply(&poa.ReopenPeriod{Reopening: poa.Reopening{
		ID: "s1-reopened", Close: "s1-close", Date: calendar.MustDate(2027, 8, 2), Reason: "Factura tardía", Document: "Oficio 1",
	}})
	require.NoError(t, err)
	_, _, _, err = reopened.Edit(func(d *poa.Document) error {
		d.Periods[0].Span.End = calendar.MustDate(2027, 5, 31)
		return nil
	})
	assert.NoError(t, err)
	again, _, err := reopened.Apply(&poa.PostEntries{Entries: []*budget.Entry{{
		ID: "late", Date: calendar.MustDate(2027, 6, 30), Line: "l1", Kind: budget.Committed, Amount: budget.MustParseMoney("1.00"),
	}}})
	require.NoError(t, err)
	assert.Len(t, again.View().Ledger, 2)
}

// AsOf leaves out the later records of every list.
func TestAsOf(t *testing.T) {
	doc := everything(t)
	whole := string(doc.AppendJSON(nil))
	for _, test := range []struct {
		day   string
		lists []string // with records
	}{
		{"2027-01-31", nil},
		{"2027-02-01", []string{"ledger"}},
		{"2027-02-03", []string{"ledger", "progress"}},
		{"2027-02-04", []string{"ledger", "progress", "withdrawals"}},
		{"2027-07-05", []string{"ledger", "measurements", "progress", "withdrawals"}},
		{"2027-07-20", []string{"ledger", "measurements", "progress", "withdrawals", "closes"}},
		{"2027-08-02", []string{"ledger", "measurements", "progress", "withdrawals", "closes", "reopenings"}},
	} {
		past := doc.AsOf(calendar.MustParseDate(test.day))
		p, err := poa.New(mexico.Env(), past)
		require.NoError(t, err, test.day)
		for _, l := range model.Lists() {
			if l.Record {
				value, _ := p.ValueAt(norm.Path(l.Name))
				assert.Equal(t, slices.Contains(test.lists, l.Name), value != "null", "%s on %s", l.Name, test.day)
			}
		}
	}
	assert.Equal(t, whole, string(doc.AppendJSON(nil)))
	doc.Progress[0].Date = calendar.MustDate(2027, 3, 1) // after its withdrawal
	_, err := poa.New(mexico.Env(), doc.AsOf(calendar.MustDate(2027, 2, 28)))
	assert.NoError(t, err)
}

// A version in which a period is still closed does not undo what the other one changed
// after it reopened the period.
func TestMergeOfAReopenedPeriod(t *testing.T) {
	base := closedTown(t)
	theirs, _, err := base.Apply(&poa.ReopenPeriod{Reopening: poa.Reopening{
		ID: "s1-reopened", Close: "s1-close", Date: calendar.MustDate(2027, 8, 2), Reason: "Factura tardía", Document: "Oficio 1",
	}})
	require.NoError(t, err)
	theirs, _, err = theirs.Apply(set("activities[gaceta].targets.3", `"2"`))
	require.NoError(t, err)
	doc := theirs.Document() // it has findings that block a close
	doc.Closes = append(doc.Closes, &poa.Close{ID: "s1-again", Period: "s1", Date: calendar.MustDate(2027, 8, 9)})
	again, err := poa.New(theirs.Env(), doc)
	require.NoError(t, err)
	for _, version := range []*poa.Plan{theirs, again} {
		for _, order := range [][2]*poa.Plan{{base, version}, {version, base}} {
			merged, conflicts, err := poa.Merge(base, order[0], order[1])
			require.NoError(t, err)
			assert.Empty(t, conflicts)
			assert.Equal(t, bytesOf(version), bytesOf(merged))
		}
	}
}

// What was reported of a closed period does not change by an edit of how it is computed, also
// where nothing was planned; after the period is reopened, or the record withdrawn, it can.
func TestEditsKeepWhatWasReported(t *testing.T) {
	const head = `{"schema":1,"id":"p","fiscalYear":2027,"periods":[{"id":"s1","name":"S1","span":{"start":"2027-01-01","end":"2027-06-30"}}],` +
		`"activities":[{"id":"a","name":"A","unit":"u"},{"id":"b","name":"B"}],"indicators":[{"id":"i","name":"I","formula":"A","frequency":"monthly","sense":"ascending","variables":[{"id":"v","symbol":"A","accumulation":"sum"}]}],` +
		`"measurements":[{"id":"m","indicator":"i","span":{"start":"2027-01-01","end":"2027-01-31"},"date":"2027-02-01","values":[{"symbol":"A","value":"3"}]}],` +
		`"progress":[{"id":"r1","activity":"a","month":1,"date":"2027-02-01","quantity":"5"},{"id":"r2","activity":"a","month":1,"date":"2027-02-02","quantity":"-3"},{"id":"r3","activity":"b","month":8,"date":"2027-09-02","quantity":"3"}]`
	const closed = `,"closes":[{"id":"c","period":"s1","date":"2027-07-02"}]`
	const withdrawn = `,"withdrawals":[{"id":"w","record":"m","date":"2027-03-01","reason":"x"},{"id":"w1","record":"r1","date":"2027-03-01","reason":"x"},{"id":"w2","record":"r2","date":"2027-03-01","reason":"x"}]`
	const reopened = closed + `,"reopenings":[{"id":"o","close":"c","date":"2027-07-03","reason":"x","document":"1"}]`
	set := func(path, value string) []norm.Edit {
		return []norm.Edit{{Op: norm.OpSet, Path: norm.Path(path), Value: `"` + value + `"`}}
	}
	variable := `{"id":"v2","symbol":"A","accumulation":"last"}`
	for _, test := range []struct {
		name  string
		edits []norm.Edit
		path  norm.Path
		// negative is set if the edit is rejected in an open period, too.
		negative bool
	}{
		{"unit", set("activities[a].unit", "otra"), "activities[a].unit", false},
		{"accumulation of quantities", set("activities[a].accumulation", "last"), "activities[a].accumulation", true},
		{"formula", set("indicators[i].formula", "A*100"), "indicators[i].formula", false},
		{"sense", set("indicators[i].sense", "descending"), "indicators[i].sense", false},
		{"frequency", set("indicators[i].frequency", "annual"), "indicators[i].frequency", false},
		{"accumulation", set("indicators[i].variables[v].accumulation", "last"), "indicators[i].variables[v].accumulation", false},
		{
			"another variable of the symbol",
			[]norm.Edit{{Op: norm.OpInsert, Path: "indicators[i].variables", Value: variable, Before: "v"}},
			"indicators[i].variables[v2].accumulation", false,
		},
		{
			"another variable in its place",
			[]norm.Edit{{Op: norm.OpRemove, Path: "indicators[i].variables[v]"}, {Op: norm.OpInsert, Path: "indicators[i].variables", Value: variable}},
			"indicators[i].variables[v2].accumulation", false,
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			for _, records := range []string{"", closed, reopened, closed + withdrawn} {
				p, err := poa.Open(mexico.Env(), []byte(head+records+"}"))
				require.NoError(t, err)
				_, _, err = p.Apply(&poa.Change{Edits: test.edits})
				switch {
				case records == closed:
					requireRefusal(t, err, poa.ErrPeriodFrozen, test.path)
				case test.negative && records != closed+withdrawn:
					requireRefusal(t, err, poa.ErrBoundByRecords, test.path)
				default:
					assert.NoError(t, err, records)
				}
			}
		})
	}
	p, err := poa.Open(mexico.Env(), []byte(head+closed+"}"))
	require.NoError(t, err)
	for _, edits := range [][]norm.Edit{
		set("activities[b].unit", "otra"), set("activities[b].accumulation", "last"), set("activities[a].name", "Otra"), set("indicators[i].name", "Otro"),
		{{Op: norm.OpInsert, Path: "indicators[i].variables", Value: variable}},
	} {
		_, _, err := p.Apply(&poa.Change{Edits: edits})
		assert.NoError(t, err, "%v", edits)
	}
}

func requireRefusal(t *testing.T, err, want error, path norm.Path) {
	t.Helper()
	require.ErrorIs(t, err, want)
	var r *poa.Refusal
	require.ErrorAs(t, err, &r)
	assert.Equal(t, path, r.Path)
}
