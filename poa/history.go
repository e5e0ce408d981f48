package poa

import (
	"slices"

	"github.com/rumbo-mx/rumbo/poa/internal/interrupt"
)

// History is the undo and redo history of one author: the current plan, and the steps
// that led to it. It is not safe for concurrent use.
//
// An act cannot be undone, nor can the steps before it, on which its record may depend.
// Another act corrects it.
//
// A step has the values that it changed, and nothing else of the plan.
type History struct {
	// Expired, if not nil, is asked before each command, and after some thousand edits of
	// one. Once it returns true, Do, Undo and Redo return ErrExpired and change nothing.
	Expired func() bool

	plan       *Plan
	undo, redo []undoable
	limits     HistoryLimits
	size       int // of the steps to undo
}

// HistoryLimits limits the steps of a History. Zero is no limit.
type HistoryLimits struct {
	// Steps is the maximum number of steps that can be undone.
	Steps int
	// Bytes is the maximum length of the encoded commands of these steps and of their
	// inverses.
	Bytes int
}

// undoable is a step: its commands, and the inverse commands in the order in which they
// are applied, or nil if the step contains an act.
type undoable struct {
	do, back []Command
	size     int // the length of the encoded commands
}

// NewHistory returns a history that starts at p, without limits.
func NewHistory(p *Plan) *History { return &History{plan: p} }

// Limit sets the limits of the history. When there are more steps, the oldest are
// forgotten and can no longer be undone; the last step is always kept.
func (h *History) Limit(l HistoryLimits) {
	h.limits = l
	h.trim()
}

// push adds a step to undo.
func (h *History) push(s undoable) {
	h.undo = append(h.undo, s)
	h.size += s.size
	h.trim()
}

// trim forgets the oldest steps beyond the limits.
func (h *History) trim() {
	n := 0
	for n+1 < len(h.undo) && (h.limits.Steps > 0 && len(h.undo)-n > h.limits.Steps || h.limits.Bytes > 0 && h.size > h.limits.Bytes) {
		h.size -= h.undo[n].size
		n++
	}
	if n > 0 {
		h.undo = slices.Clone(h.undo[n:])
	}
}

func sizeOf(commands ...Command) int {
	n := 0
	for _, c := range commands {
		if c != nil {
			n += len(AppendCommand(nil, c))
		}
	}
	return n
}

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
	counter := interrupt.New(h.Expired)
	for _, c := range commands {
		next, back, err := plan.applyUntil(c, counter)
		if err != nil {
			return err
		}
		plan, act = next, act || back == nil
		s.back = append(s.back, back)
	}
	if equal(plan.doc, h.plan.doc) {
		return nil // nothing changed
	}
	if slices.Reverse(s.back); act {
		s.back = nil
	}
	s.size = sizeOf(s.do...) + sizeOf(s.back...)
	h.plan, h.redo = plan, nil
	h.push(s)
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
	h.undo, h.redo, h.size = h.undo[:n-1], append(h.redo, s), h.size-s.size
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
	h.redo = h.redo[:n-1]
	h.push(s)
	return s.do, nil
}

// applyUntil is Apply, or returns ErrExpired.
func (p *Plan) applyUntil(c Command, counter *interrupt.Counter) (next *Plan, inverse Command, err error) {
	if !interrupt.Run(func() { counter.Ask(); next, inverse, err = p.apply(c, counter) }) {
		return nil, nil, newRefusal(ErrExpired, "")
	}
	return next, inverse, err
}

func (h *History) run(commands []Command) error {
	plan, counter := h.plan, interrupt.New(h.Expired)
	for _, c := range commands {
		next, _, err := plan.applyUntil(c, counter)
		if err != nil {
			return err
		}
		plan = next
	}
	h.plan = plan
	return nil
}
