// Package office adjusts a calendar profile to what one employer decides: local days,
// vacations, half days, days off by a document, days off that are moved, and days of
// rest that are worked.
//
// Start with Adjustments, which is plain data that a document can hold, and Apply:
//
//	own := &office.Adjustments{Year: 2027, OwnDays: []*office.Adjustment{{
//		ID: "servant", Kind: office.MovedDay, Span: day, Instead: monday,
//		Reason: "Puente", Document: "Circular 1/2027",
//	}}}
//	profile, err := own.Apply(mx.Jalisco())
//
// ApplyValid applies the decisions that are valid and returns a finding for each
// problem with the others, so that a draft may be wrong. The result is a profile like
// any other: each decision becomes rules whose Basis cites the employer's document,
// and Explain of the compiled calendar lists them.
//
// The package rejects decisions that contradict each other or have no effect; it does
// not judge whether the law allows them.
package office
