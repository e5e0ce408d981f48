package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/lang"
	"github.com/rumbo-mx/rumbo/poa/mexico"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// The days of the golden files: before the year, in its first period, on the first day of
// the campaign of the fiestas, in the first days of the next administration, and at the
// end.
var days = []string{"2026-12-15", "2027-03-15", "2027-05-10", "2027-10-04", "2027-12-31"}

func render(t *testing.T, plan *poa.Plan, today, language string) string {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, write(&out, plan.Analyze(day(today)), lang.New(language, plan.Env())))
	return out.String()
}

func TestGolden(t *testing.T) {
	plan := open(t)
	outputs := map[string]string{"en-2027-05-10.txt": render(t, plan, "2027-05-10", lang.English)}
	for _, d := range days {
		outputs["es-"+d+".txt"] = render(t, plan, d, lang.Spanish)
	}
	seen := map[string]string{}
	for name, got := range outputs {
		path := filepath.Join("testdata", name)
		if *update {
			require.NoError(t, os.WriteFile(path, []byte(got), 0o644))
		}
		want, err := os.ReadFile(path)
		require.NoError(t, err, "run go test ./examples/valledejuarez -update")
		sameText(t, string(want), got, name)
		assert.Emptyf(t, seen[got], "%s and %s are identical", name, seen[got])
		seen[got] = name
	}
}

// sameText reports the first line that differs instead of two whole outputs.
func sameText(t *testing.T, want, got, name string) {
	t.Helper()
	if want == got {
		return
	}
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	i := 0
	for i < len(w)-1 && i < len(g)-1 && w[i] == g[i] {
		i++
	}
	assert.Failf(t, "the output changed", "%s line %d\n got %s\nwant %s\nif the new output is right, run go test ./examples/valledejuarez -update", name, i+1, g[i], w[i])
}

var placeholder = regexp.MustCompile(`[{}]|\b(word|column|heading|enum|count|fix|field|list)\.[a-z]`)

func TestLinesFit(t *testing.T) {
	plan := open(t)
	for _, d := range days {
		for _, language := range lang.Languages() {
			for i, line := range strings.Split(render(t, plan, d, language), "\n") {
				assert.LessOrEqualf(t, utf8.RuneCountInString(line), width, "%s %s line %d: %s", language, d, i+1, line)
				assert.Equalf(t, strings.TrimRight(line, " "), line, "%s %s line %d ends in a space", language, d, i+1)
				assert.NotRegexp(t, placeholder, line, "a text that is missing or lacks its arguments")
			}
		}
	}
}

// The days differ in their lights and states.
func TestLightsOfTheYear(t *testing.T) {
	plan := open(t)
	seen := map[kpi.Light]bool{}
	states := map[poa.State]bool{}
	var summaries []string
	for _, d := range days {
		a := plan.Analyze(day(d))
		var summary []string
		for i := range a.Indicators {
			light := a.Indicators[i].Result.Light
			seen[light] = true
			summary = append(summary, light.String())
		}
		for _, s := range a.Activities {
			states[s.State] = true
			summary = append(summary, s.State.String())
		}
		text := strings.Join(summary, " ")
		assert.NotContains(t, summaries, text)
		summaries = append(summaries, text)
	}
	assert.Len(t, seen, 5, "every light occurs")
	assert.Len(t, states, 5, "every state but undated occurs")
}

// userText are the fields whose text is written by the author of the plan.
var userText = []string{
	"name", "title", "mission", "vision", "municipality", "state", "objective", "message", "audience", "unit",
	"verification", "definition", "source", "note", "text", "adjustment", "to", "evidence", "document", "reason", "noData",
}

// neutral returns the plan with all text of its author replaced by "Xx".
func neutral(t *testing.T) *poa.Plan {
	t.Helper()
	var doc any
	require.NoError(t, json.Unmarshal(planJSON, &doc))
	var walk func(v any)
	walk = func(v any) {
		switch v := v.(type) {
		case map[string]any:
			for key, x := range v {
				if _, ok := x.(string); ok && slices.Contains(userText, key) {
					v[key] = "Xx"
				}
				walk(x)
			}
		case []any:
			for _, x := range v {
				walk(x)
			}
		}
	}
	walk(doc)
	data, err := json.Marshal(doc)
	require.NoError(t, err)
	plan, err := poa.Open(mexico.Env(), data)
	require.NoError(t, err)
	return plan
}

var (
	word = regexp.MustCompile(`\pL+`)
	// shared are the words that both languages have: names of laws and authorities,
	// abbreviations, and words spelled alike.
	shared = strings.Fields(`xx mx com cff ine inegi iepc lgcs lgcg lgtaip lcf ldf lgipe srft
		art fr no fiscal general plan real social total jalisco civil electoral legal pae pesos radio variable web xxi feb mar may jun jul sep oct nov`)
)

// words returns the words of two or more letters of a text, in lower case.
func words(text string) map[string]bool {
	all := map[string]bool{}
	for _, w := range word.FindAllString(text, -1) {
		if utf8.RuneCountInString(w) > 1 {
			all[strings.ToLower(w)] = true
		}
	}
	return all
}

// No label, finding, fix or date of the English output is in Spanish: without the
// author's text, it has no word of the Spanish output except the shared ones.
func TestEnglishHasNoSpanish(t *testing.T) {
	plan := neutral(t)
	common := map[string]bool{}
	for _, d := range append([]string{"2027-04-02", "2027-07-01"}, days...) {
		english, spanish := render(t, plan, d, lang.English), words(render(t, plan, d, lang.Spanish))
		assert.NotRegexp(t, `[áéíóúñÁÉÍÓÚÑ¿¡]`, english)
		require.Greater(t, len(spanish), 200, "the Spanish output has too few words to compare")
		for w := range words(english) {
			if spanish[w] {
				common[w] = true
			}
		}
	}
	for _, w := range shared {
		delete(common, w)
	}
	assert.Empty(t, common, "these words of the English output are Spanish, or must be added to shared")
}

// Other people's texts cannot do anything to the terminal nor widen a table, and a plan
// without periods and calendar is printed.
func TestHostileTexts(t *testing.T) {
	doc := open(t).Document()
	bad := "\x1b[31m\u202e\u0007" + strings.Repeat("x", 30_000)
	for i, a := range doc.Activities {
		a.Name, a.Unit = bad, bad
		if i%2 == 0 {
			a.Period = ""
		}
	}
	doc.Posts[0].Name, doc.Funds[0].Name, doc.Campaigns[0].Name, doc.Office.Municipality = bad, bad, bad, bad
	for _, calendar := range []string{"jalisco", "", "marte"} {
		doc.Calendar = calendar
		plan, err := poa.New(mexico.Env(), doc)
		require.NoError(t, err)
		got := render(t, plan, "2027-05-10", lang.Spanish)
		for _, l := range strings.Split(got, "\n") {
			assert.LessOrEqual(t, utf8.RuneCountInString(l), width)
			assert.Equal(t, -1, strings.IndexAny(l, "\x1b\u202e\u0007"))
		}
	}
}
