package kpi

import "github.com/rumbo-mx/rumbo/kpi/exact"

// MonthlyTargets is a number for each month of a fiscal year, January first: the
// physical target of an activity (calendarización de metas).
type MonthlyTargets [12]exact.Number

// Total returns the sum of the twelve months, or exact.ErrOverflow.
func (m *MonthlyTargets) Total() (exact.Number, error) { return m.Through(12) }

// Through returns the sum from January to month, included: zero for a month below
// 1, the total above 12. The error is exact.ErrOverflow.
func (m *MonthlyTargets) Through(month int) (exact.Number, error) {
	return AccumulateSum.Combine(m[:min(max(month, 0), len(m))]...)
}

// Combine returns the value of several months from their values, oldest first: their sum,
// the last, the largest, or the mean in which each counts the same. It returns zero for no
// values, and the last for an unspecified Accumulation. The error is exact.ErrOverflow.
func (a Accumulation) Combine(values ...exact.Number) (exact.Number, error) {
	if len(values) == 0 {
		return exact.Number{}, nil
	}
	total := values[0]
	for _, v := range values[1:] {
		var err error
		switch a {
		case AccumulateSum, AccumulateAverage:
			total, err = total.Add(v)
		case AccumulateMax:
			if v.Cmp(total) > 0 {
				total = v
			}
		default:
			total = v
		}
		if err != nil {
			return exact.Number{}, err
		}
	}
	if a == AccumulateAverage {
		return total.Div(exact.Int(int64(len(values))))
	}
	return total, nil
}
