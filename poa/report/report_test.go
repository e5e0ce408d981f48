package report_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/lang"
	"github.com/rumbo-mx/rumbo/poa/mexico"
	"github.com/rumbo-mx/rumbo/poa/report"
)

func write(t testing.TB, a *poa.Analysis, o report.Options) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, report.Write(&b, a, o))
	return b.String()
}

// page is what an independent reader finds in the document.
type page struct {
	lang     string
	elements map[string]int
	ids      map[string]bool
	links    []string
	headings []int
	text     string // without the style, and without text marked as Spanish
	faults   []string
}

// read parses the document with the strict XML decoder.
func read(t testing.TB, html string) *page {
	t.Helper()
	p := &page{elements: map[string]int{}, ids: map[string]bool{}}
	d := xml.NewDecoder(strings.NewReader(html))
	d.Strict = true
	var stack []string
	var text strings.Builder
	var caption bool
	skipped := 0 // depth within an element whose text is skipped
	fault := func(format string, args ...any) { p.faults = append(p.faults, fmt.Sprintf(format, args...)) }
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		require.NoError(t, err, "the document is not well formed")
		switch token := token.(type) {
		case xml.StartElement:
			name := token.Name.Local
			attr := map[string]string{}
			for _, a := range token.Attr {
				attr[a.Name.Local] = a.Value
				if strings.HasPrefix(a.Name.Local, "on") || a.Name.Local == "src" || a.Name.Local == "style" {
					fault("<%s %s>", name, a.Name.Local)
				}
			}
			p.elements[name]++
			if id := attr["id"]; id != "" {
				if p.ids[id] {
					fault("two elements with the id %q", id)
				}
				p.ids[id] = true
			}
			for _, ref := range []string{attr["aria-labelledby"], strings.TrimPrefix(attr["href"], "#")} {
				if ref != "" {
					p.links = append(p.links, ref)
				}
			}
			switch name {
			case "html":
				p.lang = attr["lang"]
			case "h1", "h2", "h3", "h4", "h5", "h6":
				p.headings = append(p.headings, int(name[1]-'0'))
			case "table":
				caption = false
			case "caption":
				caption = true
			case "thead":
				if !caption {
					fault("a table without a caption")
				}
			case "th":
				if s := attr["scope"]; s != "col" && s != "row" && s != "rowgroup" {
					fault("a th with the scope %q", s)
				}
			case "section", "nav":
				if attr["aria-labelledby"] == "" {
					fault("<%s> without a name", name)
				}
			}
			if skipped > 0 || name == "style" || name != "html" && attr["lang"] == lang.Spanish {
				skipped++
			}
			stack = append(stack, name)
		case xml.EndElement:
			stack = stack[:len(stack)-1]
			if skipped > 0 {
				skipped--
			}
			text.WriteByte(' ')
		case xml.CharData:
			if skipped == 0 {
				text.Write(token)
			}
		}
	}
	require.Empty(t, stack)
	p.text = strings.Join(strings.Fields(text.String()), " ")
	return p
}

func (p *page) contains(t testing.TB, want string) {
	t.Helper()
	assert.True(t, strings.Contains(p.text, want), "the document does not contain %q", want)
}

func (p *page) check(t testing.TB) {
	t.Helper()
	assert.Empty(t, p.faults)
	for _, ref := range p.links {
		assert.True(t, p.ids[ref], "no element has the id %q", ref)
	}
	require.NotEmpty(t, p.headings)
	assert.Equal(t, 1, p.headings[0], "the first heading is h1")
	for i := 1; i < len(p.headings); i++ {
		assert.NotEqual(t, 1, p.headings[i], "a second h1")
		assert.LessOrEqual(t, p.headings[i], p.headings[i-1]+1, "a heading skips a level")
	}
	for _, landmark := range []string{"header", "nav", "main"} {
		assert.Equal(t, 1, p.elements[landmark], landmark)
	}
	for _, foreign := range []string{"script", "link", "img", "iframe", "object", "form", "input"} {
		assert.Zero(t, p.elements[foreign], foreign)
	}
}

func TestStructure(t *testing.T) {
	empty, err := poa.Empty("empty", 2027)
	require.NoError(t, err)
	bare := &poa.Document{Schema: poa.Schema, ID: "bare"}
	for name, doc := range map[string]*poa.Document{"sample": sample(), "empty": empty, "bare": bare} {
		for _, language := range lang.Languages() {
			t.Run(name+"/"+language, func(t *testing.T) {
				html := write(t, analyze(t, doc, "2027-04-20"), report.Options{Language: language})
				p := read(t, html)
				p.check(t)
				assert.Equal(t, language, p.lang)
				for _, foreign := range []string{"url(", "@import", "http:", "https:", "//"} {
					assert.False(t, strings.Contains(html, foreign), "%q", foreign)
				}
				assert.Empty(t, regexp.MustCompile(`\b(enum|word|heading|column|count)\.[a-z-]+`).FindString(p.text), "a key without a text")
				assert.False(t, strings.Contains(p.text, "{"), "a template that was not filled")
			})
		}
	}
}

// The document tells the browser to run and load nothing, before anything else of it.
func TestContentSecurityPolicy(t *testing.T) {
	html := write(t, analyze(t, sample(), "2027-04-20"), report.Options{})
	d := xml.NewDecoder(strings.NewReader(html))
	d.Strict = true
	policies := map[string]string{}
	for {
		token, err := d.Token()
		require.NoError(t, err)
		e, ok := token.(xml.StartElement)
		if ok && (e.Name.Local == "style" || e.Name.Local == "title") {
			break
		}
		attr := map[string]string{}
		for _, a := range e.Attr {
			attr[a.Name.Local] = a.Value
		}
		if ok && attr["http-equiv"] == "Content-Security-Policy" {
			for _, part := range strings.Split(attr["content"], ";") {
				name, value, _ := strings.Cut(strings.TrimSpace(part), " ")
				policies[name] = value
			}
		}
	}
	assert.Equal(t, map[string]string{
		"default-src": "'none'", "style-src": "'unsafe-inline'", "img-src": "data:", "base-uri": "'none'", "form-action": "'none'",
	}, policies)
}

// No word of a plan is so long that it widens its sheet: it may break after 40 characters.
func TestLongWordsBreak(t *testing.T) {
	doc := sample()
	long := strings.Repeat("ñ", 30_000)
	doc.Title, doc.Mission, doc.Activities[0].Name, doc.Activities[0].Key, doc.Posts[0].Holder = long, long, long, long, long
	doc.Campaigns[0].Objective, doc.Office.Municipality, doc.Indicators[0].Formula = long, long, long
	html := write(t, analyze(t, doc, "2027-04-20"), report.Options{})
	read(t, html).check(t)
	assert.Contains(t, html, `@bottom-left{content:"`+strings.Repeat(`\0000f1 `, 119)+`\002026 "}`, "the foot of a sheet")
	_, body, ok := strings.Cut(html, "</head>")
	require.True(t, ok)
	assert.Empty(t, regexp.MustCompile(`ñ{41}`).FindString(body))
	assert.GreaterOrEqual(t, strings.Count(body, "<wbr/>"), 8*749)
	assert.Empty(t, regexp.MustCompile(`class="(key|tight)">ñ`).FindString(body), "a long text in a cell that does not wrap")
	assert.Contains(t, html, "overflow-wrap:anywhere")
	assert.NotContains(t, write(t, analyze(t, sample(), "2027-04-20"), report.Options{}), "<wbr/>")
}

func TestSections(t *testing.T) {
	a := analyze(t, sample(), "2027-04-20")
	all := read(t, write(t, a, report.Options{}))
	for _, s := range report.Sections() {
		assert.True(t, all.ids[string(s)], "no section %q", s)
		without := read(t, write(t, a, report.Options{Without: []report.Section{s}}))
		assert.False(t, without.ids[string(s)], "section %q was not omitted", s)
		assert.Equal(t, all.elements["section"]-1, without.elements["section"])
		without.check(t)
	}
}

// Every value of a plan is in its document.
func TestDocumentIsComplete(t *testing.T) {
	text := read(t, write(t, analyze(t, sample(), "2027-07-20"), report.Options{
		Prepared: report.Signatory{Name: "SIG-001", Post: "SIG-002"}, Authorized: report.Signatory{Post: "SIG-003"},
	})).text
	for _, want := range []string{
		"T-001", "O-001", "K-001", "M-001", "S-001", "14112", "X-001", "X-002", "A-001", "A-002", "P-001", "P-002",
		"H-001", "N-001", "H-002", "E-001", "E-002", "C-001", "U-001", "ACT-001", "ACT-002", "ACT-003", "D-001", "V-001",
		"CAM-001", "B-001", "G-001", "U-002", "6,151", "S-002", "$7,200.00", "F-001", "$10,000.00", "L-001", "L-002", "18,501",
		"IND-001", "R-001", "Q-001", "V-002", "EV-001", "Z-001", "Z-002", "REP-001", "TO-001", "W-001", "W-002",
		"SIG-001", "SIG-002", "SIG-003", "31/02", "faltan $15,700.50", "Veinticinco mil setecientos pesos 50/100 M.N.",
		"10 al 23 de mayo de 2027", "Proyectado", "LGCS art. 21", "Año Nuevo", "Cerrado el 2 de julio de 2027", "86.7%", "1.5",
	} {
		assert.True(t, strings.Contains(text, want), "the document does not contain %q", want)
	}
}

func TestBadgesHaveShapeAndWord(t *testing.T) {
	p := read(t, write(t, analyze(t, sample(), "2027-04-20"), report.Options{}))
	p.contains(t, "◆ En riesgo")
	p.contains(t, "■ Atrasada")
	p.contains(t, "◇ Por iniciar")
	p.contains(t, "○ Sin fechas")
}

func TestIllustrativeValuesAreMarked(t *testing.T) {
	doc := sample()
	p := read(t, write(t, analyze(t, doc, "2027-04-20"), report.Options{}))
	p.contains(t, "1.5†")
	p.contains(t, "N-001†")
	p.contains(t, "$10,000.00†")
	assert.Equal(t, 3, p.elements["abbr"], "one mark for each value")
	p.contains(t, "† 3 valores ilustrativos: no son datos de la oficina")
	doc.Illustrative = nil
	assert.Zero(t, read(t, write(t, analyze(t, doc, "2027-04-20"), report.Options{})).elements["abbr"])
}

// hostile is a text that would break a page if it were not escaped.
const hostile = `<script>alert("1")</script>&amp;' </title></style>]]><!-- "x" ` + "\x00\x1b\x7f\u0085\u202e\r\n"

// poison sets every text of the document that is not an id or a reference to hostile.
func poison(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			poison(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			poison(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			f := v.Type().Field(i)
			switch {
			case !f.IsExported(), f.Name == "ID", f.Name == "Schema", strings.Contains(f.Tag.Get("poa"), "ref="):
			case f.Name == "Path", f.Name == "Illustrative", f.Name == "Ext":
			case f.Type.Kind() == reflect.String:
				v.Field(i).SetString(hostile)
			default:
				poison(v.Field(i))
			}
		}
	}
}

func TestTextsAreEscaped(t *testing.T) {
	for _, hostileCalendar := range []bool{false, true} {
		doc := sample()
		poison(reflect.ValueOf(doc))
		doc.Norm.ID = hostile
		if !hostileCalendar {
			doc.Calendar = "jalisco"
		}
		for _, language := range lang.Languages() {
			html := write(t, analyze(t, doc, "2027-04-20"), report.Options{
				Language: language, Reviewed: report.Signatory{Name: hostile, Post: hostile},
			})
			p := read(t, html)
			p.check(t)
			assert.Equal(t, 1, p.elements["style"])
			assert.Equal(t, 1, p.elements["title"])
			p.contains(t, `<script>alert("1")</script>&amp;' </title></style>]]><!-- "x"`)
			assert.Empty(t, regexp.MustCompile("[\x00-\x08\x0b-\x1f\x7f\u0080-\u009f\u202e]").FindString(html))
			assert.Equal(t, 1, strings.Count(html, "</style>"))
		}
	}
}

// The English document has no Spanish outside of quotations.
func TestEnglishHasNoSpanish(t *testing.T) {
	spanish := regexp.MustCompile(`(?i)[áéíóúñ¿¡]|\b(el|la|los|las|del|una|con|sin|por|para|que|fecha|actividad|meta|inicio|hasta|desde|mensual|proyectado)\b`)
	for _, today := range []string{"2026-12-01", "2027-04-20", "2027-11-15"} {
		doc := sample()
		doc.Lines, doc.Funds[0].CFF = doc.Lines[:1], "" // the classifiers have Spanish names
		doc.Equipment[1].Line = ""
		doc.Lines[0].Item = ""
		text := strings.ReplaceAll(read(t, write(t, analyze(t, doc, today), report.Options{Language: "en"})).text, "Benito Juárez", "")
		at := spanish.FindStringIndex(text)
		if at != nil {
			assert.Fail(t, "Spanish in English", "…%s…", text[max(0, at[0]-60):min(len(text), at[1]+60)])
		}
	}
}

// limitedWriter returns errFull after a number of bytes.
type limitedWriter struct{ after int }

var errFull = errors.New("disk full")

func (w *limitedWriter) Write(p []byte) (int, error) {
	if w.after -= len(p); w.after < 0 {
		return 0, errFull
	}
	return len(p), nil
}

func TestWriteError(t *testing.T) {
	a := analyze(t, sample(), "2027-04-20")
	for _, after := range []int{0, 100, 20000} {
		assert.ErrorIs(t, report.Write(&limitedWriter{after}, a, report.Options{}), errFull)
	}
}

func TestMarksOfNestedValues(t *testing.T) {
	doc := sample()
	doc.Illustrative = []norm.Path{"activities[a1].span.start", "lines[l1].months", "indicators[i1].targets[t1].value", "campaigns[c1].media[m1].cost"}
	p := read(t, write(t, analyze(t, doc, "2027-04-20"), report.Options{}))
	p.contains(t, "4 ene – 31 mar 2027†")
	p.contains(t, "1 ene – 31 mar 2027: 30†")
	assert.Equal(t, 2, strings.Count(p.text, "$7,200.00†"), "the cost of the placement and the line")
	assert.Equal(t, 4, p.elements["abbr"])
}

func TestSectionsReturnsCopy(t *testing.T) {
	list := report.Sections()
	list[0] = "changed"
	assert.Equal(t, report.Identity, report.Sections()[0])
	assert.False(t, slices.Contains(report.Sections(), "changed"))
}

func ExampleWrite() {
	doc, err := poa.Empty("poa-2027", 2027)
	if err != nil {
		panic(err)
	}
	doc.Office = poa.Office{Name: "Comunicación Social", Municipality: "Valle de Juárez", State: "Jalisco"}
	plan, err := poa.New(mexico.Env(), doc)
	if err != nil {
		panic(err)
	}
	a := plan.Analyze(calendar.MustDate(2027, 1, 4))
	err = report.Write(io.Discard, a, report.Options{
		Authorized: report.Signatory{Post: "Presidencia Municipal"},
		Without:    []report.Section{report.Findings},
	})
	fmt.Println(err)
	// Output: <nil>
}

func ExampleSections() {
	fmt.Println(report.Sections())
	// Output: [identity periods activities campaigns budget resources indicators evaluation commitments terms findings basis signatures]
}
