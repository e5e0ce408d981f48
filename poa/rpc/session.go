package rpc

import (
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/internal/wire"
)

// open replaces the plan of the server. The journal is replayed with the same
// commands that wrote it; it is not part of the history, so that undo begins
// with what this session does.
func (s *Server) open(b []byte, params string) ([]byte, error) {
	q, err := read(params, decodeOpenParams)
	if err != nil {
		return nil, err
	}
	s.speak(q.Context)
	if q.Context.Today.IsZero() {
		return nil, errToday
	}
	plan, err := poa.Open(s.env, wire.Bytes(q.Document))
	if err != nil {
		return nil, err
	}
	for _, entry := range q.Journal {
		for _, c := range entry.Commands {
			if plan, _, err = plan.Apply(c); err != nil {
				return nil, err
			}
		}
	}
	s.history, s.revision, s.reader = poa.NewHistory(plan), 0, q.Context
	s.printer = s.spoken
	return s.show(b, q.Rows)
}

// show answers with the whole view.
func (s *Server) show(b []byte, rows Window) ([]byte, error) {
	s.sent = lastSent{}
	return s.answerView(b, rows, func(*View) {})
}

// patch answers with what changed since the page was sent the plan last.
func (s *Server) patch(b []byte, rows Window, done []poa.Command) ([]byte, error) {
	s.revision++
	return s.answerView(b, rows, func(view *View) {
		view.Journal, view.Changed = &Entry{Commands: done}, target(done)
	})
}

func (s *Server) answerView(b []byte, rows Window, complete func(*View)) ([]byte, error) {
	v := &viewer{a: s.history.Plan().Analyze(s.reader.Today), p: s.printer, rows: rows}
	view := v.view(&s.sent)
	view.Revision, view.History = s.revision, s.steps()
	complete(view)
	return appendView(b, view), nil
}

// steps says what undo and redo would do.
func (s *Server) steps() History {
	var h History
	if c := s.history.CanUndo(); c != nil {
		h.Undo = s.printer.History(c...)
	}
	if c := s.history.CanRedo(); c != nil {
		h.Redo = s.printer.History(c...)
	}
	return h
}

// target is the path of the first thing that commands touch.
func target(commands []poa.Command) norm.Path {
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

func (s *Server) view(b []byte, params string) ([]byte, error) {
	q, err := read(params, decodeViewParams)
	if err != nil {
		return nil, err
	}
	if s.history == nil {
		return nil, errNoPlan
	}
	if !q.Context.Today.IsZero() {
		s.reader.Today = q.Context.Today
	}
	if q.Context.Language != "" {
		s.reader.Language = q.Context.Language
		s.printer = s.speak(q.Context)
	}
	return s.show(b, q.Rows)
}

func (s *Server) edit(b []byte, params string) ([]byte, error) {
	q, err := read(params, decodeEditParams)
	if err != nil {
		return nil, err
	}
	if s.history == nil {
		return nil, errNoPlan
	}
	if err := s.history.Do(q.Commands...); err != nil {
		return nil, err
	}
	return s.patch(b, q.Rows, q.Commands)
}

func (s *Server) undo(b []byte, params string) ([]byte, error) {
	return s.step(b, params, (*poa.History).Undo)
}

func (s *Server) redo(b []byte, params string) ([]byte, error) {
	return s.step(b, params, (*poa.History).Redo)
}

func (s *Server) step(b []byte, params string, take func(*poa.History) ([]poa.Command, error)) ([]byte, error) {
	q, err := read(params, decodeStepParams)
	if err != nil {
		return nil, err
	}
	if s.history == nil {
		return nil, errNoPlan
	}
	done, err := take(s.history)
	if err != nil {
		return nil, err
	}
	return s.patch(b, q.Rows, done)
}

func (s *Server) save(b []byte, params string) ([]byte, error) {
	if _, err := read(params, decodeStepParams); err != nil {
		return nil, err
	}
	if s.history == nil {
		return nil, errNoPlan
	}
	b = append(b, `{"document":`...)
	return append(s.history.Plan().AppendJSON(b), '}'), nil
}

func (s *Server) report(b []byte, params string) ([]byte, error) {
	q, err := read(params, decodeReportParams)
	if err != nil {
		return nil, err
	}
	if s.history == nil {
		return nil, errNoPlan
	}
	today := s.reader.Today
	if !q.Context.Today.IsZero() {
		today = q.Context.Today
	}
	return s.write(b, s.history.Plan().Analyze(today), s.speak(q.Context))
}
