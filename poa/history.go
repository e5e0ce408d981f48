package poa

import "slices"

// History is the undo and redo history of one author: the current plan, and the steps
// that led to it. It is not safe for concurrent use.
//
// An act cannot be undone, nor can the steps before it, on which its record may depend.
// Another act corrects it.
type History struct {
	// Expired, if not nil, is asked before each command. Once it returns true, Do, Undo
	// and Redo return ErrExpired and change nothing.
	Expired func() bool

	plan       *Plan
	undo, redo []undoable
}

// undoable is a step: its commands, and the inverse commands in the order in which they
// are applied, or nil if the step contains an act.
type undoable struct{ do, back []Command }

// NewHistory returns a history that starts at p.
func NewHistory(p *Plan) *History { return &History{plan: p} }

// Plan returns the current plan.
func (h *History) Plan() *Plan { return h.plan }

// CanUndo returns the commands that Undo would undo, or nil.
func (h *History) CanUndo() []Command {
	if n := len(h.undo); n > 0 && h.undo[n-1].back != nil {
		return h.undo[n-1].do
	}
	return nil
}

// CanRedo returns the commands that Redo would apply, or nil.
func (h *History) CanRedo() []Command {
	if n := len(h.redo); n > 0 {
		return h.redo[n-1].do
	}
	return nil
}

// Do applies commands as one step, all or none, and clears the steps to redo. Commands
// that change nothing are not a step.
func (h *History) Do(commands ...Command) error {
	if len(commands) == 0 {
		return newRefusal(ErrEmptyCommand, "")
	}
	plan, s, act := h.plan, undoable{do: commands}, false
	for _, c := range commands {
		if h.expired() {
			return newRefusal(ErrExpired, "")
		}
		next, back, err := plan.Apply(c)
		if err != nil {
			return err
		}
		plan, act = next, act || back == nil
		s.back = append(s.back, back)
	}
	if plan == h.plan {
		return nil // nothing changed
	}
	if slices.Reverse(s.back); act {
		s.back = nil
	}
	h.plan, h.redo = plan, nil
	h.undo = append(h.undo, s)
	return nil
}

// Undo undoes the last step and returns the commands that it applied, which a journal
// must include like those of Do.
func (h *History) Undo() ([]Command, error) {
	n := len(h.undo)
	if n == 0 {
		return nil, newRefusal(ErrNothingToUndo, "")
	}
	s := h.undo[n-1]
	if s.back == nil {
		return nil, newRefusal(ErrNotUndoable, "")
	}
	if err := h.run(s.back); err != nil {
		return nil, err
	}
	h.undo, h.redo = h.undo[:n-1], append(h.redo, s)
	return s.back, nil
}

// Redo applies the step undone last again and returns its commands.
func (h *History) Redo() ([]Command, error) {
	n := len(h.redo)
	if n == 0 {
		return nil, newRefusal(ErrNothingToRedo, "")
	}
	s := h.redo[n-1]
	if err := h.run(s.do); err != nil {
		return nil, err
	}
	h.undo, h.redo = append(h.undo, s), h.redo[:n-1]
	return s.do, nil
}

func (h *History) expired() bool { return h.Expired != nil && h.Expired() }

func (h *History) run(commands []Command) error {
	plan := h.plan
	for _, c := range commands {
		if h.expired() {
			return newRefusal(ErrExpired, "")
		}
		next, _, err := plan.Apply(c)
		if err != nil {
			return err
		}
		plan = next
	}
	h.plan = plan
	return nil
}
