package report

import (
	"io"

	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/lang"
)

// Options select the content of the document. The zero value is the whole document in
// Spanish, with blank signature lines.
type Options struct {
	// Language is a tag, "es-MX" or "en".
	Language string
	// Rows is the maximum number of elements of a list that the document has, the first in
	// their order; a note says how many the plan has. Totals are those of all. Zero is
	// DefaultRows, negative no limit.
	Rows int
	// Without lists the sections to omit.
	Without []Section
	// Prepared, Reviewed and Authorized are the signatories (elaboró, revisó,
	// autorizó).
	Prepared, Reviewed, Authorized Signatory
}

// Signatory is a person who signs. If both fields are empty, there is a blank line to
// write on.
type Signatory struct {
	Name, Post string
}

// Section is a part of the document. The text of a Section is the id of its
// element and the key of its heading in package lang ("heading.periods").
type Section string

// The sections, in their order. An empty section is omitted, except for Periods,
// Activities, Budget and Findings, which have a note instead.
const (
	Identity    Section = "identity"
	Periods     Section = "periods"
	Activities  Section = "activities"
	Campaigns   Section = "campaigns"
	Budget      Section = "budget"
	Resources   Section = "resources"
	Indicators  Section = "indicators"
	Evaluation  Section = "evaluation"
	Commitments Section = "commitments"
	Terms       Section = "terms"
	Findings    Section = "findings"
	Basis       Section = "basis"
	Signatures  Section = "signatures"
)

// Sections returns all sections in the order of the document.
func Sections() []Section {
	list := make([]Section, len(sections))
	for i := range sections {
		list[i] = sections[i].name
	}
	return list
}

type section struct {
	name Section
	// wide sections are printed in landscape.
	wide  bool
	empty func(d *document) bool
	write func(d *document)
}

var sections = [...]section{
	{Identity, false, func(d *document) bool { return d.doc.Mission == "" && d.doc.Vision == "" }, (*document).identity},
	{Periods, false, nil, (*document).periods},
	{Activities, true, nil, (*document).activities},
	{Campaigns, false, func(d *document) bool { return len(d.a.Campaigns) == 0 }, (*document).campaigns},
	{Budget, true, nil, (*document).budget},
	{Resources, false, func(d *document) bool { return len(d.doc.Posts)+len(d.doc.Equipment)+len(d.doc.Channels) == 0 }, (*document).resources},
	{Indicators, true, func(d *document) bool { return len(d.a.Indicators) == 0 }, (*document).indicators},
	{Evaluation, false, func(d *document) bool { return len(d.doc.Evaluations)+len(d.doc.Reports) == 0 }, (*document).evaluation},
	{Commitments, false, func(d *document) bool { return len(d.doc.Commitments) == 0 }, (*document).commitments},
	{Terms, false, func(d *document) bool { return len(d.a.Plan.View().Administrations) == 0 }, (*document).terms},
	{Findings, false, nil, (*document).findings},
	{Basis, false, func(d *document) bool {
		return len(d.citations())+len(d.holidays())+len(d.doc.OwnDays)+len(d.doc.WorkWeek) == 0
	}, (*document).basis},
	{Signatures, false, nil, (*document).signatures},
}

// document is a document being written.
type document struct {
	html
	*lang.Printer
	a      *poa.Analysis
	doc    *poa.Document
	env    *poa.Env
	names  map[string]string
	keys   map[string]string
	marks  marks
	o      Options
	number int  // number of the section being written
	body   bool // whether a tbody element is open

	omitted string // the note of first

	cited   []*citedArticle // result of citations, once it is known
	isCited bool
	// visited counts the elements that were looked at, for tests of growth.
	visited int
}

// Write writes the document of an Analysis as HTML. It returns the error of w, and writes
// nothing more after it. The document has at most Options.Rows elements of each list, so
// that a plan of any size can be printed; it takes time and memory in proportion to the
// elements of the plan and to the length of the document.
func Write(w io.Writer, a *poa.Analysis, o Options) error { return newDocument(a, o).write(w) }

func newDocument(a *poa.Analysis, o Options) *document {
	env := a.Plan.Env()
	return &document{
		Printer: lang.New(o.Language, env), a: a, doc: a.Plan.View(), env: env, o: o,
	}
}

func (d *document) write(w io.Writer) error {
	d.html.begin(w)
	d.names, d.keys = names(d.doc)
	d.marks = marks(d.doc.Illustrative)

	included := make([]*section, 0, len(sections))
	for i := range sections {
		s := &sections[i]
		if !d.without(s.name) && (s.empty == nil || !s.empty(d)) {
			included = append(included, s)
		}
	}
	d.raw("<!DOCTYPE html>\n")
	d.open("html", "lang", d.Tag())
	d.head()
	d.open("body")
	d.el("a", d.Text("word.skip"), "class", "skip", "href", "#content")
	d.cover()
	d.contents(included)
	d.open("main", "id", "content")
	for i, s := range included {
		if d.err != nil {
			return d.err
		}
		d.number = i + 1
		class := "sheet"
		if s.wide {
			class = "sheet wide"
		}
		if s.name == Signatures {
			class = "closing"
		}
		d.open("section", "id", string(s.name), "class", class, "aria-labelledby", "h-"+string(s.name))
		d.open("h2", "id", "h-"+string(s.name))
		d.el("span", count(i+1)+".", "class", "no")
		d.text(" " + d.heading(s.name))
		d.close("h2")
		s.write(d)
		d.close("section")
	}
	d.close("main")
	d.close("body")
	d.close("html")
	d.raw("\n")
	return d.end()
}

func (d *document) without(s Section) bool {
	for _, w := range d.o.Without {
		if w == s {
			return true
		}
	}
	return false
}

func (d *document) heading(s Section) string { return d.Text("heading." + string(s)) }

// names returns the names of the elements that others refer to, by id, and the keys of
// those that have one. A name begins with the key, and is cut if it is very long.
func names(doc *poa.Document) (m, keys map[string]string) {
	m, keys = make(map[string]string), make(map[string]string)
	add := func(id, key, name string) {
		if key != "" {
			keys[id] = key
		}
		if name = keyed(key, name); name != "" {
			m[id] = reference(name)
		}
	}
	for _, e := range doc.Administrations {
		add(e.ID, "", e.Name)
	}
	for _, e := range doc.Periods {
		add(e.ID, "", e.Name)
	}
	for _, e := range doc.Posts {
		add(e.ID, "", e.Name)
	}
	for _, e := range doc.Equipment {
		add(e.ID, "", e.Name)
	}
	for _, e := range doc.Channels {
		add(e.ID, "", e.Name)
	}
	for _, e := range doc.Activities {
		add(e.ID, e.Key, e.Name)
	}
	for _, e := range doc.Campaigns {
		add(e.ID, e.Key, e.Name)
		for _, m := range e.Media {
			add(m.ID, "", m.Name)
		}
	}
	for _, e := range doc.Funds {
		add(e.ID, "", e.Name)
	}
	for _, e := range doc.Lines {
		add(e.ID, e.Item, e.Name)
	}
	for _, e := range doc.Indicators {
		add(e.ID, e.Key, e.Name)
	}
	for _, e := range doc.Evaluations {
		add(e.ID, "", e.Name)
	}
	for _, e := range doc.Reports {
		add(e.ID, "", e.Name)
	}
	for _, e := range doc.Commitments {
		add(e.ID, "", e.Text)
	}
	return m, keys
}

// keyed returns a name after its key.
func keyed(key, name string) string {
	if key == "" || name == "" {
		return key + name
	}
	return key + " " + name
}

// name returns the name of the element with the given id, or the id if it has no name.
func (d *document) name(id string) string {
	if n, ok := d.names[id]; ok {
		return n
	}
	return id
}

func text(name, value string) norm.Arg { return norm.Arg{Name: name, Value: norm.Text(value)} }
