package mx

import (
	"errors"
	"slices"
	"strconv"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/calendar/term"
)

// Blackouts returns the blackouts that hold in a municipality of Jalisco, by date (CPEUM
// art. 41-III-C; LGCS art. 21): from the start of the first campaign that has coverage
// in the place to the end of election day. They bind the federation, the states and
// the municipalities, their social networks too. The elections of 2018, 2021 and 2024, the popular consultation of 2021 and the recall
// vote of 2022 were held; from 2027 to 2075 there is a projected one for each ordinary
// federal election. That of the judicial election of 2025 is left out, because the
// electoral court let authorities promote the vote; ProjectBlackout computes it.
//
// It assumes that local elections fall on the day of the federal ones, as they did
// in 2018, 2021 and 2024, and that a governor is elected with the President.
func Blackouts() []term.Blackout {
	n := mexico()
	list := slices.Clone(n.Blackouts)
	last := list[len(list)-1].Election
	for _, e := range n.Elections {
		if e.Kind.Ordinary() && e.Date.After(last) {
			if b, err := ProjectBlackout(e.Date, e.Kind); err == nil {
				list = append(list, b)
			}
		}
	}
	for i := range list {
		list[i].Exceptions = slices.Clone(list[i].Exceptions)
		list[i].Jurisdiction = "MX-JAL"
	}
	return list
}

// BlackoutsKnown returns the days that Blackouts covers, both ends included: the years
// from its first election to its last. The days before and after have blackouts too.
func BlackoutsKnown() calendar.Span {
	list := Blackouts()
	return calendar.Span{
		Start: calendar.YearSpan(list[0].Election.Year()).Start,
		End:   calendar.YearSpan(list[len(list)-1].Election.Year()).End,
	}
}

// BlackoutOf returns the first of Blackouts that has a day in common with span. Outside
// BlackoutsKnown it finds none, which proves nothing.
func BlackoutOf(span calendar.Span) (b term.Blackout, ok bool) {
	for _, b := range Blackouts() {
		if b.Span.Overlaps(span) {
			return b, true
		}
	}
	return term.Blackout{}, false
}

// ProjectBlackout returns the blackout of an election from its date and kind: campaigns
// end four days before the vote and last kind.CampaignDays, the blackout runs from their
// start to the end of election day, and an exception is requested from the INE 60 natural
// days before them, 45 if the election is local only. That reproduces every blackout of
// an election held since 2018, the judicial one of 2025 too, which was contested.
//
// The blackout is Projected, whether or not the vote was held: the authority's own
// calendar decides. A consultation and a recall vote have no campaigns to count
// and are an error, and so is no date.
func ProjectBlackout(election calendar.Date, kind ElectionKind) (term.Blackout, error) {
	days := kind.CampaignDays()
	if days == 0 {
		return term.Blackout{}, errors.New("mx: no blackout can be projected for a vote of kind \"" + kind.String() + "\": it has no campaigns; use its own call")
	}
	end := election.AddDays(-4)
	start := end.AddDays(1 - days)
	key, ask := "election-", 60
	switch kind {
	case Judicial:
		key = "judicial-election-"
	case Gubernatorial, Local:
		key, ask = "local-election-", 45
	}
	request := start.AddDays(-ask)
	if request.IsZero() {
		return term.Blackout{}, errors.New("mx: no blackout can be projected without the date of the election, in the years 1 to 9999")
	}
	year, p := strconv.Itoa(election.Year()), mexico().provisionOf("projected-blackout")
	p.basis.Note = "Proyección: " + strconv.Itoa(days) + " días de campaña que terminan cuatro antes de la jornada; decide el calendario de la autoridad electoral."
	return term.Blackout{
		Key:        key + year,
		Name:       norm.Label{ES: p.name.ES + ", proceso electoral de " + year, EN: p.name.EN + ", " + year + " election"},
		Campaigns:  calendar.Span{Start: start, End: end},
		Span:       calendar.Span{Start: start, End: election},
		Election:   election,
		RequestBy:  request,
		Basis:      p.basis,
		Exceptions: BlackoutExceptions(),
	}, nil
}

// Silence returns the three days before the vote in which nobody campaigns (veda
// electoral in the strict sense), both ends included.
func Silence(b term.Blackout) calendar.Span {
	return calendar.Span{Start: b.Election.AddDays(-3), End: b.Election.AddDays(-1)}
}

// BlackoutExceptions returns what may be published in every blackout.
func BlackoutExceptions() []norm.Label { return slices.Clone(mexico().exceptions) }
