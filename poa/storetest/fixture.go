package storetest

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"testing"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi/exact"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/store"
)

// promise tests one promise of a store.
type promise struct {
	testing.TB
	ctx    context.Context
	name   string
	store  store.Store
	reopen func(testing.TB, store.Store) store.Store
}

// broken fails the test with the name of the promise and ends it.
func (p *promise) broken(format string, args ...any) {
	p.Helper()
	p.Errorf("promise broken: %s: %s", p.name, fmt.Sprintf(format, args...))
	p.FailNow()
}

// wantError requires that err wraps want.
func (p *promise) wantError(call string, err, want error) {
	p.Helper()
	if !errors.Is(err, want) {
		p.broken("%s returned the error %v, want %v", call, err, want)
	}
}

// document returns the canonical encoding of a plan with something to record about.
func (p *promise) document(id string) []byte {
	p.Helper()
	doc, err := poa.Empty(id, 2027)
	if err != nil {
		p.Fatal(err)
	}
	doc.Title = "Plan " + id
	doc.Posts = []*poa.Post{{ID: "jefa", Name: "Jefa"}}
	doc.Activities = []*poa.Activity{{ID: "gaceta", Name: "Gaceta", Period: "q1", Span: calendar.MustMonth(2027, 3).Span()}}
	return doc.AppendJSON(nil)
}

func (p *promise) create(id string) []byte {
	p.Helper()
	doc := p.document(id)
	if err := p.store.Create(p.ctx, id, doc); err != nil {
		p.broken("Create returned the error %v, want nil", err)
	}
	return doc
}

func (p *promise) load(id string) store.Stored {
	p.Helper()
	got, err := p.store.Load(p.ctx, id)
	if err != nil {
		p.broken("Load returned the error %v, want nil", err)
	}
	if got.Base < 0 || got.Base+store.Revision(len(got.Batches)) != got.Revision {
		p.broken("Load returned revision %d, base %d and %d batches, want one batch for each revision after the base", got.Revision, got.Base, len(got.Batches))
	}
	return got
}

func (p *promise) append(id string, base store.Revision, batch store.Batch) {
	p.Helper()
	revision, err := p.store.Append(p.ctx, id, base, batch)
	if err != nil || revision != base+1 {
		p.broken("Append at revision %d returned %d and the error %v, want %d and nil", base, revision, err, base+1)
	}
}

// wantPlan requires that the plan is the document with the batches applied, and that the
// batches that Load returns are the last of them.
func (p *promise) wantPlan(id string, document []byte, batches []store.Batch) {
	p.Helper()
	got := p.load(id)
	if int(got.Revision) != len(batches) {
		p.broken("Load of %q returned revision %d, want %d", id, got.Revision, len(batches))
	}
	for i, batch := range got.Batches {
		p.wantBatch(int(got.Base)+i, batch, batches[int(got.Base)+i])
	}
	expected := store.Stored{Document: document, Batches: batches, Revision: store.Revision(len(batches))}
	want, err := expected.Plan(&poa.Env{})
	if err != nil {
		p.Fatal(err)
	}
	plan, err := got.Plan(&poa.Env{})
	if err != nil {
		p.broken("the loaded plan %q cannot be replayed: %v", id, err)
	}
	if have, want := string(plan.AppendJSON(nil)), string(want.AppendJSON(nil)); have != want {
		p.broken("the loaded plan %q is\n%s\nwant\n%s", id, have, want)
	}
}

// wantBatch requires that a batch was stored as it was appended.
func (p *promise) wantBatch(position int, got, want store.Batch) {
	p.Helper()
	if len(got.Commands) != len(want.Commands) {
		p.broken("batch %d has %d commands, want %d", position, len(got.Commands), len(want.Commands))
	}
	for i := range want.Commands {
		if got.Commands[i] == nil {
			p.broken("command %d of batch %d is nil", i, position)
		}
	}
	if have, want := string(got.Commands.AppendJSON(nil)), string(want.Commands.AppendJSON(nil)); have != want {
		p.broken("batch %d has the commands\n%s\nwant\n%s", position, have, want)
	}
	if got.Author != want.Author || got.Date != want.Date {
		p.broken("batch %d is by %q on %v, want %q on %v", position, got.Author, got.Date, want.Author, want.Date)
	}
}

// title returns a command that sets the title.
func title(s string) poa.Command {
	return &poa.Change{Edits: []norm.Edit{{Op: norm.OpSet, Path: "title", Value: strconv.Quote(s)}}}
}

// batch returns batch number n of a plan: several commands, whose order matters.
func batch(plan string, n int) store.Batch {
	author := fmt.Sprintf("autor %d de %s", n, plan)
	return store.Batch{
		Author: author, Date: calendar.MustDate(2027, 1, 4).AddDays(n),
		Commands: poa.Commands{title("primero"), title("segundo"), title(author)},
	}
}

// batches returns n of them.
func batches(plan string, n int) []store.Batch {
	list := make([]store.Batch, n)
	for i := range list {
		list[i] = batch(plan, i)
	}
	return list
}

// progress returns an act that the fixture's plan accepts.
func progress() poa.Command {
	return &poa.RecordProgress{Progress: poa.Progress{
		ID: "avance", Activity: "gaceta", Month: 3, Date: calendar.MustDate(2027, 3, 30), Quantity: exact.Int(1), By: "jefa",
	}}
}

// commands has an instance of each kind of command. A store does not interpret them, so a
// plan need not accept them.
const commands = `[
{"kind":"change","edits":[{"op":"set","path":"title","value":"POA 2027"}],"pending":[{"path":"mission","text":"por redactar"}]},
{"kind":"record-progress","progress":{"id":"a1","activity":"gaceta","month":3,"date":"2027-03-30","quantity":"1","note":"ñandú “2”","by":"jefa"}},
{"kind":"measure","measurement":{"id":"m1","indicator":"i1","span":{"start":"2027-01-01","end":"2027-06-30"},"date":"2027-07-01","values":[{"symbol":"B","value":"7"}],"by":"jefa"}},
{"kind":"post-entries","entries":[{"id":"e1","date":"2027-03-30","line":"l1","kind":"approved","amount":"1000.00","by":"jefa"},{"id":"e2","date":"2027-03-31","line":"l1","kind":"committed","amount":"25.00","document":"OC-1","by":"jefa"}]},
{"kind":"withdraw","withdrawal":{"id":"w1","record":"a1","date":"2027-04-01","reason":"error de captura","by":"jefa"}},
{"kind":"close-period","close":{"id":"c1","period":"q1","date":"2027-04-05","by":"jefa"}},
{"kind":"reopen-period","reopening":{"id":"o1","close":"c1","date":"2027-04-06","reason":"factura tardía","document":"Oficio 14","by":"jefa"}}
]`

// everyCommand returns the commands of the constant.
func (p *promise) everyCommand() poa.Commands {
	p.Helper()
	var list poa.Commands
	if err := list.UnmarshalJSON([]byte(commands)); err != nil {
		p.Fatal(err)
	}
	return list
}
