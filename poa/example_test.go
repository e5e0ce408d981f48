package poa_test

import (
	"errors"
	"fmt"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
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

// A finding that can be mended carries the edits that do it, and every change
// carries its way back.
func ExamplePlan_Apply() {
	today := calendar.MustDate(2027, 1, 11)
	plan, _ := poa.Open(mexico.Env(), []byte(gazette))
	fix := plan.Check(today)[1].Fixes[0]
	mended, inverse, err := plan.Apply(&poa.Change{Edits: fix.Edits})
	fmt.Println(mended.View().Activities[0].Span, len(mended.Check(today)), err)
	back, _, _ := mended.Apply(inverse)
	fmt.Println(string(back.AppendJSON(nil)) == string(plan.AppendJSON(nil)))

	_, _, err = plan.Apply(&poa.Change{Edits: []norm.Edit{{Op: norm.OpSet, Path: "activities[gazette].responsible", Value: `"nobody"`}}})
	fmt.Println(errors.Is(err, poa.ErrDangling))
	// Output:
	// 2027-03-01/2027-03-31 1 <nil>
	// true
	// true
}

// Go programs change typed values; what they changed comes back as edits.
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

	// An act makes a record, and another act makes up for it.
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
