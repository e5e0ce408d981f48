package office

import (
	"slices"

	"github.com/rumbo-mx/rumbo/calendar"
)

// decisions are the decisions that were applied, by their days, so that a new one is
// compared only with those that have one of its days.
type decisions struct {
	list      []*decision
	byDay     map[calendar.Date][]int // positions in list, by the days of the decision
	byInstead map[calendar.Date][]int
	// If anyYear is true, rules are compared in any year: byDay has their days in years,
	// which are those of the days of all decisions.
	anyYear bool
	rules   []int
	years   []int
	checked []int // by position: the last call that compared the decision
}

func (l *decisions) add(d *decision) {
	n := len(l.list)
	l.list, l.checked = append(l.list, d), append(l.checked, 0)
	l.index(n, d.days)
	if !d.Instead.IsZero() {
		l.byInstead[d.Instead] = append(l.byInstead[d.Instead], n)
	}
	if d.rule != nil && l.anyYear {
		l.rules = append(l.rules, n)
		for _, year := range l.years {
			l.index(n, d.daysIn(year))
		}
	}
}

func (l *decisions) index(n int, days []calendar.Date) {
	for _, day := range days {
		l.byDay[day] = append(l.byDay[day], n)
	}
}

// ask adds the years of some days to years.
func (l *decisions) ask(days []calendar.Date) {
	for _, day := range days {
		if year := day.Year(); !slices.Contains(l.years, year) {
			l.years = append(l.years, year)
			for _, n := range l.rules {
				l.index(n, l.list[n].daysIn(year))
			}
		}
	}
}

// excluding returns the position of the first decision that excludes d, or the number of
// decisions. call is the number of the call, from 1.
func (w *adjuster) excluding(d *decision, call int) (first int) {
	l := &w.applied
	first = len(l.list)
	compare := func(positions []int) {
		for _, i := range positions {
			if i < first && l.checked[i] != call {
				if l.checked[i] = call; w.excludes(l.list[i], d) != "" {
					first = i
				}
			}
		}
	}
	if l.anyYear {
		l.ask(d.days)
		if d.rule != nil {
			for _, year := range l.years {
				for _, day := range d.daysIn(year) {
					compare(l.byDay[day])
				}
			}
		}
	}
	for _, day := range d.days {
		compare(l.byDay[day])
		if d.Kind.worked() {
			compare(l.byInstead[day])
		}
	}
	if !d.Instead.IsZero() {
		compare(l.byDay[d.Instead])
		compare(l.byInstead[d.Instead])
	}
	return first
}

// addedDays are the holidays that were added and their days. The days of rules are
// computed for the years that are asked for.
type addedDays struct {
	holidays []calendar.Holiday
	days     map[calendar.Date]addedDay
	rules    []int // the holidays with the rule of a decision
	years    []int
}

// addedDay is the effect of the added holidays on a day.
type addedDay struct {
	rest       int // the first that makes it a day off, from 1
	work, open bool
}

// add adds a holiday. days are its days if they are all, or nil for a rule.
func (a *addedDays) add(h *calendar.Holiday, days []calendar.Date) {
	a.holidays = append(a.holidays, *h)
	n := len(a.holidays) - 1
	a.mark(n, days)
	if days == nil {
		a.rules = append(a.rules, n)
		for _, year := range a.years {
			a.markYear(n, year)
		}
	}
}

func (a *addedDays) markYear(n, year int) {
	h := &a.holidays[n]
	all, _ := calendar.DaysOf(h.Rule, year) // the rule is valid
	a.mark(n, slices.DeleteFunc(all, func(day calendar.Date) bool { return !h.InForce(day) }))
}

func (a *addedDays) mark(n int, days []calendar.Date) {
	for _, day := range days {
		d := a.days[day]
		switch a.holidays[n].Effect {
		case calendar.Rest:
			if d.rest == 0 || n < d.rest-1 {
				d.rest = n + 1
			}
		case calendar.Work:
			d.work = true
		case calendar.Open:
			d.open = true
		}
		a.days[day] = d
	}
}

// on returns the effect of the added holidays on a day.
func (a *addedDays) on(day calendar.Date) addedDay {
	if year := day.Year(); !slices.Contains(a.years, year) {
		a.years = append(a.years, year)
		for _, n := range a.rules {
			a.markYear(n, year)
		}
	}
	return a.days[day]
}

// dayOff returns the day off that falls on a day with what was applied so far, or nil. No
// rule of the base profile with the effect Work or Open may fall on the day: see
// conflicts.
func (w *adjuster) dayOff(day calendar.Date) *calendar.Holiday {
	added := w.added.on(day)
	if added.work || added.open {
		return nil
	}
	if h, ok := w.profile.DayOff(day); ok {
		return &h
	}
	if added.rest > 0 {
		return &w.added.holidays[added.rest-1]
	}
	return nil
}

// works reports whether a day is a business day with what was applied so far, for the same
// days as dayOff.
func (w *adjuster) works(day calendar.Date) bool {
	switch added := w.added.on(day); {
	case added.open:
		return true
	case added.work:
		return w.profile.Week.Works(day.Weekday())
	case added.rest > 0:
		return false
	}
	return w.profile.Works(day)
}
