package rpc_test

import (
	"encoding/json"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/mexico"
	"github.com/rumbo-mx/rumbo/poa/report"
	"github.com/rumbo-mx/rumbo/poa/rpc"
)

// listOf returns a JSON array; element i is format with i for each %[1]d.
func listOf(n int, format string) string {
	var b strings.Builder
	for i := range n {
		b.WriteByte("[,"[min(i, 1)])
		fmt.Fprintf(&b, format, i)
	}
	return b.String() + "]"
}

// largeDocuments are documents with n elements of a kind, without the members that all have.
var largeDocuments = []struct {
	name    string
	members func(n int) string
}{
	{"activities", func(n int) string {
		return `"periods":[{"id":"p","span":{"start":"2027-01-01","end":"2027-12-31"}}],"activities":` +
			listOf(n, `{"id":"a%[1]d","name":"x%[1]d","period":"p","span":{"start":"2027-02-01","end":"2027-03-01"}}`)
	}},
	{"bare activities", func(n int) string { return `"activities":` + listOf(n, `{"id":"a%[1]d"}`) }},
	{"periods", func(n int) string {
		return `"periods":` + listOf(n, `{"id":"p%[1]d","name":"x","span":{"start":"2027-01-01","end":"2027-12-31"}}`)
	}},
	{"campaigns in a blackout", func(n int) string {
		return `"campaigns":` + listOf(n, `{"id":"c%[1]d","name":"x","span":{"start":"2027-03-01","end":"2027-07-31"},"media":[{"id":"m%[1]d","span":{"start":"2027-05-01","end":"2027-05-02"}}]}`)
	}},
	{"placements", func(n int) string {
		return `"campaigns":[{"id":"c","name":"x","span":{"start":"2027-03-01","end":"2027-07-31"},"media":` +
			listOf(n, `{"id":"m%[1]d","name":"x","span":{"start":"2027-08-01","end":"2027-08-02"},"cost":"1.00"}`) + "}]"
	}},
	{"indicators", func(n int) string {
		return `"indicators":` + listOf(n, `{"id":"i%[1]d","name":"x","frequency":"monthly","formula":"A","variables":[{"id":"v%[1]d","symbol":"A"}]}`)
	}},
	{"lines", func(n int) string {
		return `"funds":[{"id":"f"}],"lines":` + listOf(n, `{"id":"l%[1]d","name":"x","item":"361","fund":"f"}`)
	}},
	{"entries", func(n int) string {
		return `"lines":[{"id":"l","item":"361"}],"ledger":` + listOf(n, `{"id":"e%[1]d","line":"l","date":"2027-02-01","kind":"committed","amount":"1.00"}`)
	}},
	{"progress", func(n int) string {
		return `"activities":[{"id":"a"}],"progress":` + listOf(n, `{"id":"r%[1]d","activity":"a","month":1,"date":"2027-02-01","quantity":"1"}`)
	}},
	{"own days", func(n int) string {
		return `"ownDays":` + listOf(n, `{"id":"o%[1]d","kind":"local-day","name":"x","rule":"05-11 300d"}`)
	}},
	{"pending texts", func(n int) string {
		return `"activities":` + listOf(n/2, `{"id":"a%[1]d","name":"x"}`) + `,"pending":` + listOf(n/2, `{"path":"activities[a%[1]d].span","text":"x"}`)
	}},
	{"lessons", func(n int) string {
		return `"evaluations":[{"id":"e","name":"x","date":"2027-02-01","findings":` + listOf(n, `{"id":"l%[1]d","text":"x","due":"2027-03-01"}`) + `}]`
	}},
}

// withReport returns options with a report and a function that is asked for the time.
func withReport(expired func() bool) rpc.Options {
	return rpc.Options{Expired: expired, Report: func(w io.Writer, a *poa.Analysis, language string) error {
		return report.Write(w, a, report.Options{Language: language})
	}}
}

// What is done between two questions whether a call must end, measured by the memory
// blocks that it takes, does not grow with the document: not in any method, whatever list is
// long.
func TestWorkBetweenQuestionsIsBounded(t *testing.T) {
	const n, most = 12_000, 26_000
	// The sums of budget, the due measurements of kpi, and the encoding and the label of
	// one long command are not interrupted: they take some blocks for each element.
	const perElement = 12
	whole := func(document, method string, params string) bool {
		return document == "indicators" || document == "lines" || strings.Contains(params, `"title"`) || method == "undo" || method == "redo"
	}
	for _, document := range largeDocuments {
		t.Run(document.name, func(t *testing.T) {
			var last, worst uint64
			read := func() uint64 {
				var m runtime.MemStats
				runtime.ReadMemStats(&m)
				return m.Mallocs
			}
			ask := func() bool {
				now := read()
				worst, last = max(worst, now-last), now
				return false
			}
			s := rpc.NewServer(mexico.Env(), withReport(ask))
			opened := `{"context":{"today":"2027-05-11"},"document":{"schema":1,"id":"p","fiscalYear":2027,"calendar":"jalisco",` + document.members(n) + `}}`
			edit := func(edits string) string { return `{"commands":[{"kind":"change","edits":` + edits + `}]}` }
			for _, call := range [][2]string{
				{"open", opened},
				{"check", opened},
				{"analyze", opened},
				{"view", `{"context":{"today":"2027-05-12"}}`},
				{"edit", edit(`[{"op":"set","path":"calendar","value":"lft"}]`)},
				{"edit", edit(listOf(n, `{"op":"set","path":"title","value":"%[1]d"}`))},
				{"undo", `{}`},
				{"redo", `{}`},
				{"save", `{}`},
				{"report", `{}`},
				{"print", opened},
			} {
				worst, last = 0, read()
				got := s.Call([]byte(`{"id":1,"method":"` + call[0] + `","params":` + call[1] + `}`))
				ask()
				assert.Contains(t, string(got[:30]), `"result"`, call[0])
				limit := uint64(most)
				if whole(document.name, call[0], call[1]) {
					limit = perElement * n
				}
				assert.Less(t, worst, limit, "memory blocks that %s takes between two questions", call[0])
			}
		})
	}
}

// The steps that can be undone are limited, by default too.
func TestUndoIsLimited(t *testing.T) {
	steps := func(options rpc.Options, edits, size int) (n int) {
		s := rpc.NewServer(mexico.Env(), options)
		require.Contains(t, string(s.Call([]byte(openRequest))), `"result"`)
		for i := range edits {
			text := fmt.Sprintf("%d%s", i, strings.Repeat("x", size))
			s.Call([]byte(`{"id":1,"method":"edit","params":{"commands":[{"kind":"change","edits":[{"op":"set","path":"title","value":"` + text + `"}]}]}}`))
		}
		for strings.Contains(string(s.Call([]byte(`{"id":1,"method":"undo"}`))), `"result"`) {
			n++
		}
		return n
	}
	standard := rpc.DefaultUndo()
	assert.Equal(t, standard.Steps, steps(rpc.Options{}, standard.Steps+5, 0))
	assert.Equal(t, 3, steps(rpc.Options{Undo: poa.HistoryLimits{Steps: 3}}, 10, 0))
	assert.Equal(t, standard.Steps+5, steps(rpc.Options{Undo: poa.HistoryLimits{Steps: -1}}, standard.Steps+5, 0))
	big := steps(rpc.Options{}, 600, poa.MaxText-10)
	assert.Less(t, big, 600, "their bytes are limited")
	assert.Greater(t, big, 100)
}

// Long texts shorten the lists of a view, which name what they leave out.
func TestViewsAreBoundedInBytes(t *testing.T) {
	long := strings.Repeat("x", 60_000)
	for list, member := range map[string]string{
		"indicators": "formula", "activities": "name", "campaigns": "name", "funds": "name", "ownDays": "name", "periods": "name",
	} {
		t.Run(list, func(t *testing.T) {
			document := `{"schema":1,"id":"p","fiscalYear":2027,"calendar":"jalisco","` + list + `":` + listOf(300, `{"id":"e%[1]d","`+member+`":"`+long+`"}`) + `}`
			s := rpc.NewServer(mexico.Env(), rpc.Options{})
			got := s.Call([]byte(`{"id":1,"method":"open","params":{"context":{"today":"2027-01-11"},"rows":{"count":300},"document":` + document + `}}`))
			assert.Less(t, len(got), 3*rpc.MaxListBytes/2)
			var answer struct{ Result rpc.View }
			require.NoError(t, json.Unmarshal(got, &answer))
			if list == "activities" {
				assert.Equal(t, 300, answer.Result.Activities.Total)
				assert.NotEmpty(t, answer.Result.Activities.Rows)
				assert.Less(t, len(answer.Result.Activities.Rows), 300)
				next := len(answer.Result.Activities.Rows)
				more := string(s.Call([]byte(fmt.Sprintf(`{"id":1,"method":"view","params":{"rows":{"from":%d}}}`, next))))
				assert.Contains(t, more, fmt.Sprintf(`"from":%d,"rows":[{"id":"e%d"`, next, next), "the next window begins after it")
				return
			}
			require.Len(t, answer.Result.Omitted, 1)
			assert.Contains(t, answer.Result.Omitted[0], "(300 en total)")
			// An edit of something else does not repeat the sentence.
			got = s.Call([]byte(`{"id":1,"method":"edit","params":{"commands":[{"kind":"change","edits":[{"op":"set","path":"title","value":"x"}]}]}}`))
			assert.NotContains(t, string(got), `"omitted"`)
		})
	}
}

// The result of a long edit does not repeat its commands; that of its undo has those that
// it applied.
func TestLongEditsAreNotRepeated(t *testing.T) {
	s := rpc.NewServer(mexico.Env(), rpc.Options{})
	require.Contains(t, string(s.Call([]byte(openRequest))), `"result"`)
	edit := func(n int) string {
		return string(s.Call([]byte(`{"id":1,"method":"edit","params":{"commands":[{"kind":"change","edits":` + listOf(n, `{"op":"set","path":"title","value":"title %[1]d"}`) + `}]}}`)))
	}
	assert.Contains(t, edit(10), `"journal"`)
	got := edit(5000)
	assert.NotContains(t, got, `"journal"`)
	assert.Less(t, len(got), rpc.MaxEcho)
	assert.Contains(t, string(s.Call([]byte(`{"id":1,"method":"undo"}`))), `"journal"`)
}

// A fix with very many edits is advice.
func TestLongFixesAreAdvice(t *testing.T) {
	env := mexico.Env()
	env.Checks = append(env.Checks, func(*poa.Plan, *poa.Analysis) []norm.Finding {
		fix := func(n int) norm.Fix {
			f := norm.Fix{Code: "fix.dates"}
			for range n {
				f.Edits = append(f.Edits, norm.Edit{Op: norm.OpSet, Path: "title", Value: `"x"`})
			}
			return f
		}
		return []norm.Finding{{Code: "town.rule", Severity: norm.Warning, Path: "title", Fixes: []norm.Fix{fix(3), fix(100_000)}}}
	})
	s := rpc.NewServer(env, rpc.Options{})
	got := s.Call([]byte(openRequest))
	assert.Less(t, len(got), 100_000)
	var answer struct{ Result rpc.View }
	require.NoError(t, json.Unmarshal(got, &answer))
	for _, f := range answer.Result.Findings.Items {
		if f.Code == "town.rule" {
			require.Len(t, f.Fixes, 2)
			assert.Len(t, f.Fixes[0].Commands, 1)
			assert.Empty(t, f.Fixes[1].Commands)
		}
	}
}

// An edit or an undo whose answer is too large has not happened.
func TestTooLargeAnswerChangesNothing(t *testing.T) {
	document := `{"schema":1,"id":"p","fiscalYear":2027,"calendar":"jalisco"}`
	huge := false
	env := mexico.Env()
	env.Checks = append(env.Checks, func(*poa.Plan, *poa.Analysis) []norm.Finding { return nil })
	chapter := env.Chapter
	env.Chapter = func(code string) (norm.Label, bool) {
		if huge {
			return norm.Label{ES: strings.Repeat("x", rpc.MaxAnswer)}, true
		}
		return chapter(code)
	}
	s := rpc.NewServer(env, rpc.Options{})
	require.Contains(t, string(s.Call([]byte(`{"id":1,"method":"open","params":{"context":{"today":"2027-01-11"},"document":`+document+`}}`))), `"result"`)
	call := func(method, params string) string {
		return string(s.Call([]byte(`{"id":1,"method":"` + method + `","params":` + params + `}`)))
	}
	line := func(id string) string {
		return `{"commands":[{"kind":"change","edits":[{"op":"insert","path":"lines","value":{"id":"` + id + `","item":"361"}}]}]}`
	}
	require.Contains(t, call("edit", line("l1")), `"result"`)
	before, seen := call("save", "{}"), call("view", "{}")
	huge = true
	assert.Contains(t, call("edit", strings.Replace(line("l2"), "361", "211", 1)), `"code":"answer-too-large"`)
	huge = false
	assert.Equal(t, before, call("save", "{}"))
	assert.Equal(t, seen, call("view", "{}"))
	assert.Contains(t, call("undo", "{}"), `"result"`, "the step before it")
	assert.NotContains(t, call("save", "{}"), "l1")
}

// A calendar of very many parts is not repeated in the choices.
func TestLongCompositionsAreNotRepeated(t *testing.T) {
	text := strings.Repeat("jalisco + ", 6000)
	document := `{"schema":1,"id":"p","fiscalYear":2027,"calendar":"` + text + `"}`
	s := rpc.NewServer(mexico.Env(), rpc.Options{})
	got := s.Call([]byte(`{"id":1,"method":"open","params":{"context":{"today":"2027-01-11"},"document":` + document + `}}`))
	require.Contains(t, string(got), `"result"`)
	assert.Less(t, len(got), 4*len(text))
	got = s.Call([]byte(`{"id":1,"method":"calendar","params":{"year":2027,"profile":"` + strings.Repeat("jalisco + ", 1_000_000) + `"}}`))
	assert.Contains(t, string(got), `"code":"too-many"`)
	assert.Less(t, len(got), 10_000)
}
