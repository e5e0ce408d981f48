package bench

import (
	"strconv"
	"testing"
	"time"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/mx"
)

// sink keeps what is timed from being thought useless.
var sink int

func instants(dates []calendar.Date) []time.Time {
	list := make([]time.Time, len(dates))
	for i, d := range dates {
		list[i] = instant(d)
	}
	return list
}

func BenchmarkIsBusinessDay(b *testing.B) {
	agreeOnDays(b)
	dates := Dates(batch)
	times := instants(dates)
	b.Run("impl=rumbo", func(b *testing.B) {
		c := compiled(b)
		b.ReportAllocs()
		n := 0
		b.ResetTimer()
		for i := range b.N {
			if c.IsBusinessDay(dates[i&(batch-1)]) {
				n++
			}
		}
		sink += n
	})
	for _, peer := range []struct {
		name   string
		cached bool
	}{{"impl=rickar", false}, {"impl=rickar-cached", true}} {
		b.Run(peer.name, func(b *testing.B) {
			c := Rickar(peer.cached)
			b.ReportAllocs()
			n := 0
			b.ResetTimer()
			for i := range b.N {
				if c.IsWorkday(times[i&(batch-1)]) {
					n++
				}
			}
			sink += n
		})
	}
	b.Run("impl=floor", func(b *testing.B) { // what the loop itself costs
		n := 0
		b.ResetTimer()
		for i := range b.N {
			if dates[i&(batch-1)].Days()&1 == 0 {
				n++
			}
		}
		sink += n
	})
}

func BenchmarkAddBusinessDays(b *testing.B) {
	agreeOnSteps(b)
	dates, steps := Dates(batch), Steps(batch)
	times := instants(dates)
	b.Run("impl=rumbo", func(b *testing.B) {
		c := compiled(b)
		b.ReportAllocs()
		n := 0
		b.ResetTimer()
		for i := range b.N {
			d, _ := c.AddBusinessDays(dates[i&(batch-1)], steps[i&(batch-1)])
			n += int(d.Ordinal())
		}
		sink += n
	})
	b.Run("impl=rickar", func(b *testing.B) {
		c := Rickar(false)
		b.ReportAllocs()
		n := 0
		b.ResetTimer()
		for i := range b.N {
			n += c.WorkdaysFrom(times[i&(batch-1)], steps[i&(batch-1)]).Day()
		}
		sink += n
	})
}

func BenchmarkCountBusinessDays(b *testing.B) {
	for _, years := range []int{1, 30} {
		b.Run("span="+strconv.Itoa(years)+"y", func(b *testing.B) {
			spans := Spans(batch, 365*years)
			agreeOnCounts(b, spans[:4])
			b.Run("impl=rumbo", func(b *testing.B) {
				c := compiled(b)
				b.ReportAllocs()
				n := 0
				b.ResetTimer()
				for i := range b.N {
					n += c.CountBusinessDays(spans[i&(batch-1)])
				}
				sink += n
			})
			b.Run("impl=rickar", func(b *testing.B) {
				c := Rickar(false)
				b.ReportAllocs()
				n := 0
				b.ResetTimer()
				for i := range b.N {
					s := spans[i&(batch-1)]
					n += c.WorkdaysInRange(instant(s.Start), instant(s.End))
				}
				sink += n
			})
		})
	}
}

func BenchmarkHolidaysOfYear(b *testing.B) {
	agreeOnYears(b)
	years := Last.Year() - First.Year() + 1
	b.Run("impl=rumbo", func(b *testing.B) {
		c := compiled(b)
		b.ReportAllocs()
		b.ResetTimer()
		for i := range b.N {
			sink += len(c.Holidays(calendar.YearSpan(First.Year() + i%years)))
		}
	})
	b.Run("impl=rickar", func(b *testing.B) {
		c := Rickar(false)
		b.ReportAllocs()
		b.ResetTimer()
		for i := range b.N {
			sink += len(rickarYear(c, First.Year()+i%years))
		}
	})
}

// For the window of a plan, from two years before it to twelve after, and for the days
// that the peers are given.
func BenchmarkCompileCalendar(b *testing.B) {
	for _, work := range []struct {
		profile calendar.Profile
		first   int
		last    int
	}{{mx.Jalisco(), 2025, 2039}, {mx.LFT(), First.Year(), Last.Year()}} {
		years := work.last - work.first + 1
		b.Run("profile="+work.profile.Key+"/years="+strconv.Itoa(years)+"/impl=rumbo", func(b *testing.B) {
			window := calendar.Span{Start: calendar.MustDate(work.first, 1, 1), End: calendar.MustDate(work.last, 12, 31)}
			b.ReportAllocs()
			for b.Loop() {
				c, err := calendar.Compile(work.profile, window)
				must(b, err)
				sink += int(c.Window().End.Ordinal())
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(years), "ns/year")
		})
	}
}

func BenchmarkCivil(b *testing.B) {
	dates := Dates(batch)
	times := instants(dates)
	type ymd struct{ y, m, d int }
	civil, text, days := make([]ymd, batch), make([]string, batch), make([]int32, batch)
	for i, d := range dates {
		civil[i].y, civil[i].m, civil[i].d = d.Civil()
		text[i], days[i] = d.String(), d.Days()
	}
	buf := make([]byte, 0, 16)
	for _, work := range []struct {
		name string
		f    func(i int) int
	}{
		{"op=from/impl=rumbo", func(i int) int { y, m, d := calendar.FromDays(days[i]).Civil(); return y + m + d }},
		{"op=from/impl=time", func(i int) int {
			y, m, d := time.Unix(int64(days[i])*86400, 0).UTC().Date()
			return y + int(m) + d
		}},
		{"op=to/impl=rumbo", func(i int) int {
			d, _ := calendar.NewDate(civil[i].y, civil[i].m, civil[i].d)
			return int(d.Days())
		}},
		{"op=to/impl=time", func(i int) int {
			return int(time.Date(civil[i].y, time.Month(civil[i].m), civil[i].d, 0, 0, 0, 0, time.UTC).Unix() / 86400)
		}},
		{"op=parse/impl=rumbo", func(i int) int { d, _ := calendar.ParseDate(text[i]); return int(d.Ordinal()) }},
		{"op=parse/impl=time", func(i int) int { t, _ := time.Parse(time.DateOnly, text[i]); return t.Day() }},
		{"op=format/impl=rumbo", func(i int) int { b, _ := dates[i].AppendText(buf[:0]); return int(b[9]) }},
		{"op=format/impl=time", func(i int) int { return int(times[i].AppendFormat(buf[:0], time.DateOnly)[9]) }},
	} {
		b.Run(work.name, func(b *testing.B) {
			b.ReportAllocs()
			n := 0
			b.ResetTimer()
			for i := range b.N {
				n += work.f(i & (batch - 1))
			}
			sink += n
		})
	}
}
