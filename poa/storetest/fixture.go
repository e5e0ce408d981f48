package storetest

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"runtime/debug"
	"strings"
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

// runTest runs the test of the promise. A panic, of the store or because of what it returned, breaks
// the promise.
func (p *promise) runTest(run func(*promise)) {
	p.Helper()
	defer func() {
		if cause := recover(); cause != nil {
			p.broken("panic: %v\n%s", cause, debug.Stack())
		}
	}()
	run(p)
}

// restart opens the store again.
func (p *promise) restart() {
	p.Helper()
	if p.store = p.reopen(p.TB, p.store); p.store == nil {
		p.broken("Reopen returned nil, want the store")
	}
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

// document returns the canonical encoding of a plan with something to record about. The id
// of a stored plan need not be that of its document.
func (p *promise) document(id string) []byte {
	p.Helper()
	doc, err := poa.Empty("p1", 2027)
	if err != nil {
		p.Fatal(err)
	}
	doc.Title = "Plan " + id
	doc.Mission, doc.Vision = text("misión"), "Visión de "+id
	doc.Ext = poa.Ext{{Namespace: "mx.gob.tonaya", JSON: `{"b":1.0,"a":[1e2,100,{"z":"\u003c","B":null,"":[]}],"c":12345678901234567890}`}}
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
		p.wantBatch("Load", int(got.Base)+i, batch, batches[int(got.Base)+i])
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

// wantBatch requires that a call returned a batch as it was appended.
func (p *promise) wantBatch(call string, position int, got, want store.Batch) {
	p.Helper()
	if len(got.Commands) != len(want.Commands) {
		p.broken("%s returned batch %d with %d commands, want %d", call, position, len(got.Commands), len(want.Commands))
	}
	for i, command := range got.Commands {
		if command == nil || reflect.ValueOf(command).IsNil() {
			p.broken("%s returned batch %d with command %d nil", call, position, i)
		}
		have, want := string(poa.AppendCommand(nil, command)), string(poa.AppendCommand(nil, want.Commands[i]))
		if have != want {
			p.broken("%s returned batch %d with command %d\n%s\nwant\n%s", call, position, i, have, want)
		}
	}
	if got.Author != want.Author {
		p.broken("%s returned batch %d with the author %q, want %q", call, position, got.Author, want.Author)
	}
	if got.Date != want.Date {
		p.broken("%s returned batch %d with the date %v, want %v", call, position, got.Date, want.Date)
	}
}

// wantBatches requires that the store has these batches after the base that Load returns,
// which need not be accepted by the plan, and that its history is all of them.
func (p *promise) wantBatches(id string, batches []store.Batch) {
	p.Helper()
	got := p.load(id)
	if int(got.Revision) != len(batches) {
		p.broken("Load of %q returned revision %d, want %d", id, got.Revision, len(batches))
	}
	for i, b := range got.Batches {
		p.wantBatch("Load", int(got.Base)+i, b, batches[int(got.Base)+i])
	}
	s, ok := p.store.(store.Snapshotter)
	if !ok {
		return
	}
	history, err := s.History(p.ctx, id, 0, len(batches)+1)
	if err != nil || len(history) != len(batches) {
		p.broken("History of %q returned %d batches and the error %v, want %d and nil", id, len(history), err, len(batches))
	}
	for i, b := range history {
		p.wantBatch("History", i, b, batches[i])
	}
}

// title returns a command that sets the title.
func title(s string) poa.Command {
	return &poa.Change{Edits: []norm.Edit{{Op: norm.OpSet, Path: "title", Value: quoted(s)}}}
}

// quoted returns the JSON of a text.
func quoted(s string) string {
	b, _ := json.Marshal(s) // no text is an error
	return string(b)
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

// commands has an instance of each kind of command with a value in every field, and one
// with the required fields only. A store does not interpret commands, so a plan need not
// accept them. Every list has three elements, so that one that is lost,
// doubled or moved is noticed. everyCommand lengthens the texts.
const commands = `[
{"kind":"change","edits":[{"op":"set","path":"title","value":"POA 2027"},{"op":"insert","path":"posts","value":{"name":"Jefa","id":"jefa"},"before":"director"},{"op":"move","path":"posts[jefa]","before":"auxiliar"},{"op":"remove","path":"posts[auxiliar]"}],
 "mark":["title","vision","mission"],"unmark":["activities[gaceta].name","office.name","posts[jefa].name"],
 "pending":[{"path":"mission","text":"por redactar"},{"path":"vision","text":""},{"path":"activities[gaceta].span","text":"31/02"}]},
{"kind":"change","edits":[{"op":"set","path":"mission","value":"null"}]},
{"kind":"change","mark":["title"]},
{"kind":"change","unmark":["title"]},
{"kind":"change","pending":[{"path":"title","text":"título"}]},
{"kind":"record-progress","progress":{"id":"a1","activity":"gaceta","month":12,"date":"2027-03-30","quantity":"1234567890123456.25","final":true,"evidence":"oficio","note":"nota","by":"jefa"}},
{"kind":"record-progress","progress":{"id":"a2","activity":"gaceta","month":1,"date":"2027-01-31","quantity":"-0.001"}},
{"kind":"measure","measurement":{"id":"m1","indicator":"i1","span":{"start":"2027-01-01","end":"2027-06-30"},"date":"2027-07-01","values":[{"symbol":"B","value":"7.5"},{"symbol":"A","value":"0"},{"symbol":"a","noData":"no se midió"}],"by":"jefa","note":"nota"}},
{"kind":"measure","measurement":{"id":"m2","indicator":"i1","span":{"start":"2027-07-01","end":"2027-12-31"},"date":"2028-01-05"}},
{"kind":"post-entries","entries":[{"id":"e1","date":"2027-03-30","line":"l1","kind":"approved","amount":"90071992547409.91","document":"OC-1","reason":"motivo","by":"jefa"},{"id":"e0","date":"2027-03-29","line":"l1","kind":"committed","amount":"-25.01","document":"OC-2","reason":"motivo","by":"jefa"},{"id":"e2","date":"2027-03-31","line":"l2","kind":"paid","amount":"0.01"}]},
{"kind":"withdraw","withdrawal":{"id":"w1","record":"a1","date":"2027-04-01","reason":"error de captura","by":"jefa"}},
{"kind":"withdraw","withdrawal":{"id":"w2","record":"a2","date":"2027-04-02","reason":"error"}},
{"kind":"close-period","close":{"id":"c1","period":"q1","date":"2027-04-05","by":"jefa","note":"nota"}},
{"kind":"close-period","close":{"id":"c2","period":"q2","date":"2027-07-05"}},
{"kind":"reopen-period","reopening":{"id":"o1","close":"c1","date":"2027-04-06","reason":"factura tardía","document":"Oficio 14","by":"jefa"}},
{"kind":"reopen-period","reopening":{"id":"o2","close":"c2","date":"2027-07-06","reason":"error","document":"Oficio 15"}}
]`

// awkward has what stores lose of a text: spaces at both ends, capitals, letters composed
// and decomposed, of three bytes and of four, quotes, and what SQL, HTML, file names and
// formats read as their own.
const awkward = " \tÑandú ñ n\u0303 e\u0301 “2” 'x' \"y\" ``\\n\\ %s %00 _* ; -- <b>&amp;</b> \u8868 \U0001F3BA \u2028 ../x\r\n "

// text returns a text of more than 1000 bytes that begins and ends with one that is awkward,
// and differs from others at both ends.
func text(s string) string {
	return awkward + s + strings.Repeat(" palabra", 120) + awkward + s + awkward
}

// everyCommand returns the commands of the constant, with awkward texts.
func (p *promise) everyCommand() poa.Commands {
	p.Helper()
	var list poa.Commands
	if err := list.UnmarshalJSON([]byte(commands)); err != nil {
		p.Fatal(err)
	}
	for _, c := range list {
		lengthen(reflect.ValueOf(c).Elem())
	}
	return list
}

// lengthen replaces the texts of a value by awkward ones.
func lengthen(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			switch field := v.Type().Field(i); {
			case field.Name == "ID": // of a record: 64 bytes, without spaces and accents
				v.Field(i).SetString((v.Field(i).String() + "-Ab.9:_" + strings.Repeat("z", 64))[:63] + "Z")
			case field.IsExported():
				lengthen(v.Field(i))
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			lengthen(v.Index(i))
		}
	case reflect.Pointer:
		if !v.IsNil() {
			lengthen(v.Elem())
		}
	case reflect.String:
		s := v.String()
		switch {
		case s == "" || s == "null":
		case s[0] == '{': // the JSON of a value
			s = strings.Replace(s, "Jefa", strings.Trim(quoted(text("Jefa")), `"`), 1)
		case s[0] == '"':
			s = quoted(text(strings.Trim(s, `"`)))
		default:
			s = text(s)
		}
		v.SetString(s)
	}
}

// everyBatch returns batches with the commands of everyCommand: one for each, and one of
// all; and with every form of author and date.
func (p *promise) everyBatch() []store.Batch {
	p.Helper()
	all := p.everyCommand()
	var list []store.Batch
	for i, command := range all {
		b := batch("p", i)
		b.Commands = poa.Commands{command}
		switch i {
		case 0:
			b.Author = text("jefa")
		case 1:
			b.Author = ""
		case 2:
			b.Date = calendar.Date{}
		case 3:
			b.Date = calendar.MustDate(9999, 12, 31)
		case 4:
			b.Date = calendar.MustDate(1900, 1, 1)
		}
		list = append(list, b)
	}
	last := batch("p", len(all))
	last.Commands = all
	return append(list, last)
}
