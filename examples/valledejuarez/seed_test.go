package main

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// collapse replaces every run of white space by one space.
func collapse(s string) string { return strings.Join(strings.Fields(s), " ") }

// seedText returns the text of the page from which the project started, without its
// source comments.
func seedText(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile("testdata/seed.txt")
	require.NoError(t, err)
	var lines []string
	for _, line := range strings.Split(string(data), "\n") {
		if !strings.HasPrefix(line, "#") {
			lines = append(lines, line)
		}
	}
	return collapse(strings.Join(lines, "\n"))
}

func TestSeedContainsThePlansTexts(t *testing.T) {
	doc, seed := open(t).View(), seedText(t)
	require.Len(t, doc.Activities, 12)
	require.Len(t, doc.Commitments, 5)
	words := []string{"Misión: " + doc.Mission, "Visión: " + doc.Vision, strings.ToUpper(doc.Office.Name), doc.Title + "."}
	for _, p := range doc.Periods {
		words = append(words, p.Name+":")
	}
	for _, a := range doc.Activities {
		words = append(words, "• "+a.Name+".")
	}
	for _, c := range doc.Commitments {
		words = append(words, "• "+c.Text+".")
	}
	for _, w := range words {
		assert.Contains(t, seed, w)
	}
}

func TestIllustrativePathsLeadToValues(t *testing.T) {
	plan := open(t)
	marks := plan.View().Illustrative
	require.True(t, slices.IsSorted(marks))
	for _, path := range marks {
		value, ok := plan.ValueAt(path)
		assert.Truef(t, ok && value != "null", "no value at the illustrative path %s", path)
		assert.Falsef(t, strings.HasPrefix(value, "{"), "the illustrative path %s is a whole element", path)
		assert.Falsef(t, strings.HasSuffix(string(path), "]") || strings.HasSuffix(string(path), ".id"), "the illustrative path %s is a whole element or its id", path)
	}
}

// What the seed does not contain is marked illustrative, value by value: without the marked
// values, and without elements of which only ids and links remain, the plan has exactly the
// text of the seed, in its order.
func TestWhatIsNotInTheSeedIsIllustrative(t *testing.T) {
	var doc map[string]any
	require.NoError(t, json.Unmarshal(planJSON, &doc))
	for _, m := range doc["illustrative"].([]any) {
		steps, ok := norm.Path(m.(string)).Steps()
		require.Truef(t, ok, "path %s", m)
		remove(t, doc, steps)
	}
	delete(doc, "illustrative")
	for removeEmpty(doc) {
	}

	var page strings.Builder
	add := func(words ...string) {
		for _, w := range words {
			page.WriteString(w + " ")
		}
	}
	office := pop(t, doc, "office").(map[string]any)
	add(strings.ToUpper(pop(t, office, "name").(string)), pop(t, doc, "title").(string)+".")
	add("Misión:", pop(t, doc, "mission").(string), "Visión:", pop(t, doc, "vision").(string))
	for _, p := range elements(t, doc, "periods") {
		add(pop(t, p, "name").(string) + ":")
		for _, a := range doc["activities"].([]any) {
			if a := a.(map[string]any); a["period"] == p["id"] {
				add("•", pop(t, a, "name").(string)+".")
			}
		}
	}
	for _, section := range []struct{ key, title string }{
		{"budget", "Presupuesto y recursos:"}, {"evaluation", "Evaluación y seguimiento:"},
	} {
		add(section.title)
		for _, c := range doc["commitments"].([]any) {
			if c := c.(map[string]any); c["section"] == section.key {
				add("•", pop(t, c, "text").(string)+".")
			}
		}
	}
	assert.Equal(t, seedText(t), collapse(page.String()))

	// Only these remain: ids, links, the sections just read, the year, the town and its
	// codes, and facts of law or of the calendar, which have their own sources.
	for _, a := range elements(t, doc, "activities") {
		assert.ElementsMatch(t, []string{"id", "period"}, keys(a))
	}
	for _, c := range elements(t, doc, "commitments") {
		assert.ElementsMatch(t, []string{"id", "section"}, keys(c))
	}
	for _, p := range elements(t, doc, "periods") {
		assert.ElementsMatch(t, []string{"id", "span"}, keys(p))
	}
	assert.ElementsMatch(t, []string{"municipality", "state", "inegi"}, keys(office))
	assert.ElementsMatch(t, []string{
		"schema", "id", "fiscalYear", "norm", "calendar", "administrations", "periods", "activities", "commitments",
	}, keys(doc))
}

// links are the fields that only refer to other elements.
var links = []string{
	"id", "administration", "reportsTo", "period", "responsible", "channels", "channel", "fund", "line",
	"activities", "activity", "indicators", "indicator", "by", "fulfilledBy",
}

// remove removes the value at a path.
func remove(t *testing.T, at any, steps []norm.Step) {
	t.Helper()
	for i, s := range steps {
		if s.ID {
			list := at.([]any)
			n := slices.IndexFunc(list, func(e any) bool { return e.(map[string]any)["id"] == s.Name })
			require.GreaterOrEqualf(t, n, 0, "no element %s", s.Name)
			at = list[n]
			continue
		}
		object := at.(map[string]any)
		require.Containsf(t, object, s.Name, "no value at the illustrative path %v", steps)
		if i == len(steps)-1 {
			delete(object, s.Name)
			return
		}
		at = object[s.Name]
	}
}

// removeEmpty removes what has no content left: empty objects and lists, elements with only
// links, and links to elements that no longer exist. It reports whether it removed anything.
func removeEmpty(doc map[string]any) (changed bool) {
	ids := map[string]bool{}
	var collect, clean func(v any)
	collect = func(v any) {
		switch v := v.(type) {
		case map[string]any:
			if id, ok := v["id"].(string); ok {
				ids[id] = true
			}
			for _, x := range v {
				collect(x)
			}
		case []any:
			for _, x := range v {
				collect(x)
			}
		}
	}
	collect(doc)
	clean = func(v any) {
		object, ok := v.(map[string]any)
		if !ok {
			return
		}
		for key, x := range object {
			switch x := x.(type) {
			case map[string]any:
				clean(x)
				if len(x) == 0 {
					delete(object, key)
					changed = true
				}
			case []any:
				kept := slices.DeleteFunc(x, func(e any) bool {
					clean(e)
					if id, ok := e.(string); ok {
						return slices.Contains(links, key) && !ids[id]
					}
					return hasOnlyLinks(e)
				})
				changed = changed || len(kept) < len(x)
				object[key] = kept
				if len(kept) == 0 {
					delete(object, key)
				}
			}
		}
	}
	clean(doc)
	return changed
}

func hasOnlyLinks(e any) bool {
	object, ok := e.(map[string]any)
	for key := range object {
		if !slices.Contains(links, key) {
			return false
		}
	}
	return ok
}

func pop(t *testing.T, object map[string]any, key string) any {
	t.Helper()
	require.Contains(t, object, key)
	v := object[key]
	delete(object, key)
	return v
}

func elements(t *testing.T, doc map[string]any, list string) []map[string]any {
	t.Helper()
	require.Contains(t, doc, list)
	var all []map[string]any
	for _, e := range doc[list].([]any) {
		all = append(all, e.(map[string]any))
	}
	return all
}

func keys(object map[string]any) []string {
	var all []string
	for k := range object {
		all = append(all, k)
	}
	return all
}
