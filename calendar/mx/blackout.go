package mx

import (
	"errors"
	"strconv"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// Blackout is a window in which government advertising is suspended
// (suspensión de la propaganda gubernamental, often called veda electoral): from
// the start of the first campaign that has coverage in the place to the end of
// election day. It binds the federation, the states and the municipalities, their
// social networks too (CPEUM art. 41-III-C; LGCS art. 21).
type Blackout struct {
	// Key tells the window apart: "election-2027".
	Key  string
	Name norm.Label
	// Campaigns are the days of campaign; both ends are in.
	Campaigns calendar.Span
	// Span is the window itself, from the start of the campaigns to election
	// day, both ends in.
	Span calendar.Span
	// Election is the day of the vote.
	Election calendar.Date
	// RequestBy is the last day to ask the INE for an exception: 60 natural
	// days before the campaigns. It is no date where no rule is known.
	RequestBy calendar.Date
	// Basis is Projected where the authority has not yet called the vote or
	// published its calendar.
	Basis norm.Basis
	// Exceptions are what may be published all the same.
	Exceptions []norm.Label
}

// Blackouts returns the windows that hold in a municipality of Jalisco, by date:
// held for 2018, 2021 and 2024, the popular consultation of 2021 and the recall
// vote of 2022, and projected from 2027 to 2075, once for each ordinary federal
// election. That of the judicial election of 2025 is left out, because the
// electoral court let authorities promote the vote; ProjectBlackout computes it.
//
// It assumes that local elections fall on the day of the federal ones, as they did
// in 2018, 2021 and 2024, and that a governor is elected with the President.
func Blackouts() []Blackout {
	list := make([]Blackout, 0, len(blackouts)+len(elections))
	list = append(list, blackouts[:]...)
	last := list[len(list)-1].Election
	for i := range elections {
		if e := &elections[i]; e.Kind.Ordinary() && e.Date.After(last) {
			if b, err := ProjectBlackout(e.Date, e.Kind); err == nil {
				list = append(list, b)
			}
		}
	}
	for i := range list {
		list[i].Exceptions = BlackoutExceptions()
	}
	return list
}

// BlackoutsKnown returns the days for which Blackouts has the windows, both ends
// in: the years of the first election that is held in it and of the last that is
// projected. There were windows before, and there will be after: of those days
// nothing is said.
func BlackoutsKnown() calendar.Span {
	return calendar.Span{Start: calendar.FromOrdinal(736695), End: calendar.FromOrdinal(757878)} // 2018-01-01 2075-12-31
}

// BlackoutOf returns the first window of Blackouts that has a day in common with
// span. Outside BlackoutsKnown it finds none, which proves nothing.
func BlackoutOf(span calendar.Span) (b Blackout, ok bool) {
	for _, b := range Blackouts() {
		if b.Span.Overlaps(span) {
			return b, true
		}
	}
	return Blackout{}, false
}

// ProjectBlackout returns the window of an election from its date and kind:
// campaigns end four days before the vote and last kind.CampaignDays, the window
// runs from their start to the end of election day, and the INE is asked for an
// exception 60 natural days before them, 45 where the election is local only. That
// reproduces every window of an election held since 2018, the judicial one of 2025
// too, whose window was contested.
//
// The window is Projected, whether or not the vote was held: the authority's own
// calendar decides. A consultation and a recall vote have no campaigns to count
// and are an error, and so is no date.
func ProjectBlackout(election calendar.Date, kind ElectionKind) (Blackout, error) {
	days := kind.CampaignDays()
	if days == 0 {
		return Blackout{}, errors.New("mx: no blackout can be projected for a vote of kind \"" + kind.String() + "\": it has no campaigns; use its own call")
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
		return Blackout{}, errors.New("mx: no blackout can be projected without the date of the election, in the years 1 to 9999")
	}
	year := strconv.Itoa(election.Year())
	return Blackout{
		Key:        key + year,
		Name:       norm.Label{ES: suspensionES + "proceso electoral de " + year, EN: suspensionEN + year + " election"},
		Campaigns:  calendar.Span{Start: start, End: end},
		Span:       calendar.Span{Start: start, End: election},
		Election:   election,
		RequestBy:  request,
		Basis:      lgcs21(norm.Projected, "Proyección: "+strconv.Itoa(days)+" días de campaña que terminan cuatro antes de la jornada; decide el calendario de la autoridad electoral."),
		Exceptions: BlackoutExceptions(),
	}, nil
}

// Silence returns the three days before the vote in which nobody campaigns (veda
// electoral in the strict sense), both ends in.
func (b *Blackout) Silence() calendar.Span {
	return calendar.Span{Start: b.Election.AddDays(-3), End: b.Election.AddDays(-1)}
}

// BlackoutExceptions returns what may be published in every window all the same.
func BlackoutExceptions() []norm.Label { return append([]norm.Label(nil), exceptions[:]...) }

var exceptions = [...]norm.Label{
	{ES: "campañas de información de las autoridades electorales", EN: "information campaigns of the electoral authorities"},
	{ES: "servicios educativos", EN: "educational services"},
	{ES: "servicios de salud", EN: "health services"},
	{ES: "protección civil en casos de emergencia", EN: "civil protection in emergencies"},
	{ES: "lo que el INE autorice caso por caso", EN: "what the INE authorises case by case"},
}

const (
	suspensionES = "Suspensión de propaganda gubernamental, "
	suspensionEN = "Suspension of government advertising, "
)

func lgcs21(status norm.Status, note string) norm.Basis {
	return norm.Basis{Law: "LGCS", Article: "21", Fraction: norm.NoFraction, Published: "2018-05-11", Status: status, Checked: checked, Note: note}
}

func cpeum(article, fraction, published, note string) norm.Basis {
	return norm.Basis{Law: "CPEUM", Article: article, Fraction: fraction, Published: published, Status: norm.Sourced, Checked: checked, Note: note}
}

var blackouts = [...]Blackout{
	{
		Key:       "election-2018",
		Name:      norm.Label{ES: suspensionES + "proceso electoral de 2018", EN: suspensionEN + "2018 election"},
		Campaigns: calendar.Span{Start: calendar.FromOrdinal(736783), End: calendar.FromOrdinal(736872)}, // 2018-03-30 2018-06-27
		Span:      calendar.Span{Start: calendar.FromOrdinal(736783), End: calendar.FromOrdinal(736876)}, // 2018-03-30 2018-07-01
		Election:  calendar.FromOrdinal(736876),                                                          // 2018-07-01
		RequestBy: calendar.FromOrdinal(736723),                                                          // 2018-01-29
		Basis:     cpeum("41-III-C", norm.NoFraction, "2007-11-13", "La campaña municipal comenzó el 29 de abril; la federal, que también se difunde aquí, el 30 de marzo. Fecha de publicación, de memoria."),
	},
	{
		Key:       "election-2021",
		Name:      norm.Label{ES: suspensionES + "proceso electoral de 2021", EN: suspensionEN + "2021 election"},
		Campaigns: calendar.Span{Start: calendar.FromOrdinal(737884), End: calendar.FromOrdinal(737943)}, // 2021-04-04 2021-06-02
		Span:      calendar.Span{Start: calendar.FromOrdinal(737884), End: calendar.FromOrdinal(737947)}, // 2021-04-04 2021-06-06
		Election:  calendar.FromOrdinal(737947),                                                          // 2021-06-06
		RequestBy: calendar.FromOrdinal(737824),                                                          // 2021-02-03
		Basis:     lgcs21(norm.Sourced, ""),
	},
	{
		Key:       "consultation-2021",
		Name:      norm.Label{ES: suspensionES + "consulta popular de 2021", EN: suspensionEN + "2021 popular consultation"},
		Campaigns: calendar.Span{Start: calendar.FromOrdinal(737986), End: calendar.FromOrdinal(738002)}, // 2021-07-15 2021-07-31
		Span:      calendar.Span{Start: calendar.FromOrdinal(737986), End: calendar.FromOrdinal(738003)}, // 2021-07-15 2021-08-01
		Election:  calendar.FromOrdinal(738003),                                                          // 2021-08-01
		Basis:     cpeum("35", "VIII", "2019-12-20", "Desde la convocatoria; no hay campañas de partidos. Fecha de publicación, de memoria."),
	},
	{
		Key:       "recall-2022",
		Name:      norm.Label{ES: suspensionES + "revocación de mandato de 2022", EN: suspensionEN + "2022 recall vote"},
		Campaigns: calendar.Span{Start: calendar.FromOrdinal(738190), End: calendar.FromOrdinal(738254)}, // 2022-02-04 2022-04-09
		Span:      calendar.Span{Start: calendar.FromOrdinal(738190), End: calendar.FromOrdinal(738255)}, // 2022-02-04 2022-04-10
		Election:  calendar.FromOrdinal(738255),                                                          // 2022-04-10
		Basis:     cpeum("35", "IX", "2019-12-20", "Desde la convocatoria; no hay campañas de partidos. Fecha de publicación, de memoria."),
	},
	{
		Key:       "election-2024",
		Name:      norm.Label{ES: suspensionES + "proceso electoral de 2024", EN: suspensionEN + "2024 election"},
		Campaigns: calendar.Span{Start: calendar.FromOrdinal(738946), End: calendar.FromOrdinal(739035)}, // 2024-03-01 2024-05-29
		Span:      calendar.Span{Start: calendar.FromOrdinal(738946), End: calendar.FromOrdinal(739039)}, // 2024-03-01 2024-06-02
		Election:  calendar.FromOrdinal(739039),                                                          // 2024-06-02
		RequestBy: calendar.FromOrdinal(738886),                                                          // 2024-01-01
		Basis:     lgcs21(norm.Sourced, "La campaña municipal comenzó el 31 de marzo; las de Presidencia y gubernatura, el 1 de marzo."),
	},
	{
		Key:       "election-2027",
		Name:      norm.Label{ES: suspensionES + "proceso electoral de 2027", EN: suspensionEN + "2027 election"},
		Campaigns: calendar.Span{Start: calendar.FromOrdinal(740075), End: calendar.FromOrdinal(740134)}, // 2027-04-04 2027-06-02
		Span:      calendar.Span{Start: calendar.FromOrdinal(740075), End: calendar.FromOrdinal(740138)}, // 2027-04-04 2027-06-06
		Election:  calendar.FromOrdinal(740138),                                                          // 2027-06-06
		RequestBy: calendar.FromOrdinal(740015),                                                          // 2027-02-03
		Basis:     lgcs21(norm.Projected, "Proyección: 60 días de campaña que terminan cuatro antes de la jornada; el calendario del INE y del IEPC no se ha encontrado."),
	},
	{
		Key:       "election-2030",
		Name:      norm.Label{ES: suspensionES + "proceso electoral de 2030", EN: suspensionEN + "2030 election"},
		Campaigns: calendar.Span{Start: calendar.FromOrdinal(741137), End: calendar.FromOrdinal(741226)}, // 2030-03-01 2030-05-29
		Span:      calendar.Span{Start: calendar.FromOrdinal(741137), End: calendar.FromOrdinal(741230)}, // 2030-03-01 2030-06-02
		Election:  calendar.FromOrdinal(741230),                                                          // 2030-06-02
		RequestBy: calendar.FromOrdinal(741077),                                                          // 2029-12-31
		Basis:     lgcs21(norm.Projected, "Proyección: 90 días de campaña que terminan cuatro antes de la jornada; el calendario del INE y del IEPC no se ha encontrado."),
	},
}
