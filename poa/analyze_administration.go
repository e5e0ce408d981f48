package poa

// Administrations returns the parts of the plan that belong to each administration, in
// the order of the document. It computes them at each call.
func (a *Analysis) Administrations() []AdministrationStatus {
	doc := a.Plan.doc
	list := make([]AdministrationStatus, len(doc.Administrations))
	at := make(map[string]int, len(list)) // positions by id
	for i, adm := range doc.Administrations {
		if list[i].Administration = adm; adm.Span.Valid() {
			at[adm.ID] = i
		}
	}
	for _, act := range a.Activities {
		if act.Administration == nil {
			continue
		}
		if i, ok := at[act.Administration.ID]; ok {
			list[i].Activities = append(list[i].Activities, act.Activity)
		}
	}
	for _, p := range doc.Posts {
		if i, ok := at[p.Administration]; ok {
			list[i].Posts = append(list[i].Posts, p)
		}
	}
	// A period is closed after it ends, by the administration in office then.
	inOffice := a.results[partNames].value.(*names).inOffice
	for _, p := range doc.Periods {
		if !p.Span.Valid() {
			continue
		}
		if i := inOffice.at(p.Span.End.AddDays(1)); i >= 0 {
			list[i].Closes = append(list[i].Closes, p)
		}
	}
	return list
}
