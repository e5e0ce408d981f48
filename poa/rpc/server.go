package rpc

import (
	"cmp"
	"io"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/internal/wire"
	"github.com/rumbo-mx/rumbo/poa/lang"
)

// MaxRequest is the greatest length of a request in bytes: a document of the greatest
// length and its envelope.
const MaxRequest = wire.MaxDocument + 64<<10

// Reporter writes the official document of an analysis in a language.
type Reporter func(w io.Writer, a *poa.Analysis, language string) error

// Options are the settings of a host. The zero value is valid.
//
//wire:host
type Options struct {
	// Version is the version of the program, returned by hello.
	Version string
	// Report writes the official document; without it the method report is
	// not offered.
	Report Reporter
	// Methods are the host's own. They need no open plan. A method of the protocol takes
	// precedence over one of the same name.
	Methods []Method
}

// Method is a method that a host adds to those of the protocol; Handle makes one.
// Package httpapi adds those of stored plans.
//
//wire:host
type Method struct {
	Name string
	// Answer returns the JSON of the result. Params are the JSON of the parameters. An
	// error with a method Code() norm.Code is answered with that code.
	Answer func(params []byte) (result []byte, err error)
}

// Handle returns the method of a function from parameters to a result, which are messages
// of this package or any types that decode and encode themselves.
func Handle[P any, Ptr interface {
	*P
	UnmarshalJSON([]byte) error
}, R interface{ MarshalJSON() ([]byte, error) }](name string, f func(*P) (R, error)) Method {
	return Method{name, func(params []byte) ([]byte, error) {
		var p P
		if err := Ptr(&p).UnmarshalJSON(params); err != nil {
			return nil, err
		}
		r, err := f(&p)
		if err != nil {
			return nil, err
		}
		return r.MarshalJSON()
	}}
}

// Server answers calls about one plan. It is not safe for concurrent use: a
// host with several callers has a Server for each.
//
//wire:host
type Server struct {
	env     *poa.Env
	options Options

	history     *poa.History // nil before open
	revision    int
	reader      Context
	printer     *lang.Printer // of the open plan
	callPrinter *lang.Printer
	room        int // that the last answer took, and some more
	sent        lastSent
}

// NewServer returns a Server without a plan.
func NewServer(env *poa.Env, options Options) *Server {
	p := lang.New("", env)
	return &Server{env: env, options: options, printer: p, callPrinter: p}
}

// Errors of the protocol itself, with their codes on the wire.
var (
	errNoPlan  = &fault{"no-plan", "rpc: no plan is open: call open first"}
	errMethod  = &fault{"unknown-method", "rpc: there is no such method"}
	errToday   = &fault{"no-today", "rpc: context.today is missing: the engine has no clock"}
	errCrashed = &fault{"internal", "rpc: a fault of ours; the plan is as it was before the call"}
)

// fault is an error of the protocol.
type fault struct {
	code norm.Code
	text string
}

func (f *fault) Error() string    { return f.text }
func (f *fault) Code() norm.Code  { return f.code }
func (f *fault) Args() []norm.Arg { return nil }

// crash is errCrashed with the text of a panic.
func crash(panicked any) error {
	f := *errCrashed
	switch p := panicked.(type) {
	case error:
		f.text += ": " + p.Error()
	case string:
		f.text += ": " + p
	}
	return &f
}

// Call answers one request. The response is owned by the caller.
func (s *Server) Call(request []byte) (response []byte) { return s.call(request, false) }

// Stateless answers one request of a method that needs no plan that was opened before,
// and rejects every other.
func (s *Server) Stateless(request []byte) (response []byte) { return s.call(request, true) }

func (s *Server) call(request []byte, stateless bool) (response []byte) {
	var q Call
	before := s.state()
	s.callPrinter = s.printer
	defer func() {
		if r := recover(); r != nil {
			s.restore(before)
			response = s.failure(q.ID, crash(r))
		}
	}()
	if len(request) > MaxRequest {
		return s.failure(0, wire.Refuse(wire.TooLarge, ""))
	}
	d := wire.NewDecoder(request)
	if !decodeCall(d, &q) || !d.End() {
		return s.failure(0, d.Err())
	}
	b := append(wire.AppendInt(append(make([]byte, 0, s.room), `{"id":`...), q.ID), `,"result":`...)
	b, err := s.answer(b, &q, stateless)
	if err != nil {
		s.restore(before)
		return s.failure(q.ID, err)
	}
	s.room = min(len(b)+len(b)/4, maxRoom)
	return append(b, '}')
}

// maxRoom bounds the room that is made for an answer before it is written.
const maxRoom = 64 << 10

// state is what a call that fails must not change. The history is copied, because its
// methods change it in place.
type state struct {
	Server
	past poa.History
}

func (s *Server) state() state {
	b := state{Server: *s}
	if s.history != nil {
		b.past = *s.history
	}
	return b
}

func (s *Server) restore(b state) {
	printer := s.callPrinter
	*s = b.Server
	s.callPrinter = printer
	if s.history != nil {
		*s.history = b.past
	}
}

func (s *Server) answer(b []byte, q *Call, stateless bool) ([]byte, error) {
	for i := range methods {
		if m := &methods[i]; m.name == q.Method && (m.stateless || !stateless) {
			return m.answer(s, b, q.Params)
		}
	}
	for i := range s.options.Methods {
		if s.options.Methods[i].Name == q.Method {
			result, err := s.options.Methods[i].Answer([]byte(cmp.Or(q.Params, "{}")))
			return append(b, result...), err
		}
	}
	return nil, errMethod
}

// unmarshal decodes a message for encoding/json.
func unmarshal[T any](data []byte, into *T, decode func(*wire.Decoder, *T) bool) error {
	var v T
	d := wire.NewDecoder(data)
	if !decode(d, &v) || !d.End() {
		return d.Err()
	}
	*into = v
	return nil
}

// failure returns the response for an error: its code, its sentence in the language of
// the call, its path, and the findings that caused it.
func (s *Server) failure(id int, err error) []byte {
	b := append(wire.AppendInt(append([]byte(nil), `{"id":`...), id), `,"error":`...)
	return append(s.appendError(b, err), '}')
}

func (s *Server) appendError(b []byte, err error) []byte {
	e := Failure{Code: "failed", Message: s.callPrinter.Error(err)}
	if code := poa.CodeOf(err); code != "" {
		e.Code = string(code)
	}
	refused, isRefused := wire.Find[*poa.Refusal](err)
	unread, isUnread := wire.Find[*wire.Error](err)
	switch {
	case isRefused:
		e.Path = refused.Path
		for _, f := range refused.Findings {
			e.Findings = append(e.Findings, finding(s.callPrinter, f))
		}
	case isUnread:
		e.Path = unread.Path
	}
	return appendFailure(b, &e)
}

// method is one row of the method table, which is generated from the methods of Server
// that are marked //wire:method. The session files in testdata have an answer and an
// error of each.
type method struct {
	name string
	// stateless methods need no plan that was opened before.
	stateless bool
	answer    func(s *Server, b []byte, params string) ([]byte, error)
}

// Methods returns the names of the methods of the protocol, the stateless ones first.
func Methods() []string {
	names := make([]string, len(methods))
	for i, m := range methods {
		names[i] = m.name
	}
	return names
}

// answer decodes parameters, calls a method and appends its result.
func answer[P, R any](b []byte, params string, decode func(*wire.Decoder, *P) bool, call func(*P) (*R, error), encode func([]byte, *R) []byte) ([]byte, error) {
	var p P
	d := wire.NewStringDecoder(cmp.Or(params, "{}"))
	if !decode(d, &p) || !d.End() {
		return nil, d.Err()
	}
	r, err := call(&p)
	if err != nil {
		return nil, err
	}
	return encode(b, r), nil
}

//wire:method hello stateless
func (s *Server) hello(q *HelloParams) (*HelloResult, error) {
	p := s.printerOf(q.Context)
	r := &HelloResult{
		Protocol: Protocol, Schema: poa.Schema, Version: s.options.Version,
		Norm: s.env.Norm, Languages: lang.Languages(),
	}
	for i := range s.env.Profiles {
		c := &s.env.Profiles[i]
		r.Calendars = append(r.Calendars, Choice{c.Key, p.Name(c.Name)})
	}
	for sev := norm.Blocking; sev <= norm.Suggestion; sev++ {
		r.Severities = append(r.Severities, SeverityBadge{sev, Badge(p.Severity(sev))})
	}
	for status := norm.Sourced; status <= norm.FromMemory; status++ {
		b := StatusBadge{Status: status, Badge: Badge(p.Status(status))}
		if status != norm.Sourced {
			b.Doubt = p.Text("word.status-" + status.String())
		}
		r.Statuses = append(r.Statuses, b)
	}
	return r, nil
}

// printerOf returns the printer of a context, in whose language the call is answered from
// here on; one that names no language gets that of the open plan.
func (s *Server) printerOf(c Context) *lang.Printer {
	if s.callPrinter = s.printer; c.Language != "" {
		s.callPrinter = lang.New(c.Language, s.env)
	}
	return s.callPrinter
}

//wire:method new stateless
func (s *Server) newDocument(q *NewParams) (*DocumentResult, error) {
	p := s.printerOf(q.Context)
	doc, err := poa.Empty(q.ID, q.FiscalYear)
	if err != nil {
		return nil, err
	}
	for _, period := range doc.Periods {
		period.Name = lang.Capital(p.Months(period.Span.Start.Month(), period.Span.End.Month()))
	}
	doc.Title = p.Text("word.plan-title")
	doc.Office = poa.Office{Name: q.Office, Municipality: q.Municipality, State: q.State, INEGI: q.INEGI}
	doc.Norm, doc.Calendar = s.env.Norm, q.Calendar
	if doc.Calendar == "" && len(s.env.Profiles) > 0 {
		doc.Calendar = s.env.Profiles[0].Key
	}
	return &DocumentResult{string(doc.AppendJSON(nil))}, nil
}

// given analyzes a plan that a stateless call carries.
func (s *Server) given(q *DocumentParams) (*poa.Analysis, error) {
	s.printerOf(q.Context)
	if q.Context.Today.IsZero() {
		return nil, errToday
	}
	p, err := poa.Open(s.env, []byte(q.Document))
	if err != nil {
		return nil, err
	}
	return p.Analyze(q.Context.Today), nil
}

//wire:method check stateless
func (s *Server) check(q *DocumentParams) (*CheckResult, error) {
	a, err := s.given(q)
	if err != nil {
		return nil, err
	}
	return &CheckResult{*findings(s.callPrinter, a.Findings, len(a.Findings))}, nil
}

//wire:method analyze stateless
func (s *Server) analyze(q *DocumentParams) (*View, error) {
	a, err := s.given(q)
	if err != nil {
		return nil, err
	}
	v := &viewer{a: a, p: s.callPrinter, rows: q.Rows}
	return v.view(&lastSent{}), nil
}

//wire:method print stateless
func (s *Server) print(q *DocumentParams) (*ReportResult, error) {
	a, err := s.given(q)
	if err != nil {
		return nil, err
	}
	return s.write(a, s.callPrinter)
}

func (s *Server) write(a *poa.Analysis, p *lang.Printer) (*ReportResult, error) {
	if s.options.Report == nil {
		return nil, errMethod
	}
	var html strings.Builder
	if err := s.options.Report(&html, a, p.Tag()); err != nil {
		return nil, err
	}
	return &ReportResult{html.String()}, nil
}
