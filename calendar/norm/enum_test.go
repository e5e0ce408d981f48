package norm_test

import (
	"encoding"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// Keys are wire format: this table is never edited, only added to.
func TestKeys(t *testing.T) {
	testKeys(t, "status", map[norm.Status]string{
		norm.Sourced: "sourced", norm.Projected: "projected", norm.Disputed: "disputed", norm.FromMemory: "from-memory",
	})
	testKeys(t, "severity", map[norm.Severity]string{
		norm.Blocking: "blocking", norm.Warning: "warning", norm.Suggestion: "suggestion",
	})
	testKeys(t, "operation", map[norm.Op]string{
		norm.OpSet: "set", norm.OpInsert: "insert", norm.OpRemove: "remove", norm.OpMove: "move",
	})
}

type enum interface {
	~uint8
	String() string
	encoding.TextMarshaler
}

func testKeys[E enum, P interface {
	*E
	encoding.TextUnmarshaler
}](t *testing.T, what string, keys map[E]string,
) {
	for i := range 256 {
		v := E(i)
		want, known := keys[v]
		assert.Equal(t, want, v.String(), "%s %d", what, i)
		text, err := v.MarshalText()
		if !known {
			assert.ErrorContains(t, err, "is not a "+what)
			continue
		}
		require.NoError(t, err)
		assert.Equal(t, want, string(text))
		var back E
		require.NoError(t, P(&back).UnmarshalText(text))
		assert.Equal(t, v, back)
	}
	for _, text := range []string{"", "Sourced", "sourced ", "unspecified", "0", "\xff"} {
		v := E(2)
		err := P(&v).UnmarshalText([]byte(text))
		require.Error(t, err, "%s %q", what, text)
		assert.Equal(t, E(2), v, "an error changes nothing")
		assert.ErrorContains(t, err, "norm: unknown "+what)
		for _, key := range keys {
			assert.ErrorContains(t, err, key, "the error lists the keys")
		}
	}
}
