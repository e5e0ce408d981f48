package rpc_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/mexico"
	"github.com/rumbo-mx/rumbo/poa/rpc"
)

// elements returns a request with a document of n elements of a list that have an id only.
func elements(method, list, rows string, n int) string {
	var b strings.Builder
	b.WriteString(`{"id":1,"method":"` + method + `","params":{"context":{"today":"2027-01-11"},` + rows +
		`"document":{"schema":1,"id":"p","fiscalYear":2027,"calendar":"jalisco","` + list + `":[`)
	for i := range n {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, `{"id":"a%d"}`, i)
	}
	b.WriteString(`]}}}`)
	return b.String()
}

// viewLists are the lists of a view, and of the document, that have a row for each element.
var viewLists = []string{"periods", "activities", "posts", "campaigns", "lines", "funds", "indicators", "ownDays", "evaluations", "reports", "commitments", "administrations"}

// The length of an answer is bounded by its windows, however many elements the document has.
func TestAnswersAreBounded(t *testing.T) {
	for _, list := range viewLists {
		for _, method := range []string{"check", "analyze", "open"} {
			t.Run(method+" "+list, func(t *testing.T) {
				size := func(n int) int {
					got := string(rpc.NewServer(mexico.Env(), rpc.Options{}).Call([]byte(elements(method, list, "", n))))
					require.Contains(t, got, `"result"`)
					return len(got)
				}
				small, large := size(2*rpc.MaxListed), size(8*rpc.MaxListed)
				assert.Less(t, large-small, small/10+100, "%d bytes for %d elements, %d for four times as many", small, 2*rpc.MaxListed, large)
			})
		}
	}
}

// A list that is not shown whole is named, with its total.
func TestOmittedElementsAreNamed(t *testing.T) {
	omitted := func(n int) []string {
		var answer struct{ Result rpc.View }
		s := rpc.NewServer(mexico.Env(), rpc.Options{})
		require.NoError(t, json.Unmarshal(s.Call([]byte(elements("open", "indicators", "", n))), &answer))
		assert.Len(t, answer.Result.Indicators, min(n, rpc.MaxListed))
		return answer.Result.Omitted
	}
	assert.Empty(t, omitted(rpc.MaxListed))
	assert.Equal(t, []string{"Se muestran 1,000 de los indicadores (1,001 en total)."}, omitted(rpc.MaxListed+1))
}

// The findings of check are read in windows, which together have all of them.
func TestWindowsOfFindings(t *testing.T) {
	type result struct {
		Result struct{ Findings rpc.FindingList }
	}
	env := mexico.Env()
	env.Checks = append(env.Checks, func(*poa.Plan, *poa.Analysis) (found []norm.Finding) {
		for i := range 2 * rpc.MaxFindings { // of many kinds: those of one kind are one finding
			found = append(found, norm.Finding{Code: norm.Code(fmt.Sprintf("town.rule-%d", i)), Severity: norm.Warning, Path: "title"})
		}
		return found
	})
	window := func(rows string) rpc.FindingList {
		var r result
		s := rpc.NewServer(env, rpc.Options{})
		require.NoError(t, json.Unmarshal(s.Call([]byte(elements("check", "activities", rows, 1))), &r))
		return r.Result.Findings
	}
	first := window("")
	total := 0
	for _, c := range first.Counts {
		total += c.Count
	}
	require.Greater(t, total, rpc.MaxFindings)
	require.Len(t, first.Items, rpc.MaxFindings)
	var all []rpc.FindingItem
	for from := 0; from < total; from += 70 {
		w := window(fmt.Sprintf(`"rows":{"from":%d,"count":70},`, from))
		assert.Equal(t, first.Counts, w.Counts)
		all = append(all, w.Items...)
	}
	require.Len(t, all, total)
	assert.Equal(t, first.Items, all[:rpc.MaxFindings])
	for _, rows := range []string{`"rows":{"from":-5,"count":3},`, `"rows":{"from":0,"count":3},`} {
		assert.Equal(t, all[:3], window(rows).Items)
	}
	assert.Empty(t, window(fmt.Sprintf(`"rows":{"from":%d},`, total)).Items)
	assert.Empty(t, window(`"rows":{"from":9007199254740991,"count":9007199254740991},`).Items)
	assert.Len(t, window(fmt.Sprintf(`"rows":{"count":%d},`, 100*rpc.MaxRows)).Items, min(total, rpc.MaxRows))
}

// A long name does not multiply: the sentences about it are cut.
func TestSentencesAreCut(t *testing.T) {
	name := strings.Repeat("ñ", poa.MaxText/2)
	request := `{"id":1,"method":"open","params":{"context":{"today":"2027-01-11"},"document":{"schema":1,"id":"p","fiscalYear":2027,"calendar":"jalisco","activities":[` +
		`{"id":"a1","name":"` + name + `","span":{"start":"2027-01-12","end":"2027-01-15"}}]}}}`
	s := rpc.NewServer(mexico.Env(), rpc.Options{})
	got := s.Call([]byte(request))
	require.Contains(t, string(got), `"result"`)
	assert.Less(t, len(got), len(request)+100_000)
	got = s.Call([]byte(`{"id":2,"method":"edit","params":{"commands":[{"kind":"change","edits":[{"op":"set","path":"activities[a1].unit","value":"u"}]}]}}`))
	require.Contains(t, string(got), `"result"`)
	assert.Less(t, len(got), len(request)+100_000)
}

// A call beyond a bound is an error that names the bound, and the plan is unchanged.
func TestBounds(t *testing.T) {
	commands := func(n int) string {
		return "[" + strings.TrimSuffix(strings.Repeat(`{"kind":"change","edits":[{"op":"set","path":"title","value":"x"}]},`, n), ",") + "]"
	}
	journal := func(n int) string {
		return strings.Replace(openRequest, `"document"`, `"journal":[{"commands":[]},{"commands":`+commands(n)+`}],"document"`, 1)
	}
	typed := func(method string, n int) string {
		return `{"id":2,"method":"` + method + `","params":{"context":{"language":"en"},"text":"` + strings.Repeat("x", n) + `"}}`
	}
	edit := func(n int) string { return `{"id":2,"method":"edit","params":{"commands":` + commands(n) + `}}` }
	for _, test := range []struct{ name, request, code, limit string }{
		{"commands of an edit", edit(rpc.MaxCommands + 1), "too-many-commands", "1,000"},
		{"commands of a line of the journal", journal(rpc.MaxCommands + 1), "too-many-commands", "1,000"},
		{"a typed date", typed("parseDate", rpc.MaxText+1), "text-too-long", "4,096"},
		{"a typed span", typed("parseSpan", rpc.MaxText+1), "text-too-long", "4,096"},
		{"a typed rule", typed("parseRule", rpc.MaxText+1), "text-too-long", "4,096"},
		{"the request", strings.Repeat(" ", rpc.MaxRequest+1), "too-large", "33,619,968"},
		{"commands of an edit, at the limit", edit(rpc.MaxCommands), "", ""},
		{"commands of a line, at the limit", journal(rpc.MaxCommands), "", ""},
		{"a typed date, at the limit", typed("parseDate", rpc.MaxText), "", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := rpc.NewServer(mexico.Env(), rpc.Options{})
			require.Contains(t, string(s.Call([]byte(openRequest))), `"result"`)
			before := string(s.Call([]byte(`{"id":1,"method":"save"}`)))
			got := string(s.Call([]byte(test.request)))
			if test.code == "" {
				assert.Contains(t, got, `"result"`)
				return
			}
			assert.Contains(t, got, `"code":"`+test.code+`"`)
			assert.Contains(t, got, test.limit)
			assert.Equal(t, before, string(s.Call([]byte(`{"id":1,"method":"save"}`))))
		})
	}
}

// A document that is longer than an answer may be is not written on.
func TestReportIsBounded(t *testing.T) {
	written := 0
	s := rpc.NewServer(mexico.Env(), rpc.Options{Report: func(w io.Writer, _ *poa.Analysis, _ string) error {
		page := make([]byte, 1<<20)
		for range 4 * rpc.MaxAnswer / len(page) {
			if _, err := w.Write(page); err != nil {
				return fmt.Errorf("cannot write: %w", err)
			}
			written += len(page)
		}
		return nil
	}})
	require.Contains(t, string(s.Call([]byte(openRequest))), `"result"`)
	got := string(s.Call([]byte(`{"id":2,"method":"report"}`)))
	assert.Contains(t, got, `"code":"answer-too-large"`)
	assert.LessOrEqual(t, written, rpc.MaxAnswer)
}

// expiry counts how often it is asked, and expires at a question.
type expiry struct{ asked, at int }

func (e *expiry) expired() bool {
	e.asked++
	return e.at > 0 && e.asked >= e.at
}

// A call that expires, at whatever step, is answered with the code timeout, computes
// nothing more, and leaves the plan and the next view as they were.
func TestExpiredCalls(t *testing.T) {
	document, err := os.ReadFile("../../examples/valledejuarez/plan.json")
	require.NoError(t, err)
	title := `{"kind":"change","edits":[{"op":"set","path":"title","value":"%d"}]}`
	opened := `"params":{"context":{"today":"2027-05-10"},"document":` + string(document)
	open := `{"id":1,"method":"open",` + opened + `}}`
	for _, request := range []string{
		open,
		`{"id":1,"method":"open",` + opened + `,"journal":[{"commands":[` + fmt.Sprintf(title, 1) + `,` + fmt.Sprintf(title, 2) + `]}]}}`,
		`{"id":1,"method":"analyze",` + opened + `}}`,
		`{"id":1,"method":"check",` + opened + `}}`,
		`{"id":1,"method":"print",` + opened + `}}`,
		`{"id":1,"method":"view"}`,
		`{"id":1,"method":"edit","params":{"commands":[` + fmt.Sprintf(title, 3) + `,` + fmt.Sprintf(title, 4) + `]}}`,
		`{"id":1,"method":"edit","params":{"commands":[{"kind":"change","edits":[{"op":"set","path":"calendar","value":"lft"}]}]}}`,
		`{"id":1,"method":"undo"}`,
		`{"id":1,"method":"report","params":{"context":{"today":"2027-05-11"}}}`,
	} {
		name := request[8:min(len(request), 60)]
		session := func(e *expiry) *rpc.Server {
			o := options
			o.Expired = e.expired
			s := rpc.NewServer(mexico.Env(), o)
			require.Contains(t, string(s.Call([]byte(open))), `"result"`)
			require.Contains(t, string(s.Call([]byte(`{"id":1,"method":"edit","params":{"commands":[`+fmt.Sprintf(title, 0)+`]}}`))), `"result"`)
			return s
		}
		var e expiry
		s := session(&e)
		e.asked = 0
		want := string(s.Call([]byte(request)))
		require.Contains(t, want, `"result"`)
		questions := e.asked
		assert.NotZero(t, questions, name)
		for at := 1; at <= questions; at += 1 + questions/20 {
			e = expiry{}
			s := session(&e)
			e = expiry{at: at}
			got := string(s.Call([]byte(request)))
			assert.Contains(t, got, `"code":"timeout"`, "%s at question %d of %d", name, at, questions)
			assert.LessOrEqual(t, e.asked, at+1, "%s went on after question %d", name, at)
			e = expiry{}
			assert.Equal(t, want, string(s.Call([]byte(request))), "%s after it expired at question %d", name, at)
		}
	}
}

// The checks of a norm do not run once the call has expired.
func TestExpiredChecks(t *testing.T) {
	expired, ran := false, 0
	env := mexico.Env()
	env.Checks = nil
	for range 10 {
		env.Checks = append(env.Checks, func(*poa.Plan, *poa.Analysis) []norm.Finding {
			ran++
			expired = ran == 3
			return nil
		})
	}
	s := rpc.NewServer(env, rpc.Options{Expired: func() bool { return expired }})
	assert.Contains(t, string(s.Call([]byte(openRequest))), `"code":"timeout"`)
	assert.Equal(t, 3, ran)
}

// The hook receives each failed call; the text of an error of the host is nowhere else.
func TestFailedCalls(t *testing.T) {
	type failed struct {
		method string
		err    error
	}
	var calls []failed
	secret := errors.New("pq: password authentication failed for user \xff")
	broken := rpc.Method{Name: "broken", Answer: func([]byte) ([]byte, error) { return nil, secret }}
	crashing := rpc.Method{Name: "crashing", Answer: func([]byte) ([]byte, error) { panic(secret) }}
	s := rpc.NewServer(mexico.Env(), rpc.Options{
		Methods: []rpc.Method{broken, crashing},
		Report:  func(io.Writer, *poa.Analysis, string) error { return secret },
		Failed:  func(method string, err error) { calls = append(calls, failed{method, err}) },
	})
	require.Contains(t, string(s.Call([]byte(openRequest))), `"result"`)
	require.Empty(t, calls)
	for _, test := range []struct {
		request, method, code string
		host                  bool
	}{
		{`{"id":1,"method":"broken"}`, "broken", "failed", true},
		{`{"id":1,"method":"crashing"}`, "crashing", "internal", true},
		{`{"id":1,"method":"report"}`, "report", "failed", true},
		{`{"id":1,"method":"redo"}`, "redo", "nothing-to-redo", false},
		{`{"id":1,"method":"fly"}`, "fly", "unknown-method", false},
		{`{"id":1,`, "", "syntax", false},
	} {
		calls = nil
		got := string(s.Call([]byte(test.request)))
		assert.Contains(t, got, `"code":"`+test.code+`"`)
		assert.NotContains(t, got, "pq:")
		assert.True(t, json.Valid([]byte(got)))
		require.Len(t, calls, 1, test.request)
		assert.Equal(t, test.method, calls[0].method)
		assert.Equal(t, test.host, rpc.HostError(calls[0].err), "%v", calls[0].err)
		if test.host {
			assert.ErrorContains(t, calls[0].err, "pq:")
		}
	}
}

// What a response repeats of a request is valid UTF-8.
func TestResponsesAreUTF8(t *testing.T) {
	s := rpc.NewServer(mexico.Env(), rpc.Options{})
	for _, q := range []rpc.CalendarParams{
		{Profile: "\xff", Year: 2027},
		{Profile: strings.Repeat("ñ", 31) + "x" + strings.Repeat("ñ", 40), Year: 2027},
		{Profile: "lft", Year: 2027, Context: rpc.Context{Language: "\xff"}},
	} {
		got, _ := s.Calendar(q)
		assert.True(t, json.Valid(got), "%q", got)
		assert.Equal(t, strings.ToValidUTF8(string(got), "?"), string(got))
	}
}

func ExampleHostError() {
	s := rpc.NewServer(mexico.Env(), rpc.Options{
		Report: func(io.Writer, *poa.Analysis, string) error { return errors.New("the disk is full") },
		Failed: func(method string, err error) { fmt.Println(method, rpc.HostError(err), err) },
	})
	s.Call([]byte(openRequest))
	fmt.Println(string(s.Call([]byte(`{"id":2,"method":"report"}`))))
	fmt.Println(string(s.Call([]byte(`{"id":3,"method":"undo"}`))))
	// Output:
	// report true the disk is full
	// {"id":2,"error":{"code":"failed","message":"The operation could not be completed: try again later or tell the system administrator."}}
	// undo false poa: nothing to undo
	// {"id":3,"error":{"code":"nothing-to-undo","message":"There is nothing to undo."}}
}

// The notes about one element are not repeated whole in its row.
func TestNotesOfARowAreBounded(t *testing.T) {
	for _, list := range []string{"activities", "ownDays"} {
		for kind, item := range map[string]string{"illustrative": `"` + list + `[a].name.%d"`, "pending": `{"path":"` + list + `[a].name.%d","text":"x"}`} {
			size := func(n int) int {
				document := `{"schema":1,"id":"p","fiscalYear":2027,"calendar":"jalisco","` + list + `":[{"id":"a","name":"x"}],"` + kind + `":` + listOf(n, item) + `}`
				s := rpc.NewServer(mexico.Env(), rpc.Options{})
				got := s.Call([]byte(`{"id":1,"method":"open","params":{"context":{"today":"2027-01-11"},"document":` + document + `}}`))
				require.Contains(t, string(got[:30]), `"result"`)
				return len(got)
			}
			assert.Less(t, size(20_000)-size(1000), 1000, "%s of %s", kind, list)
		}
	}
}

// A view takes memory for the rows that it has, not for all elements with findings.
func TestViewsReadOnlyTheirRows(t *testing.T) {
	const n = 30_000
	for list, most := range map[string]uint64{"campaigns": 800, "ownDays": 800} {
		document := `{"schema":1,"id":"p","fiscalYear":2027,"calendar":"jalisco","` + list + `":` + listOf(n, `{"id":"a%d"}`) + `}`
		s := rpc.NewServer(mexico.Env(), rpc.Options{})
		require.Contains(t, string(s.Call([]byte(`{"id":1,"method":"open","params":{"context":{"today":"2027-01-11"},"document":` + document + `}}`))[:30]), `"result"`)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		s.Call([]byte(`{"id":1,"method":"view","params":{}}`))
		runtime.ReadMemStats(&after)
		assert.Less(t, (after.TotalAlloc-before.TotalAlloc)/n, most, "bytes for each of the %s", list)
	}
}
