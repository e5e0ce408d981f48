package mx

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/calendar/term"
)

// Norm is the content of the tables of a norm: those of this package, or those of a town.
type Norm struct {
	Profiles   []calendar.Profile
	Civic      []CivicDate
	Elections  []Election
	Blackouts  []term.Blackout
	Mandates   []Mandate
	Deadlines  []term.DeadlineRule
	Windows    []Window
	Offices    []term.OfficeKind
	customs    []calendar.Holiday
	others     []term.DeadlineRule // the deadlines of OtherDeadlines
	exceptions []norm.Label
	provisions []provision
}

// provision is the name and source of an article that a function of this package applies.
type provision struct {
	key   string
	name  norm.Label
	basis norm.Basis
}

// ReadNorm reads the rows of the tables profiles, days, civic, elections, blackouts,
// exceptions, mandates, deadlines, windows, offices and provisions. See the folder tables for the
// fields of each. It returns the valid rows, and joins the errors of the others, each
// with the place of the row. An unknown field is an error, so that a misspelt name is
// not ignored.
//
// The days of a profile are those of its groups, in the order of the rows. The rule
// "elections" is the list of ordinary elections in the table elections.
func ReadNorm(rows []Row) (*Norm, error) {
	r := &normReader{}
	order := []string{"elections", "days", "profiles"} // each refers to those before it
	for _, first := range order {
		for i := range rows {
			if rows[i].Table == first {
				r.read(&rows[i])
			}
		}
	}
	for i := range rows {
		if !slices.Contains(order, rows[i].Table) {
			r.read(&rows[i])
		}
	}
	for i := range r.norm.Blackouts {
		r.norm.Blackouts[i].Exceptions = r.norm.exceptions
	}
	return &r.norm, errors.Join(r.errs...)
}

// embedded is the norm of the tables of this package, which is read on first use.
var embedded struct {
	once sync.Once
	norm *Norm
}

// mexico returns the norm of the tables of this package. It ignores errors, because a
// test checks that there are none.
func mexico() *Norm {
	embedded.once.Do(func() {
		var rows []Row
		for _, f := range tableFiles {
			parsed, _ := ParseTables(f.name, f.text)
			rows = append(rows, parsed...)
		}
		embedded.norm, _ = ReadNorm(rows)
	})
	return embedded.norm
}

// provisionOf returns the provision with a key, or the zero provision.
func (n *Norm) provisionOf(key string) provision {
	for _, p := range n.provisions {
		if p.key == key {
			return p
		}
	}
	return provision{}
}

// normReader converts rows to a Norm.
type normReader struct {
	norm   Norm
	groups []group
	errs   []error

	row  *Row
	used []string // the fields of row that were read
	err  error    // the first error of row
}

// group is a group of days that profiles include by its key.
type group struct {
	key  string
	days []calendar.Holiday
}

func (r *normReader) read(row *Row) {
	r.row, r.used, r.err = row, nil, nil
	switch row.Table {
	case "profiles":
		r.profile()
	case "days":
		r.day()
	case "civic":
		r.civic()
	case "elections":
		r.election()
	case "blackouts":
		r.blackout()
	case "exceptions":
		r.norm.exceptions = append(r.norm.exceptions, r.label())
	case "mandates":
		r.mandate()
	case "deadlines":
		r.deadline()
	case "windows":
		r.window()
	case "offices":
		r.office()
	case "provisions":
		r.norm.provisions = append(r.norm.provisions, provision{r.text("key"), r.label(), r.basis()})
	default:
		r.fail("there is no table " + norm.Quote(row.Table))
	}
	for _, f := range row.Fields {
		if !slices.Contains(r.used, f.Name) && r.err == nil && f.Name != "checked" {
			r.fail("the table " + row.Table + " has no field " + norm.Quote(f.Name))
		}
	}
	if r.err != nil {
		r.errs = append(r.errs, r.err)
	}
}

// fail records an error of the row unless there is one already.
func (r *normReader) fail(text string) {
	if r.err == nil {
		r.err = errors.New("mx: " + r.row.Where + ": " + text)
	}
}

// optional returns the text of a field, "" for "-". A missing field is an error.
func (r *normReader) optional(name string) string {
	r.used = append(r.used, name)
	value, ok := r.row.get(name)
	if !ok || value == "" {
		r.fail("the field " + name + " is missing: write - if it has no value")
	}
	if value == "-" {
		return ""
	}
	return value
}

// text returns the text of a field that must not be empty.
func (r *normReader) text(name string) string {
	value := r.optional(name)
	if value == "" {
		r.fail("the field " + name + " must not be empty")
	}
	return value
}

// has reports whether the row has a field.
func (r *normReader) has(name string) bool {
	_, ok := r.row.get(name)
	return ok
}

// check records the error of a field, if there is one.
func (r *normReader) check(name string, err error) {
	if err != nil {
		r.fail("the field " + name + ": " + err.Error())
	}
}

func (r *normReader) date(name string) (d calendar.Date) {
	r.check(name, d.UnmarshalText([]byte(r.text(name))))
	return d
}

func (r *normReader) optionalDate(name string) (d calendar.Date) {
	r.check(name, d.UnmarshalText([]byte(r.optional(name))))
	return d
}

// span returns the span of the fields from and to, which may be "-".
func (r *normReader) span() calendar.Span {
	s := calendar.Span{Start: r.date("from"), End: r.optionalDate("to")}
	if !s.End.IsZero() && !s.Valid() {
		r.fail("to, " + s.End.String() + ", comes before from, " + s.Start.String())
	}
	return s
}

// years returns the spans of the years of a field, which are separated by spaces.
func (r *normReader) years(name string) (list []calendar.Span) {
	for _, word := range strings.Fields(r.optional(name)) {
		year, err := strconv.Atoi(word)
		s := calendar.YearSpan(year)
		if err != nil || !s.Valid() {
			r.fail("the field " + name + ": " + norm.Quote(word) + " is not a year")
		}
		list = append(list, s)
	}
	return list
}

func (r *normReader) flag(name string) bool {
	switch r.optional(name) {
	case "":
		return false
	case "yes":
		return true
	}
	r.fail("the field " + name + " must be yes or -")
	return false
}

func (r *normReader) label() norm.Label { return norm.Label{ES: r.text("es"), EN: r.text("en")} }

func (r *normReader) basis() norm.Basis {
	b := norm.Basis{Law: r.text("law"), Published: r.optional("published"), Checked: r.text("checked"), Note: r.optional("note")}
	if b.Article = r.optional("article"); b.Article == "" {
		b.Article = norm.NoFraction
	}
	if b.Fraction = r.optional("fraction"); b.Fraction == "" {
		b.Fraction = norm.NoFraction
	}
	r.check("status", b.Status.UnmarshalText([]byte(r.text("status"))))
	for _, date := range [...]string{b.Published, b.Checked} {
		if date != "" {
			r.check("published or checked", new(calendar.Date).UnmarshalText([]byte(date)))
		}
	}
	if err := b.Validate(); err != nil {
		r.fail(err.Error())
	}
	return b
}

func (r *normReader) holiday() calendar.Holiday {
	h := calendar.Holiday{
		Key: r.text("key"), Name: r.label(), Valid: r.span(), Jurisdiction: r.text("jurisdiction"), Basis: r.basis(),
	}
	if text := r.text("rule"); text == "elections" {
		h.Rule = ordinaryDays(r.norm.Elections)
	} else if rule, err := calendar.ParseRule(text); err != nil {
		r.fail(err.Error())
	} else {
		h.Rule = rule
	}
	return h
}

func (r *normReader) day() {
	key := r.text("group")
	h := r.holiday()
	r.check("kind", h.Kind.UnmarshalText([]byte(r.text("kind"))))
	if r.has("effect") {
		r.check("effect", h.Effect.UnmarshalText([]byte(r.text("effect"))))
	}
	if r.has("read") {
		h.Sourced = r.years("read")
	}
	if err := h.Validate(); err != nil {
		r.fail(err.Error())
	}
	if r.err != nil {
		return
	}
	if key == "customs" {
		r.norm.customs = append(r.norm.customs, h)
		return
	}
	for i := range r.groups {
		if r.groups[i].key == key {
			r.groups[i].days = append(r.groups[i].days, h)
			return
		}
	}
	r.groups = append(r.groups, group{key, []calendar.Holiday{h}})
}

func (r *normReader) profile() {
	p := calendar.Profile{Key: r.text("key"), Name: r.label(), Jurisdiction: r.text("jurisdiction"), Verified: r.span()}
	r.check("week", p.Week.UnmarshalText([]byte(r.text("week"))))
	if r.has("law") { // the source of the weekly rest
		p.WeeklyRest = []calendar.WeeklyRest{{Basis: r.basis()}}
	}
	for _, key := range strings.Fields(r.text("groups")) {
		i := slices.IndexFunc(r.groups, func(g group) bool { return g.key == key })
		if i < 0 {
			r.fail("there is no group of days " + norm.Quote(key))
			continue
		}
		p.Holidays = append(p.Holidays, r.groups[i].days...)
	}
	if err := p.Validate(); err != nil {
		r.fail(err.Error())
	}
	if r.err == nil {
		r.norm.Profiles = append(r.norm.Profiles, p)
	}
}

func (r *normReader) civic() {
	c := CivicDate{Holiday: r.holiday(), Honours: r.flag("honours"), HalfMast: r.flag("half-mast"), Rest: r.optional("rest")}
	c.Holiday.Kind, c.Holiday.Effect = calendar.Civic, calendar.Observance
	if err := c.Holiday.Validate(); err != nil {
		r.fail(err.Error())
	}
	if r.err == nil {
		r.norm.Civic = append(r.norm.Civic, c)
	}
}

func (r *normReader) election() {
	e := Election{Date: r.date("date"), Basis: r.basis()}
	r.check("kind", e.Kind.UnmarshalText([]byte(r.text("kind"))))
	r.check("certainty", e.Status.UnmarshalText([]byte(r.text("certainty"))))
	if r.err == nil {
		r.norm.Elections = append(r.norm.Elections, e)
	}
}

func (r *normReader) blackout() {
	b := term.Blackout{
		Key: r.text("key"), Name: r.label(), Campaigns: r.span(), Election: r.date("election"), RequestBy: r.optionalDate("request"),
		Jurisdiction: r.text("jurisdiction"), Basis: r.basis(),
	}
	b.Span = calendar.Span{Start: b.Campaigns.Start, End: b.Election}
	if !b.Span.Covers(b.Campaigns) {
		r.fail("the campaigns must have both dates and must not end after the election")
	}
	if r.err == nil {
		r.norm.Blackouts = append(r.norm.Blackouts, b)
	}
}

func (r *normReader) mandate() {
	m := Mandate{Key: r.text("key"), Name: r.label(), Span: r.span(), Jurisdiction: r.text("jurisdiction"), Basis: r.basis()}
	r.check("certainty", m.Status.UnmarshalText([]byte(r.text("certainty"))))
	if !m.Span.Valid() {
		r.fail("a mandate must have both dates")
	}
	switch r.text("office") {
	case "municipal":
	case "federal":
		m.Federal = true
	default:
		r.fail("the field office must be municipal or federal")
	}
	if r.err == nil {
		r.norm.Mandates = append(r.norm.Mandates, m)
	}
}

func (r *normReader) deadline() {
	d := term.DeadlineRule{Key: r.text("key"), Name: r.label(), Valid: r.span(), Jurisdiction: r.text("jurisdiction"), Basis: r.basis()}
	r.check("binds", d.Binds.UnmarshalText([]byte(r.text("binds"))))
	timing, err := term.ParseTiming(r.text("timing"))
	if err != nil {
		r.fail(err.Error())
	}
	d.Timing = timing
	if r.has("offices") {
		d.Offices = strings.Fields(r.optional("offices"))
	}
	list := &r.norm.Deadlines
	switch r.text("concerns") {
	case "office":
	case "others":
		list = &r.norm.others
	default:
		r.fail("the field concerns must be office or others")
	}
	if r.err == nil {
		*list = append(*list, d)
	}
}

func (r *normReader) office() {
	k := term.OfficeKind{Key: r.text("key"), Name: r.label(), Campaigns: r.flag("campaigns")}
	for _, w := range strings.Split(r.optional("words"), ";") {
		if w = strings.TrimSpace(w); w != "" {
			k.Words = append(k.Words, w)
		}
	}
	if r.err == nil {
		r.norm.Offices = append(r.norm.Offices, k)
	}
}

func (r *normReader) window() {
	w := Window{Key: r.text("key"), Name: r.label(), Jurisdiction: r.text("jurisdiction"), Basis: r.basis()}
	rule, err := calendar.ParseRule(r.text("rule"))
	if err != nil {
		r.fail(err.Error())
	}
	if w.rule = rule; r.err == nil {
		r.norm.Windows = append(r.norm.Windows, w)
	}
}
