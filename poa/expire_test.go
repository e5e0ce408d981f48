package poa_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/mexico"
)

// A caller that may not wait stops an analysis between its parts.
func ExamplePlan_AnalyzeUntil() {
	plan, err := poa.Open(&poa.Env{}, []byte(`{"schema":1,"id":"p1","fiscalYear":2027}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	today := calendar.MustDate(2027, 1, 11)
	gone := true // the caller has closed the connection
	_, err = plan.AnalyzeUntil(today, func() bool { return gone })
	fmt.Println(err)
	gone = false
	analysis, err := plan.AnalyzeUntil(today, func() bool { return gone })
	fmt.Println(analysis.Today, err)
	// Output:
	// poa: the time for the call expired: nothing was changed
	// 2027-01-11 <nil>
}

func ExampleOpenUntil() {
	gone := true // the caller has closed the connection
	activities := strings.Repeat(`{"id":"a1"},`, 2000)
	data := []byte(`{"schema":1,"id":"p1","activities":[` + activities + `]}`)
	_, err := poa.OpenUntil(nil, data, func() bool { return gone })
	fmt.Println(err)
	_, err = poa.OpenUntil(nil, []byte(`{"schema":1,"id":"p1"}`), nil)
	fmt.Println(err)
	// Output:
	// poa: the time for the call expired: nothing was changed
	// <nil>
}

// An analysis that expired, at whatever part, leaves the next one as if it had not begun.
func TestExpiredAnalysis(t *testing.T) {
	data, err := os.ReadFile("testdata/everything.json")
	require.NoError(t, err)
	today := calendar.MustDate(2027, 5, 10)
	open := func() *poa.Plan {
		plan, err := poa.Open(mexico.Env(), data)
		require.NoError(t, err)
		return plan
	}
	want := open().Analyze(today)
	questions := 0
	_, err = open().AnalyzeUntil(today, func() bool { questions++; return false })
	require.NoError(t, err)
	require.Greater(t, questions, 10)
	for at := 1; at <= questions; at++ {
		plan, asked := open(), 0
		a, err := plan.AnalyzeUntil(today, func() bool { asked++; return asked == at })
		assert.Nil(t, a)
		assert.ErrorIs(t, err, poa.ErrExpired)
		assert.Equal(t, norm.Code("timeout"), poa.CodeOf(err))
		assert.Equal(t, at, asked, "it went on")
		assert.Equal(t, want.Findings, plan.Analyze(today).Findings)
	}
}

// A history whose time expired between two commands is unchanged.
func TestExpiredHistory(t *testing.T) {
	plan, err := poa.Open(&poa.Env{}, []byte(`{"schema":1,"id":"p1","fiscalYear":2027}`))
	require.NoError(t, err)
	title := func(s string) poa.Command {
		return &poa.Change{Edits: []norm.Edit{{Op: norm.OpSet, Path: "title", Value: `"` + s + `"`}}}
	}
	h := poa.NewHistory(plan)
	require.NoError(t, h.Do(title("uno"), title("dos")))
	left := 0
	h.Expired = func() bool { left--; return left < 0 }
	for name, step := range map[string]func() error{
		"do":   func() error { return h.Do(title("tres"), title("cuatro")) },
		"undo": func() error { _, err := h.Undo(); return err },
	} {
		left = 1
		before := h.Plan()
		assert.ErrorIs(t, step(), poa.ErrExpired, name)
		assert.Same(t, before, h.Plan(), name)
		assert.NotNil(t, h.CanUndo(), name)
		assert.Nil(t, h.CanRedo(), name)
	}
	left = 10
	_, err = h.Undo()
	require.NoError(t, err)
	left = 1
	_, err = h.Redo()
	assert.ErrorIs(t, err, poa.ErrExpired)
	assert.NotNil(t, h.CanRedo())
}
