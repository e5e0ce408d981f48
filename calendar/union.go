package calendar

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// ErrUnknownProfile is the error of Compose for a key that no profile has.
var ErrUnknownProfile = errors.New("calendar: unknown profile")

// maxComposed bounds the profiles of a text.
const maxComposed = 4

// Union returns the profile of an office that follows several norms: a day is worked if
// all profiles work it.
//
// Each rule keeps its law, so that Explain cites all that apply; a rule that two profiles
// share is listed once. If two profiles use one key for different rules, the later ones
// are prefixed with the key of their profile, as in "jalisco.new-year", and again if that
// is taken too. Verified is the days for which all profiles were verified.
//
// Union returns an error for no profile, for one that is not valid, for one with rules of
// the effect Work or Open (put profiles together first and adjust the result), and if no
// weekday is left.
func Union(key string, profiles ...Profile) (Profile, error) {
	if len(profiles) == 0 {
		return Profile{}, errors.New("calendar: there are no profiles to put together: name at least one")
	}
	p := Profile{Key: key, Week: AllWeek, Verified: profiles[0].Verified}
	for i, part := range profiles {
		if err := part.Validate(); err != nil {
			return Profile{}, err
		}
		for k := range part.Holidays {
			if h := &part.Holidays[k]; h.Effect == Work || h.Effect == Open {
				return Profile{}, part.errorf("holiday " + h.Key + " has days worked: put the profiles together first and adjust the result")
			}
		}
		p.Week &= part.Week
		p.Verified, _ = p.Verified.Intersect(part.Verified)
		p.name(part, i == 0)
		p.add(part)
	}
	return p, p.Validate()
}

// name adds the name and the jurisdiction of a part to those of p.
func (p *Profile) name(part Profile, first bool) {
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

// add adds the holidays of a part to p. A rule that p has is skipped; another rule
// whose key is taken, with all versions of its holiday, gets a key of its own.
func (p *Profile) add(part Profile) {
	before := p.Holidays
	var keys, given []string
	for _, h := range part.Holidays {
		if slices.ContainsFunc(before, h.equals) {
			continue
		}
		at := slices.Index(keys, h.Key)
		if at < 0 {
			key := h.Key
			for hasKey(before, key) || key != h.Key && (hasKey(part.Holidays, key) || slices.Contains(given, key)) {
				key = part.Key + "." + key
			}
			at, keys, given = len(keys), append(keys, h.Key), append(given, key)
		}
		h.Key = given[at]
		p.Holidays = append(p.Holidays, h)
	}
}

// equals reports whether two holidays are the same rule, ignoring the profiles in front
// of their keys.
func (h Holiday) equals(o Holiday) bool {
	return h.Valid == o.Valid && h.Kind == o.Kind && h.Effect == o.Effect && h.Basis == o.Basis && h.Name == o.Name &&
		ownKey(h.Key) == ownKey(o.Key) && h.Rule.String() == o.Rule.String()
}

// ownKey is a key without the profiles in front of it.
func ownKey(key string) string { return key[strings.LastIndexByte(key, '.')+1:] }

// Compose returns the profile that a text names among some: one of their keys, or
// the Union of up to four, as in "jalisco + bancos", with a space on either side of
// each +. The text is the key of the result.
//
// Compose returns ErrUnknownProfile for a key that no profile has, and an error for a
// text that is not of this form or whose profiles together work no weekday.
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

// unknownProfile returns the error of an unknown key: it lists the keys, and mentions the
// spaces around + if the key has one.
func unknownProfile(key string, profiles []Profile) error {
	if a, b, ok := strings.Cut(key, "+"); ok {
		return because(ErrUnknownProfile, " "+norm.Quote(key)+": put one space on either side of +, as in "+norm.Quote(strings.TrimSpace(a)+" + "+strings.TrimSpace(b)))
	}
	use := "there are none"
	for i := range profiles {
		if i == 0 {
			use = "use one of " + profiles[i].Key
			continue
		}
		use += ", " + profiles[i].Key
	}
	return because(ErrUnknownProfile, " "+norm.Quote(key)+": "+use)
}
