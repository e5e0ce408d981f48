package bench

import (
	"strconv"
	"testing"
	"time"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/mx"
)

// sink prevents the compiler from removing the code that is timed.
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
	b.Run("impl=floor", func(b *testing.B) { // the cost of the loop itself
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
			n += int(d.Days())
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

// The window of a plan, from two years before it to twelve after, and the window of the
// peers.
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
				sink += int(c.Window().End.Days())
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(years), "ns/year")
		})
	}
}

func BenchmarkCivil(b *testing.B) {
	dates := Dates(batch)
	instants := instants(dates)
	type ymd struct{ y, m, d int }
	civil, text, days := make([]ymd, batch), make([]string, batch), make([]int32, batch)
	for i, d := range dates {
		civil[i].y, civil[i].m, civil[i].d = d.Civil()
		text[i], days[i] = d.String(), d.Days()
	}
	buf := make([]byte, 0, 16)
	for _, work := range []struct {
		name string
		// sum does the work b.N times; a call for each would cost as much as some of the
		// work.
		sum func(times int) int
	}{
		{"op=from/impl=rumbo", func(times int) (sum int) {
			for i := range times {
				y, m, d := calendar.FromDays(days[i&(batch-1)]).Civil()
				sum += y + m + d
			}
			return sum
		}},
		{"op=from/impl=time", func(times int) (sum int) {
			for i := range times {
				y, m, d := time.Unix(int64(days[i&(batch-1)])*86400, 0).UTC().Date()
				sum += y + int(m) + d
			}
			return sum
		}},
		{"op=to/impl=rumbo", func(times int) (sum int) {
			for i := range times {
				c := &civil[i&(batch-1)]
				d, _ := calendar.NewDate(c.y, c.m, c.d)
				sum += int(d.Days())
			}
			return sum
		}},
		{"op=to/impl=time", func(times int) (sum int) {
			for i := range times {
				c := &civil[i&(batch-1)]
				sum += int(time.Date(c.y, time.Month(c.m), c.d, 0, 0, 0, 0, time.UTC).Unix() / 86400)
			}
			return sum
		}},
		{"op=parse/impl=rumbo", func(times int) (sum int) {
			for i := range times {
				d, _ := calendar.ParseDate(text[i&(batch-1)])
				sum += int(d.Days())
			}
			return sum
		}},
		{"op=parse/impl=time", func(times int) (sum int) {
			for i := range times {
				t, _ := time.Parse(time.DateOnly, text[i&(batch-1)])
				sum += int(t.Unix())
			}
			return sum
		}},
		{"op=format/impl=rumbo", func(times int) (sum int) {
			for i := range times {
				b, _ := dates[i&(batch-1)].AppendText(buf[:0])
				sum += int(b[9])
			}
			return sum
		}},
		{"op=format/impl=time", func(times int) (sum int) {
			for i := range times {
				sum += int(instants[i&(batch-1)].AppendFormat(buf[:0], time.DateOnly)[9])
			}
			return sum
		}},
	} {
		b.Run(work.name, func(b *testing.B) {
			b.ReportAllocs()
			b.ResetTimer()
			sink += work.sum(b.N)
		})
	}
}
