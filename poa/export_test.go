package poa

import (
	"fmt"
	"reflect"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

func init() { accessCheck = strictAccess{} }

// strictAccess makes a step fail that reads an input it does not declare: an undeclared
// list has a nil element, and any other undeclared field a value that no plan has.
type strictAccess struct{}

// Unguarded runs f as a program runs: what a step does not declare is zero.
func Unguarded(f func()) {
	was := accessCheck
	defer func() { accessCheck = was }()
	accessCheck = nil
	f()
}

func (strictAccess) use(s *step, what string) {
	panic(fmt.Sprintf("part %s uses %s without declaring it", partKeys[s.part], what))
}

func (strictAccess) fields(d *Document, declared inputs) {
	v := reflect.ValueOf(d).Elem()
	for i := range v.NumField() {
		if declared>>i&1 == 0 {
			poison(v.Field(i))
		}
	}
}

// poison sets v to a value that no plan has.
func poison(v reflect.Value) {
	switch v.Kind() {
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
	case reflect.String:
		v.SetString("not declared")
	case reflect.Int:
		v.SetInt(-1)
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Field(i).CanSet() {
				poison(v.Field(i))
			}
		}
	}
}

// Steps returns the parts of an analysis in the order in which they are computed, and the
// parts that each uses.
func Steps() (keys []string, uses [][]string) {
	for _, s := range steps {
		keys = append(keys, partKeys[s.part])
		var list []string
		for p := range partCount {
			if s.uses>>p&1 != 0 {
				list = append(list, partKeys[p])
			}
		}
		uses = append(uses, list)
	}
	return keys, uses
}

// Undeclared runs a step that reads an input without declaring it, and returns the value
// of its panic.
func Undeclared(read string) (panicked any) {
	defer func() { panicked = recover() }()
	a := &Analysis{Plan: &Plan{env: &Env{}, doc: &Document{Posts: []*Post{{}}}}, Today: calendar.MustDate(2027, 1, 1)}
	in := &reader{analysis: a}
	in.begin(&step{part: partNames}, 0)
	switch read {
	case "field":
		_ = in.doc.Posts[0].Name
	case "today":
		in.today()
	case "part":
		in.use(partCalendar)
	}
	return nil
}

// PrefixesOf returns the paths that eachPrefix visits.
func PrefixesOf(path norm.Path) (list []norm.Path) {
	eachPrefix(path, func(p norm.Path) bool { list = append(list, p); return true })
	return list
}
