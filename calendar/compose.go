package calendar

import (
	"errors"
	"slices"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// Union returns the profile that rests wherever one of the profiles rests, and so
// works where all work: an office that follows several norms. A day of rest is one
// that the week does not work or that a rule makes a day off, as the changes of its
// profile leave it.
//
// The result is a profile like any other. Each rule keeps its law, so that Explain
// cites all that fire; one that two profiles have is there once. Where two profiles
// use one key for different rules, the later ones get that of their profile before
// it: "jalisco.new-year", and again where that is taken too. The result has no Changes:
// they are settled into its rules, so that Explain tells of a day that was moved or
// granted as ReasonDayOff and of one that was taken back as an ordinary day. Verified
// is what all profiles were verified for, or nothing.
//
// Union returns an error for no profile, for one that is not valid or opens a day on
// which its week rests, and where no weekday is left.
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
// the days on which nobody can be reached. A half day stays one where each of the
// others rests or has a half day too. Keys, laws, Changes and Verified are as Union
// has them. It returns an error for no profile and for one that is not valid or opens
// a day on which its week rests.
func Intersection(key string, profiles ...Profile) (Profile, error) {
	p, settled, err := compose(key, profiles)
	if err != nil {
		return Profile{}, err
	}
	calendars := make([]*Calendar, len(settled))
	for i, part := range settled {
		calendars[i] = newCalendar(part)
	}
	for i, part := range settled {
		p.Week |= part.Week
		holidays := slices.Clone(part.Holidays)
		for k := range holidays {
			h := &holidays[k]
			for j, other := range settled {
				// A rule that the other has too needs no asking.
				if i != j && h.Kind.DayOff() && !contains(other.Holidays, &part.Holidays[k]) {
					h.Rule = restricted{h.Rule, calendars[j], true, h.Half}
				}
			}
		}
		p.add(part, holidays)
	}
	return p, p.Validate()
}

// Minus returns the profile that works the week of a and rests on those of a's days
// off that are not days off of b: what the employer gives beyond the law. Of a's half
// days it has those on which b has neither a day off nor a half day. Keys, laws,
// Changes and Verified are as Union has them. It returns an error where either is not
// valid or opens a day on which its week rests.
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
		if h := &holidays[k]; h.Kind.DayOff() {
			h.Rule = restricted{h.Rule, c, false, h.Half}
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

// add adds holidays of a part to p. The same rule is added once; other rules with a
// key that is taken, all versions of one holiday, get a key of their own.
func (p *Profile) add(part Profile, holidays []Holiday) {
	before := p.Holidays
	var keys, given []string
	for _, h := range holidays {
		if contains(before, &h) {
			continue
		}
		at := slices.Index(keys, h.Key)
		if at < 0 {
			key := h.Key
			for hasKey(before, key) || key != h.Key && (hasKey(holidays, key) || slices.Contains(given, key)) {
				key = part.Key + "." + key
			}
			at, keys, given = len(keys), append(keys, h.Key), append(given, key)
		}
		h.Key = given[at]
		p.Holidays = append(p.Holidays, h)
	}
}

func hasKey(list []Holiday, key string) bool { return Profile{Holidays: list}.Has(key) }

func contains(list []Holiday, h *Holiday) bool {
	for i := range list {
		if h.equals(&list[i]) {
			return true
		}
	}
	return false
}

// equals reports whether two holidays are the same rule, whatever profiles' keys stand
// before theirs.
func (h *Holiday) equals(o *Holiday) bool {
	return h.Valid == o.Valid && h.Kind == o.Kind && h.Half == o.Half && h.Basis == o.Basis && h.Name == o.Name &&
		ownKey(h.Key) == ownKey(o.Key) && sameRule(h.Rule, o.Rule)
}

func ownKey(key string) string { return key[strings.LastIndexByte(key, '.')+1:] }

func sameRule(a, b Rule) bool {
	r, ok := a.(restricted)
	s, ok2 := b.(restricted)
	if ok || ok2 {
		return ok && ok2 && r.rests == s.rests && r.halves == s.halves && sameRule(r.rule, s.rule) && r.other.restsAs(s.other)
	}
	return a.Kind() == b.Kind() && a.String() == b.String()
}

// restsAs reports whether two calendars have the same week and rules. Neither has
// changes.
func (c *Calendar) restsAs(o *Calendar) bool {
	if c == o {
		return true
	}
	list, other := c.profile.Holidays, o.profile.Holidays
	if c.profile.Week != o.profile.Week || len(list) != len(other) {
		return false
	}
	for i := range list {
		if !list[i].equals(&other[i]) {
			return false
		}
	}
	return true
}

// settled returns p without changes: what they do is in the rules.
func (p Profile) settled() (Profile, error) {
	if len(p.Changes) == 0 {
		return p, nil
	}
	var cancelled Listed
	holidays := make([]Holiday, 0, len(p.Holidays)+len(p.Changes))
	for i := range p.Holidays {
		if h := &p.Holidays[i]; !p.forgoes(h) {
			holidays = append(holidays, *h)
		}
	}
	kept := len(holidays)
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
			for p.Has(h.Key) {
				h.Key += "-to" // somebody gave that name to a day
			}
			holidays = append(holidays, h)
		}
	}
	if len(cancelled) > 0 {
		c := newCalendar(Profile{Week: AllWeek, Holidays: []Holiday{{Key: "cancelled", Rule: cancelled, Kind: Employer, Basis: norm.Basis{}}}})
		for i := range holidays[:kept] {
			if h := &holidays[i]; h.Kind.DayOff() && !h.Half {
				h.Rule = restricted{h.Rule, c, false, false}
			}
		}
	}
	p.Holidays, p.Changes = holidays, nil
	return p, nil
}

// restricted is a rule on those of its days on which another calendar rests, or on
// those on which it works.
type restricted struct {
	rule   Rule
	other  *Calendar // without tables
	rests  bool
	halves bool // a half day of the other is like a day of rest
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
	text := r.rule.String() + " where " + norm.Quote(r.other.profile.Key)
	switch {
	case r.rests && r.halves:
		return text + " rests or has a half day"
	case r.rests:
		return text + " rests"
	case r.halves:
		return text + " works the whole day"
	}
	return text + " works"
}

func (r restricted) appendYear(days []firing, year int) []firing {
	begin := len(days)
	days = r.rule.appendYear(days, year)
	kept := days[:begin]
	for _, f := range days[begin:] {
		if (r.other.rests(f.day) || r.halves && r.other.halved(f.day)) == r.rests {
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

// halved reports whether a rule makes d a half day, worked or not.
func (c *Calendar) halved(d Date) bool {
	var buf []firing
	for i := range c.profile.Holidays {
		h := &c.profile.Holidays[i]
		if !h.Half || !h.InForce(d) {
			continue
		}
		buf = h.Rule.appendYear(buf[:0], d.Year())
		for _, f := range buf {
			if f.day == d {
				return true
			}
		}
	}
	return false
}
