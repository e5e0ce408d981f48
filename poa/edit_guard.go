package poa

import (
	"slices"

	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/kpi/exact"
	"github.com/rumbo-mx/rumbo/kpi/formula"
)

// Structural edits must not undermine what acts established. checkActs compares the
// documents before and after a Change, whatever edits led from one to the other:
//
//   - The fiscal year does not change if there are records: their months are counted in it.
//     One that is missing can be set.
//   - The span of a closed period does not change, nor what was planned in it: which
//     activities belong to it, their dates, units, accumulation and targets in words, the
//     targets of its months and of the indicators' periods that ended in it, and the amounts
//     of its months, with their item and fund.
//   - Nor does what was reported of it: the unit and the accumulation of an activity with a
//     target or progress in its months, and the unit of an indicator with a target or a
//     measurement that ended in it, and how its value and its progress are computed.
//   - A line with entries keeps its item and its fund: what was spent on it was spent
//     under them.
//   - A variable that was measured keeps its symbol, and is not removed.
//   - An activity with progress keeps its ProgressForm, and goes on adding up progress of
//     which some is negative.
//
// An element that a record refers to is not removed; see ErrHasRecords.

// checkActs rejects a change from p's document to next.
func (p *Plan) checkActs(next *Document) error {
	old := p.doc
	if old.FiscalYear != next.FiscalYear && old.year().Valid() && old.hasRecords() {
		return newRefusal(ErrBoundByRecords, "fiscalYear")
	}
	if len(old.Closes) > 0 {
		if err := checkClosed(old, next); err != nil {
			return err
		}
	}
	if len(old.Progress) > 0 && !same(old.Activities, next.Activities) {
		if err := checkProgressForms(old, next); err != nil {
			return err
		}
	}
	if len(old.Ledger) > 0 && !same(old.Lines, next.Lines) {
		if err := checkPostedLines(old, next); err != nil {
			return err
		}
	}
	if len(old.Measurements) > 0 && !same(old.Indicators, next.Indicators) {
		return checkMeasured(old, next)
	}
	return nil
}

func (d *Document) hasRecords() (found bool) {
	for k := listKind(1); k <= lastTopList; k++ {
		found = found || k.record() && d.list(k).len() > 0
	}
	return found
}

// replaced visits the elements of a list that are not the same pointers before and after,
// by id: was is nil for an added element, is for a removed one. It takes time proportional
// to the length of the lists. P is a pointer.
func replaced[P comparable](old, next []P, id func(P) string, visit func(was, is P) error) error {
	var none P
	// A list is seldom reordered: skip the common ends.
	for len(old) > 0 && len(next) > 0 && old[0] == next[0] {
		old, next = old[1:], next[1:]
	}
	for len(old) > 0 && len(next) > 0 && old[len(old)-1] == next[len(next)-1] {
		old, next = old[:len(old)-1], next[:len(next)-1]
	}
	before := make(map[string]P, len(old))
	for _, v := range old {
		before[id(v)] = v
	}
	for _, v := range next {
		was := before[id(v)]
		delete(before, id(v))
		if was == v {
			continue
		}
		if err := visit(was, v); err != nil {
			return err
		}
	}
	for _, v := range old {
		if before[id(v)] != none {
			if err := visit(v, none); err != nil {
				return err
			}
		}
	}
	return nil
}

// checkClosed rejects changes of closed periods and of what was planned in them.
func checkClosed(old, next *Document) error {
	days := old.closedDays()
	closed := days.closes
	if len(closed) == 0 {
		return nil
	}
	frozen := func(period string, at norm.Path) error {
		return newRefusal(ErrPeriodFrozen, at, textArg("period", old.period(period).Name), dateArg("date", closed[period].Date))
	}
	if !same(old.Periods, next.Periods) {
		err := replaced(old.Periods, next.Periods, func(p *Period) string { return p.ID }, func(was, is *Period) error {
			if was != nil && is != nil && was.Span != is.Span && closed[was.ID] != nil {
				return frozen(was.ID, norm.Path("periods").Item(was.ID).Field("span"))
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	var periods [12]string // the closed period that each month ends in
	for i := range periods {
		if p, _ := days.on(old.month(i + 1).End); p != nil {
			periods[i] = p.ID
		}
	}
	if err := checkClosedMonths(old, next, &periods, frozen); err != nil {
		return err
	}
	if err := checkClosedTargets(old, next, days, frozen); err != nil || same(old.Activities, next.Activities) {
		return err
	}
	reported := old.reportedMonths(&periods)
	return replaced(old.Activities, next.Activities, func(act *Activity) string { return act.ID }, func(was, is *Activity) error {
		act, before, after := is, &Activity{}, &Activity{}
		if is != nil {
			after = is
		}
		if was != nil {
			act, before = was, was
		}
		at := norm.Path("activities").Item(act.ID)
		for _, period := range []string{before.Period, after.Period} {
			if field := plannedField(before, after); closed[period] != nil && field != "" {
				return frozen(period, at.Field(field))
			}
		}
		for i, period := range periods {
			switch {
			case period == "":
			case before.Targets[i] != after.Targets[i]:
				return frozen(period, at.Field("targets"))
			case before.Targets[i].IsZero() && reported[act.ID]>>i&1 == 0:
			case before.Unit != after.Unit:
				return frozen(period, at.Field("unit"))
			case before.Accumulation != after.Accumulation:
				return frozen(period, at.Field("accumulation"))
			}
		}
		return nil
	})
}

// reportedMonths returns the months in closed periods with progress that is not withdrawn,
// by activity: bit i is month i+1.
func (d *Document) reportedMonths(periods *[12]string) map[string]uint16 {
	months := make(map[string]uint16)
	withdrawn := d.withdrawn(calendar.Date{})
	for _, r := range d.Progress {
		if 1 <= r.Month && r.Month <= 12 && periods[r.Month-1] != "" && !withdrawn[r.ID] {
			months[r.Activity] |= 1 << (r.Month - 1)
		}
	}
	return months
}

// checkClosedMonths rejects a change of the amounts of months that ended in a closed period.
func checkClosedMonths(old, next *Document, periods *[12]string, frozen func(string, norm.Path) error) error {
	if same(old.Lines, next.Lines) {
		return nil
	}
	return replaced(old.Lines, next.Lines, func(l *budget.Line) string { return l.ID }, func(was, is *budget.Line) error {
		line, before, after := is, &budget.Line{}, &budget.Line{}
		if is != nil {
			after = is
		}
		if was != nil {
			line, before = was, was
		}
		for i, period := range periods {
			if period != "" && before.Months[i] != after.Months[i] {
				return frozen(period, norm.Path("lines").Item(line.ID).Field("months"))
			}
			if field := paidBy(before, after); period != "" && before.Months[i] != (budget.Money{}) && field != "" {
				return frozen(period, norm.Path("lines").Item(line.ID).Field(field))
			}
		}
		return nil
	})
}

// paidBy returns the field in which two versions of a line spend on something else or from
// another source, or "".
func paidBy(a, b *budget.Line) string {
	switch {
	case a.Item != b.Item:
		return "item"
	case a.Fund != b.Fund:
		return "fund"
	}
	return ""
}

// checkClosedTargets rejects a change of the targets of indicators that ended in a closed
// period, and of how the value is computed that is compared with them or was measured in it.
func checkClosedTargets(old, next *Document, days *closedDays, frozen func(string, norm.Path) error) error {
	if same(old.Indicators, next.Indicators) {
		return nil
	}
	measured := make(map[string]string) // the closed period of the last measurement, by indicator
	withdrawn := old.withdrawn(calendar.Date{})
	for _, m := range old.Measurements {
		if p, _ := days.on(m.Span.End); p != nil && !withdrawn[m.ID] {
			measured[m.Indicator] = p.ID
		}
	}
	return replaced(old.Indicators, next.Indicators, func(ind *kpi.Indicator) string { return ind.ID }, func(was, is *kpi.Indicator) error {
		ind, before, after := is, &kpi.Indicator{}, &kpi.Indicator{}
		if is != nil {
			after = is
		}
		if was != nil {
			ind, before = was, was
		}
		at := norm.Path("indicators").Item(ind.ID)
		method := computedField(before, after)
		period := measured[ind.ID]
		err := replaced(before.Targets, after.Targets, func(t *kpi.Target) string { return t.ID }, func(was, is *kpi.Target) error {
			if was != nil && is != nil && *was == *is {
				return nil
			}
			for _, t := range []*kpi.Target{was, is} {
				if t == nil {
					continue
				}
				if p, _ := days.on(t.Span.End); p != nil {
					return frozen(p.ID, at.Field("targets").Item(t.ID))
				}
			}
			return nil
		})
		if err != nil || method == "" || was == nil || is == nil {
			return err
		}
		for _, t := range before.Targets {
			if p, _ := days.on(t.Span.End); p != nil {
				period = p.ID
			}
		}
		if period == "" {
			return nil
		}
		return frozen(period, at+method)
	})
}

// computedField returns the first field, as the end of a path, in which two versions of an
// indicator compute a value or its progress in another way, or "".
func computedField(a, b *kpi.Indicator) norm.Path {
	switch {
	case a.Formula != b.Formula:
		return ".formula"
	case a.Sense != b.Sense:
		return ".sense"
	case a.ZeroDenominator != b.ZeroDenominator:
		return ".zeroDenominator"
	case a.Frequency != b.Frequency:
		return ".frequency"
	case a.Unit != b.Unit:
		return ".unit"
	case !sameBaseline(a.Baseline, b.Baseline):
		return ".baseline"
	}
	// A formula reads the first variable of a symbol, whatever its id.
	first := make(map[string]*kpi.Variable, len(b.Variables))
	for i := len(b.Variables) - 1; i >= 0; i-- {
		first[formula.Symbol(b.Variables[i].Symbol)] = b.Variables[i]
	}
	read := make(map[string]bool, len(a.Variables))
	for _, v := range a.Variables {
		symbol := formula.Symbol(v.Symbol)
		if read[symbol] {
			continue
		}
		read[symbol] = true
		switch is := first[symbol]; {
		case is == nil && slices.ContainsFunc(b.Variables, func(o *kpi.Variable) bool { return o.ID == v.ID }):
			return norm.Path(".variables").Item(v.ID).Field("symbol")
		case is == nil:
			return norm.Path(".variables").Item(v.ID)
		case is.Accumulation != v.Accumulation:
			return norm.Path(".variables").Item(is.ID).Field("accumulation")
		}
	}
	return ""
}

// sameBaseline reports whether two baselines have the same value, or none.
func sameBaseline(a, b *kpi.Baseline) bool {
	var of [2]*exact.Number
	for i, x := range [...]*kpi.Baseline{a, b} {
		if x != nil {
			of[i] = x.Value
		}
	}
	return of[0] == of[1] || of[0] != nil && of[1] != nil && *of[0] == *of[1]
}

// plannedField returns the first field in which two activities plan something else, or "".
func plannedField(a, b *Activity) string {
	switch {
	case a.Period != b.Period:
		return "period"
	case a.Span != b.Span:
		return "span"
	case a.Unit != b.Unit:
		return "unit"
	case a.Targets != b.Targets:
		return "targets"
	case a.TargetText != b.TargetText:
		return "targetText"
	case a.Accumulation != b.Accumulation:
		return "accumulation"
	case a.ProgressForm != b.ProgressForm:
		return "progressForm"
	}
	return ""
}

// checkProgressForms rejects a change of how progress is recorded that was recorded.
func checkProgressForms(old, next *Document) error {
	var recorded, negative map[string]bool // activities with progress, and with negative progress
	return replaced(old.Activities, next.Activities, func(act *Activity) string { return act.ID }, func(was, is *Activity) error {
		if was == nil || is == nil || was.ProgressForm == is.ProgressForm && was.addsUp() == is.addsUp() {
			return nil
		}
		if recorded == nil {
			recorded, negative = make(map[string]bool), make(map[string]bool)
			withdrawn := old.withdrawn(calendar.Date{})
			for _, r := range old.Progress {
				recorded[r.Activity] = recorded[r.Activity] || !withdrawn[r.ID]
				negative[r.Activity] = negative[r.Activity] || !withdrawn[r.ID] && r.Quantity.Sign() < 0
			}
		}
		at := norm.Path("activities").Item(was.ID)
		switch {
		case recorded[was.ID] && was.ProgressForm != is.ProgressForm:
			return newRefusal(ErrBoundByRecords, at.Field("progressForm"))
		case negative[was.ID] && was.addsUp() && !is.addsUp():
			return newRefusal(ErrBoundByRecords, at.Field("accumulation"))
		}
		return nil
	})
}

// checkPostedLines rejects a change of the item or the fund of a line with entries.
func checkPostedLines(old, next *Document) error {
	var posted map[string]bool
	return replaced(old.Lines, next.Lines, func(l *budget.Line) string { return l.ID }, func(was, is *budget.Line) error {
		if was == nil || is == nil || paidBy(was, is) == "" {
			return nil
		}
		if posted == nil {
			posted = make(map[string]bool)
			for _, e := range old.Ledger {
				posted[e.Line] = true
			}
		}
		if !posted[was.ID] {
			return nil
		}
		return newRefusal(ErrBoundByRecords, norm.Path("lines").Item(was.ID).Field(paidBy(was, is)))
	})
}

// checkMeasured rejects the removal of a variable that was measured, and a change of its
// symbol.
func checkMeasured(old, next *Document) error {
	var measured map[[2]string]bool
	return replaced(old.Indicators, next.Indicators, func(ind *kpi.Indicator) string { return ind.ID }, func(was, is *kpi.Indicator) error {
		if was == nil || is == nil {
			return nil
		}
		symbols := make(map[string]bool, len(is.Variables))
		for _, v := range is.Variables {
			symbols[v.Symbol] = true
		}
		for _, v := range was.Variables {
			if symbols[v.Symbol] {
				continue
			}
			if measured == nil {
				measured = make(map[[2]string]bool)
				for _, m := range old.Measurements {
					for _, r := range m.Values {
						measured[[2]string{m.Indicator, r.Symbol}] = true
					}
				}
			}
			if measured[[2]string{was.ID, v.Symbol}] {
				return newRefusal(ErrBoundByRecords, norm.Path("indicators").Item(was.ID).Field("variables").Item(v.ID).Field("symbol"))
			}
		}
		return nil
	})
}
