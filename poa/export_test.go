package poa

import (
	"fmt"
	"reflect"

	"github.com/rumbo-mx/rumbo/calendar"
)

func init() { forbid = strict{} }

// strict has a step fail that reads what it does not declare: a list that it may not
// read has a nil element, a value is one that no plan has.
type strict struct{}

func (strict) use(s *step, what string) {
	panic(fmt.Sprintf("the part %s uses %s and does not declare it", partKeys[s.part], what))
}

func (strict) fields(d *Document, declared inputs) {
	v := reflect.ValueOf(d).Elem()
	for i := range v.NumField() {
		if declared>>i&1 == 0 {
			poison(v.Field(i))
		}
	}
}

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

// Steps lists the parts of an analysis in the order in which they are computed, with
// the parts that each uses.
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

// Undeclared runs a step that reads a list and the day without declaring them, and
// returns what it panics with.
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
