package calendar

// table is an index of the business days of a window: it counts and finds them in
// constant time. Days are numbered from 0 in the window.
type table struct {
	// rank[i] is the number of business days before day i. It has one element more
	// than the window has days.
	rank []uint16
	// sel[k] is the day that is business day k, from 0.
	sel []uint16
}

// newTable returns the table of a window. The days off and the open days must lie in
// the window, and must not have a day in common.
func newTable(window Span, week WeekMask, off []occurrence, open []Date) table {
	worked := make([]uint8, window.Days())
	for i := range worked[:min(7, len(worked))] {
		if week.Works(window.Start.AddDays(i).Weekday()) {
			worked[i] = 1
		}
	}
	for weeks := 7; weeks < len(worked); weeks *= 2 {
		copy(worked[weeks:], worked[:weeks])
	}
	for _, o := range off {
		worked[o.date.n-window.Start.n] = 0
	}
	for _, d := range open {
		worked[d.n-window.Start.n] = 1
	}
	rank, sel := make([]uint16, len(worked)+1), make([]uint16, len(worked))
	n := 0
	for i, w := range worked {
		rank[i], sel[n] = uint16(n), uint16(i)
		n += int(w)
	}
	rank[len(worked)] = uint16(n)
	return table{rank, sel[:n:n]}
}
