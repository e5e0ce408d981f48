package calendar

// table answers questions about the business days of a window in constant time.
type table struct {
	// rank[i] is the number of business days before day i of the window; it has
	// one element more than the window has days.
	rank []uint16
	// sel[k] is the day of the window that is business day k, from 0.
	sel []uint16
}

// newTable makes the table of a window from the week, the days off and the days
// opened. Both lists ascend and lie in the window; no day opened is a day off.
func newTable(window Span, week WeekMask, off []fired, open []Date) table {
	days := window.Days()
	both := make([]uint16, days+1+(days/7+1)*week.Days()+len(open))
	rank, sel := both[:days+1:days+1], both[days+1:]
	weekday := window.Start.Weekday()
	n := 0
	for i := range days {
		d := Date{window.Start.n + int32(i)}
		worked := week.Works(weekday)
		if weekday++; weekday > Sunday {
			weekday = Monday
		}
		for len(off) > 0 && off[0].day == d {
			off, worked = off[1:], false
		}
		if len(open) > 0 && open[0] == d {
			open, worked = open[1:], true
		}
		rank[i] = uint16(n)
		if worked {
			sel[n] = uint16(i)
			n++
		}
	}
	rank[days] = uint16(n)
	return table{rank, sel[:n:n]}
}
