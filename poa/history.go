package poa

import "slices"

// History is the undo and redo of one author: the plan as it is, and the steps
// that led to it. It is not safe for concurrent use.
//
// An act can be neither undone nor stepped over: undoing past it would take
// the ground from under a record. Another act makes up for it.
type History struct {
	plan       *Plan
	undo, redo []undoable
}

// undoable is what was done together, and the commands that lead back, in the
// order they are applied; a step with an act in it has none.
type undoable struct{ do, back []Command }

// NewHistory starts a history at a plan.
func NewHistory(p *Plan) *History { return &History{plan: p} }

// Plan returns the plan as it is now.
func (h *History) Plan() *Plan { return h.plan }

// CanUndo returns the commands that Undo would take back, nil for none.
func (h *History) CanUndo() []Command {
	if n := len(h.undo); n > 0 && h.undo[n-1].back != nil {
		return h.undo[n-1].do
	}
	return nil
}

// CanRedo returns the commands that Redo would do again, nil for none.
func (h *History) CanRedo() []Command {
	if n := len(h.redo); n > 0 {
		return h.redo[n-1].do
	}
	return nil
}

// Do applies commands as one step, all or none, and forgets what could be
// redone.
func (h *History) Do(commands ...Command) error {
	if len(commands) == 0 {
		return refuse(ErrEmptyCommand, "")
	}
	plan, s, act := h.plan, undoable{do: commands}, false
	for _, c := range commands {
		next, back, err := plan.Apply(c)
		if err != nil {
			return err
		}
		plan, act = next, act || back == nil
		s.back = append(s.back, back)
	}
	if plan == h.plan {
		return nil // nothing was changed, and there is nothing to undo
	}
	if slices.Reverse(s.back); act {
		s.back = nil
	}
	h.plan, h.redo = plan, nil
	h.undo = append(h.undo, s)
	return nil
}

// Undo takes the last step back and returns the commands that did it, which
// belong in a journal as those of any step do.
func (h *History) Undo() ([]Command, error) {
	n := len(h.undo)
	if n == 0 {
		return nil, refuse(ErrNothingToUndo, "")
	}
	s := h.undo[n-1]
	if s.back == nil {
		return nil, refuse(ErrNotUndoable, "")
	}
	if err := h.run(s.back); err != nil {
		return nil, err
	}
	h.undo, h.redo = h.undo[:n-1], append(h.redo, s)
	return s.back, nil
}

// Redo does again what was undone last and returns the commands that did it.
func (h *History) Redo() ([]Command, error) {
	n := len(h.redo)
	if n == 0 {
		return nil, refuse(ErrNothingToRedo, "")
	}
	s := h.redo[n-1]
	if err := h.run(s.do); err != nil {
		return nil, err
	}
	h.undo, h.redo = append(h.undo, s), h.redo[:n-1]
	return s.do, nil
}

func (h *History) run(commands []Command) error {
	plan := h.plan
	for _, c := range commands {
		next, _, err := plan.Apply(c)
		if err != nil {
			return err
		}
		plan = next
	}
	h.plan = plan
	return nil
}
