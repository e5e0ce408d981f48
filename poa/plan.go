package poa

import (
	"sync/atomic"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa/internal/wire"
)

// Plan is an immutable plan: a document whose ids are unique and whose
// references resolve, bound to an Env. It is safe for concurrent use.
//
// Plans made of one another share what did not change, so that keeping the
// plans of a whole session costs little.
type Plan struct {
	env *Env
	doc *Document // never modified once the Plan exists
	ids *idIndex

	last atomic.Pointer[Analysis] // what Analyze reuses; its plan may be an earlier one
}

// New makes a Plan of a document, which is copied. It refuses what a Plan
// cannot be: a duplicate id, a reference to nothing, a newer schema; the
// error says where.
func New(env *Env, doc *Document) (*Plan, error) {
	if doc == nil {
		return nil, refuse(ErrInvalidRecord, "")
	}
	if err := doc.validate(); err != nil {
		return nil, decodeError(err)
	}
	return newPlan(env, doc.clone(), nil), nil
}

// Open makes a Plan of the bytes of a document. A document that cannot be
// represented is refused with a *DecodeError.
func Open(env *Env, data []byte) (*Plan, error) {
	doc, ids, err := decodePlan(data)
	if err != nil {
		return nil, decodeError(err)
	}
	return newPlan(env, doc, ids), nil
}

// newPlan returns the plan of doc, which it owns from here on, and of the index of its
// ids, nil for one that is made here.
func newPlan(env *Env, doc *Document, ids *idIndex) *Plan {
	doc.sortNotes()
	if ids == nil {
		ids, _ = indexOf(doc)
	}
	if env == nil {
		env = &Env{}
	}
	return &Plan{env: env, doc: doc, ids: ids}
}

// Env returns what the plan is bound to. It must not be changed.
func (p *Plan) Env() *Env { return p.env }

// Document returns a copy of the plan's document, free to change.
func (p *Plan) Document() *Document { return p.doc.clone() }

// View returns the plan's own document, for reading: whoever changes it breaks
// the plan and all that share with it. It costs nothing; Document copies.
func (p *Plan) View() *Document { return p.doc }

// AppendJSON appends the canonical bytes of the document to b. Two plans are
// the same when their bytes are.
func (p *Plan) AppendJSON(b []byte) []byte { return p.doc.AppendJSON(b) }

// ValueAt returns the value at a path as JSON, "null" where it is absent; ok
// is false where the path leads nowhere.
func (p *Plan) ValueAt(path norm.Path) (json string, ok bool) { return valueAt(p.doc, path) }

// Has reports whether the plan has an element with that id.
func (p *Plan) Has(id string) bool { return p.ids.kind(id) != 0 }

// Year returns the fiscal year, both ends included, or the zero span where the
// document names none that a calendar has.
func (p *Plan) Year() calendar.Span { return p.doc.year() }

func (d *Document) year() calendar.Span {
	if d.FiscalYear < calendar.MinYear || d.FiscalYear > calendar.MaxYear {
		return calendar.Span{}
	}
	return calendar.YearSpan(d.FiscalYear)
}

// Check returns the findings of the plan on a day: Analyze(today).Findings.
func (p *Plan) Check(today calendar.Date) []norm.Finding { return p.Analyze(today).Findings }

// next returns the plan of a draft made from p. The ids are those of p unless
// the caller replaces them.
func (p *Plan) next(doc *Document, ids *idIndex) *Plan {
	n := &Plan{env: p.env, doc: doc, ids: ids}
	n.last.Store(p.last.Load())
	return n
}

// Empty returns the document of an empty plan for a fiscal year, with the four
// quarters as its periods. They have no names: those are for the author, or
// for a program in the author's language.
func Empty(id string, fiscalYear int) (*Document, error) {
	doc := &Document{Schema: Schema, ID: id, FiscalYear: fiscalYear}
	for q := range 4 {
		first, err := calendar.NewMonth(fiscalYear, 3*q+1)
		if err != nil {
			return nil, decodeError(wire.Refuse(wire.BadNumber, "fiscalYear", countArg("value", fiscalYear)))
		}
		doc.Periods = append(doc.Periods, &Period{
			ID:   "q" + string(rune('1'+q)),
			Span: calendar.Span{Start: first.First(), End: first.Add(2).Last()},
		})
	}
	if err := doc.validate(); err != nil {
		return nil, decodeError(err)
	}
	return doc, nil
}
