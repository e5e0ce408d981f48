// Package mexico provides the poa.Env for plans in Mexico. It combines the
// calendars of package mx, the classifiers of conac, the traffic lights of pbr
// and the law of government communication (Ley General de Comunicación Social,
// LGCS). Start with Env.
//
// It checks the INEGI code, the municipality and the state of the office against the
// catalogue of package places.
//
// It does not contain what a municipality decides for itself, such as its patron
// feast, the days it moves, or its own thresholds and texts. A town modifies the
// result of Env; see examples/otromunicipio.
//
// Every rule has a norm.Basis, whose Status is how certain it is. The package does
// not present a rule as law if its source does not.
package mexico

import (
	"strings"

	"github.com/rumbo-mx/rumbo/budget/conac"
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/mx"
	"github.com/rumbo-mx/rumbo/calendar/mx/places"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/calendar/term"
	"github.com/rumbo-mx/rumbo/kpi/pbr"
	"github.com/rumbo-mx/rumbo/poa"
)

// ID identifies this norm in documents.
const ID = "mx"

// Env returns a new Env for a municipal office in Mexico, which the caller may
// modify. Its first calendar profile, which is for empty plans, is "jalisco".
func Env() *poa.Env {
	return &poa.Env{
		Norm:           poa.NormRef{ID: ID, Verified: mx.Checked()},
		Profiles:       profiles(),
		OfficeCalendar: officeCalendar,
		Blackouts:      mx.Blackouts(),
		ReportWindow:   reportWindow,
		Lights:         pbr.Presets(),
		Budget:         conac.Rules(),
		Chapter:        conac.Chapter,
		Source:         conac.Source,
		Deadlines:      deadlines(),
		Applies:        applies,
		Checks:         []poa.Check{checkPlace},
		OfficeKinds:    mx.OfficeKinds(),
	}
}

func reportWindow(day calendar.Date) (calendar.Span, norm.Basis) {
	w := mx.ReportPublicity(day)
	return w.Span, w.Basis
}

// deadlines returns the deadlines that bind every office and those that bind the treasury
// alone.
func deadlines() []term.DeadlineRule {
	list := mx.Deadlines()
	for _, r := range mx.OtherDeadlines() {
		if r.Binds == term.Treasury && len(r.Offices) > 0 {
			list = append(list, r)
		}
	}
	return list
}

// applies reports whether a rule of a jurisdiction, such as "MX-JAL", is of the state of an
// office, of the whole country, or may be, if the state of either is not known.
func applies(jurisdiction string, o poa.Office) bool {
	code, local := strings.CutPrefix(jurisdiction, "MX-")
	of, known := places.EntityOf(code)
	state, ok := stateOf(o)
	return !local || !known || !ok || of == state
}

// stateOf returns the state of an office: the one it names or, if that is none, the one of
// its municipality.
func stateOf(o poa.Office) (places.Entity, bool) {
	if state, ok := places.EntityOf(o.State); ok {
		return state, true
	}
	town, ok := places.ByCode(o.INEGI)
	return town.Entity(), ok
}

// officeCalendar returns the key of the profile of the state of an office, or that of the
// federal labour law if no profile is of its state.
func officeCalendar(o poa.Office) string {
	state, known := stateOf(o)
	for _, p := range mx.Profiles() {
		if of, ok := places.EntityOf(p.Key); known && ok && of == state {
			return p.Key
		}
	}
	return mx.LFT().Key
}

// profiles returns the profiles of package mx, with the calendar of Jalisco's public
// servants first: the planner was made for offices there.
func profiles() []calendar.Profile {
	jalisco := mx.Jalisco()
	list := []calendar.Profile{jalisco}
	for _, p := range mx.Profiles() {
		if p.Key != jalisco.Key {
			list = append(list, p)
		}
	}
	return list
}
