package poa_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/calendar/term"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/mexico"
)

// duties returns the labels of the legal deadlines of a year.
func duties(p *poa.Plan) (labels []string) {
	for _, d := range p.Analyze(calendar.MustDate(2027, 1, 1)).Due(800) {
		if d.Kind == poa.DueDeadline && !slices.Contains(labels, d.Label.ES) {
			labels = append(labels, d.Label.ES)
		}
	}
	slices.Sort(labels)
	return labels
}

// labelsOf returns the labels of the deadlines of the norm for which keep is true.
func labelsOf(keep func(*term.DeadlineRule) bool) (labels []string) {
	rules := mexico.Env().Deadlines
	for i := range rules {
		if r := &rules[i]; keep(r) && !slices.Contains(labels, r.Name.ES) {
			labels = append(labels, r.Name.ES)
		}
	}
	slices.Sort(labels)
	return labels
}

// A duty binds the kinds of office of its rule. Without a kind, the name of the office and
// the campaigns of the plan are the evidence.
func TestDutiesOfAKindOfOffice(t *testing.T) {
	binding := func(kinds ...string) []string {
		return labelsOf(func(r *term.DeadlineRule) bool { return r.BindsOffice(kinds...) })
	}
	everybody, communication, treasury := binding(), binding("communication"), binding("treasury")
	everything := labelsOf(func(*term.DeadlineRule) bool { return true })
	require.Greater(t, len(communication), len(everybody))
	require.Greater(t, len(treasury), len(everybody))
	for _, c := range []struct {
		name, office, kind string
		campaigns          bool
		want               []string
		finding            norm.Code
	}{
		{"public works without a kind", "Dirección de Obras Públicas", "", false, everybody, ""},
		{"an office without a name", "", "", false, everything, ""},
		{"communication by its name", "Dirección General de COMUNICACION SOCIAL", "", false, communication, ""},
		{"campaigns of an office without a kind", "Dirección de Cultura", "", true, communication, ""},
		{"campaigns of an office without a name", "", "", true, everything, ""},
		{"the kind of the plan", "Enlace", "communication", false, communication, ""},
		{"another kind, with campaigns", "Enlace", "public-works", true, everybody, ""},
		{"another kind, with the name", "Comunicación Social", "public-works", false, everybody, ""},
		{"an unknown kind", "Enlace", "comunicacion", false, everybody, "plan.office-kind-unknown"},
		{"an unknown kind, with campaigns", "Enlace", "obras", true, communication, "plan.office-kind-unknown"},
		{"the treasury by its name", "Hacienda Municipal", "", false, treasury, ""},
		{"the treasury by its kind", "Dirección", "treasury", false, treasury, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := plan(t, func(d *poa.Document) {
				d.Office.Name, d.Office.Kind = c.office, c.kind
				if !c.campaigns {
					d.Campaigns = nil
				}
			})
			assert.Equal(t, c.want, duties(p))
			var found []norm.Code
			for _, f := range p.Check(today) {
				found = append(found, f.Code)
			}
			if c.finding == "" {
				assert.Empty(t, found)
			} else {
				assert.Equal(t, []norm.Code{c.finding}, found)
			}
		})
	}
}

// The duties of a state bind its own offices only. The INEGI code of the town gives the state
// too; if neither is known, the duties of every state are listed.
func TestDutiesOfAState(t *testing.T) {
	jalisco := labelsOf(func(r *term.DeadlineRule) bool { return r.BindsOffice("communication") })
	country := labelsOf(func(r *term.DeadlineRule) bool { return r.BindsOffice("communication") && r.Jurisdiction == "MX" })
	require.Greater(t, len(jalisco), len(country))
	for _, c := range []struct {
		name, town, state, inegi string
		want                     []string
	}{
		{"the state of the rules", "Tonaya", "Jalisco", "14102", jalisco},
		{"its abbreviation", "", "Jal.", "", jalisco},
		{"another state", "Monterrey", "Nuevo León", "19039", country},
		{"another state by the code of the town", "", "", "19039", country},
		{"no state", "", "", "", jalisco},
		{"a state that does not exist", "", "Tierra Adentro", "", jalisco},
	} {
		p := plan(t, func(d *poa.Document) {
			d.Office.Kind, d.Office.Municipality, d.Office.State, d.Office.INEGI = "communication", c.town, c.state, c.inegi
		})
		assert.Equal(t, c.want, duties(p), c.name)
	}
	p := plan(t, nil)
	p.Analyze(today)
	next, _, err := p.Apply(set("office.state", `"Nuevo León"`))
	require.NoError(t, err)
	requireSameFromScratch(t, next, today, nil)
}

// An office of public works with activities, a budget and indicators is not told anything
// that is about communication: no finding and no duty cites its law.
func TestPublicWorksAreNotToldAboutCommunication(t *testing.T) {
	p := plan(t, func(d *poa.Document) {
		d.Office.Name, d.Campaigns, d.Channels, d.Activities[0].Channels = "Obras Públicas", nil, nil, nil
	})
	a := p.Analyze(today)
	assert.Empty(t, a.Findings)
	for _, d := range a.Due(800) {
		if d.Basis != nil {
			assert.NotEqual(t, "LGCS", d.Basis.Law, d.Label.ES)
		}
		assert.NotContains(t, strings.ToLower(d.Label.ES), "publicidad")
		assert.NotContains(t, strings.ToLower(d.Label.ES), "comunicación")
	}
}

// The duties follow each edit of the kind, the name and the campaigns.
func TestDutiesFollowTheKind(t *testing.T) {
	p := plan(t, func(d *poa.Document) { d.Office.Name = "Enlace" })
	for _, c := range []poa.Command{
		set("office.kind", `"public-works"`), set("office.kind", `null`), remove("campaigns[c1]"),
		set("office.name", `"Comunicación Social"`), set("office.kind", `"otra"`), set("office.kind", `"communication"`),
	} {
		before := p.Analyze(today)
		next, _, err := p.Apply(c)
		require.NoError(t, err)
		p = next
		requireSameFromScratch(t, p, today, c)
		if changed := p.Analyze(today).Changed(before, "legal-deadlines"); !changed {
			assert.Equal(t, before.Due(800), p.Analyze(today).Due(800))
		}
	}
	before := p.Analyze(today)
	next, _, err := p.Apply(set("office.municipality", `"Tapalpa"`))
	require.NoError(t, err)
	assert.False(t, next.Analyze(today).Changed(before, "legal-deadlines"), "the deadlines of the same kind are not computed again")
}

// A norm with its own kinds has its own duties.
func TestKindsOfATown(t *testing.T) {
	env := mexico.Env()
	env.OfficeKinds = append(env.OfficeKinds, term.OfficeKind{Key: "market", Name: norm.Label{ES: "Mercado", EN: "Market"}, Words: []string{"mercado"}})
	env.Deadlines = append(env.Deadlines, term.DeadlineRule{
		Key: "stalls", Name: norm.Label{ES: "Padrón de locatarios", EN: "Register of stalls"}, Timing: term.OnDay{Month: 3, Day: 31},
		Binds: term.PublicBody, Offices: []string{"market"}, Basis: norm.Basis{Law: "Reglamento de mercados", Article: "9", Status: norm.Sourced},
	})
	for name, want := range map[string]bool{"Administración del Mercado Municipal": true, "Obras Públicas": false} {
		doc := town()
		doc.Office.Name, doc.Campaigns = name, nil
		p, err := poa.New(env, doc)
		require.NoError(t, err)
		assert.Equal(t, want, slices.Contains(duties(p), "Padrón de locatarios"), name)
	}
}
