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
// opened, which lie in the window. No day opened is a day off.
func newTable(window Span, week WeekMask, off []fired, open []Date) table {
	worked := make([]uint8, window.Days())
	for i := range worked[:min(7, len(worked))] {
		if week.Works(window.Start.AddDays(i).Weekday()) {
			worked[i] = 1
		}
	}
	for weeks := 7; weeks < len(worked); weeks *= 2 {
		copy(worked[weeks:], worked[:weeks])
	}
	for _, f := range off {
		worked[f.day.n-window.Start.n] = 0
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
