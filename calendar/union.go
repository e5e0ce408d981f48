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

// ErrTooManyProfiles is returned by Compose for a text that names more than MaxComposed
// profiles.
var ErrTooManyProfiles = errors.New("calendar: too many profiles")

// ErrNoCommonDay is returned by Union for profiles whose working weeks have no day in
// common.
var ErrNoCommonDay = errors.New("calendar: no common working day")

// MaxComposed is the largest number of profiles that Compose combines.
const MaxComposed = 4

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
// effect Work or Open (combine profiles first and adjust the result), and ErrNoCommonDay
// if no weekday is left. It takes time and memory in proportion to the number of holidays of all.
func Union(key string, profiles ...Profile) (Profile, error) {
	if len(profiles) == 0 {
		return Profile{}, errors.New("calendar: no profiles to combine: pass at least one")
	}
	p := Profile{Key: key, Week: AllWeek, Verified: profiles[0].Verified}
	x := &holidayIndex{make(map[ruleOf][]int), make(map[string]bool)}
	for i, part := range profiles {
		if err := part.Validate(); err != nil {
			return Profile{}, err
		}
		for k := range part.Holidays {
			if h := &part.Holidays[k]; h.Effect == Work || h.Effect == Open {
				err := h.invalid(ProblemAdjusted, " has the effect Work or Open: combine the profiles first and adjust the result")
				err.Profile = part.Key
				return Profile{}, err
			}
		}
		p.Week &= part.Week
		p.Verified, _ = p.Verified.Intersect(part.Verified)
		p.appendName(part, i == 0)
		p.addWeeklyRest(part)
		p.addHolidays(part, x)
	}
	if p.Week&AllWeek == 0 {
		return Profile{}, withDetail(ErrNoCommonDay, ": "+norm.Quote(key)+": "+trimPrefix(errNoWeek)+": combine profiles that have a working day in common")
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

// holidayIndex finds the holidays of a union by what makes two of them the same rule, and
// knows their keys.
type holidayIndex struct {
	rules map[ruleOf][]int // positions in the profile
	keys  map[string]bool
}

// ruleOf is a holiday, ignoring the prefixes of its key and the years of Sourced.
type ruleOf struct {
	key, rule string
	valid     Span
	kind      HolidayKind
	effect    Effect
	basis     norm.Basis
	name      norm.Label
}

func (h *Holiday) ruleOf() ruleOf {
	return ruleOf{baseKey(h.Key), h.Rule.String(), h.Valid, h.Kind, h.Effect, h.Basis, h.Name}
}

// addHolidays adds the holidays of a part to p. It skips the rules that p has, and
// prefixes the other keys that p uses, the same way for all versions of a holiday. x has
// the holidays of p.
func (p *Profile) addHolidays(part Profile, x *holidayIndex) {
	own, assigned, taken := make(map[string]bool, len(part.Holidays)), make(map[string]string), make(map[string]bool)
	for i := range part.Holidays {
		own[part.Holidays[i].Key] = true
	}
	first := len(p.Holidays)
	var rules []ruleOf
	for _, h := range part.Holidays {
		rule := h.ruleOf()
		if slices.ContainsFunc(x.rules[rule], func(i int) bool { return slices.Equal(p.Holidays[i].Sourced, h.Sourced) }) {
			continue
		}
		key, known := assigned[h.Key]
		if !known {
			key = h.Key
			for x.keys[key] || key != h.Key && (own[key] || taken[key]) {
				key = part.Key + "." + key
			}
			assigned[h.Key], taken[key] = key, true
		}
		h.Key = key
		p.Holidays, rules = append(p.Holidays, h), append(rules, rule)
	}
	for i, rule := range rules { // a part is compared with those before it only
		x.rules[rule] = append(x.rules[rule], first+i)
		x.keys[p.Holidays[first+i].Key] = true
	}
}

// baseKey returns a key without the prefixes that Union adds.
func baseKey(key string) string { return key[strings.LastIndexByte(key, '.')+1:] }

// Compose returns the profile that a text denotes: the profile with that key, or the
// Union of up to MaxComposed, as in "jalisco + bancos", with one space on either side of
// each +. The text is the key of the result.
//
// Compose returns ErrUnknownProfile for a key that no profile has, ErrTooManyProfiles for
// more keys, and the error of Union for profiles that it rejects, such as
// ErrNoCommonDay.
func Compose(text string, profiles []Profile) (Profile, error) {
	keys := strings.SplitN(text, " + ", MaxComposed+1)
	if len(keys) > MaxComposed {
		return Profile{}, withDetail(ErrTooManyProfiles, ": "+norm.Quote(text)+" names more than "+strconv.Itoa(MaxComposed)+": leave out some")
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
