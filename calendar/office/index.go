package office

import "github.com/rumbo-mx/rumbo/calendar"

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
	years   map[int]bool
	checked []int // by position: the last call that compared the decision
}

func (l *decisions) add(d *decision) {
	if l.byDay == nil {
		l.byDay, l.byInstead = map[calendar.Date][]int{}, map[calendar.Date][]int{}
	}
	n := len(l.list)
	l.list, l.checked = append(l.list, d), append(l.checked, 0)
	l.index(n, d.days)
	if !d.Instead.IsZero() {
		l.byInstead[d.Instead] = append(l.byInstead[d.Instead], n)
	}
	if d.rule != nil && l.anyYear {
		l.rules = append(l.rules, n)
		for year := range l.years {
			l.index(n, d.daysIn(year))
		}
	}
}

func (l *decisions) index(n int, days []calendar.Date) {
	for _, day := range days {
		l.byDay[day] = append(l.byDay[day], n)
	}
}

// ask adds the years of the days of a decision to years.
func (l *decisions) ask(days []calendar.Date) {
	for _, day := range days {
		year := day.Year()
		if l.years[year] {
			continue
		}
		if l.years == nil {
			l.years = map[int]bool{}
		}
		l.years[year] = true
		for _, n := range l.rules {
			l.index(n, l.list[n].daysIn(year))
		}
	}
}

// excluding returns the first decision that excludes d, by excludes, and the field of d
// that it concerns, or nil. call is the number of the call, from 1.
func (l *decisions) excluding(d *decision, call int, excludes func(o, d *decision) (field string)) (o *decision, field string) {
	first := len(l.list)
	compare := func(positions []int) {
		for _, i := range positions {
			if i < first && l.checked[i] != call {
				l.checked[i] = call
				if f := excludes(l.list[i], d); f != "" {
					first, o, field = i, l.list[i], f
				}
			}
		}
	}
	if l.anyYear {
		l.ask(d.days)
		if d.rule != nil {
			for year := range l.years {
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
	return o, field
}

// addedDays are the days of the holidays that were added, by their effect. Those of
// rules are computed for the years that are asked for.
type addedDays struct {
	holidays   []calendar.Holiday
	rest       map[calendar.Date]int // the first holiday that makes the day a day off
	work, open map[calendar.Date]bool
	rules      []int // the holidays with the rule of a decision
	years      map[int]bool
}

// add adds a holiday. days are its days if they are all, or nil for a rule.
func (a *addedDays) add(h calendar.Holiday, days []calendar.Date) {
	if a.rest == nil {
		a.rest, a.years = map[calendar.Date]int{}, map[int]bool{}
		a.work, a.open = map[calendar.Date]bool{}, map[calendar.Date]bool{}
	}
	n := len(a.holidays)
	a.holidays = append(a.holidays, h)
	if days != nil {
		a.mark(n, days)
		return
	}
	a.rules = append(a.rules, n)
	for year := range a.years {
		a.markYear(n, year)
	}
}

func (a *addedDays) markYear(n, year int) {
	h := &a.holidays[n]
	all, _ := calendar.DaysOf(h.Rule, year) // the rule is valid
	for i, day := range all {
		if h.InForce(day) {
			a.mark(n, all[i:i+1])
		}
	}
}

func (a *addedDays) mark(n int, days []calendar.Date) {
	for _, day := range days {
		switch a.holidays[n].Effect {
		case calendar.Rest:
			if first, ok := a.rest[day]; !ok || n < first {
				a.rest[day] = n
			}
		case calendar.Work:
			a.work[day] = true
		case calendar.Open:
			a.open[day] = true
		}
	}
}

// ask computes the days of the rules in the year of a day.
func (a *addedDays) ask(day calendar.Date) {
	if year := day.Year(); !a.years[year] && a.years != nil {
		a.years[year] = true
		for _, n := range a.rules {
			a.markYear(n, year)
		}
	}
}

// dayOff is Profile.DayOff of a profile with the holidays that were added.
func (a *addedDays) dayOff(p *calendar.Profile, day calendar.Date) (h calendar.Holiday, ok bool) {
	a.ask(day)
	if a.work[day] || a.open[day] {
		return calendar.Holiday{}, false
	}
	if h, ok = p.DayOff(day); !ok {
		var n int
		if n, ok = a.rest[day]; ok && !overridden(p, day) {
			return a.holidays[n], true
		}
		ok = false
	}
	return h, ok
}

// works is Profile.Works of a profile with the holidays that were added.
func (a *addedDays) works(p *calendar.Profile, day calendar.Date) bool {
	a.ask(day)
	if a.open[day] {
		return true
	}
	if _, off := a.rest[day]; off && !a.work[day] && !overridden(p, day) {
		return false
	}
	if a.work[day] {
		return p.Week.Works(day.Weekday()) || p.Works(day)
	}
	return p.Works(day)
}

// overridden reports whether a rule of p with the effect Work or Open falls on a day.
func overridden(p *calendar.Profile, day calendar.Date) bool {
	for i := range p.Holidays {
		if h := &p.Holidays[i]; (h.Effect == calendar.Work || h.Effect == calendar.Open) && h.FallsOn(day) {
			return true
		}
	}
	return false
}
