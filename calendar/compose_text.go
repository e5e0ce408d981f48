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
const maxComposed = 4

// Compose returns the profile that a text names among some: one of their keys, or
// several, put together from left to right by + for Union, & for Intersection and -
// for Minus, with a space on either side:
//
//	jalisco
//	jalisco + bancos
//	jalisco-federal & lft - bancos
//
// What is put together has the text as its key. A day of an intersection is asked of
// every profile in it, so that one of four takes some milliseconds to compile for the
// years of a plan where another profile takes microseconds. Compose returns
// ErrUnknownProfile for a key that none has, and an error for a text that is not of
// this form, that names more than four, or whose profiles together work no weekday.
func Compose(text string, profiles []Profile) (Profile, error) {
	refuse := func(why string) (Profile, error) {
		return Profile{}, errors.New("calendar: " + norm.Quote(text) + " composes no profiles: " + why)
	}
	form := "write at most " + strconv.Itoa(maxComposed) + ` keys with +, & or - between them, as in "jalisco + bancos"`
	if strings.Count(text, " ") > 2*(maxComposed-1) {
		return refuse(form)
	}
	first, rest, more := strings.Cut(text, " ")
	p, ok := named(first, profiles)
	if !ok {
		return unnamed(first, profiles, refuse)
	}
	var err error
	for more && err == nil {
		var op, key string
		op, rest, _ = strings.Cut(rest, " ")
		key, rest, more = strings.Cut(rest, " ")
		if len(op) != 1 || strings.IndexByte("+&-", op[0]) < 0 {
			return refuse(form)
		}
		o, ok := named(key, profiles)
		if !ok {
			return unnamed(key, profiles, refuse)
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

func named(key string, profiles []Profile) (Profile, bool) {
	for i := range profiles {
		if profiles[i].Key == key {
			return profiles[i], true
		}
	}
	return Profile{}, false
}

// unnamed says what is wrong with a key that no profile has: it is missing, it is two
// keys without the spaces between them, or it is unknown.
func unnamed(key string, profiles []Profile, refuse func(string) (Profile, error)) (Profile, error) {
	use := "there are none"
	for i := range profiles {
		if i == 0 {
			use = "use one of " + profiles[i].Key
			continue
		}
		use += ", " + profiles[i].Key
	}
	if key == "" {
		return refuse("a key is missing: " + use)
	}
	for i := range len(key) {
		op, a, b := key[i:i+1], key[:i], key[i+1:]
		_, known := named(a, profiles)
		_, known2 := named(b, profiles)
		if op == "+" || op == "&" || op == "-" && known && known2 {
			return refuse("put a space on either side of " + op + ", as in " + norm.Quote(a+" "+op+" "+b))
		}
	}
	return Profile{}, because(ErrUnknownProfile, " "+norm.Quote(key)+": "+use)
}
