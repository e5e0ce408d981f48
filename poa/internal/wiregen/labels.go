package main

import (
	"path"
	"strings"
)

// labelPackages are the directories whose enums have labels in package lang, except those
// marked //wire:unlabelled. Norms are not among them: their labels are data.
var labelPackages = []string{
	"calendar/norm", "calendar", "calendar/office", "calendar/term", "budget", "kpi/formula", "kpi", "poa",
}

// labels returns the file of package lang with the names of the enums, and its test.
func labels(m *model) ([]output, error) {
	g := newTarget(m, "lang")
	p, test := &printer{}, &printer{}
	imports := map[string]bool{"encoding": true}
	p.line("// enumName returns the part of the key of a label that names the type of v, or \"\".")
	p.line("func enumName(v encoding.TextMarshaler) string {\nswitch v.(type) {")
	test.line("var labelled = map[string]func(uint8) encoding.TextMarshaler{")
	for _, dir := range labelPackages {
		for _, t := range m.packages[path.Base(dir)].enums() {
			if t.marks["unlabelled"] {
				continue
			}
			imports[t.pkg.path] = true
			name := t.pkg.name + "." + strings.ReplaceAll(t.enumName(), " ", "-")
			p.line("case %s.%s:\nreturn %q", t.pkg.name, t.name, name)
			test.line("%q: func(i uint8) encoding.TextMarshaler { return %s.%s(i) },", name, t.pkg.name, t.name)
		}
	}
	p.line("}\nreturn \"\"\n}")
	test.line("}")
	var outputs []output
	for _, f := range []struct {
		name string
		body *printer
	}{{"enums_gen.go", p}, {"enums_gen_test.go", test}} {
		text, err := g.source(f.body.String(), imports)
		if err != nil {
			return nil, err
		}
		outputs = append(outputs, output{"poa/lang/" + f.name, text})
	}
	return outputs, nil
}
