package conac

import (
	"strconv"

	"github.com/rumbo-mx/rumbo/calendar/norm"
)

//go:generate go run ./internal/gen

// object is one row of the classifier. Its key has four digits: those of a chapter
// or concept, or those of a generic item followed by a zero.
type object struct {
	key    uint16
	es, en string
}

func (o *object) label() norm.Label { return norm.Label{ES: o.es, EN: o.en} }

// ObjectLevel is the level of a class in the classifier by object. The zero value
// is unspecified and invalid.
type ObjectLevel uint8

const (
	LevelChapter ObjectLevel = iota + 1 // capítulo, "3000"
	LevelConcept                        // concepto, "3600"
	LevelItem                           // partida genérica, "361"
)

// Class is one class of the classifier by object.
type Class struct {
	// Code is as published: four digits for a chapter or a concept, three for a
	// generic item.
	Code  string
	Level ObjectLevel
	Name  norm.Label
}

func (o *object) class() Class {
	c := Class{Code: strconv.Itoa(int(o.key)), Level: LevelItem, Name: o.label()}
	switch {
	case o.key%1000 == 0:
		c.Level = LevelChapter
	case o.key%100 == 0:
		c.Level = LevelConcept
	default:
		c.Code = c.Code[:3]
	}
	return c
}

// Chapter returns the name of a chapter ("3000").
func Chapter(code string) (norm.Label, bool) {
	if o := find(code); o != nil && o.key%1000 == 0 {
		return o.label(), true
	}
	return norm.Label{}, false
}

// Concept returns the name of a concept ("3600").
func Concept(code string) (norm.Label, bool) {
	if o := find(code); o != nil && o.key%1000 != 0 && o.key%100 == 0 {
		return o.label(), true
	}
	return norm.Label{}, false
}

// Item returns the name of a generic item ("361"), or of the generic item of a
// specific one ("3611", "36101", "361001"). A chapter or a concept is not an item:
// no line can be charged to it.
func Item(code string) (norm.Label, bool) {
	if o := find(code); o != nil && o.key%100 != 0 {
		return o.label(), true
	}
	return norm.Label{}, false
}

// Object returns the class of a code: the class itself for a chapter, a concept or
// a generic item, the generic item for a specific one.
func Object(code string) (Class, bool) {
	o := find(code)
	if o == nil {
		return Class{}, false
	}
	return o.class(), true
}

// Objects yields the whole classifier in the order of the codes, a chapter before
// its concepts and a concept before its items. It is used with range:
//
//	for class := range conac.Objects { … }
func Objects(yield func(Class) bool) {
	for i := range cog {
		if !yield(cog[i].class()) {
			return
		}
	}
}

// find returns the class of a code of three to six digits, or nil.
func find(code string) *object {
	if len(code) < 3 || len(code) > 6 {
		return nil
	}
	n := 0
	for i := range len(code) {
		d := code[i] - '0'
		if d > 9 {
			return nil
		}
		if i < 3 {
			n = n*10 + int(d)
		}
	}
	n *= 10
	if n%100 == 0 && (len(code) != 4 || code[3] != '0') {
		return nil
	}
	// Not sort.Search: every line of a plan is looked up at every edit.
	low, high := 0, len(cog)
	for low < high {
		if mid := int(uint(low+high) >> 1); int(cog[mid].key) < n {
			low = mid + 1
		} else {
			high = mid
		}
	}
	if low == len(cog) || int(cog[low].key) != n {
		return nil
	}
	return &cog[low]
}

func isDigits(code string) bool {
	for i := range len(code) {
		if code[i] < '0' || code[i] > '9' {
			return false
		}
	}
	return code != ""
}
