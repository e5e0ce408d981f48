package wire

import (
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// Spot is the position of a value in a JSON text.
type Spot struct {
	Begin, End int
}

// Locate finds the value at path in canonical JSON. In an array, a step is a
// number, from 1. A step in brackets names a member of an object, like one after a
// dot.
func Locate(json string, path norm.Path) (Spot, bool) {
	steps, ok := path.Steps()
	if !ok {
		return Spot{}, false
	}
	begin := 0
	for _, step := range steps {
		_, at, found := member(json, begin, step.Name)
		if !found {
			return Spot{}, false
		}
		begin = at
	}
	return Spot{begin, valueEnd(json, begin)}, true
}

// Member is one member of an object: its key and its JSON.
type Member struct {
	Name, Value string
}

// Members returns the members of a canonical JSON object whose keys have no escapes.
func Members(json string) []Member {
	var list []Member
	for i := 1; json[i] != '}'; {
		if json[i] == ',' {
			i++
		}
		end := valueEnd(json, i)
		after := valueEnd(json, end+1)
		list = append(list, Member{json[i+1 : end-1], json[end+1 : after]})
		i = after
	}
	return list
}

// Months is the length of an array that Splice creates.
const Months = 12

// Splice sets the value at path in canonical JSON and creates the objects on the
// path. A position in an absent array creates an array of Months elements, the
// others null. The value, and the nulls of such an array, are between begin and end.
func Splice(json string, path norm.Path, value string) (spliced string, begin, end int, err error) {
	steps, ok := path.Steps()
	for _, step := range steps {
		ok = ok && ValidID(step.Name)
	}
	if !ok || len(steps) == 0 {
		return "", 0, 0, Refuse(NoElement, path)
	}
	at := 0
	for n, step := range steps {
		if c := json[at]; c != '{' && c != '[' {
			return "", 0, 0, Refuse(NoElement, path)
		}
		insert, next, found := member(json, at, step.Name)
		if found {
			at = next
			continue
		}
		if json[at] == '[' {
			return "", 0, 0, Refuse(NoElement, path)
		}
		// Add a member at the end of the object, with the steps below it.
		head, tail := `"`+step.Name+`":`, ""
		if json[insert-1] != '{' {
			head = "," + head
		}
		begin, end = insert+len(head), 0
		for m, below := range steps[n+1:] {
			k := position(below.Name)
			if k == 0 {
				head += `{"` + below.Name + `":`
				tail = "}" + tail
				begin = insert + len(head)
				continue
			}
			if k > Months || n+1+m != len(steps)-1 {
				return "", 0, 0, Refuse(NoElement, path)
			}
			const nulls = "null,null,null,null,null,null,null,null,null,null,null,null,"
			head += "[" + nulls[:5*(k-1)]
			tail = nulls[4:4+5*(Months-k)] + "]" + tail
			end = insert + len(head) + len(value) + 5*(Months-k)
		}
		if end == 0 {
			end = begin + len(value)
		}
		return json[:insert] + head + value + tail + json[insert:], begin, end, nil
	}
	return json[:at] + value + json[valueEnd(json, at):], at, at + len(value), nil
}

// member finds the member called name of the object at begin or, if an array is
// there, the element with that number, from 1. insert is the offset at which to
// insert a new member of the object.
func member(json string, begin int, name string) (insert, value int, found bool) {
	i := begin + 1
	switch json[begin] {
	case '{':
		for json[i] != '}' {
			if json[i] == ',' {
				i++
			}
			end := valueEnd(json, i) // of the key
			if json[i+1:end-1] == name {
				return 0, end + 1, true
			}
			i = valueEnd(json, end+1)
		}
		return i, 0, false
	case '[':
		n := position(name)
		for k := 1; n > 0 && json[i] != ']'; k++ {
			if json[i] == ',' {
				i++
			}
			if k == n {
				return 0, i, true
			}
			i = valueEnd(json, i)
		}
	}
	return i, 0, false
}

// position returns the value of name as a positive number, or 0 if it is not one.
func position(name string) int {
	n := 0
	for i := range len(name) {
		c := name[i]
		if c < '0' || c > '9' || n == 0 && c == '0' || n > 1<<20 {
			return 0
		}
		n = 10*n + int(c-'0')
	}
	return n
}

// valueEnd returns the end of the canonical JSON value at i.
func valueEnd(json string, i int) int {
	depth := 0
	for {
		switch json[i] {
		case '"':
			for i++; json[i] != '"'; i++ {
				if json[i] == '\\' {
					i++
				}
			}
			i++
		case '{', '[':
			depth++
			i++
			continue
		case '}', ']':
			depth--
			i++
		case ',', ':':
			i++
			continue
		default:
			for i < len(json) && json[i] != ',' && json[i] != '}' && json[i] != ']' {
				i++
			}
		}
		if depth <= 0 {
			return i
		}
	}
}
