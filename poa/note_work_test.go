package poa_test

import (
	"encoding/json"
	"fmt"
	"os"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/internal/model"
	"github.com/rumbo-mx/rumbo/poa/mexico"
)

// Notes about values that do not exist cost an edit as much as notes, however long the value
// is that they are below: the values are not read again for each.
func TestNotesBelowALongValue(t *testing.T) {
	const n = 3000
	long := strings.Repeat("x", poa.MaxText)
	element := `{"id":"a","key":"` + long + `","name":"` + long + `","unit":"` + long + `","verification":"` + long + `"}`
	for name, test := range map[string]struct{ members, below, edit string }{
		"of the plan":    {`"title":"` + long + `"`, "title", "title"},
		"of the office":  {`"office":{"name":"` + long + `","key":"` + long + `"}`, "office.name", "office.name"},
		"of an activity": {`"activities":[` + element + `]`, "activities[a].name", "activities[a].name"},
		"of a list":      {`"channels":` + list(3000, `{"id":"c%d"}`) + `,"activities":[{"id":"a","channels":` + list(3000, `"c%d"`) + `}]`, "activities[a].channels", "activities[a].channels"},
	} {
		for kind, item := range map[string]string{"illustrative": `"` + test.below + `.%d"`, "pending": `{"path":"` + test.below + `.%d","text":"x"}`} {
			t.Run(kind+" "+name, func(t *testing.T) {
				p, err := poa.Open(mexico.Env(), []byte(`{"schema":1,"id":"p",`+test.members+`,"`+kind+`":`+list(n, item)+`}`))
				require.NoError(t, err)
				before := string(p.AppendJSON(nil))
				var next *poa.Plan
				var inverse poa.Command
				used := allocated(func() {
					next, inverse, err = p.Apply(&poa.Change{Edits: []norm.Edit{{Op: norm.OpSet, Path: norm.Path(test.edit), Value: "null"}}})
				})
				require.NoError(t, err)
				assert.Less(t, used, 12*float64(len(before))+n*3000.0)
				back, _, err := next.Apply(inverse)
				require.NoError(t, err)
				assert.Equal(t, before, string(back.AppendJSON(nil)))
			})
		}
	}
}

// A path of many steps, which leads to no value, is not divided into all its prefixes.
func TestNotesWithManySteps(t *testing.T) {
	const n = 20
	edits := []norm.Edit{}
	for _, path := range []norm.Path{"title", "mission", "vision", "office.name", "office.key", "office.kind", "office.state", "office.municipality", "office.inegi", "calendar"} {
		edits = append(edits, norm.Edit{Op: norm.OpSet, Path: path, Value: `"x"`})
	}
	use := func(steps int) float64 {
		p, err := poa.Open(nil, []byte(`{"schema":1,"id":"p","illustrative":`+list(n, `"x%d`+strings.Repeat(".a", steps)+`"`)+`}`))
		require.NoError(t, err)
		return testing.AllocsPerRun(3, func() {
			_, _, err := p.Apply(&poa.Change{Edits: edits})
			require.NoError(t, err)
		})
	}
	assert.InDelta(t, use(3), use(30_000), 50)
	visited := poa.PrefixesOf(norm.Path("x" + strings.Repeat(".a", 30_000)))
	assert.Empty(t, visited)
	assert.Equal(t, []norm.Path{"campaigns[c].media[m].span.start", "campaigns[c].media[m].span", "campaigns[c].media[m]", "campaigns[c].media", "campaigns[c]", "campaigns"},
		poa.PrefixesOf("campaigns[c].media[m].span.start"))
	assert.Equal(t, []norm.Path{"ext[mx.gob.tonaya]", "ext"}, poa.PrefixesOf("ext[mx.gob.tonaya]"))
}

// A note can be made about exactly the values that ValueAt has.
func TestNotesAreAboutValues(t *testing.T) {
	data, err := os.ReadFile("testdata/everything.json")
	require.NoError(t, err)
	p, err := poa.Open(mexico.Env(), data)
	require.NoError(t, err)
	empty, err := poa.Open(mexico.Env(), []byte(`{"schema":1,"id":"p","activities":[{"id":"gaceta"}],"indicators":[{"id":"alcance"}]}`))
	require.NoError(t, err)
	ids := map[norm.Path][]string{}
	var doc map[string]any
	require.NoError(t, json.Unmarshal(data, &doc))
	var visit func(at norm.Path, v any)
	visit = func(at norm.Path, v any) {
		switch v := v.(type) {
		case map[string]any:
			for name, x := range v {
				visit(at.Field(name), x)
			}
		case []any:
			for _, x := range v {
				if o, ok := x.(map[string]any); ok {
					if id, ok := o["id"].(string); ok {
						ids[at] = append(ids[at], id)
						visit(at+"[]", x)
					}
				}
			}
		}
	}
	visit("", doc)
	paths := map[norm.Path]bool{"": true, "x": true, "ext": true, "ext[mx.a]": true, "ext[mx.a].b": true, "title[x]": true, "[x]": true, "activities[nobody].name": true}
	for _, f := range model.Fields() {
		at := norm.Path("")
		for i, part := range strings.Split(string(f.Path), "[]") {
			if i > 0 {
				id := "nobody"
				shape := norm.Path(strings.Join(strings.Split(string(f.Path), "[]")[:i], "[]"))
				if len(ids[shape]) > 0 {
					id = ids[shape][0]
				}
				at = at.Item(id)
				paths[at] = true
			}
			at += norm.Path(part)
		}
		for _, path := range []norm.Path{at, at.Field("x"), at.Field("1"), at.Field("12"), at.Field("13"), at.Field("01"), at.Field("1.x"), at.Item("x"), at + ".", at.Field("start"), at.Field(strings.Repeat("y", 100))} {
			paths[path] = true
		}
	}
	for i, plan := range []*poa.Plan{p, empty} {
		for path := range paths {
			_, want := plan.ValueAt(path)
			_, _, err := plan.Apply(&poa.Change{Pending: []poa.Pending{{Path: path, Text: "x"}}})
			assert.Equal(t, want, err == nil, "plan %d, %q: %v", i, path, err)
		}
	}
	assert.Greater(t, len(paths), 1000)
}

// What an edit does between two questions whether it must end does not grow with the notes or
// with the element that it sets.
func TestEditsAskWhileTheyReadNotes(t *testing.T) {
	const n = 20_000
	for name, test := range map[string]struct{ members, command string }{
		"marks of one value":  {`"title":"x","illustrative":` + list(n, `"title.x%d"`), `"edits":[{"op":"set","path":"title","value":"y"}]`},
		"marks of elements":   {`"activities":` + list(n, `{"id":"a%d"}`), `"mark":` + list(n, `"activities[a%d].name"`)},
		"texts of elements":   {`"activities":` + list(n, `{"id":"a%d"}`), `"pending":` + list(n, `{"path":"activities[a%d].span","text":"x"}`)},
		"a removal":           {`"posts":[{"id":"j"}],"activities":` + list(n, `{"id":"a%d","responsible":"j"}`), `"edits":[{"op":"remove","path":"posts[j]"}]`},
		"insertions":          {`"title":"x"`, `"edits":` + list(n, `{"op":"insert","path":"activities","value":{"id":"a%d"}}`)},
		"a long list of one":  {`"channels":` + list(n, `{"id":"c%d"}`) + `,"activities":[{"id":"a","channels":` + list(n, `"c%d"`) + `}]`, `"edits":` + list(300, `{"op":"set","path":"activities[a].name","value":"%d"}`)},
		"a long text of plan": {`"title":"` + strings.Repeat("x", poa.MaxText) + `"`, `"edits":` + list(3000, `{"op":"set","path":"title.%d","value":"x"}`)[:0] + list(900, `{"op":"set","path":"title","value":"`+strings.Repeat("x", 1000)+`%d"}`)},
	} {
		t.Run(name, func(t *testing.T) {
			p, err := poa.Open(mexico.Env(), []byte(`{"schema":1,"id":"p",`+test.members+`}`))
			require.NoError(t, err)
			command, err := poa.DecodeCommand([]byte(`{"kind":"change",` + test.command + `}`))
			require.NoError(t, err)
			questions, last, worst := 0, uint64(0), uint64(0)
			h := poa.NewHistory(p)
			h.Expired = func() bool {
				var m runtime.MemStats
				runtime.ReadMemStats(&m)
				questions++
				worst, last = max(worst, m.TotalAlloc-last), m.TotalAlloc
				return false
			}
			h.Expired()
			worst = 0
			require.NoError(t, h.Do(command))
			assert.Greater(t, questions, 8)
			assert.Less(t, worst, uint64(12<<20), "bytes between two questions")
		})
	}
}

// A change whose inverse could not be applied is rejected: every step can be undone.
func TestEveryChangeHasAnInverse(t *testing.T) {
	const n = poa.MaxElements/2 + 1
	doc := `{"schema":1,"id":"p","posts":[{"id":"j"}],"channels":[{"id":"c"}],"activities":` + list(n, `{"id":"a%d","responsible":"j","channels":["c"]}`) + `}`
	p, err := poa.Open(nil, []byte(doc))
	require.NoError(t, err)
	remove := func(paths ...norm.Path) *poa.Change {
		c := &poa.Change{}
		for _, path := range paths {
			c.Edits = append(c.Edits, norm.Edit{Op: norm.OpRemove, Path: path})
		}
		return c
	}
	_, _, err = p.Apply(remove("posts[j]", "channels[c]"))
	requireLimit(t, err, "too-many", "", poa.MaxElements)
	for _, path := range []norm.Path{"posts[j]", "channels[c]"} {
		next, inverse, err := p.Apply(remove(path))
		require.NoError(t, err)
		back, _, err := next.Apply(inverse)
		require.NoError(t, err)
		assert.Equal(t, doc, string(back.AppendJSON(nil)))
	}
}

// Analysis takes memory in proportion to what it returns: the findings of a long list are
// not copied again and again, nor is a long text compared with every name.
func TestAnalysisMemory(t *testing.T) {
	const n = 20_000
	today := calendar.MustDate(2027, 5, 11)
	for list, most := range map[string]float64{"campaigns": 1500, "periods": 900, "indicators": 1700, "lines": 1100} {
		p, err := poa.Open(mexico.Env(), []byte(`{"schema":1,"id":"p","fiscalYear":2027,"calendar":"jalisco","`+list+`":`+elements(n)+`}`))
		require.NoError(t, err)
		used := allocated(func() { p.Analyze(today) })
		assert.Less(t, used/n, most, "bytes for each of the %s", list)
		a := p.Analyze(today)
		found := len(a.FindingsAt(norm.Path(list)))
		assert.Less(t, allocated(func() { a.FindingsAt(norm.Path(list)) }), 160*float64(found)+10_000)
	}
	light := func(length int) float64 {
		p, err := poa.Open(mexico.Env(), []byte(`{"schema":1,"id":"p","fiscalYear":2027,"calendar":"jalisco","indicators":[{"id":"i","light":"`+strings.Repeat("É", length/2)+`"}]}`))
		require.NoError(t, err)
		return allocated(func() { p.Analyze(today) })
	}
	assert.InDelta(t, light(2000), light(poa.MaxText-10), 20_000)
}

func elements(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `%c{"id":"e%d"}`, "[,"[min(i, 1)], i)
	}
	return b.String() + "]"
}

// Extension data, which is one element, is asked about by its length.
func TestExtensionsAreAskedAbout(t *testing.T) {
	data := `{"schema":1,"id":"p","ext":{` + strings.Trim(list(100, `"x%d":"`+strings.Repeat("x", 60_000)+`"`), "[]") + `}}`
	questions := 0
	_, err := poa.OpenUntil(nil, []byte(data), func() bool { questions++; return false })
	require.NoError(t, err)
	assert.GreaterOrEqual(t, questions, len(data)/400_000)
}
