package poa

import (
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi/exact"
)

// progress is the quantity reported for each activity up to the day of the analysis.
type progress struct{ done map[string]exact.Number }

// analyzeProgress sums the progress records and reports those that make a sum overflow.
func analyzeProgress(in *reader) any {
	p := &progress{make(map[string]exact.Number)}
	for _, r := range in.doc.Progress {
		if r.Date.After(in.today()) {
			continue
		}
		sum, err := p.done[r.Activity].Add(r.Quantity)
		if err != nil {
			in.report(valueOverflow.At(norm.Path("progress").Item(r.ID).Field("quantity")))
			continue
		}
		p.done[r.Activity] = sum
	}
	return p
}

// record is a record of any list: the element that it is about, its signer and its date.
type record struct {
	list    listKind
	id      string
	about   listKind // the list of the element
	element string   // its id
	by      string   // the post, or ""
	date    calendar.Date
}

func (r *record) outOfOffice(n *names, about string) (norm.Finding, bool) {
	return n.outOfOffice(r.by, about, calendar.Span{Start: r.date, End: r.date})
}

// analyzeSigners returns the records that a post signed outside of the term of its
// administration. It omits those dated after the day of the analysis. Other fields of
// records were checked when the records were added.
func analyzeSigners(in *reader) any {
	var list []record
	in.doc.eachRecord(func(r record) {
		if _, ok := r.outOfOffice(in.names(), ""); ok && !r.date.After(in.today()) {
			list = append(list, r)
		}
	})
	return list
}

// analyzeRecords reports the records of analyzeSigners, with the names of the elements
// that they are about.
func analyzeRecords(in *reader) any {
	find := newLookup(&in.doc)
	for _, r := range in.use(partSigners).([]record) {
		name := ""
		l := find.topList(r.about.String())
		if i := l.find(r.element); i >= 0 {
			name = l.name(i)
		}
		f, _ := r.outOfOffice(in.names(), name)
		f.Path, f.Severity = norm.Path(r.list.String()).Item(r.id).Field("by"), norm.Blocking
		in.report(f)
	}
	return nil
}
