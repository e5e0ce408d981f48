package mexico_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/lang"
	"github.com/rumbo-mx/rumbo/poa/mexico"
)

// A plan without a calendar is offered that of its state, or that of the federal law if the
// norm has none of the state.
func TestCalendarOfTheStateIsOffered(t *testing.T) {
	env := mexico.Env()
	for _, c := range []struct {
		name, calendar string
		office         poa.Office
		want           string
	}{
		{"state", "", poa.Office{State: "Jalisco"}, "jalisco"},
		{"state in capitals", "sonora", poa.Office{State: "JALISCO"}, "jalisco"},
		{"INEGI code", "", poa.Office{INEGI: "14112"}, "jalisco"},
		{"state without a profile", "", poa.Office{State: "Sonora"}, "lft"},
		{"no state", "", poa.Office{}, "lft"},
	} {
		doc, err := poa.Empty("p", 2027)
		require.NoError(t, err)
		doc.Calendar, doc.Office = c.calendar, c.office
		plan, err := poa.New(env, doc)
		require.NoError(t, err)
		found := plan.Check(calendar.MustDate(2027, 1, 11))[0]
		require.Equal(t, "plan.calendar-unknown", string(found.Code), c.name)
		require.Len(t, found.Fixes, 1, c.name)
		for _, tag := range lang.Languages() {
			assert.Contains(t, lang.New(tag, env).Fix(found.Fixes[0]), profileName(env, c.want, tag), c.name)
		}
		fixed, _, err := plan.Apply(&poa.Change{Edits: found.Fixes[0].Edits})
		require.NoError(t, err, c.name)
		assert.Equal(t, c.want, fixed.View().Calendar, c.name)
		for _, f := range fixed.Check(calendar.MustDate(2027, 1, 11)) {
			assert.NotEqual(t, "plan.calendar-unknown", string(f.Code), c.name)
		}
	}
}

func profileName(env *poa.Env, key, language string) string {
	for _, p := range env.Profiles {
		if p.Key == key {
			return p.Name.In(language)
		}
	}
	return "no profile"
}
