package mx

import (
	"slices"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// ElectionKind is the kind of a vote. The zero value is unspecified and invalid.
type ElectionKind uint8

const (
	// Presidential is the ordinary election of President and Congress.
	Presidential ElectionKind = iota + 1
	// Midterm is the ordinary election of the Chamber of Deputies alone.
	Midterm
	// Judicial is the election of judges. That of 2025 was extraordinary by its decree,
	// and so not a day off by LFT art. 74 fr. IX.
	Judicial
	// Consultation is a popular consultation (consulta popular).
	Consultation
	// Recall is a vote on revoking the President's mandate.
	Recall
	// Gubernatorial is the ordinary local election of a governor, and of other local
	// offices, on a day without a federal election.
	Gubernatorial
	// Local is the ordinary local election of deputies and municipal governments only,
	// on a day without a federal election.
	Local
)

// Name returns the name of the vote, or the zero Label if k is invalid.
func (k ElectionKind) Name() norm.Label {
	if int(k) >= len(electionKindNames) {
		return norm.Label{}
	}
	return electionKindNames[k]
}

var electionKindNames = [...]norm.Label{
	Presidential:  {ES: "Elección de Presidencia y Congreso de la Unión", EN: "Presidential and congressional election"},
	Midterm:       {ES: "Elección de diputaciones federales", EN: "Election of federal deputies"},
	Judicial:      {ES: "Elección judicial", EN: "Judicial election"},
	Consultation:  {ES: "Consulta popular", EN: "Popular consultation"},
	Recall:        {ES: "Revocación de mandato", EN: "Recall vote"},
	Gubernatorial: {ES: "Elección de gubernatura", EN: "Election of a governor"},
	Local:         {ES: "Elección local de diputaciones y ayuntamientos", EN: "Local election of deputies and municipal governments"},
}

// Ordinary reports whether a vote of this kind is an ordinary election, whose day is a
// day off by LFT art. 74 fr. IX. The day is non-working nation-wide for a federal one
// (LGIPE art. 22.2) and in the state that votes for a local one (LGIPE art. 25.2).
func (k ElectionKind) Ordinary() bool {
	return k == Presidential || k == Midterm || k == Gubernatorial || k == Local
}

// CampaignDays returns the length in days of the campaigns for a vote of this kind: 90
// for the election of a President (LGIPE art. 251.1) or a governor, 60 for other
// elections (art. 251.2), and 0 for consultations and recall votes, which have no
// campaigns.
func (k ElectionKind) CampaignDays() int {
	switch k {
	case Presidential, Gubernatorial:
		return 90
	case Midterm, Judicial, Local:
		return 60
	default:
		return 0
	}
}

// Election is a federal vote.
type Election struct {
	Date calendar.Date `json:"date,omitzero"`
	Kind ElectionKind  `json:"kind,omitzero"`
	// Status is the certainty of the date: Projected if the vote was not called.
	Status norm.Status `json:"status,omitzero"`
	// Basis is the law that sets the date. Its status is that of the citation, not of
	// the date.
	Basis norm.Basis `json:"basis,omitzero"`
}

// Elections returns the federal votes from 1970 to 2075 by date. Ordinary elections
// after 2024 are projected by LGIPE art. 22: the first Sunday of June every three years.
// The judicial election of 2027 is Disputed: on 2026-03-22 the INE asked to move it and the
// recall vote to 2028, and the outcome is not known.
func Elections() []Election { return slices.Clone(mexico().Elections) }

// ordinaryDays returns the rule of the days of ordinary elections, which are days off.
func ordinaryDays(list []Election) calendar.Listed {
	var days calendar.Listed
	for _, e := range list {
		if e.Kind.Ordinary() {
			days = append(days, calendar.Listing{Date: e.Date, Status: e.Status})
		}
	}
	return days
}
