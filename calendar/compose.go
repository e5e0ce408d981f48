package calendar

import (
	"errors"
	"slices"

	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// Profiles are composed by what they rest on: a day of rest is one that the week
// does not work or that a rule makes a day off, as the changes of the profile leave
// it. The results are profiles like any other. Each rule keeps its law, so that
// Explain cites all that fire; where two profiles use one key for different rules,
// the later ones get that of their profile before it: "jalisco.new-year". Verified
// is what all of them were verified for, or nothing.

// Union returns the profile that rests wherever one of the profiles rests, and so
// works where all work: an office that follows several norms. It returns an error
// for no profile, for one that is not valid, and where no weekday is left.
func Union(key string, profiles ...Profile) (Profile, error) {
	p, settled, err := compose(key, profiles)
	if err != nil {
		return Profile{}, err
	}
	p.Week = AllWeek
	for _, part := range settled {
		p.Week &= part.Week
		p.add(part, part.Holidays)
	}
	return p, p.Validate()
}

// Intersection returns the profile that rests only where all of the profiles rest:
// the days on which nobody can be reached. It returns an error for no profile and
// for one that is not valid.
func Intersection(key string, profiles ...Profile) (Profile, error) {
	p, settled, err := compose(key, profiles)
	if err != nil {
		return Profile{}, err
	}
	for i, part := range settled {
		p.Week |= part.Week
		holidays := slices.Clone(part.Holidays)
		for j, other := range settled {
			if i == j {
				continue
			}
			c := newCalendar(other)
			for k := range holidays {
				if holidays[k].Kind.DayOff() && !holidays[k].Half {
					holidays[k].Rule = restricted{holidays[k].Rule, c, true}
				}
			}
		}
		p.add(part, holidays)
	}
	return p, p.Validate()
}

// Minus returns the profile that works the week of a and rests on those of a's days
// off that are not days off of b: what the employer gives beyond the law. It returns
// an error where either is not valid.
func Minus(key string, a, b Profile) (Profile, error) {
	p, settled, err := compose(key, []Profile{a, b})
	if err != nil {
		return Profile{}, err
	}
	b = settled[1]
	b.Week = AllWeek // its days off alone count
	c := newCalendar(b)
	holidays := slices.Clone(settled[0].Holidays)
	for k := range holidays {
		if holidays[k].Kind.DayOff() {
			holidays[k].Rule = restricted{holidays[k].Rule, c, false}
		}
	}
	p.Week = a.Week
	p.add(settled[0], holidays)
	return p, p.Validate()
}

// compose checks profiles, settles their changes and begins the profile that is
// made of them.
func compose(key string, profiles []Profile) (p Profile, settled []Profile, err error) {
	if len(profiles) == 0 {
		return p, nil, errors.New("calendar: no profiles to compose: name at least one")
	}
	p.Key, p.Verified = key, profiles[0].Verified
	for i, part := range profiles {
		if err := part.Validate(); err != nil {
			return Profile{}, nil, err
		}
		if part, err = part.settled(); err != nil {
			return Profile{}, nil, err
		}
		settled = append(settled, part)
		p.Verified, _ = p.Verified.Intersect(part.Verified)
		if i > 0 {
			p.Name.ES += "; "
			p.Name.EN += "; "
		}
		p.Name.ES += part.Name.ES
		p.Name.EN += part.Name.EN
		if i == 0 {
			p.Jurisdiction = part.Jurisdiction
		} else if p.Jurisdiction != part.Jurisdiction {
			p.Jurisdiction += ", " + part.Jurisdiction
		}
	}
	return p, settled, nil
}

// add adds holidays of a part to p. The same rule is added once; another rule with
// a key that is taken gets a key of its own.
func (p *Profile) add(part Profile, holidays []Holiday) {
	before := len(p.Holidays)
	for _, h := range holidays {
		if slices.ContainsFunc(p.Holidays[:before], func(o Holiday) bool { return h.equals(&o) }) {
			continue
		}
		for slices.ContainsFunc(p.Holidays[:before], func(o Holiday) bool { return o.Key == h.Key }) {
			h.Key = part.Key + "." + h.Key
		}
		p.Holidays = append(p.Holidays, h)
	}
}

// equals reports whether two holidays are the same rule.
func (h *Holiday) equals(o *Holiday) bool {
	return h.Key == o.Key && h.Valid == o.Valid && h.Kind == o.Kind && h.Half == o.Half && h.Basis == o.Basis &&
		h.Name == o.Name && h.Rule.Kind() == o.Rule.Kind() && h.Rule.Kind() != RuleRestricted && h.Rule.String() == o.Rule.String()
}

// settled returns p without changes: what they do is in the rules.
func (p Profile) settled() (Profile, error) {
	if len(p.Changes) == 0 {
		return p, nil
	}
	var cancelled Listed
	holidays := slices.Clone(p.Holidays)
	for i := range p.Changes {
		c := &p.Changes[i]
		if !c.Open.IsZero() {
			return p, errors.New("calendar: profile " + norm.Quote(p.Key) + " opens " + c.Open.String() + ", which its week rests on: compose the profiles first and open the day afterwards")
		}
		var replaced *Holiday
		if !c.From.IsZero() {
			replaced = p.dayOff(c.From)
			at := 0
			for at < len(cancelled) && cancelled[at].Date.n < c.From.n {
				at++
			}
			cancelled = slices.Insert(cancelled, at, Listing{Date: c.From})
		}
		if !c.To.IsZero() {
			h := c.holiday(replaced)
			h.Key = "employer-" + c.To.String()
			holidays = append(holidays, h)
		}
	}
	if len(cancelled) > 0 {
		c := newCalendar(Profile{Week: AllWeek, Holidays: []Holiday{{Key: "cancelled", Rule: cancelled, Kind: Employer, Basis: norm.Basis{}}}})
		for i := range p.Holidays {
			if h := &holidays[i]; h.Kind.DayOff() {
				h.Rule = restricted{h.Rule, c, false}
			}
		}
	}
	p.Holidays, p.Changes = holidays, nil
	return p, nil
}

// restricted is a rule on those of its days on which another calendar rests, or on
// those on which it works.
type restricted struct {
	rule  Rule
	other *Calendar // without tables
	rests bool
}

// Kind returns RuleRestricted.
func (restricted) Kind() RuleKind { return RuleRestricted }

// Validate reports what is wrong with the rule itself.
func (r restricted) Validate() error {
	if r.rule == nil || r.other == nil {
		return errors.New("calendar: a restricted rule is made by Union, Intersection and Minus")
	}
	return r.rule.Validate()
}

// String returns the rule and what restricts it, for people; ParseRule does not
// read it.
func (r restricted) String() string {
	if r.Validate() != nil {
		return ""
	}
	if r.rests {
		return r.rule.String() + " where " + norm.Quote(r.other.profile.Key) + " rests"
	}
	return r.rule.String() + " where " + norm.Quote(r.other.profile.Key) + " works"
}

func (r restricted) appendYear(days []firing, year int) []firing {
	begin := len(days)
	days = r.rule.appendYear(days, year)
	kept := days[:begin]
	for _, f := range days[begin:] {
		if r.other.rests(f.day) == r.rests {
			kept = append(kept, f)
		}
	}
	return kept
}

// rests reports whether d is not worked, from the rules alone.
func (c *Calendar) rests(d Date) bool {
	if d.IsZero() {
		return false
	}
	return !c.profile.Week.Works(d.Weekday()) || c.profile.dayOff(d) != nil
}
