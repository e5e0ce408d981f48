package main

import (
	"fmt"
	"strings"
)

// inputs returns the file with the inputs of an analysis: a constant for each field of
// the root, functions that copy some fields, and one that compares all of them.
func (g *target) inputs() ([]byte, error) {
	root := g.pkg.types[g.root]
	fields := g.fieldsOf(root)
	if len(fields) > 63 {
		g.fail("%s has more than 63 fields", g.root)
	}
	top, _ := g.lists()
	g.checkActs(top)
	var lists []string
	for _, f := range fields {
		if f.annotation || f.shape.isList() {
			lists = append(lists, "read"+f.goName)
		}
	}
	p := &printer{}
	p.line("// The fields of a document, and the day of the analysis.\nconst (")
	for i, f := range fields {
		if i == 0 {
			p.line("read%s inputs = 1 << iota", f.goName)
		} else {
			p.line("read%s", f.goName)
		}
	}
	p.line("readToday\n)\n")
	p.line("var inputNames = [...]string{")
	for _, f := range fields {
		p.line("%q,", f.name)
	}
	p.line("}\n")
	p.line("// only returns a document with some fields of d, which it shares.")
	p.line("func (d *Document) only(in inputs) (o Document) {")
	p.line("o.take(d, in)\nreturn o\n}\n")
	p.line("// take sets some fields of d to those of o, and shares them.")
	p.line("func (d *Document) take(o *Document, in inputs) {")
	for _, f := range fields {
		p.line("if in&read%s != 0 {\nd.%s = o.%s\n}", f.goName, f.goName, f.goName)
	}
	p.line("}\n")
	p.line("// readLists are the lists and the annotations.")
	p.line("const readLists = %s\n", strings.Join(lists, " | "))
	p.line("// changed returns the fields in which d differs from o. It compares lists by identity:")
	p.line("// plans never modify a list that they share.")
	p.line("func (d *Document) changed(o *Document) (in inputs) {")
	for _, f := range fields {
		differ := fmt.Sprintf("d.%s != o.%s", f.goName, f.goName)
		if f.shape.kind == kSlice || f.shape.kind == kCustom {
			differ = fmt.Sprintf("!same(d.%s, o.%s)", f.goName, f.goName)
		}
		p.line("if %s {\nin |= read%s\n}", differ, f.goName)
	}
	p.line("return in\n}")
	g.records(p, top)
	return g.source(p.String(), nil)
}

// checkActs rejects a list of the root that has the elements of a command, which only acts
// add, and is not marked as a list of records.
func (g *target) checkActs(top []listInfo) {
	for _, command := range g.membersOf(g.pkg.types["Command"]) {
		for _, f := range g.fieldsOf(command) {
			s := f.shape
			for s.kind == kSlice || s.kind == kPointer {
				s = s.elem
			}
			for _, l := range top {
				if s.t == l.elem && !l.record {
					g.fail("%s.%s adds elements of %s.%s, which is not a list of records: tag that field poa:\"record\"", command.name, f.goName, g.root, l.goName)
				}
			}
		}
	}
}

// records writes the function that visits all records. A record must have an id, a date,
// the post that signed it, and the id of the element that it is about.
func (g *target) records(p *printer, top []listInfo) {
	kinds := map[string]listInfo{}
	for _, l := range top {
		kinds[l.name] = l
	}
	var all, subjects []string
	p.line("\n// eachRecord visits the records of d, list by list.")
	p.line("func (d *Document) eachRecord(visit func(record)) {")
	for _, l := range top {
		if !l.record {
			continue
		}
		var date, by bool
		subject, about := "", listInfo{}
		for _, f := range g.fieldsOf(l.elem) {
			switch {
			case f.goName == "Date" && f.required:
				date = true
			case f.goName == "By" && f.ref == "posts":
				by = true
			case f.required && f.ref != "" && f.shape.kind == kString && subject == "":
				subject, about = f.goName, kinds[f.ref]
				if f.ref == "*" {
					about = listInfo{field: field{goName: "*"}}
				}
			}
		}
		if !date || !by || about.goName == "" {
			g.fail("%s is a record and needs the fields Date (poa:\"required\"), By (poa:\"ref=posts\") and the id of the element that it is about (poa:\"required,ref=activities\")", l.elem.name)
			continue
		}
		all = append(all, "read"+l.goName)
		constant := "listAny"
		if about.goName != "*" {
			subjects, constant = append(subjects, "read"+about.goName), about.constant()
		}
		p.line("for _, v := range d.%s {\nvisit(record{%s, v.ID, %s, v.%s, v.By, v.Date})\n}", l.goName, l.constant(), constant, subject)
	}
	p.line("}\n\n// The lists of records, and the lists of the elements that records are about.")
	p.line("const (\nreadRecords = %s\nreadSubjects = %s\n)", strings.Join(all, " | "), strings.Join(subjects, " | "))
}
