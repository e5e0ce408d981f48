package bench

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/calendar/term"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/mexico"
	"github.com/rumbo-mx/rumbo/poa/rpc"
)

// sizes are the numbers of activities of a large office and of a whole municipality.
var sizes = []int{1_000, 10_000}

func open(tb testing.TB, n int) *poa.Plan {
	tb.Helper()
	p, err := poa.New(mexico.Env(), Document(n))
	must(tb, err)
	return p
}

func TestDocument(t *testing.T) {
	one, again := Document(1000).AppendJSON(nil), Document(1000).AppendJSON(nil)
	if !bytes.Equal(one, again) {
		t.Error("the generator is not deterministic")
	}
	a := open(t, 10_000).Analyze(Today)
	if n := len(a.Findings); n == 0 || n > 50 {
		t.Errorf("%d findings, want a few, as in a real plan", n)
	}
	for state := poa.StateNotStarted; int(state) < len(a.Count); state++ {
		if a.Count[state] == 0 {
			t.Errorf("no activity is %s", state)
		}
	}
}

func BenchmarkPlanDecode(b *testing.B) {
	data := Document(10_000).AppendJSON(nil)
	agreeOnDocument(b, data)
	b.Run("impl=rumbo", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		for b.Loop() {
			doc, err := poa.DecodeDocument(data)
			must(b, err)
			sink += len(doc.Activities)
		}
	})
	b.Run("impl=encodingjson", func(b *testing.B) {
		t := tagged(reflect.TypeFor[poa.Document]())
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		for b.Loop() {
			doc, err := decodeJSON(data, t)
			must(b, err)
			sink += len(doc.Activities)
		}
	})
}

// Opening a file: decoding, resolving references, analysis.
func BenchmarkOpen(b *testing.B) {
	for _, n := range sizes {
		b.Run("n="+strconv.Itoa(n), func(b *testing.B) {
			env, data := mexico.Env(), Document(n).AppendJSON(nil)
			b.ReportAllocs()
			for b.Loop() {
				p, err := poa.Open(env, data)
				must(b, err)
				sink += len(p.Analyze(Today).Findings)
			}
		})
	}
}

// rename returns the i-th edit of a session: a new name in some row.
func rename(i, n int) *poa.Change {
	row := i * 7919 % n
	return &poa.Change{Edits: []norm.Edit{{
		Op: norm.OpSet, Path: norm.Path("activities").Item(fmt.Sprint("a", row)).Field("name"), Value: `"Nombre ` + strconv.Itoa(i) + `"`,
	}}}
}

// renames returns edits made in advance, so that making them is not timed.
func renames(n int) []*poa.Change {
	list := make([]*poa.Change, 1024)
	for i := range list {
		list[i] = rename(i, n)
	}
	return list
}

func BenchmarkEdit(b *testing.B) {
	for _, n := range sizes {
		b.Run("n="+strconv.Itoa(n), func(b *testing.B) {
			p, edits := open(b, n), renames(n)
			p.Analyze(Today)
			b.ReportAllocs()
			b.ResetTimer()
			for i := range b.N {
				next, _, err := p.Apply(edits[i%len(edits)])
				must(b, err)
				sink += len(next.Analyze(Today).Findings)
				p = next
			}
		})
	}
}

func BenchmarkAnalyze(b *testing.B) {
	for _, n := range sizes {
		p, edits := open(b, n), renames(n)
		b.Run("n="+strconv.Itoa(n)+"/cold", func(b *testing.B) {
			b.ReportAllocs()
			b.ResetTimer()
			for i := range b.N { // another day, which invalidates the last analysis
				sink += len(p.Analyze(Today.AddDays(i % 2)).Findings)
			}
		})
		b.Run("n="+strconv.Itoa(n)+"/after-edit", func(b *testing.B) {
			p.Analyze(Today)
			next := make([]*poa.Plan, 64)
			b.ReportAllocs()
			b.ResetTimer()
			for i := range b.N {
				if i%len(next) == 0 {
					b.StopTimer()
					for j := range next { // each is one edit after the analyzed plan
						var err error
						next[j], _, err = p.Apply(edits[(i+j)%len(edits)])
						must(b, err)
					}
					b.StartTimer()
				}
				sink += len(next[i%len(next)].Analyze(Today).Findings)
			}
		})
	}
}

// The work of the engine after each input in the browser: one call with the command and
// the visible rows, answered with what changed.
func BenchmarkRPCEdit(b *testing.B) {
	const n = 10_000
	for _, work := range []struct {
		name    string
		command func(i int) string
	}{
		{"field=name", func(i int) string { return string(poa.AppendCommand(nil, rename(i, n))) }},
		{"field=end", func(i int) string { return string(poa.AppendCommand(nil, postpone(i, n))) }},
	} {
		b.Run("n="+strconv.Itoa(n)+"/"+work.name, func(b *testing.B) {
			server := session(b, n)
			requests := make([][]byte, 1024)
			for i := range requests {
				row := max(0, i*7919%n-30)
				requests[i] = fmt.Appendf(nil, `{"id":%d,"method":"edit","params":{"commands":[%s],"rows":{"from":%d,"count":60}}}`, i+2, work.command(i), row)
			}
			latencies := make([]time.Duration, 0, 1<<16)
			size := 0
			b.ReportAllocs()
			b.ResetTimer()
			for i := range b.N {
				start := time.Now()
				answer := server.Call(requests[i%len(requests)])
				if len(latencies) < cap(latencies) {
					latencies = append(latencies, time.Since(start))
				}
				size += len(answer)
				if bytes.Contains(answer[:min(40, len(answer))], []byte(`"error"`)) {
					b.Fatalf("%s", answer)
				}
			}
			b.StopTimer()
			slices.Sort(latencies)
			b.ReportMetric(float64(latencies[len(latencies)/2].Nanoseconds()), "median-ns")
			b.ReportMetric(float64(latencies[len(latencies)*99/100].Nanoseconds()), "p99-ns")
			b.ReportMetric(float64(latencies[len(latencies)-1].Nanoseconds()), "worst-ns")
			b.ReportMetric(float64(size)/float64(b.N), "answer-B")
		})
	}
}

// postpone moves the end of an activity within its quarter.
func postpone(i, n int) *poa.Change {
	row := i * 7919 % n
	quarter := (initialActivities[row].Span.Start.Month() - 1) / 3
	end := term.Quarterly.Periods(2027)[quarter].End.AddDays(-(i % 3))
	return &poa.Change{Edits: []norm.Edit{{
		Op: norm.OpSet, Path: norm.Path("activities").Item(fmt.Sprint("a", row)).Field("span").Field("end"), Value: `"` + end.String() + `"`,
	}}}
}

// initialActivities are the activities that the sessions edit, before any edit.
var initialActivities = Document(10_000).Activities

// session returns an engine with a plan of n activities open.
func session(b *testing.B, n int) *rpc.Server {
	b.Helper()
	server := rpc.NewServer(mexico.Env(), rpc.Options{})
	request := fmt.Appendf(nil, `{"id":1,"method":"open","params":{"context":{"today":"%s","language":"es-MX"},"rows":{"from":0,"count":60},"document":`, Today)
	request = append(Document(n).AppendJSON(request), "}}"...)
	if answer := server.Call(request); bytes.Contains(answer[:40], []byte(`"error"`)) {
		b.Fatalf("%s", answer)
	}
	return server
}
