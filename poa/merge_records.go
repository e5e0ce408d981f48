package poa

import (
	"slices"
	"sort"

	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi/exact"
)

// Each version accepted its records without those of the other. checkRecords checks what an
// act of one version would have been rejected for after those of the other:
//
//   - both closed a period, reopened a close or withdrew a record: the plan has the record
//     of theirs, because a second one has no effect and needs another one to undo it;
//   - a record of one version is about a period that the other closed, or replaces a
//     measurement of such a period;
//   - entries break a rule of the ledger together with those of the other version, or the
//     progress of both together is negative.

// versionRecords are the records that one version has and neither base nor the other.
type versionRecords struct {
	doc    *Document
	closed *closedDays // by the closes of the version that base does not have
	own    map[string]bool
}

// only returns the records of list that only the version has.
func only[P any](v *versionRecords, list []P, id func(P) string) (own []P) {
	for _, r := range list {
		if v.own[id(r)] {
			own = append(own, r)
		}
	}
	return own
}

// newRecords returns the records that version has and neither base nor other, and that the
// merged document has.
func (r *repairer) newRecords(version, other *Document) *versionRecords {
	v := &versionRecords{doc: version, own: make(map[string]bool)}
	version.eachRecord(func(x record) { v.own[x.id] = true })
	base := make(map[string]bool)
	r.docs[0].eachRecord(func(x record) { base[x.id] = true; delete(v.own, x.id) })
	other.eachRecord(func(x record) { delete(v.own, x.id) })
	merged := make(map[string]bool)
	r.doc.eachRecord(func(x record) { merged[x.id] = true })
	for id := range v.own {
		if !merged[id] {
			delete(v.own, id)
		}
	}
	v.closed = version.closedDays()
	for period, c := range v.closed.closes {
		if base[c.ID] {
			delete(v.closed.closes, period)
		}
	}
	return v
}

// closedOn reports whether the version closed the period that a day belongs to.
func (v *versionRecords) closedOn(day calendar.Date) bool {
	_, c := v.closed.on(day)
	return c != nil
}

func (r *repairer) checkRecords() {
	mine, theirs := r.newRecords(r.docs[1], r.docs[2]), r.newRecords(r.docs[2], r.docs[1])
	if len(mine.own) == 0 || len(theirs.own) == 0 {
		return
	}
	for _, v := range [][2]*versionRecords{{mine, theirs}, {theirs, mine}} {
		r.checkClosedRecords(v[0], v[1])
	}
	r.checkLedger(mine, theirs)
	r.checkTakenBack(mine, theirs)
	omit := make(map[norm.Path]bool)
	r.once(listReopenings, mine, theirs, omit, func(d *Document, visit func(id, of string)) {
		for _, x := range d.Reopenings {
			visit(x.ID, x.Close)
		}
	})
	r.once(listWithdrawals, mine, theirs, omit, func(d *Document, visit func(id, of string)) {
		for _, x := range d.Withdrawals {
			visit(x.ID, x.Record)
		}
	})
	r.once(listCloses, mine, theirs, omit, func(d *Document, visit func(id, of string)) {
		for period, c := range d.closed(calendar.Date{}) {
			visit(c.ID, period)
		}
	})
	for k := listKind(1); k <= lastTopList && len(omit) > 0; k++ {
		removeFrom(r.doc.list(k), norm.Path(k.String()), omit)
	}
}

// once reports the records of both versions that do the same to one element, and adds that
// of mine to omit. each visits the records of a version: their ids and those of the
// elements.
func (r *repairer) once(k listKind, mine, theirs *versionRecords, omit map[norm.Path]bool, each func(d *Document, visit func(id, of string))) {
	done := make(map[string]string)
	each(theirs.doc, func(id, of string) {
		if theirs.own[id] {
			done[of] = id
		}
	})
	each(mine.doc, func(id, of string) {
		if !mine.own[id] || done[of] == "" {
			return
		}
		at := norm.Path(k.String())
		r.report(at.Item(id))
		r.report(at.Item(done[of]))
		omit[at.Item(id)] = true
	})
}

// checkClosedRecords reports the records of a version that are about a period that the
// other one closed.
func (r *repairer) checkClosedRecords(v, other *versionRecords) {
	if len(other.closed.closes) == 0 {
		return
	}
	check := func(list listKind, id string, about calendar.Date) {
		if v.own[id] && other.closedOn(about) {
			r.report(norm.Path(list.String()).Item(id))
		}
	}
	about := make(map[string]calendar.Date)
	for _, x := range v.doc.Progress {
		about[x.ID] = v.doc.month(x.Month).End
		check(listProgress, x.ID, about[x.ID])
	}
	for _, x := range v.doc.Measurements {
		about[x.ID] = x.Span.End
		check(listMeasurements, x.ID, x.Span.End)
	}
	for _, x := range v.doc.Ledger {
		check(listLedger, x.ID, x.Date)
	}
	for _, x := range v.doc.Withdrawals {
		check(listWithdrawals, x.ID, about[x.Record])
	}
	measured := make(map[string]*overlaps) // in closed periods, by indicator
	withdrawn := other.doc.withdrawn(calendar.Date{})
	for _, x := range other.doc.Measurements {
		if !withdrawn[x.ID] && other.closedOn(x.Span.End) {
			if measured[x.Indicator] == nil {
				measured[x.Indicator] = &overlaps{}
			}
			measured[x.Indicator].spans = append(measured[x.Indicator].spans, x.Span)
		}
	}
	for _, x := range v.doc.Measurements {
		if v.own[x.ID] && measured[x.Indicator] != nil && measured[x.Indicator].with(x.Span) {
			r.report(norm.Path("measurements").Item(x.ID))
		}
	}
}

// overlaps finds out whether any of some spans has a day of another, in logarithmic time.
type overlaps struct {
	spans []calendar.Span
	ends  []calendar.Date // the last day of the spans up to each, by their first day
}

func (o *overlaps) with(s calendar.Span) bool {
	if o.ends == nil {
		slices.SortFunc(o.spans, func(a, b calendar.Span) int { return a.Start.Compare(b.Start) })
		var last calendar.Date
		for _, x := range o.spans {
			if x.End.After(last) {
				last = x.End
			}
			o.ends = append(o.ends, last)
		}
	}
	i := sort.Search(len(o.spans), func(i int) bool { return o.spans[i].Start.After(s.End) })
	return i > 0 && !o.ends[i-1].Before(s.Start)
}

// checkLedger reports the entries of each version, at most MaxAlike, that the rules of the
// ledger reject because of the entries of the other.
func (r *repairer) checkLedger(mine, theirs *versionRecords) {
	id := func(e *budget.Entry) string { return e.ID }
	my, their := only(mine, r.doc.Ledger, id), only(theirs, r.doc.Ledger, id)
	if len(my) == 0 || len(their) == 0 {
		return
	}
	var held []*budget.Entry // in both versions
	for _, e := range r.doc.Ledger {
		if !mine.own[e.ID] && !theirs.own[e.ID] {
			held = append(held, e)
		}
	}
	year := r.doc.FiscalYear
	if !r.doc.year().Valid() {
		year = 0
	}
	for _, of := range [...][2][]*budget.Entry{{my, their}, {their, my}} {
		if budget.CheckEntries(year, r.doc.Lines, held, of[0]) != nil {
			continue // not because of the other
		}
		ledger, rest := slices.Concat(held, of[1]), of[0]
		for range MaxAlike {
			err, ok := budget.CheckEntries(year, r.doc.Lines, ledger, rest).(*budget.EntryError)
			if !ok {
				break
			}
			r.report(norm.Path("ledger").Item(err.ID))
			rest = withoutEntry(rest, err.ID)
		}
	}
}

// withoutEntry returns the entries but for the one with an id and, of a transfer, those
// with its date and document, which do not balance without it.
func withoutEntry(list []*budget.Entry, id string) []*budget.Entry {
	isTransfer := func(e *budget.Entry) bool { return e.Kind == budget.TransferIn || e.Kind == budget.TransferOut }
	out := list[slices.IndexFunc(list, func(e *budget.Entry) bool { return e.ID == id })]
	kept := make([]*budget.Entry, 0, len(list))
	for _, e := range list {
		same := isTransfer(e) && isTransfer(out) && e.Date == out.Date && e.Document == out.Document
		if e != out && !same {
			kept = append(kept, e)
		}
	}
	return kept
}

// checkTakenBack reports the records that take back progress, if those of both versions
// take back more than there is.
func (r *repairer) checkTakenBack(mine, theirs *versionRecords) {
	type month struct {
		activity string
		number   int
	}
	type takenBack struct {
		by   [2]bool // mine, theirs
		list []norm.Path
	}
	back, totals := make(map[month]*takenBack), make(map[month]exact.Number)
	take := func(m month, id string, list listKind) {
		if back[m] == nil {
			back[m] = &takenBack{}
		}
		b := back[m]
		b.by[0], b.by[1] = b.by[0] || mine.own[id], b.by[1] || theirs.own[id]
		if mine.own[id] || theirs.own[id] {
			b.list = append(b.list, norm.Path(list.String()).Item(id))
		}
	}
	withdrawn := r.doc.withdrawn(calendar.Date{})
	added := make(map[string]bool)
	for _, act := range r.doc.Activities {
		added[act.ID] = act.addsUp()
	}
	of := make(map[string]month) // the month of a record
	for _, x := range r.doc.Progress {
		if !added[x.Activity] {
			continue
		}
		m := month{x.Activity, x.Month}
		of[x.ID] = m
		if withdrawn[x.ID] {
			continue
		}
		if x.Quantity.Sign() < 0 {
			take(m, x.ID, listProgress)
		}
		if sum, err := totals[m].Add(x.Quantity); err == nil {
			totals[m] = sum
		}
	}
	for _, w := range r.doc.Withdrawals {
		if m, ok := of[w.Record]; ok {
			take(m, w.ID, listWithdrawals)
		}
	}
	for m, b := range back {
		if totals[m].Sign() < 0 && b.by[0] && b.by[1] {
			for _, path := range b.list {
				r.report(path)
			}
		}
	}
}
