// Package office adjusts a calendar profile to the decisions of an employer: local days,
// vacations, half days, additional days off, days off that are moved, and days of rest
// that are worked.
//
// Start with Adjustments, which is plain data, and Apply:
//
//	own := &office.Adjustments{Year: 2027, OwnDays: []*office.Adjustment{{
//		ID: "servant", Kind: office.MovedDay, Span: day, Instead: monday,
//		Reason: "Puente", Document: "Circular 1/2027",
//	}}}
//	profile, err := own.Apply(mx.Jalisco())
//
// ApplyValid applies the adjustments that are valid, as in a draft, and returns a finding
// for each problem with the others. Each adjustment becomes one or more rules of the
// profile, whose Basis cites the employer's document and which Explain of the compiled
// calendar lists.
//
// The package rejects adjustments that contradict each other or have no effect; it does
// not check whether the law allows them.
package office
