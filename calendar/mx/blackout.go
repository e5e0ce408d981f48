package mx

import (
	"errors"
	"slices"
	"strconv"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/calendar/term"
)

// Blackouts returns the blackouts in a municipality of Jalisco, by date (CPEUM art.
// 41-III-C; LGCS art. 21): from the start of the first campaign with coverage in the
// municipality to the end of election day. They bind the federation, the states and the
// municipalities, including their accounts in social networks.
//
// The list has the elections of 2018, 2021 and 2024, the popular consultation of 2021
// and the recall vote of 2022, which were held, and a projected blackout for each
// ordinary federal election from 2027 to 2075. It omits the judicial election of 2025,
// because the electoral court allowed authorities to promote the vote; ProjectBlackout
// computes its blackout.
//
// Blackouts assumes that local elections are held on the day of the federal ones, as in
// 2018, 2021 and 2024, and that a governor is elected with the President.
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

// BlackoutsKnown returns the span that Blackouts covers, both ends included: the years
// from its first election to its last. There are blackouts outside the span too, which
// Blackouts does not include.
func BlackoutsKnown() calendar.Span {
	list := Blackouts()
	return calendar.Span{
		Start: calendar.YearSpan(list[0].Election.Year()).Start,
		End:   calendar.YearSpan(list[len(list)-1].Election.Year()).End,
	}
}

// BlackoutOf returns the first of Blackouts that has a day in common with span, and
// reports whether there is one. Outside BlackoutsKnown it always returns false.
func BlackoutOf(span calendar.Span) (b term.Blackout, ok bool) {
	for _, b := range Blackouts() {
		if b.Span.Overlaps(span) {
			return b, true
		}
	}
	return term.Blackout{}, false
}

// ProjectBlackout computes the blackout of an election from its date and kind. Campaigns
// end three days before the vote (LGIPE art. 251.3), so that their last day is the fourth
// day before it, and last kind.CampaignDays; the blackout runs from their
// start to the end of election day; and an exception must be requested from the INE 60
// natural days before their start, 45 if the election is only local. The results are
// those of all elections held since 2018, including the contested blackout of the
// judicial election of 2025.
//
// The status is always Projected, even for a vote that was held: the calendar of the
// electoral authority decides. ProjectBlackout returns an error for a kind without
// campaigns, such as a consultation or a recall vote, and for no date.
func ProjectBlackout(election calendar.Date, kind ElectionKind) (term.Blackout, error) {
	days := kind.CampaignDays()
	if days == 0 {
		return term.Blackout{}, errors.New("mx: cannot project the blackout of a vote of kind \"" + kind.String() + "\": it has no campaigns; use the dates of its official call")
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
		return term.Blackout{}, errors.New("mx: cannot project a blackout: the date of the election is missing or outside the years 1 to 9999")
	}
	year, p := strconv.Itoa(election.Year()), mexico().provisionOf("projected-blackout")
	p.basis.Note = "Proyección: " + strconv.Itoa(days) + " días de campaña que terminan tres antes de la jornada (LGIPE, artículo 251); decide el calendario de la autoridad electoral."
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

// Silence returns the three days before the vote in which campaigning is forbidden (veda
// electoral in the strict sense), both ends included.
func Silence(b term.Blackout) calendar.Span {
	return calendar.Span{Start: b.Election.AddDays(-3), End: b.Election.AddDays(-1)}
}

// BlackoutExceptions returns the campaigns that may be published in any blackout.
func BlackoutExceptions() []norm.Label { return slices.Clone(mexico().exceptions) }
