package norm_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar/norm"
)

func reversed() norm.Finding {
	return norm.Finding{
		Severity: norm.Blocking,
		Code:     "activity.end-before-start",
		Path:     "span",
		Args:     make([]norm.Arg, 0, 4), // with spare capacity, to detect sharing
		Related:  []norm.Path{"period", ""},
		Fixes: []norm.Fix{
			{Code: "fix.swap-dates", Edits: []norm.Edit{
				{Op: norm.OpSet, Path: "span.start", Value: `"2027-03-01"`},
				{Op: norm.OpSet, Path: "span.end", Value: `"2027-03-15"`},
			}},
			{Code: "fix.ask"},
		},
	}
}

func TestFindingUnder(t *testing.T) {
	f := reversed()
	got := f.Under("activities[gaceta]")
	assert.Equal(t, norm.Path("activities[gaceta].span"), got.Path)
	assert.Equal(t, []norm.Path{"activities[gaceta].period", "activities[gaceta]"}, got.Related)
	require.Len(t, got.Fixes, 2)
	assert.Equal(t, []norm.Edit{
		{Op: norm.OpSet, Path: "activities[gaceta].span.start", Value: `"2027-03-01"`},
		{Op: norm.OpSet, Path: "activities[gaceta].span.end", Value: `"2027-03-15"`},
	}, got.Fixes[0].Edits)
	assert.Equal(t, norm.Code("fix.ask"), got.Fixes[1].Code)
	assert.Equal(t, reversed(), f, "the original is unchanged")

	assert.Equal(t, f.Path, f.Under("").Path)
	bare := norm.Finding{Code: "x"}.Under("office")
	assert.Equal(t, norm.Finding{Code: "x", Path: "office"}, bare, "nil slices remain nil")
}

func TestFindingWith(t *testing.T) {
	f := reversed()
	one, other := f.With("n", norm.Count(1)), f.With("n", norm.Count(2))
	assert.Empty(t, f.Args)
	assert.Equal(t, []norm.Arg{{Name: "n", Value: norm.Count(1)}}, one.Args)
	assert.Equal(t, []norm.Arg{{Name: "n", Value: norm.Count(2)}}, other.Args)
	two := one.With("name", norm.Text("Gaceta"))
	assert.Len(t, two.Args, 2)
	assert.Len(t, one.Args, 1)
}

func TestArgText(t *testing.T) {
	for _, c := range []struct {
		arg  norm.Arg
		want string
	}{
		{norm.Arg{Value: norm.Text("Gaceta <b>")}, "Gaceta <b>"},
		{norm.Arg{Value: norm.Text("")}, ""},
		{norm.Arg{Value: norm.Count(-12345)}, "-12345"},
		{norm.Arg{Value: norm.Citation{ES: "Navidad", EN: "Christmas Day"}}, "Navidad"},
		{norm.Arg{Value: norm.FromMemory}, "from-memory"},
	} {
		text, err := c.arg.Value.MarshalText()
		require.NoError(t, err)
		assert.Equal(t, c.want, string(text))
	}
}

// A value without a name would be lost.
func TestAtPanicsIfThereAreMoreValuesThanArguments(t *testing.T) {
	kind := norm.FindingKind{Code: "a.b", Args: []string{"one"}}
	assert.Len(t, kind.At("", norm.Text("1")).Args, 1)
	assert.Empty(t, kind.At("", nil).Args)
	assert.Panics(t, func() { kind.At("", norm.Text("1"), norm.Text("2")) })
	fix := norm.FixKind{Code: "fix.a"}
	assert.Panics(t, func() { fix.With(nil, norm.Text("1")) })
}
