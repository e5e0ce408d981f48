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
	var sum exact.Number
	var err error
	for i := 0; i < month && i < len(m); i++ {
		if sum, err = sum.Add(m[i]); err != nil {
			return exact.Number{}, err
		}
	}
	return sum, nil
}
