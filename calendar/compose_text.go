package calendar

import (
	"errors"
	"strconv"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// ErrUnknownProfile reports a key that no profile has.
var ErrUnknownProfile = errors.New("calendar: unknown profile")

// maxComposed bounds the profiles of a text: a day of a composed profile asks all of them.
const maxComposed = 6

// Compose returns the profile that a text names among some: one of their keys, or
// several, put together from left to right by + for Union, & for Intersection and -
// for Minus, with a space on either side:
//
//	jalisco
//	jalisco + bancos
//	jalisco-federal & lft - bancos
//
// What is put together has the text as its key. Compose returns ErrUnknownProfile
// for a key that none has, and an error for a text that is not of this form, that
// names more than six, or whose profiles together work no weekday.
func Compose(text string, profiles []Profile) (Profile, error) {
	refused := errors.New("calendar: " + norm.Quote(text) + " composes no profiles: write at most " + strconv.Itoa(maxComposed) + ` keys with +, & or - between them, as in "jalisco + bancos"`)
	if strings.Count(text, " ") > 2*(maxComposed-1) {
		return Profile{}, refused
	}
	first, rest, more := strings.Cut(text, " ")
	p, err := named(first, profiles)
	for more && err == nil {
		var op, key string
		op, rest, _ = strings.Cut(rest, " ")
		key, rest, more = strings.Cut(rest, " ")
		if len(op) != 1 || strings.IndexByte("+&-", op[0]) < 0 {
			return Profile{}, refused
		}
		var o Profile
		if o, err = named(key, profiles); err != nil {
			break
		}
		switch op {
		case "+":
			p, err = Union(text, p, o)
		case "&":
			p, err = Intersection(text, p, o)
		default:
			p, err = Minus(text, p, o)
		}
	}
	if err != nil {
		return Profile{}, err
	}
	return p, nil
}

func named(key string, profiles []Profile) (Profile, error) {
	keys := ""
	for i := range profiles {
		if profiles[i].Key == key {
			return profiles[i], nil
		}
		keys += ", " + profiles[i].Key
	}
	if keys == "" {
		return Profile{}, because(ErrUnknownProfile, " "+norm.Quote(key)+": there are none")
	}
	return Profile{}, because(ErrUnknownProfile, " "+norm.Quote(key)+": use one of "+keys[2:])
}
