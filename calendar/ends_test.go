//go:build !lean

package calendar_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"iter"
	"math"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/mx"
	"github.com/rumbo-mx/rumbo/calendar/office"
	"github.com/rumbo-mx/rumbo/calendar/rickar"
	"github.com/rumbo-mx/rumbo/calendar/term"
)

var (
	minDate, maxDate = calendar.MustDate(1, 1, 1), calendar.MustDate(9999, 12, 31)
	whole            = calendar.Span{Start: minDate, End: maxDate}
)

// pool has values of each type of parameter, at both ends of the calendar and beyond.
var pool = map[reflect.Type][]any{
	typeOf[calendar.Date]():  {calendar.Date{}, minDate, calendar.MustDate(1, 1, 2), calendar.MustDate(2027, 2, 28), calendar.MustDate(9999, 12, 30), maxDate},
	typeOf[calendar.Month](): {calendar.Month{}, calendar.MustMonth(1, 1), calendar.MustMonth(2027, 6), calendar.MustMonth(9999, 12)},
	typeOf[calendar.Span](): {
		calendar.Span{},
		calendar.Span{Start: maxDate},
		calendar.Span{End: minDate},
		calendar.Span{Start: maxDate, End: minDate},
		calendar.Span{Start: minDate, End: minDate},
		calendar.Span{Start: maxDate, End: maxDate},
		calendar.YearSpan(1), calendar.YearSpan(9999), whole,
	},
	typeOf[int]():                 {math.MinInt, -4_000_000, -1, 0, 1, 9999, 10_000, 4_000_000, math.MaxInt},
	typeOf[int32]():               {int32(math.MinInt32), int32(0), int32(math.MaxInt32)},
	typeOf[calendar.Convention](): {calendar.Convention(0), calendar.Following, calendar.ModifiedFollowing, calendar.Preceding, calendar.ModifiedPreceding, calendar.Unadjusted, calendar.HalfMonthModifiedFollowing, calendar.Nearest},
	typeOf[calendar.Rule]():       {calendar.Fixed{Month: 12, Day: 31}, calendar.Lasting{Rule: calendar.Fixed{Month: 12, Day: 30}, Days: 300}, calendar.EachDay{Span: calendar.YearSpan(9999)}, calendar.FromEaster{Days: 250}},
	typeOf[calendar.Profile]():    {mx.Jalisco(), calendar.Profile{}},
	typeOf[mx.ElectionKind]():     {mx.ElectionKind(0), mx.Presidential, mx.Midterm},
	typeOf[term.Blackout]():       {term.Blackout{}, term.Blackout{Election: minDate}, term.Blackout{Election: maxDate}},
	typeOf[time.Time]():           {time.Time{}, time.Date(9999, 12, 31, 23, 0, 0, 0, time.UTC), time.Unix(math.MaxInt64>>8, 0)},
	typeOf[*time.Location]():      {(*time.Location)(nil)},
	typeOf[string]():              {"", "0001-01-01", "9999-12", "9999-12-31/9999-12-31", "9999-12-31"},
	typeOf[[]byte]():              {[]byte(nil), []byte("9999-12-31")},
	typeOf[any]():                 {nil, "9999-12-31", int64(7)},
	typeOf[[]term.DeadlineRule](): {append(mx.Deadlines(), mx.OtherDeadlines()...)},
}

// functions has the exported functions that take a date, a month, a span or a year.
var functions = []any{
	calendar.Compile, calendar.DateOf, calendar.DaysOf, calendar.Easter, calendar.FromDays, calendar.NewDate, calendar.NewMonth, calendar.NewSpan, calendar.YearSpan,
	mx.BlackoutOf, mx.CivicYear, mx.EvaluationResults, mx.MandateOn, mx.ProgrammeWindow, mx.ProgrammesPublished, mx.ProjectBlackout, mx.ReportPublicity, mx.ReportWindow, mx.Silence,
	office.Repeats, term.Deadlines,
}

// receivers has values of the types with methods about dates. All their methods are called.
func receivers(t *testing.T) []any {
	list := []any{}
	for _, typ := range []reflect.Type{typeOf[calendar.Date](), typeOf[calendar.Month](), typeOf[calendar.Span]()} {
		list = append(list, pool[typ]...)
	}
	for _, year := range []int{1, 9999} {
		p := mx.Jalisco().With(
			calendar.Holiday{Key: "run", Rule: calendar.Lasting{Rule: calendar.Fixed{Month: 12, Day: 20}, Days: 25}, Valid: calendar.Always(), Kind: calendar.Local, Effect: calendar.HalfDay},
			calendar.Holiday{Key: "ends", Rule: calendar.Dates(minDate, maxDate), Kind: calendar.Local},
		)
		cal, err := calendar.Compile(p, calendar.YearSpan(year))
		require.NoError(t, err)
		list = append(list, cal, p)
		for i := range p.Holidays {
			list = append(list, &p.Holidays[i])
		}
	}
	for _, c := range []term.Cycle{0, term.Monthly, term.Bimonthly, term.Quarterly, term.HalfYearly, term.Yearly} {
		list = append(list, c)
	}
	for _, unit := range []term.Unit{0, term.NaturalDays, term.BusinessDays, term.Months} {
		for _, n := range []int{math.MinInt, -1, 0, 1, math.MaxInt} {
			list = append(list, term.Term{N: n, Unit: unit}, term.Term{N: n, Unit: unit, FirstCounts: true, Roll: calendar.Following})
		}
	}
	for _, r := range append(mx.Deadlines(), mx.OtherDeadlines()...) {
		r.Valid = calendar.Always()
		list = append(list, &r)
		r.Roll = calendar.Nearest
		list = append(list, &r)
	}
	for _, n := range []int{-4000, 0, 4000} {
		for _, unit := range []term.Unit{term.NaturalDays, term.BusinessDays, term.Months} {
			list = append(list, &term.DeadlineRule{Key: "r", Timing: term.AfterPeriod{Cycle: term.Monthly, N: n, Unit: unit}, Binds: term.Office, Valid: calendar.Always()})
		}
	}
	return list
}

func typeOf[T any]() reflect.Type { return reflect.TypeFor[T]() }

// Every function and every method that takes a date, a month, a span or a year ends at
// both ends of the calendar, does not panic and allocates no more than the days of the
// whole calendar need.
func TestEndsOfTheCalendar(t *testing.T) {
	for _, year := range []int{1, 9999} {
		cal, err := calendar.Compile(mx.Jalisco(), calendar.YearSpan(year))
		require.NoError(t, err)
		pool[typeOf[*calendar.Calendar]()] = append(pool[typeOf[*calendar.Calendar]()], (*calendar.Calendar)(nil), cal)
	}
	t.Cleanup(func() { delete(pool, typeOf[*calendar.Calendar]()) })
	calls := 0
	for _, f := range functions {
		calls += callWithAll(t, funcName(f), reflect.ValueOf(f))
	}
	for _, r := range receivers(t) {
		v := reflect.ValueOf(r)
		for i := range v.NumMethod() {
			if m := v.Type().Method(i); concernsDates(v.Method(i).Type()) || isDate(v.Type()) {
				calls += callWithAll(t, v.Type().String()+"."+m.Name, v.Method(i))
			}
		}
	}
	assert.Greater(t, calls, 5000)
}

// callWithAll calls a function with every combination of arguments of the pool, and
// returns the number of calls.
func callWithAll(t *testing.T, name string, f reflect.Value) int {
	t.Helper()
	if f.Type().IsVariadic() { // Profile.With has a slice of holidays
		return 0
	}
	combinations := [][]reflect.Value{nil}
	for i := range f.Type().NumIn() {
		typ := f.Type().In(i)
		values, ok := pool[typ]
		require.True(t, ok, "%s: the pool has no values of type %s", name, typ)
		var next [][]reflect.Value
		for _, before := range combinations {
			for _, v := range values {
				arg := reflect.New(typ).Elem()
				if v != nil {
					arg.Set(reflect.ValueOf(v))
				}
				next = append(next, append(before[:len(before):len(before)], arg))
			}
		}
		combinations = next
	}
	for _, args := range combinations {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		var shown []any
		for _, a := range args {
			shown = append(shown, a.Interface())
		}
		if !assert.NotPanics(t, func() { consume(f.Call(args)) }, "%s%v", name, shown) {
			continue
		}
		runtime.ReadMemStats(&after)
		assert.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(1<<29), "%s%v", name, shown)
	}
	return len(combinations)
}

// consume iterates over the iterators among some results.
func consume(results []reflect.Value) {
	for _, r := range results {
		switch seq := r.Interface().(type) {
		case iter.Seq[calendar.Date]:
			for range seq {
			}
		case iter.Seq[calendar.Month]:
			for range seq {
			}
		case iter.Seq[calendar.Occurrence]:
			for range seq {
			}
		}
	}
}

func funcName(f any) string { return runtime.FuncForPC(reflect.ValueOf(f).Pointer()).Name() }

func isDate(t reflect.Type) bool {
	return t == typeOf[calendar.Date]() || t == typeOf[calendar.Month]() || t == typeOf[calendar.Span]()
}

// concernsDates reports whether a function takes a date, a month, a span or a number,
// such as a year.
func concernsDates(f reflect.Type) bool {
	for i := range f.NumIn() {
		if in := f.In(i); isDate(in) || in.Kind() == reflect.Int {
			return true
		}
	}
	return false
}

// The tables above have every exported function of calendar and its rooms about dates,
// except those of package rickar, which TestImportAtTheEnds calls, and those that are
// only for literals.
func TestEndsTableIsComplete(t *testing.T) {
	known := map[string]bool{}
	for _, f := range functions {
		known[funcName(f)] = true
	}
	types := map[string]bool{}
	for _, r := range receivers(t) {
		types[strings.TrimPrefix(reflect.TypeOf(r).String(), "*")] = true
	}
	// Their methods that take a date are not exported or are called by the types above.
	for _, name := range []string{"calendar.WeekMask", "calendar.Weekday"} {
		types[name] = true
	}
	for _, dir := range []string{".", "mx", "office", "term", "norm"} {
		for name, receiver := range dateFunctions(t, dir) {
			pkg := "calendar"
			if dir != "." {
				pkg = dir
			}
			switch {
			case receiver != "":
				assert.True(t, types[pkg+"."+receiver], "the method %s of %s.%s is not called", name, pkg, receiver)
			case !strings.HasPrefix(name, "Must"):
				path := "github.com/rumbo-mx/rumbo/" + filepath.ToSlash(filepath.Join("calendar", dir))
				assert.True(t, known[path+"."+name], "the function %s.%s is not called", pkg, name)
			}
		}
	}
}

// dateFunctions returns the exported functions of a folder with a parameter that is a
// date, a month, a span or a year, and the type of the receiver of each.
func dateFunctions(t *testing.T, dir string) map[string]string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	require.NoError(t, err)
	found := map[string]string{}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		require.NoError(t, err)
		for _, d := range file.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok || !f.Name.IsExported() || !takesDate(f) {
				continue
			}
			receiver := ""
			if f.Recv != nil {
				typ := f.Recv.List[0].Type
				if star, ok := typ.(*ast.StarExpr); ok {
					typ = star.X
				}
				if receiver = typ.(*ast.Ident).Name; !ast.IsExported(receiver) {
					continue
				}
			}
			found[f.Name.Name] = receiver
		}
	}
	return found
}

func takesDate(f *ast.FuncDecl) bool {
	for _, p := range f.Type.Params.List {
		typ := p.Type
		if sel, ok := typ.(*ast.SelectorExpr); ok {
			typ = sel.Sel
		}
		id, ok := typ.(*ast.Ident)
		if !ok {
			continue
		}
		switch id.Name {
		case "Date", "Month", "Span":
			return true
		case "int", "int32":
			for _, n := range p.Names {
				if n.Name == "year" || n.Name == "first" || n.Name == "days" {
					return true
				}
			}
		}
	}
	return false
}

// Import ends at both ends of the calendar.
func TestImportAtTheEnds(t *testing.T) {
	for _, years := range [][2]int{{1, 2}, {9998, 9999}, {1, 400}, {9600, 9999}} {
		c, err := rickar.BusinessCalendar(mx.LFT())
		require.NoError(t, err)
		c.WorkdayFunc = func(at time.Time) bool { return at.Weekday() != time.Monday }
		p, _, err := rickar.ImportCalendar(c, years[0], years[1])
		require.NoError(t, err)
		assert.False(t, p.Week.Works(calendar.Monday))
	}
}

// An own day on any day of the calendar, in any year, ends and adds at most its own days.
func TestAdjustmentsAtTheEnds(t *testing.T) {
	edge := rapid.Custom(func(t *rapid.T) calendar.Date {
		n := rapid.IntRange(0, 400).Draw(t, "days")
		if rapid.Bool().Draw(t, "late") {
			return maxDate.AddDays(-n)
		}
		return minDate.AddDays(n)
	})
	rapid.Check(t, func(t *rapid.T) {
		start := edge.Draw(t, "start")
		own := office.Adjustments{Year: rapid.SampledFrom([]int{0, 1, 2, 9998, 9999, 10000}).Draw(t, "year"), OwnDays: []*office.Adjustment{{
			ID: "d1", Kind: office.AdjustmentKind(rapid.IntRange(1, 6).Draw(t, "kind")), Reason: "r", Document: "d",
			Span: calendar.Span{Start: start, End: edge.Draw(t, "end")}, Instead: rapid.SampledFrom([]calendar.Date{{}, start, maxDate, minDate}).Draw(t, "instead"),
		}}}
		p, _ := own.ApplyValid(mx.Jalisco())
		assert.LessOrEqual(t, len(p.Holidays), len(mx.Jalisco().Holidays)+2)
		require.NoError(t, p.Validate())
	})
}

// All and Months return the days and the months of a span in order, at both ends of the
// calendar too.
func TestSpanIterators(t *testing.T) {
	for _, s := range []calendar.Span{
		{},
		{Start: maxDate},
		{End: minDate},
		{Start: maxDate, End: minDate},
		{Start: maxDate, End: maxDate},
		{Start: minDate, End: minDate},
		calendar.YearSpan(1), calendar.YearSpan(9999), calendar.YearSpan(2028), calendar.MustParseSpan("2027-01-31/2027-03-01"),
	} {
		days, months := 0, map[calendar.Month]bool{}
		for d := range s.All() {
			assert.Equal(t, s.Start.Days()+int32(days), d.Days(), s)
			assert.True(t, s.Contains(d), s)
			days++
			months[d.YearMonth()] = true
		}
		assert.Equal(t, s.Days(), days, s)
		n := 0
		for m := range s.Months() {
			assert.True(t, months[m], s)
			assert.Equal(t, n, m.Sub(s.Start.YearMonth()), s)
			n++
		}
		assert.Len(t, months, n, s)
	}
	for range whole.All() {
		break
	}
	n := 0
	for range whole.Months() {
		if n++; n == 5 {
			break
		}
	}
	assert.Equal(t, 5, n)
}
