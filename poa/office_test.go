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
	everybody := labelsOf(func(r *term.DeadlineRule) bool { return len(r.Offices) == 0 })
	communication := labelsOf(func(*term.DeadlineRule) bool { return true })
	require.Greater(t, len(communication), len(everybody))
	for _, c := range []struct {
		name, office, kind string
		campaigns, all     bool
		finding            norm.Code
	}{
		{"public works without a kind", "Dirección de Obras Públicas", "", false, false, ""},
		{"an office without a name", "", "", false, true, ""},
		{"communication by its name", "Dirección General de COMUNICACION SOCIAL", "", false, true, ""},
		{"campaigns of an office without a kind", "Dirección de Cultura", "", true, true, ""},
		{"campaigns of an office without a name", "", "", true, true, ""},
		{"the kind of the plan", "Enlace", "communication", false, true, ""},
		{"another kind, with campaigns", "Enlace", "public-works", true, false, ""},
		{"another kind, with the name", "Comunicación Social", "public-works", false, false, ""},
		{"an unknown kind", "Enlace", "comunicacion", false, false, "plan.office-kind-unknown"},
		{"an unknown kind, with campaigns", "Enlace", "obras", true, true, "plan.office-kind-unknown"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := plan(t, func(d *poa.Document) {
				d.Office.Name, d.Office.Kind = c.office, c.kind
				if !c.campaigns {
					d.Campaigns = nil
				}
			})
			want := everybody
			if c.all {
				want = communication
			}
			assert.Equal(t, want, duties(p))
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
