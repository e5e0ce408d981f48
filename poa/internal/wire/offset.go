package wire

import (
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// OffsetOf returns the offset of the value at a path of the input, or NoOffset. If
// elements of a list have the same id, it uses the last one; if the value is a list of
// strings that has text, it returns the offset of text. It reads the input again; use it
// only for errors.
func (d *Decoder) OffsetOf(path norm.Path, text string) int {
	in := Decoder{s: d.s}
	for path != "" {
		step, rest, ok := path.Cut()
		if !ok || step.ID && !in.seekItem(step.Name) || !step.ID && !in.seekField(step.Name) {
			return NoOffset
		}
		path = rest
	}
	if in.space() != '[' {
		return in.i
	}
	list := in.i
	for in.OpenList(); in.More(); {
		in.space()
		if at := in.i; in.s[at] == '"' {
			if s, _ := in.Text(); s == text {
				return at
			}
		} else if !in.Skip() {
			break
		}
	}
	return list
}

// seekField moves to the value of a member of the next object.
func (d *Decoder) seekField(name string) bool {
	for d.Open(); d.Next(); {
		if d.key == name {
			return true
		}
		if !d.Skip() {
			break
		}
	}
	return false
}

// seekItem moves to the last element with an id in the next array.
func (d *Decoder) seekItem(id string) bool {
	var last *Decoder
	for d.OpenList(); d.More(); {
		d.space()
		if got, ok := d.Peek("id"); ok && got == id {
			at := *d
			last = &at
		}
		if !d.Skip() {
			break
		}
	}
	if last == nil {
		return false
	}
	*d = *last
	return true
}
