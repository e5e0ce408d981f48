package norm

import "strings"

// Path is the address of a value of a plan: "activities[gaceta].span.end". A name is
// the JSON name of a field, and text in brackets is the id of an element of a list;
// positions are not used. The empty Path is the root.
//
// Checks return paths relative to the value that they are passed; the caller prefixes
// them with Under.
type Path string

// Field returns the path of the field name of p.
func (p Path) Field(name string) Path {
	if p == "" {
		return Path(name)
	}
	return p + "." + Path(name)
}

// Item returns the path of the element with that id in the list p.
func (p Path) Item(id string) Path { return p + "[" + Path(id) + "]" }

// Under returns p with prefix before it.
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

// Within reports whether p is equal to prefix or below it.
func (p Path) Within(prefix Path) bool {
	if !strings.HasPrefix(string(p), string(prefix)) {
		return false
	}
	rest := p[len(prefix):]
	return prefix == "" || rest == "" || rest[0] == '.' || rest[0] == '['
}

// Step is a step of a path: the name of a field, or the id of an element.
type Step struct {
	Name string
	ID   bool // whether Name is the id of an element
}

// Cut returns the first step of p and the rest of the path, which is empty after the
// last step. ok is false if p is empty or its first step is malformed: an empty name, a
// bracket that is not closed, or text other than a dot or a bracket after a bracket.
func (p Path) Cut() (first Step, rest Path, ok bool) {
	s := string(p)
	end := 0
	switch {
	case s == "":
		return Step{}, "", false
	case s[0] == '[':
		if end = strings.IndexByte(s, ']'); end < 2 {
			return Step{}, "", false
		}
		first = Step{s[1:end], true}
		if s = s[end+1:]; s != "" && s[0] != '.' && s[0] != '[' {
			return Step{}, "", false
		}
	default:
		for end < len(s) && s[end] != '.' && s[end] != '[' && s[end] != ']' {
			end++
		}
		first = Step{s[:end], false}
		if s = s[end:]; end == 0 || s != "" && s[0] == ']' {
			return Step{}, "", false
		}
	}
	if s != "" && s[0] == '.' {
		if s = s[1:]; s == "" || s[0] == '[' || s[0] == '.' {
			return Step{}, "", false
		}
	}
	return first, Path(s), true
}

// Steps splits p into its steps. ok is false if a step is malformed, as for Cut.
func (p Path) Steps() (steps []Step, ok bool) {
	for p != "" {
		step, rest, ok := p.Cut()
		if !ok {
			return nil, false
		}
		steps, p = append(steps, step), rest
	}
	return steps, true
}
