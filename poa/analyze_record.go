package poa

import (
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi/exact"
)

var (
	// A date of a record does not fit the plan. Acts reject such a record.
	recordDate = norm.FindingKind{Code: "record.date", Severity: norm.Warning, Args: []string{"date", "start", "end"}}
	// The record repeats one before it, or withdraws what cannot be withdrawn.
	recordWithoutEffect = norm.FindingKind{Code: "record.without-effect", Severity: norm.Warning}
	// The progress of a month is negative.
	progressNegative = norm.FindingKind{Code: "progress.negative", Severity: norm.Warning, Args: []string{"name", "total"}}
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
	for _, m := range d.Measurements {
		in.counter.Count(1)
		bad, ok := d.checkMeasurementDate(m)
		check(listMeasurements, m.ID, bad, ok)
	}
	for _, r := range d.Progress {
		in.counter.Count(1)
		bad, ok := d.checkProgressDate(r)
		check(listProgress, r.ID, bad, ok)
	}
	in.checkNegativeProgress(withdrawn)
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

// checkNegativeProgress reports the last record of each month that leaves its progress
// below zero.
func (in *reader) checkNegativeProgress(withdrawn map[string]bool) {
	type month struct {
		activity string
		number   int
	}
	totals, last := make(map[month]exact.Number), make(map[month]*Progress)
	negative := false
	for _, r := range in.doc.Progress {
		in.counter.Count(1)
		negative = negative || r.Quantity.Sign() < 0
	}
	if !negative {
		return
	}
	activities := make(map[string]*Activity, len(in.doc.Activities))
	for _, act := range in.doc.Activities {
		in.counter.Count(1)
		activities[act.ID] = act
	}
	for _, r := range in.doc.Progress {
		in.counter.Count(1)
		act := activities[r.Activity]
		if withdrawn[r.ID] || act == nil {
			continue
		}
		m := month{r.Activity, r.Month}
		total := r.Quantity
		if act.addsUp() {
			if sum, err := totals[m].Add(total); err == nil {
				total = sum
			}
		}
		totals[m], last[m] = total, r
	}
	for _, r := range in.doc.Progress {
		in.counter.Count(1)
		m := month{r.Activity, r.Month}
		if total := totals[m]; last[m] == r && total.Sign() < 0 {
			in.report(progressNegative.At(norm.Path("progress").Item(r.ID).Field("quantity"), norm.Text(activities[r.Activity].Name), total))
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
// administration. It omits those dated after the day of the analysis. Other fields of
// records were checked when the records were added.
func analyzeSigners(in *reader) any {
	var list []record
	in.doc.eachRecord(func(r record) {
		in.counter.Count(1)
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
		in.counter.Count(1)
		name := ""
		if l := find.topList(r.about.String()); l != nil {
			if i := l.find(r.element); i >= 0 {
				name = l.name(i)
			}
		}
		f, _ := r.outOfOffice(in.names(), name)
		f.Path, f.Severity = norm.Path(r.list.String()).Item(r.id).Field("by"), norm.Blocking
		in.report(f)
	}
	return nil
}
