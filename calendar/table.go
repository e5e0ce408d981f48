package calendar

// table answers questions about the business days of a window in constant time.
type table struct {
	// rank[i] is the number of business days before day i of the window; it has
	// one element more than the window has days.
	rank []uint16
	// sel[k] is the day of the window that is business day k, from 0.
	sel []uint16
}

// spare is how far behind its end fill may write, in days and in business days.
const spare = 8

// newTable makes the table of a window from the week, the days off and the days
// opened. Both lists ascend and lie in the window; no day opened is a day off.
func newTable(window Span, week WeekMask, off []fired, open []Date) table {
	days, first := window.Days(), window.Start.n
	most := (days/7+1)*week.Days() + len(open)
	both := make([]uint16, days+spare+most+spare)
	rank, sel := both[:days+spare:days+spare], both[days+spare:]
	bits := rotate(uint(week&AllWeek)>>Monday, int(window.Start.Weekday()-Monday))
	var rounds [7]round // by the weekday they begin with, from that of day 0
	for day := range rounds {
		rounds[day] = newRound(rotate(bits, day))
	}
	i, n := 0, 0
	for {
		stop, opened := days, false
		if len(off) > 0 {
			stop = int(off[0].day.n - first)
		}
		if len(open) > 0 && int(open[0].n-first) < stop {
			stop, opened = int(open[0].n-first), true
			open = open[1:]
		} else if len(off) > 0 {
			off = off[1:]
		}
		if stop < i || stop < days && !opened && bits>>(stop%7)&1 == 0 {
			continue // a second holiday on the same day; one that the week rests on anyway
		}
		rank[i] = uint16(n)
		rounds[i%7].fill(rank, sel, i, stop)
		n = int(rank[stop])
		if stop == days {
			return table{rank[: days+1 : days+1], sel[:n:n]}
		}
		if opened {
			sel[n] = uint16(stop)
			n++
		}
		i = stop + 1
	}
}

// round is seven days without exceptions, in lanes of 16 bits: the number of business
// days before day 0 to 7 of them, which are the business days, and how many.
type round struct {
	ranks0, ranks4, places0, places4 uint64
	all                              int
}

// newRound returns the round of a week; bit 0 tells whether its first day is worked.
func newRound(week uint) round {
	var ranks, places [2]uint64
	all := 0
	for day := range 7 {
		if week>>day&1 != 0 {
			places[all/4] |= uint64(day) << (all % 4 * 16)
			all++
		}
		ranks[(day+1)/4] |= uint64(all) << ((day + 1) % 4 * 16)
	}
	return round{ranks[0], ranks[1], places[0], places[1], all}
}

// fill writes the ranks of days i to stop, both in, and the places of the business
// days before stop; the rank of i is there. It writes whole rounds, up to a week more
// than is asked: what comes next is written over it.
func (r *round) fill(rank, sel []uint16, i, stop int) {
	const lanes = 1 | 1<<16 | 1<<32 | 1<<48
	n := int(rank[i])
	for ; i < stop; i += 7 {
		put((*[spare]uint16)(rank[i:]), r.ranks0+lanes*uint64(n), r.ranks4+lanes*uint64(n))
		put((*[spare]uint16)(sel[n:]), r.places0+lanes*uint64(i), r.places4+lanes*uint64(i))
		n += r.all
	}
}

func put(p *[spare]uint16, v, w uint64) {
	p[0], p[1], p[2], p[3] = uint16(v), uint16(v>>16), uint16(v>>32), uint16(v>>48)
	p[4], p[5], p[6], p[7] = uint16(w), uint16(w>>16), uint16(w>>32), uint16(w>>48)
}

func rotate(week uint, days int) uint {
	d := uint(days) % 7
	return (week>>d | week<<(7-d)) & 0x7f
}
