package calendar

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// ErrUnknownProfile is returned by Compose for a key that no profile has.
var ErrUnknownProfile = errors.New("calendar: unknown profile")

// maxComposed is the largest number of profiles in a text.
const maxComposed = 4

// Union returns a profile for an office that follows several norms: a day is a business
// day if it is one in every profile.
//
// Each rule keeps its legal source, so that Explain cites all that apply; a rule that
// two profiles share is included once. If two profiles use one key for different rules,
// the key of the later rule is prefixed with that of its profile, as in
// "jalisco.new-year", and again if the result is taken too. Verified is the
// intersection of those of the profiles, or zero. WeeklyRest lists the sources of all
// profiles, each with the week of its profile.
//
// Union returns an error for no profile, for an invalid one, for one with rules of the
// effect Work or Open (combine profiles first and adjust the result), and if no weekday
// is left.
func Union(key string, profiles ...Profile) (Profile, error) {
	if len(profiles) == 0 {
		return Profile{}, errors.New("calendar: no profiles to combine: pass at least one")
	}
	p := Profile{Key: key, Week: AllWeek, Verified: profiles[0].Verified}
	for i, part := range profiles {
		if err := part.Validate(); err != nil {
			return Profile{}, err
		}
		for k := range part.Holidays {
			if h := &part.Holidays[k]; h.Effect == Work || h.Effect == Open {
				return Profile{}, part.invalid("holiday " + h.Key + " has the effect Work or Open: combine the profiles first and adjust the result")
			}
		}
		p.Week &= part.Week
		p.Verified, _ = p.Verified.Intersect(part.Verified)
		p.appendName(part, i == 0)
		p.addWeeklyRest(part)
		p.addHolidays(part)
	}
	return p, p.Validate()
}

// appendName appends the name and the jurisdiction of a part to those of p.
func (p *Profile) appendName(part Profile, first bool) {
	if first {
		p.Name, p.Jurisdiction = part.Name, part.Jurisdiction
		return
	}
	p.Name.ES += "; " + part.Name.ES
	p.Name.EN += "; " + part.Name.EN
	if p.Jurisdiction != part.Jurisdiction {
		p.Jurisdiction += ", " + part.Jurisdiction
	}
}

// addWeeklyRest adds the sources of the weekly rest of a part to those of p.
func (p *Profile) addWeeklyRest(part Profile) {
	for _, r := range part.WeeklyRest {
		if r.Week == 0 {
			r.Week = part.Week
		}
		if !slices.Contains(p.WeeklyRest, r) {
			p.WeeklyRest = append(p.WeeklyRest, r)
		}
	}
}

// addHolidays adds the holidays of a part to p. It skips the rules that p has, and
// prefixes the other keys that p uses, the same way for all versions of a holiday.
func (p *Profile) addHolidays(part Profile) {
	before := p.Holidays
	var keys, assigned []string
	for _, h := range part.Holidays {
		if slices.ContainsFunc(before, h.equals) {
			continue
		}
		at := slices.Index(keys, h.Key)
		if at < 0 {
			key := h.Key
			for hasKey(before, key) || key != h.Key && (hasKey(part.Holidays, key) || slices.Contains(assigned, key)) {
				key = part.Key + "." + key
			}
			at, keys, assigned = len(keys), append(keys, h.Key), append(assigned, key)
		}
		h.Key = assigned[at]
		p.Holidays = append(p.Holidays, h)
	}
}

// equals reports whether two holidays are the same rule, ignoring prefixes of their
// keys.
func (h Holiday) equals(o Holiday) bool {
	return h.Valid == o.Valid && h.Kind == o.Kind && h.Effect == o.Effect && h.Basis == o.Basis && h.Name == o.Name &&
		slices.Equal(h.Sourced, o.Sourced) && baseKey(h.Key) == baseKey(o.Key) && h.Rule.String() == o.Rule.String()
}

// baseKey returns a key without the prefixes that Union adds.
func baseKey(key string) string { return key[strings.LastIndexByte(key, '.')+1:] }

// Compose returns the profile that a text denotes: the profile with that key, or the
// Union of up to four, as in "jalisco + bancos", with one space on either side of
// each +. The text is the key of the result.
//
// Compose returns ErrUnknownProfile for a key that no profile has, and another error
// for more than four keys or for profiles that Union rejects.
func Compose(text string, profiles []Profile) (Profile, error) {
	keys := strings.Split(text, " + ")
	if len(keys) > maxComposed {
		return Profile{}, errors.New("calendar: " + norm.Quote(text) + " names more than " + strconv.Itoa(maxComposed) + " profiles")
	}
	parts := make([]Profile, len(keys))
	for i, key := range keys {
		at := slices.IndexFunc(profiles, func(p Profile) bool { return p.Key == key })
		if at < 0 {
			return Profile{}, unknownProfile(key, profiles)
		}
		parts[i] = profiles[at]
	}
	if len(parts) == 1 {
		return parts[0], nil
	}
	return Union(text, parts...)
}

// unknownProfile returns an error that lists the keys or, if the key contains a +,
// corrects the spaces around it.
func unknownProfile(key string, profiles []Profile) error {
	if a, b, ok := strings.Cut(key, "+"); ok {
		return withDetail(ErrUnknownProfile, " "+norm.Quote(key)+": put one space on either side of +, as in "+norm.Quote(strings.TrimSpace(a)+" + "+strings.TrimSpace(b)))
	}
	use := "there are no profiles"
	for i := range profiles {
		if i == 0 {
			use = "use one of " + profiles[i].Key
			continue
		}
		use += ", " + profiles[i].Key
	}
	return withDetail(ErrUnknownProfile, " "+norm.Quote(key)+": "+use)
}
