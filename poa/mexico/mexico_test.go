package mexico_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/poa/mexico"
)

func ExampleEnv() {
	env := mexico.Env()
	window, basis := env.ReportWindow(calendar.MustDate(2027, 9, 10))
	fmt.Println(env.Profiles[0].Key, window, basis.Cite())
	// Output: jalisco 2027-09-03/2027-09-15 LGCS art. 14
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
