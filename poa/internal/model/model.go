// Package model lists what a plan is made of: its fields, its lists and the kinds of its
// commands. The lists are generated from the structs; At finds the field of a path.
package model

import (
	"sort"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// Field is a field of the document, of an element of a list, or of a part of either.
type Field struct {
	// Path has empty brackets in place of ids: "activities[].span.start".
	Path norm.Path
	// Type is the Go type, "calendar.Date".
	Type string
}

// IsList reports whether f is a list of elements, which have ids.
func (f Field) IsList() bool { return strings.HasPrefix(f.Type, "[]*") }

// List is a list of elements, of the document or of the elements of another list.
type List struct {
	Name string
	// Record is set for a list of records, which commands other than changes make.
	Record bool
}

// Fields returns the fields of a plan, by path.
func Fields() []Field { return fields }

// Lists returns the lists of a plan, those of elements last.
func Lists() []List { return lists }

// Commands returns the kinds of commands.
func Commands() []string { return commands }

// At returns the field that a path leads to, whatever the ids in it. A path that ends
// with an element, or leads nowhere, has none.
func At(path norm.Path) (f Field, ok bool) {
	steps, ok := path.Steps()
	if !ok {
		return f, false
	}
	var shape norm.Path
	for _, s := range steps {
		if s.ID {
			shape += "[]"
		} else {
			shape = shape.Field(s.Name)
		}
	}
	i := sort.Search(len(fields), func(i int) bool { return fields[i].Path >= shape })
	if i < len(fields) && fields[i].Path == shape {
		return fields[i], true
	}
	return f, false
}
