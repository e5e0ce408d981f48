package poa

import (
	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/calendar/term"
	"github.com/rumbo-mx/rumbo/kpi"
)

// Env binds what a document only names: the calendar, the catalogues, the
// traffic lights, the blackouts, the deadlines, the words. mexico.Env is the
// Mexican one; another town copies it and changes what it decides itself.
//
// An Env is plain data and functions without state. It is not changed once a
// Plan has been made with it, and is then safe for concurrent use.
type Env struct {
	// Norm identifies the norm, and until when it was verified.
	Norm NormRef
	// Profiles are the calendars a plan may name.
	Profiles []calendar.Profile
	// Blackouts are the times in which government campaigns are suspended.
	Blackouts []term.Blackout
	// ReportWindow returns the time in which the annual report of government
	// that is given on a day may be announced, both ends in, and the rule; nil
	// checks nothing.
	ReportWindow func(day calendar.Date) (calendar.Span, norm.Basis)
	// Lights are the traffic-light presets an indicator may name. The first is
	// used by an indicator that names none.
	Lights []kpi.Preset
	// Budget are the articles and the catalogue the budget is held against;
	// Budget.Item names a COG item.
	Budget budget.Rules
	// Chapter and Source name a COG chapter and a code of the classifier by
	// source. A nil function knows no name.
	Chapter, Source func(code string) (norm.Label, bool)
	// Deadlines are the rules of the legal deadlines of the office.
	Deadlines []term.DeadlineRule
	// Checks are the norm's own, run after those of the machine.
	Checks []Check
	// Text gives the norm's own words for a key of package lang, or replaces
	// one of lang's; nil keeps all of lang's.
	Text func(language, key string) (text string, ok bool)
}

// Check is a norm's own check. It reads the plan and what has been computed of
// it and returns findings with absolute paths.
type Check func(p *Plan, a *Analysis) []norm.Finding
