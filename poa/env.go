package poa

import (
	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/calendar/term"
	"github.com/rumbo-mx/rumbo/kpi"
)

// Env has the data that a document refers to by name: calendars, catalogues, traffic
// lights, blackouts, deadlines and texts. mexico.Env returns that of Mexico; a town
// starts from it and changes what it decides itself.
//
// An Env is plain data and functions without state. It must not be modified after a
// Plan was made with it; then it is safe for concurrent use.
type Env struct {
	// Norm identifies the norm and the day up to which it was verified.
	Norm NormRef
	// Profiles are the calendars a plan may name.
	Profiles []calendar.Profile
	// OfficeCalendar returns the key of the profile to propose for an office whose plan
	// names no calendar of Profiles, such as that of its state. It may be nil.
	OfficeCalendar func(Office) string
	// Blackouts are the times in which government campaigns are suspended.
	Blackouts []term.Blackout
	// ReportWindow returns the time, both ends included, in which an annual report of
	// government presented on a day may be announced, and its legal basis. If it is
	// nil, announcements are not checked.
	ReportWindow func(day calendar.Date) (calendar.Span, norm.Basis)
	// Lights are the traffic-light presets an indicator may name. The first is for
	// indicators that name no preset.
	Lights []kpi.Preset
	// Budget are the articles and the catalogues for the checks of the budget;
	// Budget.Item returns the name of a COG item. Its Year is ignored. A code of a fund is
	// unknown if neither Budget.Source nor Source has it.
	Budget budget.Rules
	// Chapter and Source return the names of a COG chapter and of a code of the
	// classifier by funding source. They may be nil.
	Chapter, Source func(code string) (norm.Label, bool)
	// Deadlines are the rules of the legal deadlines of the office. Those with Offices are
	// only for offices of these kinds.
	Deadlines []term.DeadlineRule
	// Applies reports whether a rule of a jurisdiction, such as "MX-JAL", applies to an
	// office. If it is nil, every rule does.
	Applies func(jurisdiction string, o Office) bool
	// OfficeKinds are the kinds of office that a document may name in Office.Kind. A town
	// adds its own.
	OfficeKinds []term.OfficeKind
	// CaptureDays is the number of business days after a month, or after a period of an
	// indicator, in which its progress can be recorded before it is late. If it is
	// zero, it is DefaultCaptureDays; a plan may have its own.
	CaptureDays int
	// Checks are the checks of the norm, which run after those of this package.
	Checks []Check
	// Text returns the text of the norm for a key of package lang; it overrides the
	// text of lang. It may be nil.
	Text func(language, key string) (text string, ok bool)
}

// DefaultCaptureDays is the number of business days to record progress in, if neither
// the plan nor the Env has another.
const DefaultCaptureDays = 10

// Check is a check of a norm. It reads the plan and its analysis, and returns findings
// with absolute paths.
type Check func(p *Plan, a *Analysis) []norm.Finding
