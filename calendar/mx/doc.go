// Package mx is the calendar of Mexico as data: the rest days of the federal
// labour law (LFT art. 74), of federal public servants, of the public servants of
// Jalisco (art. 38 of their law) and of banks, civic dates, federal elections, the
// blackouts in which government advertising is suspended, the mandates of Jalisco's
// municipal governments and of the President, and the yearly deadlines of a
// municipal office.
//
// Start with a profile and compile it:
//
//	cal, err := calendar.Compile(mx.Jalisco(), calendar.YearSpan(2027))
//
// The facts are in the folder tables, as Markdown tables that a lawyer can read and edit;
// ParseTables and ReadNorm read those and those of a town. They are parsed on first use.
//
// Every fact has a norm.Basis: law, article, publication, status, and the day it was last
// checked against its source, which is Checked. Show the status with the fact. Projected
// is an election or a campaign that the authority has not called yet, and the list of
// bank holidays from 2027; Disputed is Jalisco's Monday of June from 2026; FromMemory is
// what was not read in a source, such as the window of the annual report. Each profile
// has the days for which it was verified: LFT from 1970-05-01, federal servants from
// 1993-10-06, Jalisco from 2007 (earlier text is unread), banks from 2006 to 2026. Beyond
// them, Calendar.Vouch is an error; within them, Calendar.Doubts lists the days that are
// not certain.
//
// No profile moves a day off from a weekend to a weekday: no law of Mexico in this
// package does. Days that offices give by custom, Holy Thursday and Good Friday, are
// CustomHolidays, and in no profile but that of banks. What a municipality decides for
// itself, its patron feast, a day moved, its local deadlines, is not included: see
// package office. States that move weekend days by a yearly decree need a profile with
// listed dates.
//
// The functions return copies, which the caller owns.
package mx

//go:generate go run ./internal/gen
