// Package mexico is the one import for a Mexican plan: it binds the calendars
// of package mx, the classifiers of conac, the traffic lights of pbr and the
// law of government communication (Ley General de Comunicación Social, LGCS)
// into one poa.Env. Start with Env.
//
// The decisions of a municipality (its patron feast, moved days, thresholds, words) are
// not included. A town changes its own copy of Env; see examples/otromunicipio.
//
// Every rule has its status, and the plan shows it.
package mexico

import (
	"github.com/rumbo-mx/rumbo/budget/conac"
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/mx"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi/pbr"
	"github.com/rumbo-mx/rumbo/poa"
)

// ID names this norm in documents.
const ID = "mx"

// Env returns the Env of a municipal office in Mexico. It is the caller's own:
// changing it changes no other. The calendar profile "jalisco" is the first,
// the one an empty plan gets.
func Env() *poa.Env {
	return &poa.Env{
		Norm:         poa.NormRef{ID: ID, Verified: mx.Checked()},
		Profiles:     profiles(),
		Blackouts:    mx.Blackouts(),
		ReportWindow: reportWindow,
		Lights:       pbr.Presets(),
		Budget:       conac.Rules(),
		Chapter:      conac.Chapter,
		Source:       conac.Source,
		Deadlines:    mx.Deadlines(),
	}
}

func reportWindow(day calendar.Date) (calendar.Span, norm.Basis) {
	w := mx.ReportPublicity(day)
	return w.Span, w.Basis
}

// profiles puts the calendar of Jalisco's public servants first: it is that of
// the offices the planner was made for.
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
