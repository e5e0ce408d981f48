// Command peer is the Go part of ../peers, which compares the speed of Rumbo's calendar
// with numpy, QuantLib and date-holidays.
//
//	peer inputs FILE       write the inputs of ../dates.go, print Rumbo's own sums
//	peer table RESULTS     check that all sums are equal, print the ratios
//
// Results are lines of three kinds: those of go test -bench, "sum WORK IMPL NUMBER", and
// "version IMPL TEXT".
package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/mx"
	"github.com/rumbo-mx/rumbo/examples/bench"
)

const (
	// batch is the number of inputs, summed the number of inputs that are summed: peers
	// that iterate over days are slow.
	batch  = 1 << 14
	summed = 1 << 10
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "peer:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) != 2 {
		return fmt.Errorf("use peer inputs FILE or peer table RESULTS; ../peers runs both")
	}
	switch args[0] {
	case "inputs":
		if err := writeInputs(args[1]); err != nil {
			return err
		}
		return printSums(os.Stdout)
	case "table":
		f, err := os.Open(args[1])
		if err != nil {
			return err
		}
		defer f.Close()
		r, err := read(f)
		if err != nil {
			return err
		}
		if err := r.agree(); err != nil {
			return err
		}
		r.print(os.Stdout)
		return nil
	}
	return fmt.Errorf("unknown command %q: use inputs or table", args[0])
}

// writeInputs writes one line for each input: a day, a number of steps, and the two ends
// of a span of up to 1 year and of one of up to 30 years. Days are counted from
// 1970-01-01.
func writeInputs(name string) error {
	var b strings.Builder
	dates, steps := bench.Dates(batch), bench.Steps(batch)
	short, long := bench.Spans(batch, 365), bench.Spans(batch, 30*365)
	for i := range batch {
		fmt.Fprintln(&b, dates[i].Days(), steps[i], short[i].Start.Days(), short[i].End.Days(), long[i].Start.Days(), long[i].End.Days())
	}
	return os.WriteFile(name, []byte(b.String()), 0o644)
}

func printSums(w io.Writer) error {
	c, err := calendar.Compile(mx.LFT(), calendar.Span{Start: bench.First, End: bench.Last})
	if err != nil {
		return err
	}
	sums := map[string]int{}
	for d := range c.BusinessDays(c.Window()) {
		sums["days"] += int(d.Days())
	}
	dates, steps := bench.Dates(batch), bench.Steps(batch)
	short, long := bench.Spans(batch, 365), bench.Spans(batch, 30*365)
	for i := range summed {
		if c.IsBusinessDay(dates[i]) {
			sums["test"]++
		}
		d, err := c.AddBusinessDays(dates[i], steps[i])
		if err != nil {
			return err
		}
		sums["add"] += int(d.Days())
		sums["count1y"] += c.CountBusinessDays(short[i])
		sums["count30y"] += c.CountBusinessDays(long[i])
	}
	// Peers that list days off do not list those on a weekend.
	var before calendar.Date
	for _, o := range c.Holidays(c.Window()) {
		if w := o.Date.Weekday(); o.Date != before && w != calendar.Saturday && w != calendar.Sunday {
			sums["list"] += int(o.Date.Days())
		}
		before = o.Date
	}
	for work, n := range sums {
		fmt.Fprintln(w, "sum", work, "rumbo", n)
	}
	return nil
}

// results are the lowest times by benchmark and implementation, the sums by work and
// implementation, and the versions by implementation.
type results struct {
	times    map[string]map[string]float64
	sums     map[string]map[string]string
	versions map[string]string
}

func read(r io.Reader) (*results, error) {
	res := &results{map[string]map[string]float64{}, map[string]map[string]string{}, map[string]string{}}
	lines := bufio.NewScanner(r)
	for lines.Scan() {
		f := strings.Fields(lines.Text())
		switch {
		case len(f) >= 4 && strings.HasPrefix(f[0], "Benchmark") && f[3] == "ns/op":
			name, impl, ok := strings.Cut(strings.TrimPrefix(f[0], "Benchmark"), "/impl=")
			ns, err := strconv.ParseFloat(f[2], 64)
			if !ok || err != nil {
				return nil, fmt.Errorf("cannot read %q", lines.Text())
			}
			if i := strings.LastIndexByte(impl, '-'); i > 0 && strings.Trim(impl[i+1:], "0123456789") == "" {
				impl = impl[:i] // the number of processors that go test appends
			}
			if res.times[name] == nil {
				res.times[name] = map[string]float64{}
			}
			if old, seen := res.times[name][impl]; !seen || ns < old {
				res.times[name][impl] = ns
			}
		case len(f) == 4 && f[0] == "sum":
			if res.sums[f[1]] == nil {
				res.sums[f[1]] = map[string]string{}
			}
			res.sums[f[1]][f[2]] = f[3]
		case len(f) > 2 && f[0] == "version":
			res.versions[f[1]] = strings.Join(f[2:], " ")
		}
	}
	return res, lines.Err()
}

// agree returns an error if a sum differs from Rumbo's or a time of Rumbo's is missing.
func (r *results) agree() error {
	for _, work := range benchmarks {
		if r.times[work.name]["rumbo"] == 0 {
			return fmt.Errorf("rumbo's own time of %s is missing", work.name)
		}
	}
	for work, sums := range r.sums {
		for impl, n := range sums {
			if n != sums["rumbo"] {
				return fmt.Errorf("%s: the sum of rumbo is %s, that of %s is %s: timings of different results are not comparable", work, sums["rumbo"], impl, n)
			}
		}
	}
	return nil
}

var benchmarks = []struct{ name, title string }{
	{"IsBusinessDay", "test a day"},
	{"AddBusinessDays", "add 1 to 250"},
	{"CountBusinessDays/span=1y", "count, up to 1 year"},
	{"CountBusinessDays/span=30y", "count, up to 30 years"},
	{"HolidaysOfYear", "list a year's days off"},
	{"CompileCalendar/profile=lft/years=41", "build 41 years"},
}

var impls = []string{"rickar", "numpy", "quantlib", "date-holidays"}

func (r *results) print(w io.Writer) {
	fmt.Fprint(w, "| work | rumbo |")
	rule := "|---|--:|"
	for _, impl := range impls {
		fmt.Fprintf(w, " %s |", strings.TrimSpace(impl+" "+r.versions[impl]))
		rule += "--:|"
	}
	fmt.Fprintf(w, "\n%s\n", rule)
	for _, work := range benchmarks {
		times := r.times[work.name]
		fmt.Fprintf(w, "| %s | %s |", work.title, duration(times["rumbo"]))
		for _, impl := range impls {
			cell := "–"
			if t, ok := times[impl]; ok {
				cell = ratio(t / times["rumbo"])
			}
			fmt.Fprintf(w, " %s |", cell)
		}
		fmt.Fprintln(w)
	}
}

// duration formats nanoseconds with two digits.
func duration(ns float64) string {
	unit := "ns"
	if ns >= 1000 {
		ns, unit = ns/1000, "µs"
	}
	if ns < 10 {
		return strconv.FormatFloat(ns, 'f', 1, 64) + " " + unit
	}
	return strconv.FormatFloat(ns, 'f', 0, 64) + " " + unit
}

// ratio formats a ratio with two digits and thousands separators.
func ratio(x float64) string {
	if x < 10 {
		return strconv.FormatFloat(x, 'f', 1, 64) + "×"
	}
	n, scale := int(x+0.5), 1
	for n/scale >= 100 {
		scale *= 10
	}
	s := strconv.Itoa((n + scale/2) / scale * scale)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s + "×"
}
