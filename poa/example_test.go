package poa_test

import (
	"errors"
	"fmt"

	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/kpi/exact"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/mexico"
)

const gazette = `{"schema":1,"id":"press-2027","fiscalYear":2027,"calendar":"jalisco",
	"periods":[{"id":"year","name":"2027","span":{"start":"2027-01-01","end":"2027-12-31"}}],
	"activities":[{"id":"gazette","name":"Publish the gazette","period":"year","span":{"start":"2027-03-31","end":"2027-03-01"}}]}`

func ExampleOpen() {
	_, err := poa.Open(mexico.Env(), []byte(`{"schema":1,"id":"p","misión":"Informar"}`))
	fmt.Println(poa.CodeOf(err))
	plan, err := poa.Open(mexico.Env(), []byte(gazette))
	fmt.Println(plan.View().Activities[0].Name, err)
	// Output:
	// unknown-field
	// Publish the gazette <nil>
}

func ExampleNew() {
	doc, _ := poa.Empty("press-2027", 2027)
	plan, err := poa.New(mexico.Env(), doc)
	fmt.Println(plan.View().Periods[1].Span, err)
	// Output: 2027-04-01/2027-06-30 <nil>
}

func ExamplePlan_Analyze() {
	plan, _ := poa.Open(mexico.Env(), []byte(gazette))
	for _, f := range plan.Analyze(calendar.MustDate(2027, 1, 11)).Findings {
		fmt.Println(f.Severity, f.Code, f.Path)
	}
	// Output:
	// warning activity.without-responsible activities[gazette].responsible
	// blocking activity.end-before-start activities[gazette].span.end
}

// A finding with a fix has the edits of the fix, and every Change has an inverse.
func ExamplePlan_Apply() {
	today := calendar.MustDate(2027, 1, 11)
	plan, _ := poa.Open(mexico.Env(), []byte(gazette))
	fix := plan.Check(today)[1].Fixes[0]
	fixed, inverse, err := plan.Apply(&poa.Change{Edits: fix.Edits})
	fmt.Println(fixed.View().Activities[0].Span, len(fixed.Check(today)), err)
	back, _, _ := fixed.Apply(inverse)
	fmt.Println(string(back.AppendJSON(nil)) == string(plan.AppendJSON(nil)))

	_, _, err = plan.Apply(&poa.Change{Edits: []norm.Edit{{Op: norm.OpSet, Path: "activities[gazette].responsible", Value: `"nobody"`}}})
	fmt.Println(errors.Is(err, poa.ErrDangling))
	// Output:
	// 2027-03-01/2027-03-31 1 <nil>
	// true
	// true
}

// A program modifies typed values, and Edit returns the differences as edits.
func ExamplePlan_Edit() {
	plan, _ := poa.Open(mexico.Env(), []byte(gazette))
	_, done, _, err := plan.Edit(func(d *poa.Document) error {
		d.Activities[0].Unit = "issue"
		d.Posts = append(d.Posts, &poa.Post{ID: "head", Name: "Head of press"})
		return nil
	})
	for _, e := range done.Edits {
		fmt.Println(e.Op, e.Path, e.Value)
	}
	fmt.Println(err)
	// Output:
	// insert posts {"id":"head","name":"Head of press"}
	// set activities[gazette].unit "issue"
	// <nil>
}

func ExampleDiff() {
	before, _ := poa.Open(mexico.Env(), []byte(gazette))
	after, _, _, _ := before.Edit(func(d *poa.Document) error {
		d.Mission = "To inform."
		return nil
	})
	fmt.Println(poa.Diff(before, after).Edits)
	// Output: [{set mission "To inform." }]
}

func ExampleHistory() {
	plan, _ := poa.Open(mexico.Env(), []byte(gazette))
	h := poa.NewHistory(plan)
	_ = h.Do(&poa.Change{Edits: []norm.Edit{{Op: norm.OpSet, Path: "mission", Value: `"To inform."`}}})
	_, _ = h.Undo()
	fmt.Printf("%q\n", h.Plan().View().Mission)
	_, _ = h.Redo()
	fmt.Printf("%q\n", h.Plan().View().Mission)

	// An act adds a record and cannot be undone.
	_ = h.Do(&poa.RecordProgress{Progress: poa.Progress{
		ID: "p1", Activity: "gazette", Month: 3, Date: calendar.MustDate(2027, 4, 1), Quantity: exact.Int(1),
	}})
	_, err := h.Undo()
	fmt.Println(errors.Is(err, poa.ErrNotUndoable))
	// Output:
	// ""
	// "To inform."
	// true
}

// An act adds a record, which edits cannot change: here, progress of March reported in April.
func ExampleRecordProgress() {
	plan, _ := poa.Open(mexico.Env(), []byte(gazette))
	plan, _, err := plan.Apply(&poa.RecordProgress{Progress: poa.Progress{
		ID: "p1", Activity: "gazette", Month: 3, Date: calendar.MustDate(2027, 4, 1), Quantity: exact.Int(2),
	}})
	fmt.Println(err)
	fmt.Println(plan.Analyze(calendar.MustDate(2027, 3, 31)).Activities[0].Done)
	fmt.Println(plan.Analyze(calendar.MustDate(2027, 4, 1)).Activities[0].Done)
	// Output:
	// <nil>
	// 0
	// 2
}

// A measurement has the values of an indicator's variables for a period.
func ExampleMeasure() {
	plan, _ := poa.Open(mexico.Env(), []byte(`{"schema":1,"id":"press-2027","fiscalYear":2027,"calendar":"jalisco",
		"indicators":[{"id":"reach","name":"Reach","formula":"(A/B)*100","frequency":"quarterly","sense":"ascending",
			"variables":[{"id":"a","symbol":"A","name":"Readers"},{"id":"b","symbol":"B","name":"Inhabitants"}]}]}`))
	readers, inhabitants := exact.Int(1400), exact.Int(5600)
	plan, _, err := plan.Apply(&poa.Measure{Measurement: kpi.Measurement{
		ID: "m1", Indicator: "reach", Date: calendar.MustDate(2027, 4, 5),
		Span:   calendar.Span{Start: calendar.MustDate(2027, 1, 1), End: calendar.MustDate(2027, 3, 31)},
		Values: []kpi.Reading{{Symbol: "A", Value: &readers}, {Symbol: "B", Value: &inhabitants}},
	}})
	fmt.Println(err)
	fmt.Println(plan.Analyze(calendar.MustDate(2027, 4, 5)).Indicators[0].Result.Value)
	// Output:
	// <nil>
	// 25
}

// The entries of a transfer between budget lines are posted together and sum to zero.
func ExamplePostEntries() {
	plan, _ := poa.Open(mexico.Env(), []byte(`{"schema":1,"id":"press-2027","fiscalYear":2027,"calendar":"jalisco",
		"lines":[{"id":"print","item":"336"},{"id":"radio","item":"361"}]}`))
	day := calendar.MustDate(2027, 1, 11)
	post := func(entries ...*budget.Entry) error {
		next, _, err := plan.Apply(&poa.PostEntries{Entries: entries})
		if err == nil {
			plan = next
		}
		return err
	}
	fmt.Println(post(&budget.Entry{ID: "g1", Date: day, Line: "print", Kind: budget.Approved, Amount: budget.MustPesos(1000)}))
	out := &budget.Entry{ID: "g2", Date: day, Line: "print", Kind: budget.TransferOut, Amount: budget.MustPesos(300)}
	in := &budget.Entry{ID: "g3", Date: day, Line: "radio", Kind: budget.TransferIn, Amount: budget.MustPesos(300)}
	fmt.Println(errors.Is(post(out), poa.ErrUnbalanced))
	fmt.Println(post(out, in))
	statement := plan.Analyze(day).Budget.Statement
	for _, id := range []string{"print", "radio"} {
		row, _ := statement.Line(id)
		fmt.Println(id, row.Modified)
	}
	// Output:
	// <nil>
	// true
	// <nil>
	// print 700.00
	// radio 300.00
}

// A period can be closed after its last day if there are no blocking findings. Records of
// the period are then rejected.
func ExampleClosePeriod() {
	plan, _ := poa.Open(mexico.Env(), []byte(gazette))
	doc := plan.Document()
	doc.Activities[0].Responsible = ""
	doc.Activities[0].Span = calendar.Span{Start: calendar.MustDate(2027, 3, 1), End: calendar.MustDate(2027, 3, 31)}
	plan, _ = poa.New(mexico.Env(), doc)
	_, _, err := plan.Apply(&poa.ClosePeriod{Close: poa.Close{ID: "c1", Period: "year", Date: calendar.MustDate(2027, 12, 31)}})
	fmt.Println(poa.CodeOf(err))
	closed, _, err := plan.Apply(&poa.ClosePeriod{Close: poa.Close{ID: "c1", Period: "year", Date: calendar.MustDate(2028, 1, 10)}})
	fmt.Println(err)
	_, _, err = closed.Apply(&poa.RecordProgress{Progress: poa.Progress{
		ID: "p1", Activity: "gazette", Month: 3, Date: calendar.MustDate(2028, 1, 11), Quantity: exact.Int(1),
	}})
	fmt.Println(errors.Is(err, poa.ErrPeriodClosed))
	// Output:
	// record-date
	// <nil>
	// true
}

// A document that has the records of a year is taken back to a day of it.
func ExampleDocument_AsOf() {
	doc := &poa.Document{Progress: []*poa.Progress{
		{ID: "p1", Date: calendar.MustDate(2027, 2, 1)},
		{ID: "p2", Date: calendar.MustDate(2027, 5, 3)},
	}}
	fmt.Println(len(doc.AsOf(calendar.MustDate(2027, 3, 15)).Progress))
	// Output: 1
}

// An act is corrected by another act: a record that was made in error is withdrawn, and a
// period that was closed is reopened, each with its reason.
func ExampleWithdraw() {
	plan, _ := poa.Open(mexico.Env(), []byte(gazette))
	day := calendar.MustDate(2027, 4, 2)
	plan, _, _ = plan.Apply(&poa.RecordProgress{Progress: poa.Progress{
		ID: "p1", Activity: "gazette", Month: 3, Date: day, Quantity: exact.Int(100),
	}})
	fmt.Println(plan.Analyze(day).Activities[0].Done)
	plan, _, err := plan.Apply(&poa.Withdraw{Withdrawal: poa.Withdrawal{
		ID: "w1", Record: "p1", Date: day, Reason: "100 for 1",
	}})
	fmt.Println(plan.Analyze(day).Activities[0].Done, err)
	// Output:
	// 100
	// 0 <nil>
}

func ExampleReopenPeriod() {
	plan, _ := poa.Open(mexico.Env(), []byte(gazette))
	plan, _, _, _ = plan.Edit(func(doc *poa.Document) error {
		doc.Activities[0].Responsible = ""
		doc.Activities[0].Span = calendar.Span{Start: calendar.MustDate(2027, 3, 1), End: calendar.MustDate(2027, 3, 31)}
		return nil
	})
	plan, _, err := plan.Apply(&poa.ClosePeriod{Close: poa.Close{ID: "c1", Period: "year", Date: calendar.MustDate(2028, 1, 10)}})
	fmt.Println(err)
	_, _, err = plan.Apply(&poa.Change{Edits: []norm.Edit{{
		Op: norm.OpSet, Path: "periods[year].span.end", Value: `"2027-06-30"`,
	}}})
	fmt.Println(poa.CodeOf(err))
	plan, _, err = plan.Apply(&poa.ReopenPeriod{Reopening: poa.Reopening{
		ID: "r1", Close: "c1", Date: calendar.MustDate(2028, 1, 12), Reason: "Late invoice", Document: "Oficio 14/2028",
	}})
	fmt.Println(plan.Analyze(calendar.MustDate(2028, 1, 12)).Periods[0].Closed == nil, err)
	// Output:
	// <nil>
	// period-frozen
	// true <nil>
}

// Items are due because of the plan, such as the start of an activity, or because of the
// law.
func ExampleAnalysis_Due() {
	plan, _ := poa.Open(mexico.Env(), []byte(`{"schema":1,"id":"press-2027","fiscalYear":2027,"calendar":"jalisco",
		"activities":[{"id":"gazette","name":"Publish the gazette","span":{"start":"2027-01-18","end":"2027-02-26"}}]}`))
	a := plan.Analyze(calendar.MustDate(2027, 1, 11))
	for _, due := range a.Due(14) {
		fmt.Println(due.Date, due.Kind, due.BusinessDays)
	}
	first, total := a.DueFirst(60, 1)
	fmt.Println(len(first), total)
	// Output:
	// 2027-01-15 deadline 4
	// 2027-01-15 deadline 4
	// 2027-01-18 activity-start 5
	// 2027-01-20 deadline 7
	// 1 9
}

// A view is computed again only if its inputs may have changed.
func ExampleAnalysis_Changed() {
	today := calendar.MustDate(2027, 1, 11)
	plan, _ := poa.Open(mexico.Env(), []byte(gazette))
	before := plan.Analyze(today)
	plan, _, _ = plan.Apply(&poa.Change{Edits: []norm.Edit{{Op: norm.OpSet, Path: "mission", Value: `"To inform."`}}})
	after := plan.Analyze(today)
	fmt.Println(after.Changed(before, "mission"), after.Changed(before, "activity-status", "findings"))
	// Output: true false
}

// The code of an error is stable, and package lang has its text.
func ExampleCodeOf() {
	plan, _ := poa.Open(mexico.Env(), []byte(gazette))
	_, _, err := plan.Apply(&poa.Change{Edits: []norm.Edit{{Op: norm.OpRemove, Path: "posts[head]"}}})
	fmt.Println(poa.CodeOf(err), errors.Is(err, poa.ErrNotFound))
	var located *poa.DecodeError
	if errors.As(err, &located) {
		fmt.Println(located.Path)
	}
	// Output:
	// no-element true
	// posts[head]
}
