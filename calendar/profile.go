package calendar

import (
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// Profile determines which days an employer works: its special days, with their legal
// source, and its working week. It is a plain value: write one, or derive one from that
// of a norm with its methods, which return copies. Package office derives one from the
// decisions of an employer.
type Profile struct {
	// Key identifies the profile on the command line and in documents: "jalisco".
	Key  string
	Name norm.Label
	// Jurisdiction is the territory in which the profile applies. It is for display.
	Jurisdiction string
	Holidays     []Holiday
	// Week is the working week, of at least one day.
	Week WeekMask
	// WeeklyRest lists the legal sources of the rest on the weekdays that are not in
	// Week, which Explain cites. It may be empty.
	WeeklyRest []WeeklyRest
	// Verified is the span for which the holidays were checked against their sources, both
	// ends included.
	// Outside it a Calendar assumes that the rules are the same. The methods below do
	// not change it, so it does not apply to holidays that were added.
	Verified Span
}

// WeeklyRest is the legal source of the weekly rest (descanso semanal).
type WeeklyRest struct {
	// Week is the working week that the source applies to: it is the source of the
	// rest on the other weekdays. The zero value is the week of the profile, also if
	// that is changed.
	Week  WeekMask   `json:"week,omitzero"`
	Basis norm.Basis `json:"basis,omitzero"`
}

// With returns a copy of p with more holidays: a local feast, a day that a decree
// added. Compile rejects two holidays with the same key that are valid on the same day.
func (p Profile) With(h ...Holiday) Profile {
	p.Holidays = append(p.Holidays[:len(p.Holidays):len(p.Holidays)], h...)
	return p
}

// Without returns a copy of p without the holidays with that key, in all versions.
func (p Profile) Without(key string) Profile {
	kept := make([]Holiday, 0, len(p.Holidays))
	for i := range p.Holidays {
		if p.Holidays[i].Key != key {
			kept = append(kept, p.Holidays[i])
		}
	}
	p.Holidays = kept
	return p
}

// Working returns a copy of p with another working week. It keeps the sources of the
// weekly rest, which apply to the days of rest of any week.
func (p Profile) Working(week WeekMask) Profile {
	p.Week = week
	return p
}

// Has reports whether p has a holiday with that key.
func (p Profile) Has(key string) bool { return hasKey(p.Holidays, key) }

// DayOff returns the first holiday of p that makes d a day off. It returns false if
// there is none or if a rule of the effect Work or Open cancels it.
func (p Profile) DayOff(d Date) (h Holiday, ok bool) {
	for i := range p.Holidays {
		switch rule := &p.Holidays[i]; {
		case rule.Effect == Rest && !ok && rule.FallsOn(d):
			h, ok = *rule, true
		case (rule.Effect == Work || rule.Effect == Open) && rule.FallsOn(d):
			return Holiday{}, false
		}
	}
	return h, ok
}

// Works reports whether d is a business day. It computes every rule; Calendar does the
// same in constant time.
func (p Profile) Works(d Date) bool {
	if d.IsZero() {
		return false
	}
	for i := range p.Holidays {
		if h := &p.Holidays[i]; h.Effect == Open && h.FallsOn(d) {
			return true
		}
	}
	_, off := p.DayOff(d)
	return p.Week.Works(d.Weekday()) && !off
}

// Validate returns the first error in p, a *ProfileError: an empty week, an invalid holiday, two
// versions of a holiday that are valid on the same day, or a verified span that is
// reversed or lacks an end.
func (p Profile) Validate() error {
	if p.Week&AllWeek == 0 {
		return p.invalid(ProblemNoWeek, trimPrefix(errNoWeek))
	}
	if !p.Verified.IsZero() && !p.Verified.Valid() {
		return p.invalid(ProblemVerified, "the verified span "+norm.Quote(p.Verified.String())+" needs two dates in order, or none")
	}
	for i := range p.Holidays {
		h := &p.Holidays[i]
		if err := h.validate(); err != nil {
			err.Profile = p.Key
			return err
		}
		if len(p.Holidays) > fewHolidays {
			continue
		}
		for j := range p.Holidays[:i] {
			if o := &p.Holidays[j]; o.Key == h.Key && h.overlaps(o) {
				return p.twoVersions(h.Key)
			}
		}
	}
	if len(p.Holidays) > fewHolidays {
		return p.validateVersions()
	}
	return nil
}

// fewHolidays is the largest number of holidays that Validate compares with each other.
const fewHolidays = 32

// validateVersions reports two versions of a holiday that are valid on the same day, in
// time that is linear but for the versions of one holiday.
func (p *Profile) validateVersions() error {
	last := make(map[string]int, len(p.Holidays)) // the last version of each key, from 1
	before := make([]int, len(p.Holidays))        // the version before each, from 1
	for i := range p.Holidays {
		h := &p.Holidays[i]
		before[i] = last[h.Key]
		for n := before[i]; n > 0; n = before[n-1] {
			if h.overlaps(&p.Holidays[n-1]) {
				return p.twoVersions(h.Key)
			}
		}
		last[h.Key] = i + 1
	}
	return nil
}

func (p *Profile) twoVersions(key string) error {
	return &ProfileError{
		Profile: p.Key, Holiday: key, Problem: ProblemTwoVersions,
		text: "two versions of holiday " + key + " are valid at the same time: end the first on the day before the second, or give one another key",
	}
}

// invalid returns an error that names the profile.
func (p *Profile) invalid(problem ProfileProblem, text string) error {
	return &ProfileError{Profile: p.Key, Problem: problem, text: text}
}

func hasKey(list []Holiday, key string) bool {
	for i := range list {
		if list[i].Key == key {
			return true
		}
	}
	return false
}
