package poa

import (
	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/kpi/exact"
)

var (
	// A date of a record does not fit the plan. Acts reject such a record.
	recordDate = norm.FindingKind{Code: "record.date", Severity: norm.Warning, Args: []string{"date", "start", "end"}}
	// The record repeats one before it, or withdraws what cannot be withdrawn.
	recordWithoutEffect = norm.FindingKind{Code: "record.without-effect", Severity: norm.Warning}
	// The progress of a month is negative.
	progressNegative = norm.FindingKind{Code: "progress.negative", Severity: norm.Warning, Args: []string{"name", "total"}}
	// A cumulative percentage is above 100.
	progressAboveWhole = norm.FindingKind{Code: "progress.above-whole", Severity: norm.Warning, Args: []string{"name", "total"}}
)

// analyzeRecordValues reports the records in a document that acts would reject, without
// those that are withdrawn.
func analyzeRecordValues(in *reader) any {
	d, withdrawn := &in.doc, in.withdrawn()
	check := func(list listKind, id string, bad misdated, ok bool) {
		if !ok && !withdrawn[id] {
			in.report(recordDate.At(norm.Path(list.String()).Item(id).Field(bad.field), bad.date, bad.fits.Start, bad.fits.End))
		}
	}
	indicators := make(map[string]*kpi.Indicator, len(d.Indicators))
	for _, ind := range d.Indicators {
		indicators[ind.ID] = ind
	}
	for _, m := range d.Measurements {
		in.counter.Count(1)
		bad, ok := d.checkMeasurementDate(m, indicators[m.Indicator])
		check(listMeasurements, m.ID, bad, ok)
	}
	for _, r := range d.Progress {
		in.counter.Count(1)
		bad, ok := d.checkProgressDate(r)
		check(listProgress, r.ID, bad, ok)
	}
	in.checkProgressAmounts(withdrawn)
	in.checkCloses(check)
	in.checkWithdrawals(check)
	return nil
}

// checkCloses reports the closes and the reopenings that acts would reject.
func (in *reader) checkCloses(check func(list listKind, id string, bad misdated, ok bool)) {
	periods, closes := make(map[string]*Period, len(in.doc.Periods)), make(map[string]*Close, len(in.doc.Closes))
	for _, p := range in.doc.Periods {
		in.counter.Count(1)
		periods[p.ID] = p
	}
	for _, c := range in.doc.Closes {
		in.counter.Count(1)
		bad, ok := in.doc.checkCloseDate(c, periods[c.Period])
		check(listCloses, c.ID, bad, ok)
		closes[c.ID] = c
	}
	reopened, inForce := make(map[string]bool), make(map[string]bool)
	for _, r := range in.doc.Reopenings {
		in.counter.Count(1)
		if c := closes[r.Close]; c != nil {
			bad, ok := in.doc.checkReopeningDate(r, c)
			check(listReopenings, r.ID, bad, ok)
		}
		if reopened[r.Close] {
			in.report(recordWithoutEffect.At(norm.Path("reopenings").Item(r.ID)))
		}
		reopened[r.Close] = true
	}
	for _, c := range in.doc.Closes {
		in.counter.Count(1)
		if !reopened[c.ID] && inForce[c.Period] {
			in.report(recordWithoutEffect.At(norm.Path("closes").Item(c.ID)))
		}
		inForce[c.Period] = inForce[c.Period] || !reopened[c.ID]
	}
}

// checkWithdrawals reports the withdrawals that acts would reject.
func (in *reader) checkWithdrawals(check func(list listKind, id string, bad misdated, ok bool)) {
	if len(in.doc.Withdrawals) == 0 {
		return
	}
	dates := make(map[string]calendar.Date, len(in.doc.Progress)+len(in.doc.Measurements))
	for _, r := range in.doc.Progress {
		in.counter.Count(1)
		dates[r.ID] = r.Date
	}
	for _, m := range in.doc.Measurements {
		in.counter.Count(1)
		dates[m.ID] = m.Date
	}
	for _, w := range in.doc.Withdrawals {
		in.counter.Count(1)
		date, first := dates[w.Record]
		if !first {
			in.report(recordWithoutEffect.At(norm.Path("withdrawals").Item(w.ID)))
			continue
		}
		bad, ok := in.doc.checkWithdrawalDate(w, date)
		check(listWithdrawals, w.ID, bad, ok)
		delete(dates, w.Record)
	}
}

// checkProgressAmounts reports the last record of each month that leaves its progress
// below zero, or above the whole if it is a percentage.
func (in *reader) checkProgressAmounts(withdrawn map[string]bool) {
	type month struct {
		activity string
		number   int
	}
	totals, last := make(map[month]exact.Number), make(map[month]*Progress)
	suspect := false
	for _, r := range in.doc.Progress {
		in.counter.Count(1)
		suspect = suspect || r.Quantity.Sign() < 0 || r.Quantity.Cmp(wholeWork()) > 0
	}
	if !suspect {
		return
	}
	activities := make(map[string]*Activity, len(in.doc.Activities))
	for _, act := range in.doc.Activities {
		in.counter.Count(1)
		activities[act.ID] = act
	}
	for _, r := range in.doc.Progress {
		in.counter.Count(1)
		act, m := activities[r.Activity], month{r.Activity, r.Month}
		if withdrawn[r.ID] || act == nil {
			continue
		}
		total := r.Quantity
		switch before := last[m]; {
		case act.addsUp():
			if sum, err := totals[m].Add(total); err == nil {
				total = sum
			}
		case before != nil && r.Date.Before(before.Date):
			continue // the latest counts
		}
		totals[m], last[m] = total, r
	}
	for _, r := range in.doc.Progress {
		in.counter.Count(1)
		m := month{r.Activity, r.Month}
		if last[m] != r {
			continue
		}
		at, name := norm.Path("progress").Item(r.ID).Field("quantity"), norm.Text(activities[r.Activity].Name)
		if total := totals[m]; total.Sign() < 0 {
			in.report(progressNegative.At(at, name, total))
		} else if activities[r.Activity].exceedsWhole(r) {
			in.report(progressAboveWhole.At(at, name, total))
		}
	}
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
// administration. It omits those dated after the day of the analysis, and those that
// another act took back: withdrawn records, reopened closes and reversed entries. Other
// fields of records were checked when the records were added.
func analyzeSigners(in *reader) any {
	var list []record
	in.doc.eachRecord(func(r record) {
		in.counter.Count(1)
		if _, ok := r.outOfOffice(in.names(), ""); ok && !r.date.After(in.today()) {
			list = append(list, r)
		}
	})
	if len(list) == 0 {
		return list
	}
	withdrawn, reversed := in.withdrawn(), in.reversed()
	reopened := make(map[string]bool)
	for _, r := range in.doc.Reopenings {
		if !r.Date.After(in.today()) {
			reopened[r.Close] = true
		}
	}
	var left []record
	for _, r := range list {
		if !withdrawn[r.id] && !reversed[r.id] && !reopened[r.id] {
			left = append(left, r)
		}
	}
	return left
}

// reversed returns the entries that a later entry of the ledger with the opposite amount
// takes back, by id.
func (in *reader) reversed() map[string]bool {
	type account struct {
		line   string
		kind   budget.Kind
		amount budget.Money // absolute
	}
	reversed, open := make(map[string]bool), make(map[account][]*budget.Entry)
	for _, e := range in.doc.Ledger {
		if e.Date.After(in.today()) {
			continue
		}
		of := account{e.Line, e.Kind, e.Amount.Abs()}
		list := open[of]
		if n := len(list) - 1; n >= 0 && list[n].Amount != e.Amount {
			reversed[list[n].ID] = true
			list = list[:n]
		}
		open[of] = append(list, e)
	}
	return reversed
}

// analyzeRecords reports the records of analyzeSigners, with the names of the elements
// that they are about.
func analyzeRecords(in *reader) any {
	find := newLookup(&in.doc)
	for _, r := range in.use(partSigners).([]record) {
		in.counter.Count(1)
		name := ""
		if l := find.topList(r.about.String()); l != nil {
			if i := l.find(r.element); i >= 0 {
				name = l.name(i)
			}
		}
		f, _ := r.outOfOffice(in.names(), name)
		f.Path, f.Severity = norm.Path(r.list.String()).Item(r.id).Field("by"), norm.Blocking
		if r.list == listWithdrawals || r.list == listReopenings {
			f.Severity = norm.Warning // no act takes them back
		}
		in.report(f)
	}
	return nil
}
