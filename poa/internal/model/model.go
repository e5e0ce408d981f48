// Package model lists the fields, the lists and the kinds of commands of a plan, which are
// generated from the structs. Start with Fields, or with At for the field of a path.
package model

import (
	"sort"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// Field is a field of the document, of an element of a list, or of a struct in either.
type Field struct {
	// Path has empty brackets in place of ids: "activities[].span.start".
	Path norm.Path
	// Type is the Go type, such as "calendar.Date".
	Type string
	// Ref is the list whose elements the field refers to, "*" for any, or "".
	Ref string
	// Required is set if the field cannot be absent.
	Required bool
}

// IsList reports whether f is a list of elements, which have ids.
func (f Field) IsList() bool { return strings.HasPrefix(f.Type, "[]*") }

// List is a list of elements, of the document or of the elements of another list.
type List struct {
	Name string
	// Record is set for a list of records, which only acts add to.
	Record bool
}

// Fields returns the fields of a plan, by path.
func Fields() []Field { return fields }

// Lists returns the lists of a plan, the lists of elements last.
func Lists() []List { return lists }

// Commands returns the kinds of commands.
func Commands() []string { return commands }

// CommandFields returns the fields of commands and of their structs. Their paths begin
// with the kind of the command: "record-progress.progress.month".
func CommandFields() []Field { return commandFields }

// EnumKeys returns the keys of an enum by its Go type, or nil.
func EnumKeys(goType string) []string {
	for _, e := range enumKeys {
		if e[0] == goType {
			return e[1:]
		}
	}
	return nil
}

// At returns the field at a path, regardless of the ids in it. ok is false if the path
// ends with an element or there is no such field.
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
