package norm

import "strings"

// Path addresses a value of a plan by names and ids, never by position:
// "activities[gaceta].span.end". A name is a field as it is written in JSON;
// what stands in brackets is the id of a list's element. The empty Path is the
// owner itself.
//
// Machines make paths relative to what they were given; the owner places them
// with Under.
type Path string

// Field returns the path of the field called name below p.
func (p Path) Field(name string) Path {
	if p == "" {
		return Path(name)
	}
	return p + "." + Path(name)
}

// Item returns the path of the element with that id in the list p.
func (p Path) Item(id string) Path { return p + "[" + Path(id) + "]" }

// Under returns p as seen from the owner of prefix.
func (p Path) Under(prefix Path) Path {
	switch {
	case prefix == "":
		return p
	case p == "":
		return prefix
	case p[0] == '[':
		return prefix + p
	default:
		return prefix + "." + p
	}
}

// Within reports whether p is prefix itself or lies below it.
func (p Path) Within(prefix Path) bool {
	if !strings.HasPrefix(string(p), string(prefix)) {
		return false
	}
	rest := p[len(prefix):]
	return prefix == "" || rest == "" || rest[0] == '.' || rest[0] == '['
}

// Step is one step of a path: a field's name, or the id of an element.
type Step struct {
	Name string
	ID   bool // Name is an element's id
}

// Steps splits p. ok is false where p is not well formed: an empty name, a
// bracket that does not close, text after a bracket that is not a dot.
func (p Path) Steps() (steps []Step, ok bool) {
	s := string(p)
	for first := true; s != ""; first = false {
		if s[0] == '[' {
			end := strings.IndexByte(s, ']')
			if end < 2 {
				return nil, false
			}
			steps = append(steps, Step{s[1:end], true})
			s = s[end+1:]
			if s != "" && s[0] != '.' && s[0] != '[' {
				return nil, false
			}
			continue
		}
		if s[0] == '.' {
			if first {
				return nil, false
			}
			s = s[1:]
		}
		end := strings.IndexAny(s, ".[")
		if end < 0 {
			end = len(s)
		}
		if end == 0 || strings.IndexByte(s[:end], ']') >= 0 {
			return nil, false
		}
		steps = append(steps, Step{s[:end], false})
		s = s[end:]
	}
	return steps, true
}
