//go:build !lean

// Package rickar converts the calendars of this module to those of
// github.com/rickar/cal/v2, and back.
//
// A program that uses cal gets the days off of Mexican law by one import:
//
//	c, err := rickar.BusinessCalendar(mx.LFT())
//	if err != nil { … }
//	c.IsWorkday(time.Now()) // and everything else that cal does
//
// Holidays returns the days off alone, to be added to another calendar, and WorkdayFn
// makes cal answer from compiled tables. Import and ImportCalendar go the other way: they
// list the dates of the given years, and report what could not be converted. The result
// is not verified against a law, and Calendar.Vouch returns an error for it.
//
// cal has no place for the law that a rule is based on (Description cites it), its
// status, commemorations and half days, both of which are worked, and the second of two
// holidays on one day, of which cal finds the first. It never moves a day from a weekend:
// Observed is nil throughout.
//
// Leave Cacheable off in calendars that several goroutines share: in the version of
// cal that this package is tested with its cache is a data race.
package rickar
