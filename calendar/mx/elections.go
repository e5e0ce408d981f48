package mx

import (
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// ElectionKind says what a vote decides. The zero value is unspecified
// and invalid.
type ElectionKind uint8

const (
	// Presidential is the ordinary election of President and Congress.
	Presidential ElectionKind = iota + 1
	// Midterm is the ordinary election of the Chamber of Deputies alone.
	Midterm
	// Judicial is the election of judges. That of 2025 was extraordinary by its
	// decree, and no rest day by LFT art. 74 fr. IX.
	Judicial
	// Consultation is a popular consultation (consulta popular).
	Consultation
	// Recall is a vote on revoking the President's mandate.
	Recall
	// Gubernatorial is the ordinary local election of a governor, with whatever
	// else the state elects, where no federal election is held that day.
	Gubernatorial
	// Local is the ordinary local election of deputies and municipal
	// governments alone, where no federal election is held that day.
	Local
)

// Name returns what the vote is called.
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

// Ordinary reports whether a vote of this kind is an ordinary election, whose day
// LFT art. 74 fr. IX makes a rest day: a local one in the state that votes.
func (k ElectionKind) Ordinary() bool {
	return k == Presidential || k == Midterm || k == Gubernatorial || k == Local
}

// CampaignDays returns how many days campaigns for a vote of this kind last: 90
// where a President or a governor is elected, 60 in other elections, 0 for
// consultations and recall votes, which have none.
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

// Election is one federal vote.
type Election struct {
	Date calendar.Date
	Kind ElectionKind
	// Status is how sure we are of the date: Projected where the vote has not
	// been called.
	Status norm.Status
	// Basis is the law that sets the date; its status is that of the citation.
	Basis norm.Basis
}

// Elections returns the federal votes from 1970 to 2075 by date. Ordinary
// elections after 2024 are projected by LGIPE art. 22: the first Sunday of June
// every three years. The judicial election of 2027 is Disputed: moving it to 2028
// was under study.
func Elections() []Election { return append([]Election(nil), elections[:]...) }

func vote(law, article, fraction, published string, status norm.Status) norm.Basis {
	return norm.Basis{Law: law, Article: article, Fraction: fraction, Published: published, Status: status, Checked: checked}
}

// oldVote cites the Constitution, which called for the vote, and notes the electoral
// law of its time, which is repealed and unread.
func oldVote(note string) norm.Basis {
	return norm.Basis{Law: "CPEUM", Article: "51", Fraction: norm.NoFraction, Published: "1917-02-05", Status: norm.FromMemory, Checked: checked, Note: note}
}

const (
	law1951 = "El día lo fijó la Ley Electoral Federal, publicada el 1951-12-04 y no leída. Fechas de publicación, de memoria."
	law1973 = "El día lo fijó la Ley Federal Electoral, publicada el 1973-01-05 y no leída. Fechas de publicación, de memoria."
	law1977 = "El día lo fijó la Ley Federal de Organizaciones Políticas y Procesos Electorales, publicada el 1977-12-30 y no leída. Fechas de publicación, de memoria."
	law1987 = "El día lo fijó el Código Federal Electoral, publicado el 1987-02-12 y no leído. Fechas de publicación, de memoria."
)

const unreadGazette = "Fecha de publicación, de memoria."

// cofipe cites the Código Federal de Instituciones y Procedimientos Electorales,
// of 1990 or of 2008; both set the day in article 19.
func cofipe(published string) norm.Basis {
	return norm.Basis{Law: "COFIPE", Article: "19", Fraction: norm.NoFraction, Published: published, Status: norm.FromMemory, Checked: checked, Note: unreadGazette}
}

func lgipe22(status norm.Status) norm.Basis {
	return norm.Basis{Law: "LGIPE", Article: "22.1", Fraction: norm.NoFraction, Published: "2014-05-23", Status: status, Checked: checked}
}

var elections = [...]Election{
	{calendar.FromOrdinal(719348), Presidential, norm.Sourced, oldVote(law1951)},                                                                // 1970-07-05
	{calendar.FromOrdinal(720440), Midterm, norm.Sourced, oldVote(law1973)},                                                                     // 1973-07-01
	{calendar.FromOrdinal(721539), Presidential, norm.Sourced, oldVote(law1973)},                                                                // 1976-07-04
	{calendar.FromOrdinal(722631), Midterm, norm.Sourced, oldVote(law1977)},                                                                     // 1979-07-01
	{calendar.FromOrdinal(723730), Presidential, norm.Sourced, oldVote(law1977)},                                                                // 1982-07-04
	{calendar.FromOrdinal(724829), Midterm, norm.Sourced, oldVote(law1977)},                                                                     // 1985-07-07
	{calendar.FromOrdinal(725924), Presidential, norm.Sourced, oldVote(law1987)},                                                                // 1988-07-06
	{calendar.FromOrdinal(727062), Midterm, norm.FromMemory, cofipe("1990-08-15")},                                                              // 1991-08-18
	{calendar.FromOrdinal(728161), Presidential, norm.FromMemory, cofipe("1990-08-15")},                                                         // 1994-08-21
	{calendar.FromOrdinal(729211), Midterm, norm.Sourced, cofipe("1990-08-15")},                                                                 // 1997-07-06
	{calendar.FromOrdinal(730303), Presidential, norm.Sourced, cofipe("1990-08-15")},                                                            // 2000-07-02
	{calendar.FromOrdinal(731402), Midterm, norm.Sourced, cofipe("1990-08-15")},                                                                 // 2003-07-06
	{calendar.FromOrdinal(732494), Presidential, norm.Sourced, cofipe("1990-08-15")},                                                            // 2006-07-02
	{calendar.FromOrdinal(733593), Midterm, norm.Sourced, cofipe("2008-01-14")},                                                                 // 2009-07-05
	{calendar.FromOrdinal(734685), Presidential, norm.Sourced, cofipe("2008-01-14")},                                                            // 2012-07-01
	{calendar.FromOrdinal(735756), Midterm, norm.Sourced, lgipe22(norm.Sourced)},                                                                // 2015-06-07
	{calendar.FromOrdinal(736876), Presidential, norm.Sourced, vote("LGIPE", "11 transitorio", norm.NoFraction, "2014-05-23", norm.FromMemory)}, // 2018-07-01
	{calendar.FromOrdinal(737947), Midterm, norm.Sourced, lgipe22(norm.Sourced)},                                                                // 2021-06-06
	{calendar.FromOrdinal(738003), Consultation, norm.Sourced, vote("CPEUM", "35", "VIII", "2019-12-20", norm.FromMemory)},                      // 2021-08-01
	{calendar.FromOrdinal(738255), Recall, norm.Sourced, vote("CPEUM", "35", "IX", "2019-12-20", norm.FromMemory)},                              // 2022-04-10
	{calendar.FromOrdinal(739039), Presidential, norm.Sourced, lgipe22(norm.Sourced)},                                                           // 2024-06-02
	{calendar.FromOrdinal(739403), Judicial, norm.Sourced, vote("CPEUM", "96", norm.NoFraction, "2024-09-15", norm.Sourced)},                    // 2025-06-01
	{calendar.FromOrdinal(740138), Midterm, norm.Projected, lgipe22(norm.Projected)},                                                            // 2027-06-06
	{calendar.FromOrdinal(740138), Judicial, norm.Disputed, vote("CPEUM", "96", norm.NoFraction, "2024-09-15", norm.Disputed)},                  // 2027-06-06
	{calendar.FromOrdinal(741230), Presidential, norm.Projected, lgipe22(norm.Projected)},                                                       // 2030-06-02
	{calendar.FromOrdinal(742329), Midterm, norm.Projected, lgipe22(norm.Projected)},                                                            // 2033-06-05
	{calendar.FromOrdinal(743421), Presidential, norm.Projected, lgipe22(norm.Projected)},                                                       // 2036-06-01
	{calendar.FromOrdinal(744520), Midterm, norm.Projected, lgipe22(norm.Projected)},                                                            // 2039-06-05
	{calendar.FromOrdinal(745612), Presidential, norm.Projected, lgipe22(norm.Projected)},                                                       // 2042-06-01
	{calendar.FromOrdinal(746711), Midterm, norm.Projected, lgipe22(norm.Projected)},                                                            // 2045-06-04
	{calendar.FromOrdinal(747810), Presidential, norm.Projected, lgipe22(norm.Projected)},                                                       // 2048-06-07
	{calendar.FromOrdinal(748902), Midterm, norm.Projected, lgipe22(norm.Projected)},                                                            // 2051-06-04
	{calendar.FromOrdinal(750001), Presidential, norm.Projected, lgipe22(norm.Projected)},                                                       // 2054-06-07
	{calendar.FromOrdinal(751093), Midterm, norm.Projected, lgipe22(norm.Projected)},                                                            // 2057-06-03
	{calendar.FromOrdinal(752192), Presidential, norm.Projected, lgipe22(norm.Projected)},                                                       // 2060-06-06
	{calendar.FromOrdinal(753284), Midterm, norm.Projected, lgipe22(norm.Projected)},                                                            // 2063-06-03
	{calendar.FromOrdinal(754383), Presidential, norm.Projected, lgipe22(norm.Projected)},                                                       // 2066-06-06
	{calendar.FromOrdinal(755475), Midterm, norm.Projected, lgipe22(norm.Projected)},                                                            // 2069-06-02
	{calendar.FromOrdinal(756574), Presidential, norm.Projected, lgipe22(norm.Projected)},                                                       // 2072-06-05
	{calendar.FromOrdinal(757666), Midterm, norm.Projected, lgipe22(norm.Projected)},                                                            // 2075-06-02
}
