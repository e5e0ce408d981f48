package poa

func (a *Analysis) terms() []TermStatus {
	doc := a.Plan.doc
	list := make([]TermStatus, len(doc.Administrations))
	for i, adm := range doc.Administrations {
		t := &list[i]
		t.Administration = adm
		if !adm.Term.Valid() {
			continue
		}
		for _, s := range a.Activities {
			if s.Administration == adm {
				t.Activities = append(t.Activities, s.Activity)
			}
		}
		for _, p := range doc.Posts {
			if p.Administration == adm.ID {
				t.Posts = append(t.Posts, p)
			}
		}
		for _, p := range doc.Periods {
			// A period is closed after it ends, by who is in office then.
			if p.Span.Valid() && adm.Term.Contains(p.Span.End.AddDays(1)) {
				t.Closes = append(t.Closes, p)
			}
		}
	}
	return list
}
