package poa

import (
	"strconv"
	"sync/atomic"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa/internal/interrupt"
	"github.com/rumbo-mx/rumbo/poa/internal/wire"
)

// Plan is an immutable plan: a document with unique ids and valid references, and an
// Env. It is safe for concurrent use.
//
// Plans derived from one another share what did not change, so that storing all plans
// of a session takes little memory.
type Plan struct {
	env *Env
	doc *Document // never modified
	ids *idIndex
	// room is a lower bound of the bytes by which the encoding may grow to MaxDocument;
	// if it is negative, the encoding must be measured.
	room int

	last atomic.Pointer[Analysis] // reused by Analyze; it may be of an earlier plan
}

// New returns a Plan of a copy of a document. It rejects an invalid document, such as
// one with a duplicate id, a reference to a missing element or a newer schema. The error
// has the path.
func New(env *Env, doc *Document) (*Plan, error) {
	if doc == nil {
		return nil, newRefusal(ErrInvalidRecord, "")
	}
	own, ids, err := doc.copied()
	if err != nil {
		return nil, decodeError(err)
	}
	return newPlan(env, own, ids), nil
}

// Open returns a Plan of an encoded document. It rejects an invalid document with a
// *DecodeError.
func Open(env *Env, data []byte) (*Plan, error) { return OpenUntil(env, data, nil) }

// OpenUntil is Open for a caller that may not wait for the result: expired is asked after
// some thousand elements, and once it returns true, OpenUntil returns ErrExpired. A nil
// function never expires.
func OpenUntil(env *Env, data []byte, expired func() bool) (p *Plan, err error) {
	var doc *Document
	var ids *idIndex
	counter := interrupt.New(expired)
	if !interrupt.Run(func() { doc, ids, err = decodePlan(data, counter) }) {
		return nil, newRefusal(ErrExpired, "")
	}
	if err != nil {
		return nil, decodeError(err)
	}
	return newPlan(env, doc, ids), nil
}

// newPlan returns the plan of doc, which the caller must not use any more, with the index
// of its ids.
func newPlan(env *Env, doc *Document, ids *idIndex) *Plan {
	doc.sortNotes()
	if env == nil {
		env = &Env{}
	}
	return &Plan{env: env, doc: doc, ids: ids, room: -1}
}

// Env returns the Env of the plan. The caller must not modify it.
func (p *Plan) Env() *Env { return p.env }

// Document returns a copy of the plan's document.
func (p *Plan) Document() *Document { return p.doc.clone() }

// View returns the plan's document without copying it. The caller must not modify it;
// other plans share it.
func (p *Plan) View() *Document { return p.doc }

// AppendJSON appends the canonical encoding of the document to b. Documents are equal
// if their encodings are.
func (p *Plan) AppendJSON(b []byte) []byte { return p.doc.AppendJSON(b) }

// ValueAt returns the value at a path as JSON, "null" if it is absent; ok is false if
// there is no such element or field.
func (p *Plan) ValueAt(path norm.Path) (json string, ok bool) { return newLookup(p.doc).valueAt(path) }

// Has reports whether the plan has an element with that id.
func (p *Plan) Has(id string) bool { return p.ids.kind(id) != 0 }

// Year returns the fiscal year, both ends included, or the zero span if it is missing or
// out of the range of package calendar.
func (p *Plan) Year() calendar.Span { return p.doc.year() }

func (d *Document) year() calendar.Span {
	if d.FiscalYear < calendar.MinYear || d.FiscalYear > calendar.MaxYear {
		return calendar.Span{}
	}
	return calendar.YearSpan(d.FiscalYear)
}

// Check returns the findings of the plan on a day: Analyze(today).Findings.
func (p *Plan) Check(today calendar.Date) []norm.Finding { return p.Analyze(today).Findings }

// next returns the plan of doc, a draft derived from p, with the index of its ids.
func (p *Plan) next(doc *Document, ids *idIndex) *Plan {
	n := &Plan{env: p.env, doc: doc, ids: ids}
	n.last.Store(p.last.Load())
	return n
}

// Empty returns the document of an empty plan for a fiscal year, with the four quarters
// as its periods. The periods have no names; the author, or a program in the author's
// language, adds them.
func Empty(id string, fiscalYear int) (*Document, error) {
	doc := &Document{Schema: Schema, ID: id, FiscalYear: fiscalYear}
	for q := range 4 {
		first, err := calendar.NewMonth(fiscalYear, 3*q+1)
		if err != nil {
			return nil, decodeError(wire.Refuse(wire.BadNumber, "fiscalYear", textArg("value", strconv.Itoa(fiscalYear)), norm.Arg{Name: "want", Value: wire.TypeYear}))
		}
		doc.Periods = append(doc.Periods, &Period{
			ID:   "q" + string(rune('1'+q)),
			Span: calendar.Span{Start: first.First(), End: first.Add(2).Last()},
		})
	}
	if _, _, err := doc.copied(); err != nil {
		return nil, decodeError(err)
	}
	return doc, nil
}
