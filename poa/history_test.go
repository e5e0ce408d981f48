package poa_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa"
)

// A command that sets a value to what it is, however it is written, is no step to undo, and
// the steps to redo stay.
func TestNoStepWithoutAChange(t *testing.T) {
	h := poa.NewHistory(plan(t, nil))
	require.NoError(t, h.Do(set("title", `"x"`)))
	_, err := h.Undo()
	require.NoError(t, err)
	p := h.Plan()
	edits := func(list ...norm.Edit) *poa.Change { return &poa.Change{Edits: list} }
	for name, c := range map[string]poa.Command{
		"the same text":         set("title", `"Plan operativo anual"`),
		"escaped":               set("title", `"Plan\u0020operativo anual"`),
		"the same month":        set("activities[gaceta].targets.1", `"2/2"`),
		"the same months":       set("activities[gaceta].targets", `["1","0","0","0","0","1.0","0","0","0","0","0","0"]`),
		"nothing to clear":      set("ext[a.b]", "null"),
		"an empty struct":       set("indicators[i1].baseline", "{}"),
		"to where it is":        edits(norm.Edit{Op: norm.OpMove, Path: "activities[informe]"}),
		"there and back":        edits(norm.Edit{Op: norm.OpSet, Path: "title", Value: `"x"`}, norm.Edit{Op: norm.OpSet, Path: "title", Value: `"Plan operativo anual"`}),
		"inserted and removed":  edits(norm.Edit{Op: norm.OpInsert, Path: "channels", Value: `{"id":"n"}`}, norm.Edit{Op: norm.OpRemove, Path: "channels[n]"}),
		"no mark to remove":     &poa.Change{Unmark: []norm.Path{"title"}},
		"no text to remove":     &poa.Change{Pending: []poa.Pending{{Path: "title"}}},
		"nothing but an object": &poa.Change{},
	} {
		require.NoError(t, h.Do(c), name)
		assert.Nil(t, h.CanUndo(), name)
		assert.Same(t, p, h.Plan(), name)
	}
	require.NoError(t, h.Do(set("title", `"x"`), set("title", `"Plan operativo anual"`)))
	assert.Nil(t, h.CanUndo(), "two commands that cancel out")
	assert.NotNil(t, h.CanRedo())
}
