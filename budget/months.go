package budget

import "github.com/rumbo-mx/rumbo/calendar"

// Months is an amount for each month of a fiscal year, January first. Amounts are
// stored by month because treasuries publish their calendar by month (LGCG art.
// 66); the periods of a plan are sums over it.
type Months [12]Money

// Month returns the amount of a month, 1 to 12, or zero for any other number.
func (m Months) Month(month int) Money {
	if month < 1 || month > 12 {
		return Money{}
	}
	return m[month-1]
}

// Total returns the amount of the year, or ErrOverflow.
func (m Months) Total() (Money, error) { return m.sum(1, 12) }

// Through returns the amount from January to the end of a month: zero for a month
// below 1, the whole year above 12. The error is ErrOverflow.
func (m Months) Through(month int) (Money, error) { return m.sum(1, month) }

// Between returns the amount from month first to month last, both included; months
// outside 1 to 12 count as zero. The error is ErrOverflow.
func (m Months) Between(first, last int) (Money, error) { return m.sum(first, last) }

// Over returns the amount of the months of year whose first day is in span, so that
// consecutive spans count every month exactly once. The error is ErrOverflow.
func (m Months) Over(span calendar.Span, year int) (Money, error) {
	var c int64
	for i, a := range m {
		if first, err := calendar.NewDate(year, i+1, 1); err == nil && span.Contains(first) {
			c += a.c
		}
	}
	return Centavos(c)
}

// sum cannot overflow an int64: it adds at most twelve amounts of 53 bits.
func (m *Months) sum(first, last int) (Money, error) {
	var c int64
	for i := max(first, 1) - 1; i < min(last, 12); i++ {
		c += m[i].c
	}
	return Centavos(c)
}

// IsZero reports whether every month is zero.
func (m Months) IsZero() bool { return m == Months{} }

// Add returns the amounts of m and n month by month, or ErrOverflow.
func (m Months) Add(n Months) (Months, error) {
	if !m.add(&n) {
		return Months{}, ErrOverflow
	}
	return m, nil
}

// add adds n to m in place and reports whether every month stays in bounds.
func (m *Months) add(n *Months) bool {
	ok := true
	for i := range m {
		c := m[i].c + n[i].c
		ok = ok && c <= MaxCentavos && c >= -MaxCentavos
		m[i].c = c
	}
	return ok
}
