package poa_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/poa"
)

// A caller that may not wait stops a merge.
func ExampleMergeUntil() {
	base, _ := poa.Open(nil, []byte(`{"schema":1,"id":"p1"}`))
	gone := true // the caller has closed the connection
	_, _, err := poa.MergeUntil(base, base, base, func() bool { return gone })
	fmt.Println(err)
	gone = false
	merged, conflicts, err := poa.MergeUntil(base, base, base, func() bool { return gone })
	fmt.Println(merged.View().ID, len(conflicts), err)
	// Output:
	// poa: the time for the call expired: nothing was changed
	// p1 0 <nil>
}

// mergeSides are three versions of a plan with n elements of each kind of difference.
func mergeSides(t *testing.T, n int) (base, mine, theirs *poa.Plan) {
	open := func(members string) *poa.Plan {
		p, err := poa.Open(nil, []byte(`{"schema":1,"id":"p","fiscalYear":2027,`+members+`}`))
		require.NoError(t, err)
		return p
	}
	posts := `"posts":` + list(n, `{"id":"j%d"}`)
	lines := `,"lines":[{"id":"l","item":"361"}]`
	base = open(posts + lines + `,"activities":` + list(n, `{"id":"a%d","name":"x"}`))
	mine = open(`"lines":[{"id":"l","item":"361"}],"activities":` + list(n, `{"id":"a%d","name":"y"}`) + `,"channels":` + list(n, `{"id":"same%d"}`) +
		`,"ledger":` + list(n, `{"id":"m%d","line":"l","date":"2027-02-01","kind":"committed","amount":"1.00"}`))
	theirs = open(posts + lines + `,"activities":` + list(n, `{"id":"a%d","name":"z","responsible":"j%[1]d"}`) + `,"funds":` + list(n, `{"id":"same%d"}`) +
		`,"ledger":` + list(n, `{"id":"t%d","line":"l","date":"2027-02-01","kind":"committed","amount":"1.00"}`))
	return base, mine, theirs
}

// A merge is asked about throughout, and ends at whatever question.
func TestExpiredMerge(t *testing.T) {
	const n = 2000
	base, mine, theirs := mergeSides(t, n)
	want, conflicts, err := poa.Merge(base, mine, theirs)
	require.NoError(t, err)
	require.Greater(t, len(conflicts), 2*n)
	questions := 0
	got, _, err := poa.MergeUntil(base, mine, theirs, func() bool { questions++; return false })
	require.NoError(t, err)
	assert.Equal(t, string(want.AppendJSON(nil)), string(got.AppendJSON(nil)))
	require.Greater(t, questions, 20)
	for at := 1; at <= questions; at++ {
		asked := 0
		merged, found, err := poa.MergeUntil(base, mine, theirs, func() bool { asked++; return asked == at })
		assert.ErrorIs(t, err, poa.ErrExpired)
		assert.Nil(t, merged)
		assert.Nil(t, found)
		assert.Equal(t, at, asked, "it went on")
	}
}

// The questions of a merge grow with the versions, not faster: also if each record lacks the
// one after it.
func TestMergeGrowsLinearly(t *testing.T) {
	questions := func(n int) (asked int) {
		open := func(members string) *poa.Plan {
			p, err := poa.Open(nil, []byte(`{"schema":1,"id":"p","fiscalYear":2027`+members+`}`))
			require.NoError(t, err)
			return p
		}
		chain := make([]string, n)
		for i := range chain {
			chain[n-1-i] = fmt.Sprintf(`{"id":"w%d","record":"w%d","date":"2027-02-01","reason":"x"}`, i+1, i)
		}
		mine := open(`,"activities":[{"id":"x"}]`)
		theirs := open(`,"indicators":[{"id":"x"}],"measurements":[{"id":"w0","indicator":"x","span":{"start":"2027-01-01","end":"2027-01-31"},"date":"2027-02-01"}],"withdrawals":[` + strings.Join(chain, ",") + `]`)
		merged, conflicts, err := poa.MergeUntil(open(""), mine, theirs, func() bool { asked++; return false })
		require.NoError(t, err)
		assert.Empty(t, merged.View().Withdrawals)
		assert.Len(t, conflicts, n+3, "both x, the measurement, and all withdrawals")
		return asked
	}
	small, large := questions(2000), questions(8000)
	assert.Less(t, large, 5*small, "%d and %d", small, large)
	chained := func(n int) float64 { return allocated(func() { questions(n) }) }
	assert.Less(t, chained(4000), 2.8*chained(2000))
}
