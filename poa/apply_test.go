package poa_test

import (
	"errors"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/kpi/exact"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/mexico"
)

func set(path norm.Path, value string) *poa.Change {
	return &poa.Change{Edits: []norm.Edit{{Op: norm.OpSet, Path: path, Value: value}}}
}

func remove(path norm.Path) *poa.Change {
	return &poa.Change{Edits: []norm.Edit{{Op: norm.OpRemove, Path: path}}}
}

func bytesOf(p *poa.Plan) string { return string(p.AppendJSON(nil)) }

// requireInverse requires that inverse turns next into p.
func requireInverse(t require.TestingT, p, next *poa.Plan, inverse poa.Command) {
	again, _, err := next.Apply(inverse)
	require.NoError(t, err)
	requireSameText(t, bytesOf(p), bytesOf(again))
}

func TestChangeAndItsInverse(t *testing.T) {
	marked := func(d *poa.Document) {
		d.Illustrative = []norm.Path{"activities[gaceta].span.end", "lines[l1].months"}
		d.Pending = []poa.Pending{{Path: "activities[gaceta].span.start", Text: "hoy"}}
	}
	insert := norm.Edit{Op: norm.OpInsert, Path: "activities", Before: "informe", Value: `{"id":"nueva","name":"Nueva","responsible":"redactor"}`}
	for _, test := range []struct {
		name   string
		change *poa.Change
		path   norm.Path
		want   string
	}{
		{"a text", set("activities[gaceta].name", `"Otra"`), "activities[gaceta].name", `"Otra"`},
		{"a date removes its mark", set("activities[gaceta].span.end", `"2027-06-15"`), "illustrative", ""},
		{"a field is cleared", set("activities[gaceta].responsible", "null"), "activities[gaceta].responsible", "null"},
		{"one month", set("activities[gaceta].targets.6", `"2"`), "activities[gaceta].targets.6", `"2"`},
		{"a list of ids", set("lines[l1].activities", `["gaceta","informe"]`), "lines[l1].activities", `["gaceta","informe"]`},
		{"a field of an element of an element", set("campaigns[c1].media[m1].cost", `"1.00"`), "campaigns[c1].media[m1].cost", `"1.00"`},
		{"a field of the office", set("office.name", `"Prensa"`), "office.name", `"Prensa"`},
		{"insert in front", &poa.Change{Edits: []norm.Edit{insert}}, "activities[nueva].name", `"Nueva"`},
		{"move to the end", &poa.Change{Edits: []norm.Edit{{Op: norm.OpMove, Path: "activities[gaceta]"}}}, "", ""},
		{"remove an activity with its references", remove("activities[informe]"), "lines[l1].activities", "null"},
		{"remove a post", remove("posts[jefa]"), "activities[gaceta].responsible", "null"},
		{"remove a channel used inside a campaign", remove("channels[radio]"), "campaigns[c1].media[m1].channel", "null"},
		{"remove a line of a media plan", remove("campaigns[c1].media[m1]"), "campaigns[c1].media", "null"},
		{"remove and insert again", &poa.Change{Edits: append(remove("activities[gaceta]").Edits, norm.Edit{Op: norm.OpInsert, Path: "activities", Value: `{"id":"gaceta","name":"De nuevo"}`})}, "activities[gaceta].name", `"De nuevo"`},
		{"insert and refer to it", &poa.Change{Edits: append([]norm.Edit{insert}, set("lines[l1].activities", `["nueva"]`).Edits...)}, "lines[l1].activities", `["nueva"]`},
		{"a mark", &poa.Change{Mark: []norm.Path{"mission"}, Unmark: []norm.Path{"lines[l1].months"}}, "", ""},
		{"pending texts", &poa.Change{Pending: []poa.Pending{{Path: "activities[informe].span.end", Text: "31/02"}, {Path: "activities[gaceta].span.start"}}}, "", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := plan(t, marked)
			before := bytesOf(p)
			next, inverse, err := p.Apply(test.change)
			require.NoError(t, err)
			require.Equal(t, before, bytesOf(p), "the plan changed")
			require.NotEqual(t, before, bytesOf(next))
			if test.want != "" {
				got, ok := next.ValueAt(test.path)
				require.True(t, ok)
				assert.Equal(t, test.want, got)
			}
			reopened, err := poa.Open(mexico.Env(), next.AppendJSON(nil))
			require.NoError(t, err, "the next plan is not a valid document")
			require.Equal(t, bytesOf(next), bytesOf(reopened))
			requireInverse(t, p, next, inverse)
		})
	}
}

func TestNotesFollowTheirValues(t *testing.T) {
	p := plan(t, func(d *poa.Document) {
		d.Illustrative = []norm.Path{"activities[gaceta].span.end", "lines[l1].months"}
		d.Pending = []poa.Pending{{Path: "activities[gaceta].span.end", Text: "fin"}}
	})
	next, _, err := p.Apply(set("activities[gaceta].span.end", `"2027-06-15"`))
	require.NoError(t, err)
	assert.Equal(t, []norm.Path{"lines[l1].months"}, next.View().Illustrative)
	assert.Empty(t, next.View().Pending)
	next, _, err = p.Apply(remove("lines[l1]"))
	require.NoError(t, err)
	assert.Equal(t, []norm.Path{"activities[gaceta].span.end"}, next.View().Illustrative)
}

func TestApplyRejects(t *testing.T) {
	progress := func(d *poa.Document) {
		d.Progress = []*poa.Progress{{ID: "p1", Activity: "gaceta", Month: 1, Date: today, Quantity: exact.Int(1), By: "jefa"}}
		d.Closes = []*poa.Close{{ID: "x1", Period: "s1", Date: calendar.MustDate(2027, 7, 1), By: "jefa"}}
	}
	october := calendar.MustDate(2027, 10, 4)
	entry := func(id string, kind budget.Kind, amount string) *budget.Entry {
		return &budget.Entry{ID: id, Date: calendar.MustDate(2027, 9, 1), Line: "l1", Kind: kind, Amount: budget.MustParseMoney(amount)}
	}
	for _, test := range []struct {
		name    string
		command poa.Command
		code    norm.Code
	}{
		{"no command", nil, "empty-command"},
		{"an edit without operation", &poa.Change{Edits: []norm.Edit{{Path: "title"}}}, "empty-command"},
		{"a missing element", set("activities[nadie].name", `"x"`), "no-element"},
		{"an unknown field", set("activities[gaceta].colour", `"red"`), "unknown-field"},
		{"an invalid path", set("activities[", `"x"`), "no-element"},
		{"an impossible date", set("activities[gaceta].span.end", `"2027-02-30"`), "impossible-date"},
		{"three decimals", set("campaigns[c1].media[m1].cost", `"1.005"`), "bad-amount"},
		{"a number for a text", set("title", `5`), "wrong-type"},
		{"invalid JSON", set("title", `"`), "syntax"},
		{"a reference to a missing element", set("activities[gaceta].responsible", `"nadie"`), "dangling-reference"},
		{"a reference to the wrong list", set("activities[gaceta].responsible", `"radio"`), "dangling-reference"},
		{"an id", set("activities[gaceta].id", `"otra"`), "not-editable"},
		{"the schema", set("schema", `2`), "not-editable"},
		{"a record", set("progress[p1].quantity", `"9"`), "not-editable"},
		{"an id in use", &poa.Change{Edits: []norm.Edit{{Op: norm.OpInsert, Path: "posts", Value: `{"id":"gaceta"}`}}}, "duplicate-id"},
		{"an invalid id", &poa.Change{Edits: []norm.Edit{{Op: norm.OpInsert, Path: "posts", Value: `{"id":"a b"}`}}}, "bad-id"},
		{"the removal of an element with records", remove("activities[gaceta]"), "has-records"},
		{"the removal of the signer of records", remove("posts[jefa]"), "has-records"},
		{"a move in front of a missing element", &poa.Change{Edits: []norm.Edit{{Op: norm.OpMove, Path: "activities[gaceta]", Before: "nadie"}}}, "no-element"},
		{"a mark on a missing element", &poa.Change{Mark: []norm.Path{"activities[nadie].name"}}, "not-found"},
		{"a pending text for an unknown field", &poa.Change{Pending: []poa.Pending{{Path: "x", Text: "y"}}}, "not-found"},
		{"progress of a missing activity", &poa.RecordProgress{Progress: poa.Progress{ID: "p2", Activity: "nadie", Month: 8, Date: october}}, "dangling-reference"},
		{"progress of an invalid month", &poa.RecordProgress{Progress: poa.Progress{ID: "p2", Activity: "gaceta", Month: 13, Date: october}}, "invalid-record"},
		{"progress without id", &poa.RecordProgress{Progress: poa.Progress{Activity: "gaceta", Month: 8, Date: october}}, "invalid-record"},
		{"progress with an id in use", &poa.RecordProgress{Progress: poa.Progress{ID: "gaceta", Activity: "gaceta", Month: 8, Date: october}}, "duplicate-id"},
		{"progress in a closed period", &poa.RecordProgress{Progress: poa.Progress{ID: "p2", Activity: "gaceta", Month: 6, Date: october}}, "period-closed"},
		{"a measurement without a span", &poa.Measure{Measurement: kpi.Measurement{ID: "m2", Indicator: "i1", Date: october}}, "invalid-record"},
		{"a measurement of a missing indicator", &poa.Measure{Measurement: kpi.Measurement{ID: "m2", Indicator: "i9", Date: october, Span: span("2027-07-01", "2027-12-31")}}, "dangling-reference"},
		{"a measurement with an unknown symbol", &poa.Measure{Measurement: kpi.Measurement{ID: "m2", Indicator: "i1", Date: october, Span: span("2027-07-01", "2027-12-31"), Values: []kpi.Reading{{Symbol: "Z"}}}}, "invalid-record"},
		{"a measurement without values", &poa.Measure{Measurement: kpi.Measurement{ID: "m2", Indicator: "i1", Date: october, Span: span("2027-07-01", "2027-12-31")}}, "invalid-record"},
		{"a measurement with two values", &poa.Measure{Measurement: kpi.Measurement{ID: "m2", Indicator: "i1", Date: october, Span: span("2027-07-01", "2027-12-31"), Values: []kpi.Reading{{Symbol: "B", NoData: "ND"}, {Symbol: "B", NoData: "ND"}}}}, "invalid-record"},
		{"a measurement with a value and a reason", &poa.Measure{Measurement: kpi.Measurement{ID: "m2", Indicator: "i1", Date: october, Span: span("2027-07-01", "2027-12-31"), Values: []kpi.Reading{{Symbol: "B", Value: &exact.Number{}, NoData: "ND"}}}}, "invalid-record"},
		{"progress dated before its month", &poa.RecordProgress{Progress: poa.Progress{ID: "p2", Activity: "gaceta", Month: 8, Date: calendar.MustDate(2027, 7, 31)}}, "record-date"},
		{"progress dated in another year", &poa.RecordProgress{Progress: poa.Progress{ID: "p2", Activity: "gaceta", Month: 8, Date: calendar.MustDate(1999, 8, 2)}}, "record-date"},
		{"progress dated long after the year", &poa.RecordProgress{Progress: poa.Progress{ID: "p2", Activity: "gaceta", Month: 8, Date: calendar.MustDate(2029, 1, 1)}}, "record-date"},
		{"negative progress", &poa.RecordProgress{Progress: poa.Progress{ID: "p2", Activity: "gaceta", Month: 8, Date: october, Quantity: exact.Int(-100)}}, "record-amount"},
		{"a measurement of another year", &poa.Measure{Measurement: kpi.Measurement{ID: "m2", Indicator: "i1", Date: october, Span: span("2026-07-01", "2026-12-31")}}, "record-date"},
		{"a measurement before its period", &poa.Measure{Measurement: kpi.Measurement{ID: "m2", Indicator: "i1", Date: calendar.MustDate(2027, 6, 30), Span: span("2027-07-01", "2027-12-31")}}, "record-date"},
		{"an entry of an earlier year", &poa.PostEntries{Entries: []*budget.Entry{{ID: "g1", Date: calendar.MustDate(1999, 9, 1), Line: "l1", Kind: budget.Committed, Amount: budget.MustParseMoney("5.00")}}}, "record-date"},
		{"an entry of a later year", &poa.PostEntries{Entries: []*budget.Entry{{ID: "g1", Date: calendar.MustDate(2031, 9, 1), Line: "l1", Kind: budget.Paid, Amount: budget.MustParseMoney("5.00")}}}, "record-date"},
		{"a withdrawal of a missing record", &poa.Withdraw{Withdrawal: poa.Withdrawal{ID: "w1", Record: "p9", Date: october, Reason: "Error"}}, "dangling-reference"},
		{"a withdrawal of an element that is no record", &poa.Withdraw{Withdrawal: poa.Withdrawal{ID: "w1", Record: "gaceta", Date: october, Reason: "Error"}}, "invalid-record"},
		{"a withdrawal without a reason", &poa.Withdraw{Withdrawal: poa.Withdrawal{ID: "w1", Record: "p1", Date: october}}, "invalid-record"},
		{"a withdrawal before the record", &poa.Withdraw{Withdrawal: poa.Withdrawal{ID: "w1", Record: "p1", Date: calendar.MustDate(2027, 1, 1), Reason: "Error"}}, "record-date"},
		{"a withdrawal in a closed period", &poa.Withdraw{Withdrawal: poa.Withdrawal{ID: "w1", Record: "p1", Date: october, Reason: "Error"}}, "period-closed"},
		{"a reopening of a missing close", &poa.ReopenPeriod{Reopening: poa.Reopening{ID: "o1", Close: "x9", Date: october, Reason: "Error", Document: "1"}}, "dangling-reference"},
		{"a reopening without a document", &poa.ReopenPeriod{Reopening: poa.Reopening{ID: "o1", Close: "x1", Date: october, Reason: " ", Document: " "}}, "invalid-record"},
		{"a reopening before the close", &poa.ReopenPeriod{Reopening: poa.Reopening{ID: "o1", Close: "x1", Date: calendar.MustDate(2027, 6, 30), Reason: "Error", Document: "1"}}, "record-date"},
		{"no entries", &poa.PostEntries{}, "empty-command"},
		{"an entry without an amount", &poa.PostEntries{Entries: []*budget.Entry{entry("g1", budget.Committed, "0.00")}}, "invalid-record"},
		{"an unbalanced transfer", &poa.PostEntries{Entries: []*budget.Entry{entry("g1", budget.TransferOut, "5.00"), entry("g2", budget.TransferIn, "4.99")}}, "unbalanced-transfer"},
		{"transfers beyond the bounds of money", &poa.PostEntries{Entries: []*budget.Entry{entry("g1", budget.TransferIn, "90071992547409.91"), entry("g2", budget.TransferIn, "0.01")}}, "amount-overflow"},
		{"two entries with the same id", &poa.PostEntries{Entries: []*budget.Entry{entry("g1", budget.Committed, "5.00"), entry("g1", budget.Accrued, "5.00")}}, "duplicate-id"},
		{"a close before the end of the period", &poa.ClosePeriod{Close: poa.Close{ID: "x2", Period: "s2", Date: calendar.MustDate(2027, 12, 31)}}, "record-date"},
		{"a second close", &poa.ClosePeriod{Close: poa.Close{ID: "x2", Period: "s1", Date: calendar.MustDate(2027, 7, 2)}}, "already-closed"},
		{"a nil change", (*poa.Change)(nil), "empty-command"},
		{"a nil progress command", (*poa.RecordProgress)(nil), "empty-command"},
		{"a nil entry", &poa.PostEntries{Entries: []*budget.Entry{nil}}, "invalid-record"},
		{"a close of a missing period", &poa.ClosePeriod{Close: poa.Close{ID: "x2", Period: "s9", Date: calendar.MustDate(2028, 1, 3)}}, "dangling-reference"},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := plan(t, progress)
			before := bytesOf(p)
			next, inverse, err := p.Apply(test.command)
			require.Error(t, err)
			assert.Equal(t, test.code, poa.CodeOf(err), "%v", err)
			assert.Nil(t, next)
			assert.Nil(t, inverse)
			assert.Equal(t, before, bytesOf(p))
		})
	}
}

func TestCloseIsRejectedWithBlockingFindings(t *testing.T) {
	broken := plan(t, func(d *poa.Document) {
		d.Activities[1].Span = span("2027-09-17", "2027-09-06")
		d.Funds[0].Ceiling = amount("1.00")
	})
	closing := &poa.ClosePeriod{Close: poa.Close{ID: "x1", Period: "s1", Date: calendar.MustDate(2027, 7, 1), By: "jefa"}}
	_, _, err := broken.Apply(closing)
	require.ErrorIs(t, err, poa.ErrPeriodNotReady)
	var rejected *poa.Refusal
	require.True(t, errors.As(err, &rejected))
	assert.Equal(t, []string{"activity.end-before-start activities[informe].span.end", "budget.cost-above-ceiling funds[f1].ceiling"}, codes(rejected.Findings))

	closed, inverse, err := plan(t, nil).Apply(closing)
	require.NoError(t, err)
	assert.Nil(t, inverse, "an act has no inverse")
	assert.NotNil(t, closed.Analyze(calendar.MustDate(2027, 7, 2)).Periods[0].Closed)
	assert.Nil(t, closed.Analyze(calendar.MustDate(2027, 6, 30)).Periods[0].Closed, "closed before the date of the close")
}

func TestActs(t *testing.T) {
	p := plan(t, nil)
	two := exact.Int(2)
	for _, act := range []poa.Command{
		&poa.RecordProgress{Progress: poa.Progress{ID: "p1", Activity: "gaceta", Month: 1, Date: today, Quantity: two, By: "jefa"}},
		&poa.Measure{Measurement: kpi.Measurement{ID: "m2", Indicator: "i1", Span: span("2027-01-01", "2027-06-30"), Date: today, Values: []kpi.Reading{{Symbol: "B", Value: &two}}}},
		&poa.PostEntries{Entries: []*budget.Entry{
			{ID: "g1", Date: today, Line: "l1", Kind: budget.Approved, Amount: budget.MustParseMoney("1000.00"), By: "jefa"},
			{ID: "g2", Date: today, Line: "l1", Kind: budget.Committed, Amount: budget.MustParseMoney("300.00"), By: "jefa"},
		}},
	} {
		before := bytesOf(p)
		next, inverse, err := p.Apply(act)
		require.NoError(t, err)
		assert.Nil(t, inverse)
		assert.Equal(t, before, bytesOf(p))
		p = next
	}
	a := p.Analyze(today)
	assert.Equal(t, poa.StateDone, a.Activities[0].State)
	assert.Equal(t, "700.00", a.Budget.Statement.Total.Available().String())
	assert.Equal(t, two, a.Indicators[0].Result.Value)
	yesterday := p.Analyze(today.AddDays(-1))
	assert.True(t, yesterday.Activities[0].Done.IsZero(), "a later record is counted")
	assert.False(t, yesterday.Indicators[0].Result.HasValue)
}

// Each act has one that corrects it, after which the analysis is as before, and the record
// can be made again.
func TestActsAreCorrected(t *testing.T) {
	two, july := exact.Int(2), calendar.MustDate(2027, 7, 5)
	withdraw := func(id string) *poa.Withdraw {
		return &poa.Withdraw{Withdrawal: poa.Withdrawal{ID: id + "-withdrawn", Record: id, Date: july, Reason: "Error de captura"}}
	}
	entry := func(id, amount string) *poa.PostEntries {
		return &poa.PostEntries{Entries: []*budget.Entry{{ID: id, Date: july, Line: "l1", Kind: budget.Committed, Amount: budget.MustParseMoney(amount), Reason: "Cancelado"}}}
	}
	progress := func(id string, quantity exact.Number) *poa.RecordProgress {
		return &poa.RecordProgress{Progress: poa.Progress{ID: id, Activity: "gaceta", Month: 1, Date: july, Quantity: quantity}}
	}
	measure := func(id string) *poa.Measure {
		return &poa.Measure{Measurement: kpi.Measurement{ID: id, Indicator: "i1", Span: span("2027-01-01", "2027-06-30"), Date: july, Values: []kpi.Reading{{Symbol: "B", Value: &two}}}}
	}
	closing := func(id string) *poa.ClosePeriod {
		return &poa.ClosePeriod{Close: poa.Close{ID: id, Period: "s1", Date: july}}
	}
	for _, test := range []struct{ act, correction, again poa.Command }{
		{progress("p1", two), withdraw("p1"), progress("p2", two)},
		{progress("p1", two), progress("p1-back", exact.Int(-2)), progress("p2", two)},
		{measure("x1"), withdraw("x1"), measure("x2")},
		{entry("g1", "5.00"), entry("g1-back", "-5.00"), entry("g2", "5.00")},
		{closing("close"), &poa.ReopenPeriod{Reopening: poa.Reopening{ID: "o1", Close: "close", Date: july, Reason: "Factura tardía", Document: "Oficio 1"}}, closing("close-2")},
	} {
		before := plan(t, nil)
		after, _, err := before.Apply(test.act)
		require.NoError(t, err)
		corrected, _, err := after.Apply(test.correction)
		require.NoError(t, err, test.act.Kind())
		state := func(p *poa.Plan) any {
			a := p.Analyze(july)
			return []any{a.Activities[0].Done, a.Activities[0].State, a.Indicators[0].Result, a.Budget.Statement.Total, a.Periods[0].Closed == nil}
		}
		assert.NotEqual(t, state(before), state(after), test.act.Kind())
		assert.Equal(t, state(before), state(corrected), test.act.Kind())
		assert.Equal(t, state(before), state(plan(t, nil)))
		again, _, err := corrected.Apply(test.again)
		require.NoError(t, err, test.act.Kind())
		assert.Equal(t, state(after), state(again), test.act.Kind())
		if w, ok := test.correction.(*poa.Withdraw); ok {
			twice := *w
			twice.Withdrawal.ID = "twice"
			_, _, err = corrected.Apply(&twice)
			assert.ErrorIs(t, err, poa.ErrAlreadyWithdrawn)
			yesterday := corrected.Analyze(july.AddDays(-1))
			assert.Equal(t, before.Analyze(july.AddDays(-1)).Activities[0].Done, yesterday.Activities[0].Done)
		}
	}
}

func TestEditAndDiff(t *testing.T) {
	p := plan(t, nil)
	next, done, inverse, err := p.Edit(func(d *poa.Document) error {
		d.Activities[0].Name = "La gaceta"
		d.Activities = append(d.Activities, later("a3", "s2"))
		d.Illustrative = []norm.Path{"activities[a3].unit"}
		return nil
	})
	require.NoError(t, err)
	assert.Len(t, done.Edits, 2)
	assert.Equal(t, done, poa.Diff(p, next))
	requireInverse(t, p, next, inverse)
	again, _, err := p.Apply(done)
	require.NoError(t, err)
	assert.Equal(t, bytesOf(next), bytesOf(again))

	_, _, _, err = p.Edit(func(d *poa.Document) error {
		d.Closes = []*poa.Close{{ID: "x1", Period: "s1", Date: today}}
		return nil
	})
	assert.ErrorIs(t, err, poa.ErrNotEditable)
	failed := errors.New("no")
	_, _, _, err = p.Edit(func(*poa.Document) error { return failed })
	assert.ErrorIs(t, err, failed)
	same, empty, _, err := p.Edit(func(*poa.Document) error { return nil })
	require.NoError(t, err)
	assert.Same(t, p, same)
	assert.Empty(t, empty.Edits)
}

func TestHistory(t *testing.T) {
	h := poa.NewHistory(plan(t, nil))
	start := bytesOf(h.Plan())
	_, err := h.Undo()
	assert.ErrorIs(t, err, poa.ErrNothingToUndo)
	require.NoError(t, h.Do(set("title", `"A"`), set("title", `"B"`)))
	require.NoError(t, h.Do(set("mission", `"C"`)))
	require.Error(t, h.Do(set("title", `"D"`), set("title", `5`)))
	assert.Equal(t, "B", h.Plan().View().Title, "a rejected step changed the plan")
	end := bytesOf(h.Plan())
	for range 2 {
		_, err = h.Undo()
		require.NoError(t, err)
	}
	assert.Equal(t, start, bytesOf(h.Plan()))
	for range 2 {
		_, err = h.Redo()
		require.NoError(t, err)
	}
	assert.Equal(t, end, bytesOf(h.Plan()))
	_, err = h.Redo()
	assert.ErrorIs(t, err, poa.ErrNothingToRedo)

	require.NoError(t, h.Do(&poa.RecordProgress{Progress: poa.Progress{ID: "p1", Activity: "gaceta", Month: 1, Date: today, Quantity: exact.Int(1)}}))
	_, err = h.Undo()
	assert.ErrorIs(t, err, poa.ErrNotUndoable)
	assert.Nil(t, h.CanUndo())
}

// Undoing all steps of a session restores the encoding of the first plan, and an analysis
// that reuses an earlier one equals one from scratch.
func TestAnySessionCanBeUndone(t *testing.T) {
	origin := plan(t, func(d *poa.Document) {
		d.Illustrative = []norm.Path{"activities[gaceta].span.end", "campaigns[c1].media[m1].cost"}
	})
	rapid.Check(t, func(t *rapid.T) {
		h := poa.NewHistory(origin)
		h.Plan().Analyze(today)
		steps := 0
		for i := range rapid.IntRange(1, 12).Draw(t, "steps") {
			before := bytesOf(h.Plan())
			if err := h.Do(anyChange(t, h.Plan(), i)); err != nil {
				require.Equal(t, before, bytesOf(h.Plan()), "rejected: %v", err)
				continue
			}
			if bytesOf(h.Plan()) != before {
				steps++
			}
			requireSameFromScratch(t, h.Plan(), today, steps)
		}
		for range steps {
			_, err := h.Undo()
			require.NoError(t, err)
		}
		require.Equal(t, bytesOf(origin), bytesOf(h.Plan()))
	})
}

// anyChange draws a change of any kind, which may be invalid.
func anyChange(t *rapid.T, p *poa.Plan, i int) poa.Command {
	doc := p.View()
	activity := func() norm.Path {
		if len(doc.Activities) == 0 {
			return "activities[nadie]"
		}
		return norm.Path("activities").Item(doc.Activities[rapid.IntRange(0, len(doc.Activities)-1).Draw(t, "activity")].ID)
	}
	switch rapid.IntRange(0, 10).Draw(t, "kind") {
	case 0:
		return set(activity().Field("name"), strconv.Quote(rapid.StringMatching(`[a-zñ ]{0,9}`).Draw(t, "name")))
	case 1:
		return set(activity().Field("span.start"), `"`+calendar.MustDate(2027, 1, 1).AddDays(rapid.IntRange(-10, 380).Draw(t, "day")).String()+`"`)
	case 2:
		return set(activity().Field("targets."+strconv.Itoa(rapid.IntRange(0, 13).Draw(t, "month"))), `"3"`)
	case 3:
		id := "n" + strconv.Itoa(i)
		return &poa.Change{Edits: []norm.Edit{{Op: norm.OpInsert, Path: "activities", Value: `{"id":"` + id + `","period":"s2","name":"Nueva"}`, Before: rapid.SampledFrom([]string{"", "gaceta", "informe"}).Draw(t, "before")}}}
	case 4:
		return remove(activity())
	case 5:
		return remove(rapid.SampledFrom([]norm.Path{"posts[jefa]", "channels[radio]", "lines[l1]", "periods[s1]", "campaigns[c1]", "indicators[i1].variables[i1-b]", "funds[f1]"}).Draw(t, "element"))
	case 6:
		return &poa.Change{Edits: []norm.Edit{{Op: norm.OpMove, Path: activity(), Before: rapid.SampledFrom([]string{"", "gaceta"}).Draw(t, "to")}}}
	case 7:
		kind := rapid.SampledFrom([]string{"local-day", "vacation", "half-day", "day-off", "moved-day", "work-day"}).Draw(t, "day kind")
		start := calendar.MustDate(2027, 1, 1).AddDays(rapid.IntRange(0, 360).Draw(t, "from"))
		end := start.AddDays(rapid.IntRange(-1, 20).Draw(t, "days"))
		return &poa.Change{Edits: []norm.Edit{{Op: norm.OpInsert, Path: "ownDays", Value: `{"id":"d` + strconv.Itoa(i) + `","kind":"` + kind +
			`","span":{"start":"` + start.String() + `","end":"` + end.String() + `"},"reason":"a","document":"b"}`}}}
	case 8:
		return set(rapid.SampledFrom([]norm.Path{"workWeek", "calendar"}).Draw(t, "whole"), rapid.SampledFrom([]string{
			`["saturday","monday"]`, `null`, `"lft"`, `"jalisco + bancos"`, `"nadie"`,
		}).Draw(t, "value"))
	case 9:
		return &poa.Change{Mark: []norm.Path{activity().Field("unit")}, Pending: []poa.Pending{{Path: activity().Field("span.end"), Text: rapid.SampledFrom([]string{"", "mañana"}).Draw(t, "text")}}}
	default:
		return set("lines[l1].activities", `["gaceta","n0"]`)
	}
}

// A plan sorts the notes of its document.
func TestNotesAreSorted(t *testing.T) {
	p := plan(t, func(d *poa.Document) {
		d.Illustrative = []norm.Path{"vision", "mission", "vision"}
		d.Pending = []poa.Pending{{Path: "vision", Text: "c"}, {Path: "mission", Text: "b"}}
	})
	assert.Equal(t, []norm.Path{"mission", "vision"}, p.View().Illustrative)
	assert.Equal(t, []poa.Pending{{Path: "mission", Text: "b"}, {Path: "vision", Text: "c"}}, p.View().Pending)
	next, inverse, err := p.Apply(set("vision", `"Otra"`))
	require.NoError(t, err)
	assert.Equal(t, []norm.Path{"mission"}, next.View().Illustrative)
	requireInverse(t, p, next, inverse)
}

func TestChanged(t *testing.T) {
	p := plan(t, nil)
	a := p.Analyze(today)
	for _, test := range []struct {
		name    string
		set     *poa.Change
		changed []string
		same    []string
	}{
		{"an activity", set("activities[informe].name", `"Otro"`), []string{"activities", "activity-status"}, []string{"posts", "budget-status", "business-days"}},
		{"a line", set("lines[l1].name", `"Otra"`), []string{"lines", "budget-status"}, []string{"activity-status", "period-status", "campaign-status"}},
		{"the mission", set("mission", `"Otra"`), []string{"mission"}, []string{"title", "findings", "activity-status", "legal-deadlines"}},
		{"a pending text", &poa.Change{Pending: []poa.Pending{{Path: "mission", Text: "?"}}}, []string{"pending", "findings"}, []string{"illustrative"}},
		{"own days", set("workWeek", `["monday"]`), []string{"business-days", "activity-status", "legal-deadlines"}, []string{"budget-status"}},
	} {
		next, _, err := p.Apply(test.set)
		require.NoError(t, err)
		b := next.Analyze(today)
		for _, name := range test.changed {
			assert.True(t, b.Changed(a, name), "%s: %s", test.name, name)
		}
		assert.False(t, b.Changed(a, test.same...), test.name)
	}
	assert.True(t, a.Changed(a, "unknown name"))
	later := p.Analyze(today.AddDays(1))
	assert.True(t, later.Changed(a, "today", "progress-to-date"))
	assert.False(t, later.Changed(a, "business-days", "legal-deadlines"))
}

// A value that changes and stays illustrative keeps its mark through Diff.
func TestDiffKeepsNotes(t *testing.T) {
	p := plan(t, func(d *poa.Document) {
		d.Illustrative = []norm.Path{"activities[gaceta].unit", "campaigns[c1].media[m1].cost"}
		d.Pending = []poa.Pending{{Path: "activities[gaceta].span.end", Text: "fin"}}
	})
	for name, change := range map[string]func(*poa.Document){
		"a value":                   func(d *poa.Document) { d.Activities[0].Unit = "número" },
		"a value of a pending text": func(d *poa.Document) { d.Activities[0].Span.End = calendar.MustDate(2027, 6, 1) },
		"a removed element":         func(d *poa.Document) { d.Campaigns[0].Media, d.Illustrative = nil, d.Illustrative[:1] },
	} {
		t.Run(name, func(t *testing.T) {
			doc := p.Document()
			change(doc)
			want, err := poa.New(mexico.Env(), doc)
			require.NoError(t, err)
			got, inverse, err := p.Apply(poa.Diff(p, want))
			require.NoError(t, err)
			assert.Equal(t, bytesOf(want), bytesOf(got))
			requireInverse(t, p, got, inverse)
		})
	}
}

func TestSentinelsOfEdits(t *testing.T) {
	p := plan(t, nil)
	for _, test := range []struct {
		command poa.Command
		want    error
	}{
		{set("activities[nadie].name", `"x"`), poa.ErrNotFound},
		{set("activities[gaceta].responsible", `"nadie"`), poa.ErrDangling},
		{set("activities[gaceta].id", `"x"`), poa.ErrNotEditable},
		{&poa.Change{Edits: []norm.Edit{{Op: norm.OpInsert, Path: "posts", Value: `{"id":"gaceta"}`}}}, poa.ErrDuplicateID},
	} {
		_, _, err := p.Apply(test.command)
		assert.ErrorIs(t, err, test.want)
	}
	_, err := poa.New(mexico.Env(), nil)
	assert.Error(t, err)
	bare, err := poa.New(nil, town())
	require.NoError(t, err)
	assert.Contains(t, codes(bare.Check(today)), "plan.calendar-unknown calendar")
}

func TestEmptyChangeIsNotAStep(t *testing.T) {
	h := poa.NewHistory(plan(t, nil))
	require.NoError(t, h.Do(&poa.Change{}))
	assert.Nil(t, h.CanUndo())
}
