package storetest

import (
	"context"
	"errors"
	"fmt"
	"math"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/store"
)

func testCreate(p *promise) {
	p.wantDocument("p1", p.create("p1"))

	// Longer than columns and messages that are enough for most plans.
	doc, err := poa.Empty("p2", 2027)
	if err != nil {
		p.Fatal(err)
	}
	doc.Mission = strings.Repeat("ñ", poa.MaxText/2)
	doc.Ext = poa.Ext{{Namespace: "mx.gob.tonaya", JSON: `"` + strings.Repeat("abc", 1<<19) + `"`}}
	long := doc.AppendJSON(nil)
	if err := p.store.Create(p.ctx, "p2", long); err != nil {
		p.broken("Create with a document of %d bytes returned the error %v", len(long), err)
	}
	p.wantDocument("p2", long)
}

// wantDocument requires that a plan without batches is loaded with a document.
func (p *promise) wantDocument(id string, want []byte) {
	p.Helper()
	got := p.load(id)
	if got.Revision != 0 {
		p.broken("Load of a new plan returned revision %d, want 0", got.Revision)
	}
	if len(got.Document) != len(want) {
		p.broken("Load returned a document of %d bytes, want %d", len(got.Document), len(want))
	}
	for i := range want {
		if got.Document[i] != want[i] {
			p.broken("Load returned a document with …%q at byte %d, want …%q", clip(got.Document[i:]), i, clip(want[i:]))
		}
	}
}

func clip(b []byte) []byte { return b[:min(len(b), 60)] }

func testCreateOnce(p *promise) {
	doc := p.create("p1")
	p.append("p1", 0, batch("p1", 0))
	p.wantError("the second Create", p.store.Create(p.ctx, "p1", p.document("p2")), store.ErrPlanExists)
	p.wantPlan("p1", doc, batches("p1", 1))
}

func testCopies(p *promise) {
	doc := p.create("p1")
	document := slices.Clone(doc)
	for i := range doc {
		doc[i] = 'x'
	}
	var want []store.Batch
	for i := range 3 {
		mine := batch("p1", i)
		p.append("p1", store.Revision(i), mine)
		mine.Commands[0] = title("cambiado después")
		want = append(want, batch("p1", i))
	}
	overwrite := func() {
		p.wantPlan("p1", document, want)
		got := p.load("p1")
		for i := range got.Document {
			got.Document[i] = 'x'
		}
		p.overwrite(got.Batches)
	}
	overwrite()
	p.wantPlan("p1", document, want)
	s, ok := p.store.(store.Snapshotter)
	if !ok {
		return
	}
	at2 := p.documentAt(document, want[:2])
	if err := s.Snapshot(p.ctx, "p1", 2, at2); err != nil {
		p.broken("Snapshot returned the error %v", err)
	}
	for i := range at2 {
		at2[i] = 'x'
	}
	overwrite()
	history, err := s.History(p.ctx, "p1", 0, 3)
	if err != nil {
		p.broken("History returned the error %v", err)
	}
	p.overwrite(history)
	p.wantPlan("p1", document, want)
	p.wantBatches("p1", want)
}

// overwrite changes batches that the store returned.
func (p *promise) overwrite(batches []store.Batch) {
	for i := range batches {
		for j := range batches[i].Commands {
			batches[i].Commands[j] = nil
		}
		batches[i] = store.Batch{Author: "x"}
	}
}

func testCommands(p *promise) {
	doc := p.create("p1")
	var want []store.Batch
	for i, n := range []int{1, 3, store.MaxCommands} {
		b := store.Batch{Author: "jefa", Date: batch("p1", i).Date}
		for j := range n {
			b.Commands = append(b.Commands, title(fmt.Sprint("título ", i, " ", j)))
		}
		p.append("p1", store.Revision(i), b)
		want = append(want, b)
	}
	p.wantPlan("p1", doc, want)
}

func testActs(p *promise) {
	doc := p.create("p1")
	b := batch("p1", 0)
	b.Commands = poa.Commands{title("antes"), progress(), title("después")}
	p.append("p1", 0, b)
	p.wantPlan("p1", doc, []store.Batch{b})

	p.create("p2")
	var want []store.Batch
	for _, command := range p.everyCommand() {
		if _, edits := command.(*poa.Change); edits {
			continue
		}
		b := batch("p2", len(want))
		b.Commands = poa.Commands{command}
		p.append("p2", store.Revision(len(want)), b)
		if got := p.load("p2"); len(got.Batches) == 0 || len(got.Batches[len(got.Batches)-1].Commands) != 1 {
			p.broken("an act of the kind %s was appended and is not loaded", command.Kind())
		}
		want = append(want, b)
	}
	p.wantBatches("p2", want)
}

func testFields(p *promise) {
	p.create("p1")
	want := p.everyBatch()
	for i, b := range want {
		p.append("p1", store.Revision(i), b)
	}
	p.wantBatches("p1", want)
}

func testAuthors(p *promise) {
	doc := p.create("p1")
	want := batches("p1", 8)
	want[1].Author, want[2].Date = "", want[0].Date
	want[3].Author = text(`María Ñ. "Nena" O'Brien <m@example.mx>; --`)
	want[4].Date = calendar.Date{}
	want[5].Author, want[5].Date = "", calendar.Date{}
	want[6].Date = calendar.MustDate(9999, 12, 31)
	want[7].Date = calendar.MustDate(1900, 1, 1)
	for i, b := range want {
		p.append("p1", store.Revision(i), b)
	}
	p.wantPlan("p1", doc, want)
}

// longHistory is more than Open leaves to be replayed.
const longHistory = 3*store.SnapshotEvery + 5

func testHistory(p *promise) {
	doc := p.create("p1")
	want := batches("p1", longHistory)
	for i, b := range want {
		p.append("p1", store.Revision(i), b)
	}
	p.wantPlan("p1", doc, want)
}

// planIDs are ids that a store may confuse: by case, accents, spaces or length, as numbers,
// prefixes, patterns, escapes or names of files.
var planIDs = []string{
	"p1", "P1", "p10", "p", " p1", "p1 ", "p1\t", "p1\n", "\tp1", "p1.1", "p1:1", "p1_1", "p1-1", "p1/1", `p1\1`, "p1%1", "p1*", "p1?",
	"p%31", "p1%", "p1'", `p1"`, "p1.json", "p1/../p1", "../p1", "..", ".", "/p1", "/", "%", "_", "*", "null", "0", "00", "1", "01", "1.0", "+1", "1e0",
	"ñ", "Ñ", "n", "n\u0303", "é", "e\u0301", "e", "?", "p\u00f11", "pñ2", "\u8868", "\u6f22", "\U0001F3BA", "\U0001F3BB", "p\u200b1", "\uff50\uff11", "\ufb01", "fi",
	strings.Repeat("p", 8), strings.Repeat("p", 9), strings.Repeat("p", 64), strings.Repeat("p", 99) + "1", strings.Repeat("p", 99) + "2",
}

func testSeveralPlans(p *promise) {
	docs := map[string][]byte{}
	for _, id := range planIDs {
		docs[id] = p.create(id)
	}
	const rounds = 3
	for i := range rounds {
		for _, id := range planIDs {
			p.append(id, store.Revision(i), batch(id, i))
		}
	}
	for _, id := range planIDs {
		p.wantPlan(id, docs[id], batches(id, rounds))
	}
}

func testConflict(p *promise) {
	doc := p.create("p1")
	p.append("p1", 0, batch("p1", 0))
	p.append("p1", 1, batch("p1", 1))
	for _, base := range []store.Revision{0, 1, 3, -1, math.MaxInt, math.MinInt} {
		_, err := p.store.Append(p.ctx, "p1", base, batch("theirs", 9))
		p.wantError(fmt.Sprint("Append at revision ", base, " of a plan at revision 2"), err, store.ErrConflict)
	}
	p.wantPlan("p1", doc, batches("p1", 2))
}

func (p *promise) wantUnknown(id string) {
	p.Helper()
	_, err := p.store.Load(p.ctx, id)
	p.wantError(fmt.Sprintf("Load of %q", id), err, store.ErrNoSuchPlan)
	_, err = p.store.Append(p.ctx, id, 0, batch(id, 0))
	p.wantError(fmt.Sprintf("Append to %q", id), err, store.ErrNoSuchPlan)
	_, err = p.store.Load(p.ctx, id)
	p.wantError(fmt.Sprintf("Load of %q after Append", id), err, store.ErrNoSuchPlan)
}

func testUnknown(p *promise) {
	p.wantUnknown("nobody")
	doc := p.create("p1")
	p.wantUnknown("nobody")
	p.wantUnknown("p")
	p.wantPlan("p1", doc, nil)
}

func testEmptyID(p *promise) {
	doc := p.create("p1")
	if err := p.store.Create(p.ctx, "", p.document("p2")); err == nil {
		p.broken("Create with an empty id returned no error")
	}
	p.wantUnknown("")
	p.wantPlan("p1", doc, nil)
}

// concurrently calls f with 0 to n-1 at the same time and returns the errors. A call that
// panics returns its cause, and the other calls are not waited for: they may wait for
// what it has locked.
func (p *promise) concurrently(n int, f func(int) error) []error {
	p.Helper()
	type result struct {
		i     int
		err   error
		panic any
	}
	results := make(chan result, n)
	start := make(chan struct{})
	for i := range n {
		go func() {
			r := result{i: i}
			defer func() {
				r.panic = recover()
				results <- r
			}()
			<-start
			r.err = f(i)
		}()
	}
	close(start)
	errs := make([]error, n)
	for range n {
		r := <-results
		if r.panic != nil {
			p.broken("panic of a concurrent call: %v", r.panic)
		}
		errs[r.i] = r.err
	}
	return errs
}

// winner returns the position of the only nil error; the others must be lost.
func (p *promise) winner(call string, errs []error, lost error) int {
	p.Helper()
	first, succeeded := -1, 0
	for i, err := range errs {
		if err == nil {
			first = i
			succeeded++
			continue
		}
		p.wantError("a concurrent "+call, err, lost)
	}
	if succeeded != 1 {
		p.broken("%d of %d concurrent calls of %s succeeded, want 1", succeeded, len(errs), call)
	}
	return first
}

const writers = 8

func testOneWriter(p *promise) {
	doc := p.create("p1")
	var want []store.Batch
	for base := range store.Revision(16) {
		errs := p.concurrently(writers, func(i int) error {
			_, err := p.store.Append(p.ctx, "p1", base, batch("p1", i))
			return err
		})
		want = append(want, batch("p1", p.winner("Append", errs, store.ErrConflict)))
	}
	p.wantPlan("p1", doc, want)
}

func testOneCreator(p *promise) {
	for n := range 16 {
		id := fmt.Sprint("p", n)
		docs := make([][]byte, writers)
		for i := range docs {
			docs[i] = p.document(fmt.Sprint("de", i))
		}
		errs := p.concurrently(writers, func(i int) error { return p.store.Create(p.ctx, id, docs[i]) })
		want := docs[p.winner("Create", errs, store.ErrPlanExists)]
		if got := p.load(id); string(got.Document) != string(want) {
			p.broken("Load returned\n%s\nwant the document of the creator that succeeded\n%s", got.Document, want)
		}
	}
}

func testWritersOfPlans(p *promise) {
	const rounds = 8
	id := func(i int) string { return fmt.Sprint("p", i) }
	docs := make([][]byte, writers)
	for i := range docs {
		docs[i] = p.create(id(i))
	}
	errs := p.concurrently(writers, func(i int) error {
		for n := range rounds {
			if _, err := p.store.Append(p.ctx, id(i), store.Revision(n), batch(id(i), n)); err != nil {
				return err
			}
			if _, err := p.store.Load(p.ctx, id(i)); err != nil {
				return err
			}
		}
		return nil
	})
	for i, err := range errs {
		if err != nil {
			p.broken("a call for a plan that no other writer changes returned the error %v", err)
		}
		p.wantPlan(id(i), docs[i], batches(id(i), rounds))
	}
}

func testReaders(p *promise) {
	doc := p.create("p1")
	want := batches("p1", 40)
	var acknowledged atomic.Int64 // the revision of the last append that returned
	var done atomic.Bool
	errs := p.concurrently(writers, func(i int) error {
		if i == 0 {
			defer done.Store(true)
			for n, b := range want {
				if _, err := p.store.Append(p.ctx, "p1", store.Revision(n), b); err != nil {
					return err
				}
				acknowledged.Add(1)
				runtime.Gosched()
			}
			return nil
		}
		for after := 0; after < 3; runtime.Gosched() {
			if done.Load() {
				after++ // a few times more
			}
			last := store.Revision(acknowledged.Load())
			got, err := p.store.Load(p.ctx, "p1")
			switch {
			case err != nil:
				return err
			case got.Revision < last:
				return fmt.Errorf("a load returned revision %d after Append had returned %d", got.Revision, last)
			case int(got.Revision) > len(want) || got.Base < 0 || got.Base+store.Revision(len(got.Batches)) != got.Revision:
				return fmt.Errorf("a load returned revision %d, base %d and %d batches", got.Revision, got.Base, len(got.Batches))
			}
			for i, b := range got.Batches {
				if n := int(got.Base) + i; string(b.Commands.AppendJSON(nil)) != string(want[n].Commands.AppendJSON(nil)) || b.Author != want[n].Author {
					return fmt.Errorf("a load returned batch %d by %q with %d commands, want %q and %d", n, b.Author, len(b.Commands), want[n].Author, len(want[n].Commands))
				}
			}
		}
		return nil
	})
	if err := errors.Join(errs...); err != nil {
		p.broken("while a batch was appended: %v", err)
	}
	p.wantPlan("p1", doc, want)
}

func testCancelled(p *promise) {
	doc := p.create("p1")
	p.append("p1", 0, batch("p1", 0))
	ctx, cancel := context.WithCancel(p.ctx)
	cancel()
	_, err := p.store.Append(ctx, "p1", 1, batch("p1", 1))
	p.wantError("Append with a cancelled context", err, context.Canceled)
	p.wantError("Create with a cancelled context", p.store.Create(ctx, "p2", p.document("p2")), context.Canceled)
	_, err = p.store.Load(ctx, "p1")
	p.wantError("Load with a cancelled context", err, context.Canceled)
	_, err = p.store.Load(p.ctx, "p2")
	p.wantError("Load of a plan whose Create was cancelled", err, store.ErrNoSuchPlan)
	p.wantPlan("p1", doc, batches("p1", 1))
}

func testReopen(p *promise) {
	if p.reopen == nil {
		p.Skip("the suite has no function Reopen")
	}
	docs := map[string][]byte{"every": p.create("every"), "new": p.create("new")}
	every := p.everyBatch()
	for i, b := range every {
		p.append("every", store.Revision(i), b)
	}
	p.restart()
	p.wantDocument("new", docs["new"])
	p.wantBatches("every", every)
	if got := p.load("every"); got.Base == 0 && string(got.Document) != string(docs["every"]) {
		p.broken("after the store was opened again Load returned the document\n%s\nwant\n%s", got.Document, docs["every"])
	}
	const rounds = 5
	for _, id := range planIDs {
		docs[id] = p.create(id)
		for i, b := range batches(id, rounds) {
			p.append(id, store.Revision(i), b)
		}
	}
	p.restart()
	for _, id := range planIDs {
		p.wantPlan(id, docs[id], batches(id, rounds))
	}
	p.wantError("Create after the store was opened again", p.store.Create(p.ctx, "p1", p.document("p1")), store.ErrPlanExists)
	p.wantUnknown("nobody")
	_, err := p.store.Append(p.ctx, "p1", 0, batch("p1", 9))
	p.wantError("Append at an old revision after the store was opened again", err, store.ErrConflict)
	p.append("p1", rounds, batch("p1", rounds))
	p.wantPlan("p1", docs["p1"], batches("p1", rounds+1))
	p.restart()
	p.wantPlan("p1", docs["p1"], batches("p1", rounds+1))
}

// snapshotter returns the store as a Snapshotter, or skips the test.
func (p *promise) snapshotter() store.Snapshotter {
	s, ok := p.store.(store.Snapshotter)
	if !ok {
		p.Skip("the store is no store.Snapshotter")
	}
	return s
}

// documentAt returns the canonical encoding of a document with batches applied.
func (p *promise) documentAt(document []byte, applied []store.Batch) []byte {
	p.Helper()
	expected := store.Stored{Document: document, Batches: applied, Revision: store.Revision(len(applied))}
	plan, err := expected.Plan(&poa.Env{})
	if err != nil {
		p.Fatal(err)
	}
	return plan.AppendJSON(nil)
}

func testSnapshot(p *promise) {
	s := p.snapshotter()
	doc, other := p.create("p1"), p.create("p2")
	want := batches("p1", 9)
	p.append("p2", 0, batch("p2", 0))
	for i, b := range want[:6] {
		p.append("p1", store.Revision(i), b)
	}
	snapshot := func(at store.Revision) {
		document := p.documentAt(doc, want[:at])
		if err := s.Snapshot(p.ctx, "p1", at, document); err != nil {
			p.broken("Snapshot at revision %d returned the error %v", at, err)
		}
		got := p.load("p1")
		if got.Base != at || string(got.Document) != string(document) {
			p.broken("after a snapshot at revision %d Load returned the base %d and\n%s\nwant\n%s", at, got.Base, got.Document, document)
		}
		for i := range document {
			document[i] = 'x'
		}
	}
	snapshot(4)
	p.wantPlan("p1", doc, want[:6])
	snapshot(6)
	p.wantPlan("p1", doc, want[:6])
	for i := 6; i < len(want); i++ {
		p.append("p1", store.Revision(i), want[i])
	}
	_, err := p.store.Append(p.ctx, "p1", 6, batch("p1", 0))
	p.wantError("Append at an old revision after a snapshot", err, store.ErrConflict)
	p.wantPlan("p1", doc, want)
	p.wantPlan("p2", other, batches("p2", 1))
	for _, test := range []struct{ after, limit, from, to int }{{0, 100, 0, 9}, {3, 2, 3, 5}, {8, 5, 8, 9}, {9, 5, 9, 9}, {20, 5, 9, 9}, {0, 0, 0, 0}} {
		got, err := s.History(p.ctx, "p1", store.Revision(test.after), test.limit)
		if err != nil || len(got) != test.to-test.from {
			p.broken("History(after %d, limit %d) returned %d batches and the error %v, want %d and nil", test.after, test.limit, len(got), err, test.to-test.from)
		}
		for i, b := range got {
			p.wantBatch("History", test.from+i, b, want[test.from+i])
		}
	}
	if p.reopen == nil {
		return
	}
	p.restart()
	if got := p.load("p1"); got.Base != 6 {
		p.broken("after the store was opened again Load returned the base %d, want that of the snapshot, 6", got.Base)
	}
	p.wantPlan("p1", doc, want)
}

func testSnapshotRevision(p *promise) {
	s := p.snapshotter()
	doc := p.create("p1")
	want := batches("p1", 4)
	for i, b := range want {
		p.append("p1", store.Revision(i), b)
	}
	if err := s.Snapshot(p.ctx, "p1", 3, p.documentAt(doc, want[:3])); err != nil {
		p.broken("Snapshot returned the error %v", err)
	}
	p.wantError("Snapshot of a future revision", s.Snapshot(p.ctx, "p1", 5, p.documentAt(doc, want)), store.ErrConflict)
	for _, at := range []store.Revision{-1, 0, 2, 3} {
		if err := s.Snapshot(p.ctx, "p1", at, p.document("other")); err != nil {
			p.broken("Snapshot of revision %d, not after the base 3, returned the error %v", at, err)
		}
	}
	p.wantError("Snapshot of an unknown plan", s.Snapshot(p.ctx, "nobody", 1, doc), store.ErrNoSuchPlan)
	_, err := s.History(p.ctx, "nobody", 0, 10)
	p.wantError("History of an unknown plan", err, store.ErrNoSuchPlan)
	ctx, cancel := context.WithCancel(p.ctx)
	cancel()
	p.wantError("Snapshot with a cancelled context", s.Snapshot(ctx, "p1", 4, p.documentAt(doc, want)), context.Canceled)
	_, err = s.History(ctx, "p1", 0, 10)
	p.wantError("History with a cancelled context", err, context.Canceled)
	if got := p.load("p1"); got.Base != 3 {
		p.broken("Load returned the base %d, want 3", got.Base)
	}
	p.wantPlan("p1", doc, want)
}

func testBoundedReplay(p *promise) {
	p.snapshotter()
	doc := p.create("p1")
	want := batches("p1", 2*store.SnapshotEvery+2)
	for i := range want {
		want[i].Commands = want[i].Commands[2:]
	}
	for i, b := range want {
		got := p.load("p1")
		if n := len(got.Batches); n > store.SnapshotEvery {
			p.broken("the commit at revision %d replays %d batches, want at most %d", i, n, store.SnapshotEvery)
		}
		if _, _, err := store.Commit(p.ctx, p.store, &poa.Env{}, "p1", store.Revision(i), b); err != nil {
			p.broken("Commit at revision %d returned the error %v", i, err)
		}
	}
	p.wantPlan("p1", doc, want)
}
