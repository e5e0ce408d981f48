//go:build !lean

// Package rickar converts the profiles of this module to calendars of
// github.com/rickar/cal/v2, and calendars of that package to profiles.
//
// Start with BusinessCalendar:
//
//	c, err := rickar.BusinessCalendar(mx.LFT())
//	if err != nil { … }
//	c.IsWorkday(time.Now()) // or any other method of cal
//
// Holidays returns only the days off, to add to another calendar. WorkdayFn returns a
// function with which cal uses the tables of a compiled calendar. Import and
// ImportCalendar convert holidays and calendars of cal for some years to lists of dates,
// and report what they could not convert. Their results are not checked against the
// law: Calendar.Vouch returns an error for them.
//
// A calendar of cal does not have the Basis of a rule (Description cites the law), its
// status, commemorations, half days (both are business days), or the second of two
// holidays on one day. No day is moved from a weekend: Observed is always nil.
//
// Do not set Cacheable in calendars that several goroutines share: the cache has a data
// race in the version of cal that this package is tested with.
package rickar
