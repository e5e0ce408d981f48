package poa

// Administrations returns the parts of the plan that belong to each administration, in
// the order of the document. It computes them at each call.
func (a *Analysis) Administrations() []AdministrationStatus {
	doc := a.Plan.doc
	list := make([]AdministrationStatus, len(doc.Administrations))
	for i, adm := range doc.Administrations {
		s := &list[i]
		s.Administration = adm
		if !adm.Span.Valid() {
			continue
		}
		for _, act := range a.Activities {
			if act.Administration == adm {
				s.Activities = append(s.Activities, act.Activity)
			}
		}
		for _, p := range doc.Posts {
			if p.Administration == adm.ID {
				s.Posts = append(s.Posts, p)
			}
		}
		for _, p := range doc.Periods {
			// A period is closed after it ends, by the administration in office then.
			if p.Span.Valid() && adm.Span.Contains(p.Span.End.AddDays(1)) {
				s.Closes = append(s.Closes, p)
			}
		}
	}
	return list
}
