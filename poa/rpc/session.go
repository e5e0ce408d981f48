package rpc

import (
	"strconv"

	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/internal/wire"
)

// open replaces the plan of the server. It applies the commands of the journal, but
// not as steps of the history: undo starts with the first change after open.
//
//wire:method open stateless
func (s *Server) open(q *OpenParams) (*View, error) {
	s.printerOf(q.Context)
	if q.Context.Today.IsZero() {
		return nil, errToday
	}
	plan, err := poa.OpenUntil(s.env, []byte(q.Document), s.options.Expired)
	if err != nil {
		return nil, err
	}
	replay := poa.NewHistory(plan)
	replay.Expired = s.options.Expired
	replay.Limit(poa.HistoryLimits{Steps: 1})
	for i, entry := range q.Journal {
		if err := checkCommands(norm.Path("journal").Item("#"+strconv.Itoa(i)), entry.Commands); err != nil {
			return nil, err
		}
		if len(entry.Commands) > 0 {
			if err := replay.Do(entry.Commands...); err != nil {
				return nil, err
			}
		}
	}
	s.history, s.revision, s.context = poa.NewHistory(replay.Plan()), 0, q.Context
	s.history.Expired = s.options.Expired
	s.history.Limit(s.undoLimits())
	s.printer = s.callPrinter
	return s.fullView(q.Rows)
}

// undoLimits returns the limits of the history.
func (s *Server) undoLimits() poa.HistoryLimits {
	limits, standard := s.options.Undo, DefaultUndo()
	if limits.Steps == 0 {
		limits.Steps = standard.Steps
	}
	if limits.Bytes == 0 {
		limits.Bytes = standard.Bytes
	}
	return limits
}

// fullView returns the whole view.
func (s *Server) fullView(rows Rows) (*View, error) {
	s.sent = lastSent{}
	return s.viewOf(rows)
}

// patch returns the parts of the view that changed since the last view or patch.
func (s *Server) patch(rows Rows, done []poa.Command) (*View, error) {
	s.revision++
	view, err := s.viewOf(rows)
	if err != nil {
		return nil, err
	}
	view.Journal, view.Changed = &JournalEntry{Commands: done}, firstPath(done)
	return view, nil
}

func (s *Server) viewOf(rows Rows) (*View, error) {
	a, err := s.history.Plan().AnalyzeUntil(s.context.Today, s.options.Expired)
	if err != nil {
		return nil, err
	}
	v := &viewer{a: a, p: s.printer, rows: rows, counter: s.counter}
	view := v.view(&s.sent)
	view.Revision, view.History = s.revision, s.steps()
	return view, nil
}

// steps describes what undo and redo would do.
func (s *Server) steps() Steps {
	var h Steps
	if c := s.history.CanUndo(); c != nil {
		h.Undo = short(s.printer.History(c...))
	}
	if c := s.history.CanRedo(); c != nil {
		h.Redo = short(s.printer.History(c...))
	}
	return h
}

// firstPath returns the path of the first edit or pending value of commands, or "".
func firstPath(commands []poa.Command) norm.Path {
	for _, c := range commands {
		change, ok := c.(*poa.Change)
		switch {
		case !ok:
			continue
		case len(change.Edits) > 0:
			return change.Edits[0].Path
		case len(change.Pending) > 0:
			return change.Pending[0].Path
		}
	}
	return ""
}

//wire:method view
func (s *Server) view(q *ViewParams) (*View, error) {
	if s.history == nil {
		return nil, errNoPlan
	}
	if !q.Context.Today.IsZero() {
		s.context.Today = q.Context.Today
	}
	if q.Context.Language != "" {
		s.context.Language = q.Context.Language
		s.printer = s.printerOf(q.Context)
	}
	return s.fullView(q.Rows)
}

//wire:method edit
func (s *Server) edit(q *EditParams) (*View, error) {
	if s.history == nil {
		return nil, errNoPlan
	}
	if err := checkCommands("commands", q.Commands); err != nil {
		return nil, err
	}
	if err := s.history.Do(q.Commands...); err != nil {
		return nil, err
	}
	view, err := s.patch(q.Rows, q.Commands)
	if err == nil && len(wire.Encode(view.Journal, encodeJournalEntry)) > MaxEcho {
		view.Journal = nil
	}
	return view, err
}

//wire:method undo
func (s *Server) undo(q *StepParams) (*View, error) { return s.step(q, (*poa.History).Undo) }

//wire:method redo
func (s *Server) redo(q *StepParams) (*View, error) { return s.step(q, (*poa.History).Redo) }

func (s *Server) step(q *StepParams, take func(*poa.History) ([]poa.Command, error)) (*View, error) {
	if s.history == nil {
		return nil, errNoPlan
	}
	done, err := take(s.history)
	if err != nil {
		return nil, err
	}
	return s.patch(q.Rows, done)
}

//wire:method save
func (s *Server) save(*StepParams) (*DocumentResult, error) {
	if s.history == nil {
		return nil, errNoPlan
	}
	return &DocumentResult{string(s.history.Plan().AppendJSON(nil))}, nil
}

//wire:method report
func (s *Server) report(q *ReportParams) (*ReportResult, error) {
	if s.history == nil {
		return nil, errNoPlan
	}
	today := s.context.Today
	if !q.Context.Today.IsZero() {
		today = q.Context.Today
	}
	p := s.printerOf(q.Context)
	a, err := s.history.Plan().AnalyzeUntil(today, s.options.Expired)
	if err != nil {
		return nil, err
	}
	return s.writeReport(a, p)
}
