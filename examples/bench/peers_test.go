package bench

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
	"unsafe"

	"github.com/govalues/decimal"
	"github.com/rickar/cal/v2"

	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/mx"
	"github.com/rumbo-mx/rumbo/poa"
)

// Each benchmark first checks that the results of its peers agree. The tests run the same
// checks, so that go test covers them without timing.

func compiled(tb testing.TB) *calendar.Calendar {
	tb.Helper()
	c, err := calendar.Compile(mx.LFT(), calendar.Span{Start: First, End: Last})
	must(tb, err)
	return c
}

func must(tb testing.TB, err error) {
	tb.Helper()
	if err != nil {
		tb.Fatal(err)
	}
}

func mustEqual[T comparable](tb testing.TB, what string, rumbo, peer T) {
	tb.Helper()
	if rumbo != peer {
		tb.Fatalf("%s: rumbo = %v, peer = %v: timings of different results are not comparable", what, rumbo, peer)
	}
}

func TestPeersAgreeOnEachDay(t *testing.T) { agreeOnDays(t) }

func agreeOnDays(tb testing.TB) {
	c, plain, cached := compiled(tb), Rickar(false), Rickar(true)
	for d := First; !d.After(Last); d = d.AddDays(1) {
		at := instant(d)
		mustEqual(tb, "IsBusinessDay "+d.String(), c.IsBusinessDay(d), plain.IsWorkday(at))
		mustEqual(tb, "IsBusinessDay, cached, "+d.String(), c.IsBusinessDay(d), cached.IsWorkday(at))
	}
}

func TestPeersAgreeOnSteps(t *testing.T) { agreeOnSteps(t) }

func agreeOnSteps(tb testing.TB) {
	c, peer := compiled(tb), Rickar(false)
	dates, steps := Dates(64), Steps(64)
	for i, d := range dates {
		got, err := c.AddBusinessDays(d, steps[i])
		must(tb, err)
		mustEqual(tb, "AddBusinessDays", instant(got), peer.WorkdaysFrom(instant(d), steps[i]))
	}
}

func TestPeersAgreeOnCounts(t *testing.T) {
	agreeOnCounts(t, Spans(16, 365))
	agreeOnCounts(t, Spans(4, 30*365))
}

func agreeOnCounts(tb testing.TB, spans []calendar.Span) {
	c, peer := compiled(tb), Rickar(false)
	for _, s := range spans {
		mustEqual(tb, "CountBusinessDays "+s.String(), c.CountBusinessDays(s), peer.WorkdaysInRange(instant(s.Start), instant(s.End)))
	}
}

func TestPeersAgreeOnYears(t *testing.T) { agreeOnYears(t) }

func agreeOnYears(tb testing.TB) {
	c, peer := compiled(tb), Rickar(false)
	for y := First.Year(); y <= Last.Year(); y++ {
		days := c.Holidays(calendar.YearSpan(y))
		theirs := rickarYear(peer, y)
		mustEqual(tb, "days off of a year", len(days), len(theirs))
		for i := range days {
			mustEqual(tb, "day off", instant(days[i].Date), theirs[i].day)
			mustEqual(tb, "its name", strings.Fields(days[i].Holiday.Name.ES)[0], strings.Fields(theirs[i].holiday.Name)[0])
		}
	}
}

type rickarDay struct {
	day     time.Time
	holiday *cal.Holiday
}

// rickarYear returns the days off of a year by date; the peer has no method for it.
func rickarYear(c *cal.BusinessCalendar, year int) []rickarDay {
	list := make([]rickarDay, 0, len(c.Holidays))
	for _, h := range c.Holidays {
		if day, _ := h.Calc(year); !day.IsZero() {
			list = append(list, rickarDay{day, h})
		}
	}
	slices.SortStableFunc(list, func(a, b rickarDay) int { return a.day.Compare(b.day) })
	return list
}

func TestPeersAgreeOnTheCivilCalendar(t *testing.T) {
	for _, d := range Dates(batch) {
		at := instant(d)
		y, m, day := d.Civil()
		ty, tm, td := at.Date()
		mustEqual(t, "civil", [3]int{y, m, day}, [3]int{ty, int(tm), td})
		mustEqual(t, "days", int64(d.Days()), at.Unix()/86400)
		mustEqual(t, "text", d.String(), at.Format(time.DateOnly))
		back, err := calendar.ParseDate(at.Format(time.DateOnly))
		must(t, err)
		mustEqual(t, "parsed", back, d)
	}
}

// tagged returns a type with the memory layout of t and the wire's names as JSON tags, so
// that encoding/json can decode poa.Document. It is built with reflection and so always
// matches the struct.
func tagged(t reflect.Type) reflect.Type {
	switch {
	case t == reflect.TypeFor[poa.Ext](): // a JSON object, empty in these plans
		return t
	case t.Kind() == reflect.Pointer:
		return reflect.PointerTo(tagged(t.Elem()))
	case t.Kind() == reflect.Slice:
		return reflect.SliceOf(tagged(t.Elem()))
	case t.Kind() != reflect.Struct || reflect.PointerTo(t).Implements(reflect.TypeFor[interface{ UnmarshalText([]byte) error }]()):
		return t
	}
	var fields []reflect.StructField
	for i := range t.NumField() {
		f := t.Field(i)
		fields = append(fields, reflect.StructField{
			Name: f.Name, Type: tagged(f.Type), Tag: reflect.StructTag(`json:"` + wireName(f.Name) + `,omitempty"`),
		})
	}
	return reflect.StructOf(fields)
}

// wireName returns the name of a field on the wire: "fiscalYear", "inegi", "reportsTo".
func wireName(name string) string {
	if strings.ToUpper(name) == name {
		return strings.ToLower(name)
	}
	first := []rune(name)
	first[0] = unicode.ToLower(first[0])
	return string(first)
}

// decodeJSON decodes a document with encoding/json; t must come from tagged.
func decodeJSON(data []byte, t reflect.Type) (*poa.Document, error) {
	v := reflect.New(t)
	if err := json.Unmarshal(data, v.Interface()); err != nil {
		return nil, err
	}
	return (*poa.Document)(unsafe.Pointer(v.Pointer())), nil
}

func TestPeersAgreeOnADocument(t *testing.T) { agreeOnDocument(t, Document(1000).AppendJSON(nil)) }

func agreeOnDocument(tb testing.TB, data []byte) {
	doc, err := poa.DecodeDocument(data)
	must(tb, err)
	peer, err := decodeJSON(data, tagged(reflect.TypeFor[poa.Document]()))
	must(tb, err)
	mustEqual(tb, "document written again", string(doc.AppendJSON(nil)), string(data))
	mustEqual(tb, "document", string(doc.AppendJSON(nil)), string(peer.AppendJSON(nil)))
}

func TestPeersAgreeOnASplit(t *testing.T) { agreeOnSplit(t) }

// amounts returns n amounts of up to a million pesos in centavos.
func amounts(n int) []int64 {
	r := seeded(4)
	list := make([]int64, n)
	for i := range list {
		list[i] = r.Int64N(100_000_000)
	}
	return list
}

func agreeOnSplit(tb testing.TB) {
	for _, centavos := range amounts(256) {
		m, err := budget.Centavos(centavos)
		must(tb, err)
		d, err := decimal.New(centavos, 2)
		must(tb, err)
		theirs, err := govaluesSplit(d)
		must(tb, err)
		for i, part := range m.Split12() {
			mustEqual(tb, "part", part.String(), theirs[i].String())
		}
	}
}

var (
	twelve  = decimal.MustNew(12, 0)
	centavo = decimal.MustNew(1, 2)
)

// govaluesSplit divides an amount by twelve, truncated to the centavo, and adds the
// remaining centavos to the first parts, as the example of govalues does.
func govaluesSplit(d decimal.Decimal) (parts [12]decimal.Decimal, err error) {
	part, err := d.Quo(twelve)
	if err != nil {
		return parts, err
	}
	part = part.Trunc(2)
	whole, err := part.Mul(twelve)
	if err != nil {
		return parts, err
	}
	rest, err := d.Sub(whole)
	if err != nil {
		return parts, err
	}
	for i := range parts {
		parts[i] = part.Rescale(2)
		if rest.IsPos() {
			if parts[i], err = parts[i].Add(centavo); err != nil {
				return parts, err
			}
			if rest, err = rest.Sub(centavo); err != nil {
				return parts, err
			}
		}
	}
	return parts, nil
}
