package poa

import (
	"strings"

	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/poa/internal/wire"
)

// The indicator names a traffic light that the Env does not have; known are the keys
// that it has.
var lightUnknown = norm.FindingKind{Code: "indicator.light-unknown", Severity: norm.Warning, Args: []string{"name", "light", "known"}}

var fixUseLight = norm.FixKind{Code: "fix.use-light", Args: []string{"light"}}

// indicators is the result of analyzeIndicators.
type indicators struct {
	list []IndicatorStatus
	// measurements are those of each indicator that are not withdrawn, by its id, in the
	// order of the document.
	measurements map[string][]*kpi.Measurement
}

// analyzeIndicators evaluates every indicator over the fiscal year.
func analyzeIndicators(in *reader) any {
	r := &indicators{
		list:         make([]IndicatorStatus, len(in.doc.Indicators)),
		measurements: make(map[string][]*kpi.Measurement, len(in.doc.Indicators)),
	}
	withdrawn := in.withdrawn()
	for _, m := range in.doc.Measurements {
		in.counter.Count(1)
		if !withdrawn[m.ID] {
			r.measurements[m.Indicator] = append(r.measurements[m.Indicator], m)
		}
	}
	for i, ind := range in.doc.Indicators {
		in.counter.Count(1)
		taken := r.measurements[ind.ID]
		in.counter.Count(len(taken) + len(ind.Variables) + len(ind.Targets))
		r.list[i] = IndicatorStatus{Indicator: ind, Result: in.evaluate(ind, taken)}
		at := norm.Path("indicators").Item(ind.ID)
		found := kpi.CheckSpan(ind, taken, in.year(), in.today())
		if !in.year().Valid() {
			found = kpi.Check(ind, taken, in.today())
		}
		for _, f := range found {
			in.report(f.Under(at))
		}
	}
	return r
}

// evaluate returns the result of an indicator over the fiscal year. Its light is that of
// the preset that it names, or of the first preset of the Env if it names none.
func (in *reader) evaluate(ind *kpi.Indicator, taken []*kpi.Measurement) kpi.Result {
	lights := in.env().Lights
	for i := range lights {
		if l := &lights[i]; l.Key == ind.Light || ind.Light == "" {
			return l.Evaluate(ind, taken, in.year(), in.today())
		}
	}
	r := kpi.Evaluate(ind, taken, in.year(), in.today())
	if ind.Light != "" {
		r.Light = kpi.LightNoData
		in.lightUnknown(ind)
	}
	return r
}

// lightUnknown reports that no preset has the key of the indicator's light, and offers
// the nearest key.
func (in *reader) lightUnknown(ind *kpi.Indicator) {
	var keys []string
	var best *kpi.Preset
	least := 0
	for i := range in.env().Lights {
		l := &in.env().Lights[i]
		keys = append(keys, "“"+l.Key+"”")
		for _, name := range [...]string{l.Key, l.Name.ES, l.Name.EN} {
			if d, near := distance(ind.Light, name); near && (best == nil || d < least) {
				best, least = l, d
			}
		}
	}
	path := norm.Path("indicators").Item(ind.ID).Field("light")
	f := lightUnknown.At(path, norm.Text(ind.Name), norm.Text(ind.Light), norm.Text(strings.Join(keys, ", ")))
	if best != nil {
		edit := norm.Edit{Op: norm.OpSet, Path: path, Value: wire.Quote(best.Key)}
		f.Fixes = append(f.Fixes, fixUseLight.With([]norm.Edit{edit}, norm.Text(best.Key)))
	}
	in.report(f)
}

// maxName is the length of the longest text that distance compares, in letters.
const maxName = 64

// maxNameBytes is the length of the longest text in which letters looks for letters, in bytes.
const maxNameBytes = 16 * maxName

// distance returns the number of letters and digits to change, add or remove to get from
// one text to the other, ignoring case and everything else, and whether that is a slip of
// the pen: two at most, and one letter in three at most.
func distance(a, b string) (n int, near bool) {
	x, y := letters(a), letters(b)
	if len(x) == 0 || len(y) == 0 || len(x) > maxName || len(y) > maxName {
		return 0, false
	}
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i, c := range x {
		last := row[0]
		row[0] = i + 1
		for j, d := range y {
			cost := last
			if c != d {
				cost++
			}
			last = row[j+1]
			row[j+1] = min(cost, last+1, row[j]+1)
		}
	}
	n = row[len(y)]
	return n, n <= min(2, max(len(x), len(y))/3)
}

// letters returns the letters and digits of s in lower case; at most one more than
// maxName. Of those beyond ASCII it knows the alphabets before U+2000, where the dashes and
// quotation marks begin: the tables of package unicode are large in the engine.
func letters(s string) []rune {
	if len(s) > maxNameBytes {
		return make([]rune, maxName+1) // longer than any name
	}
	var list []rune
	for _, r := range strings.ToLower(s) {
		if '0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'ß' <= r && r < '\u2000' {
			if list = append(list, r); len(list) > maxName {
				break
			}
		}
	}
	return list
}
