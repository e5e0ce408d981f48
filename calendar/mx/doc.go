// Package mx contains the calendar of Mexico: the days off of the federal labour law
// (LFT art. 74), of federal public servants, of the public servants of Jalisco (art. 38
// of their law) and of banks; civic dates; federal elections; the blackouts in which
// government advertising is suspended; the mandates of Jalisco's municipal governments
// and of the President; and the yearly deadlines of a municipal office.
//
// Start with a profile and compile it:
//
//	cal, err := calendar.Compile(mx.Jalisco(), calendar.YearSpan(2027))
//
// The data is in the folder tables, as Markdown tables that a lawyer can read and edit.
// It is parsed on first use. ParseTables and ReadNorm also read the tables of a town.
//
// Each fact has a norm.Basis: law, article, publication, status, and the day on which it
// was last checked against its source, which is Checked. Show the status to the people
// who decide: Projected is an election or a campaign that the authority has not called
// yet, and the bank holidays from 2027; Disputed is Jalisco's day off on a Monday of
// June from 2026; FromMemory is a fact that was not checked against a source, such as
// the window of the annual report, and the days off of banks in the years whose list was
// not read.
//
// Each profile has the span for which it was verified: LFT from 1970-05-01, federal
// servants from 1993-10-06, Jalisco from 2007 (earlier texts were not read), banks from
// 2006 to 2026. Outside it, Calendar.Vouch returns an error; Calendar.Doubts lists the
// days off that are not Sourced.
//
// No profile moves a day off from a weekend to a weekday, because no law in this package
// does. The days that offices take by custom, Holy Thursday and Good Friday, are in
// CustomHolidays and in the profile of banks only. The decisions of a municipality, such
// as its patron saint's feast, a moved day and local deadlines, are not included: see
// package office. For a state that moves weekend days by a yearly decree, write a profile
// with listed dates.
//
// The functions return copies, which the caller owns.
package mx

//go:generate go run ./internal/gen
