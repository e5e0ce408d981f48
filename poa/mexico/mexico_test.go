package mexico_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/mx"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/calendar/term"
	"github.com/rumbo-mx/rumbo/poa/mexico"
)

func ExampleEnv() {
	env := mexico.Env()
	window, basis := env.ReportWindow(calendar.MustDate(2027, 9, 10))
	fmt.Println(env.Profiles[0].Key, window, basis.Cite())
	// Output: jalisco 2027-09-03/2027-09-15 LGCS art. 14
}

// A blackout is one type everywhere: those of package mx, computed ones and those of a
// town's own extraordinary election are added to the Env as they are.
func ExampleEnv_blackouts() {
	env := mexico.Env()
	judicial, err := mx.ProjectBlackout(calendar.MustDate(2027, 6, 6), mx.Judicial)
	if err != nil {
		fmt.Println(err)
		return
	}
	env.Blackouts = append(env.Blackouts, judicial, term.Blackout{
		Key: "extraordinary-2028", Name: norm.Label{ES: "Elección extraordinaria", EN: "Extraordinary election"},
		Span: calendar.MustParseSpan("2028-03-01/2028-03-26"), Election: calendar.MustDate(2028, 3, 26),
	})
	for _, b := range env.Blackouts[len(env.Blackouts)-2:] {
		fmt.Println(b.Key, b.Span)
	}
	// Output:
	// judicial-election-2027 2027-04-04/2027-06-06
	// extraordinary-2028 2028-03-01/2028-03-26
}

// Modifying an Env does not change others.
func TestEnvIsACopy(t *testing.T) {
	env := mexico.Env()
	env.Blackouts[0].Key = "modified"
	env.Profiles[0].Key = "modified"
	env.Lights[0].Key = "modified"
	other := mexico.Env()
	assert.NotEqual(t, "modified", other.Blackouts[0].Key)
	assert.NotEqual(t, "modified", other.Profiles[0].Key)
	assert.NotEqual(t, "modified", other.Lights[0].Key)
}

// Every blackout and every deadline cites its source.
func TestRulesCiteTheirSources(t *testing.T) {
	env := mexico.Env()
	for _, b := range env.Blackouts {
		require.NoError(t, b.Basis.Validate(), b.Key)
		assert.True(t, b.Span.Valid(), b.Key)
		assert.NotEmpty(t, b.Exceptions, b.Key)
		assert.NotEmpty(t, b.Name.EN, b.Key)
	}
	require.NotEmpty(t, env.Deadlines)
	for _, d := range env.Deadlines {
		require.NoError(t, d.Basis.Validate(), d.Key)
	}
}
