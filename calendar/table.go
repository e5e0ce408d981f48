package calendar

// table answers questions about the business days of a window in constant time.
type table struct {
	first int32 // ordinal of the window's first day
	// rank[i] is the number of business days before day i of the window; it has
	// one element more than the window has days.
	rank []uint16
	// sel[k] is the day of the window that is business day k, from 0.
	sel []uint16
}

// spare is how far fill writes behind the places that it needs.
const spare = 8

// newTable makes the table of a window from the week, the days off and the days
// opened. Both lists ascend and lie in the window; no day opened is a day off.
func newTable(window Span, week WeekMask, off []Occurrence, open []Date) table {
	days, first := window.Days(), window.Start.n
	most := (days/7+1)*week.Days() + len(open)
	both := make([]uint16, days+1+most+spare)
	rank, sel := both[:days+1:days+1], both[days+1:]
	bits := rotate(uint(week&AllWeek)>>Monday, int(window.Start.Weekday()-Monday))
	i, n := 0, 0
	for {
		stop, opened := days, false
		if len(off) > 0 {
			stop = int(off[0].Date.n - first)
		}
		if len(open) > 0 && int(open[0].n-first) < stop {
			stop, opened = int(open[0].n-first), true
			open = open[1:]
		} else if len(off) > 0 {
			off = off[1:]
		}
		if stop < i {
			continue // a second holiday on the same day
		}
		n = fill(rank[i:stop], sel, bits, i, n)
		rank[stop] = uint16(n)
		if stop == days {
			return table{first, rank, sel[:n:n]}
		}
		if opened {
			sel[n] = uint16(stop)
			n++
		}
		bits = rotate(bits, stop+1-i)
		i = stop + 1
	}
}

// fill writes the ranks of a run of days without exceptions, and the places of its
// business days, and returns the number of business days up to its end. Bit 0 of
// week tells whether the first day is worked, bit 1 the second, round by round. It
// writes places for days of rest too, and the next worked day writes over them:
// that is cheaper than to ask.
func fill(rank, sel []uint16, week uint, first, n int) int {
	// The number of days worked before day 1 to 6 of a week, and in all of it.
	p1 := week & 1
	p2 := p1 + week>>1&1
	p3 := p2 + week>>2&1
	p4 := p3 + week>>3&1
	p5 := p4 + week>>4&1
	p6 := p5 + week>>5&1
	all := p6 + week>>6&1
	i := 0
	for ; i+7 <= len(rank); i += 7 {
		r, s := (*[7]uint16)(rank[i:]), (*[spare]uint16)(sel[n:])
		r[0] = uint16(n)
		r[1] = uint16(n + int(p1))
		r[2] = uint16(n + int(p2))
		r[3] = uint16(n + int(p3))
		r[4] = uint16(n + int(p4))
		r[5] = uint16(n + int(p5))
		r[6] = uint16(n + int(p6))
		d := uint16(first + i)
		s[0] = d
		s[p1&7] = d + 1
		s[p2&7] = d + 2
		s[p3&7] = d + 3
		s[p4&7] = d + 4
		s[p5&7] = d + 5
		s[p6&7] = d + 6
		n += int(all)
	}
	for ; i < len(rank); i++ {
		rank[i] = uint16(n)
		sel[n] = uint16(first + i)
		n += int(week & 1)
		week = rotate(week, 1)
	}
	return n
}

func rotate(week uint, days int) uint {
	d := uint(days) % 7
	return (week>>d | week<<(7-d)) & 0x7f
}
