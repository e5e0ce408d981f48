//go:build !lean

// Package rickar lends the calendars of this module to programs that are built on
// github.com/rickar/cal/v2, and takes theirs over.
//
// One import gives such a program a Mexico that is right:
//
//	c, err := rickar.BusinessCalendar(mx.LFT())
//	if err != nil { … }
//	c.IsWorkday(time.Now()) // and everything else that cal does
//
// Holidays gives the days off alone, to be added to a calendar of one's own, and
// WorkdayFn makes cal answer from compiled tables. Import and ImportCalendar go the
// other way: they take the years to carry over, write the dates down, and report
// what could not be carried. Nobody has held what they bring against a law, and
// calendar's Vouch says so.
//
// What cal cannot hold stays behind: the law a rule rests on (Description cites it),
// how sure we are of it, commemorations and half days, both of which are worked, and
// the second of two holidays on one day, of which cal finds the first. It never
// moves a day from a weekend: Observed is nil throughout.
//
// Leave Cacheable off in calendars that several goroutines share: in the version of
// cal that this package is tested with its cache is a data race.
package rickar
