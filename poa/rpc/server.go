package rpc

import (
	"io"

	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/internal/wire"
	"github.com/rumbo-mx/rumbo/poa/lang"
)

// MaxRequest is the greatest length of a request in bytes: a document of the
// greatest length, and what stands around it.
const MaxRequest = wire.MaxDocument + 64<<10

// Reporter writes the official document of an analysis in a language.
type Reporter func(w io.Writer, a *poa.Analysis, language string) error

// Options are what a host decides. The zero value serves.
type Options struct {
	// Version is that of the program, shown to whoever asks.
	Version string
	// Report writes the official document; without it the method report is
	// not offered.
	Report Reporter
	// Methods are the host's own. They need no open plan, and are not asked
	// for a name that the protocol has already.
	Methods []Method
}

// Method is a method that a host adds to those of the protocol. Package
// httpapi adds those of stored plans.
type Method struct {
	Name string
	// Answer appends the JSON of the result to b and returns it. Params are
	// the JSON of the parameters, "" where the request has none. An error
	// with a method Code() norm.Code is told by that code.
	Answer func(b []byte, params string) ([]byte, error)
}

// Server answers calls about one plan. It is not safe for concurrent use: a
// host with several callers has a Server for each.
type Server struct {
	env     *poa.Env
	options Options

	history  *poa.History // nil before open
	revision int
	reader   Context
	printer  *lang.Printer // of the open plan
	spoken   *lang.Printer // of the call
	room     int           // that the last answer took, and some more
	sent     lastSent
}

// NewServer returns a Server without a plan.
func NewServer(env *poa.Env, options Options) *Server {
	p := lang.New("", env)
	return &Server{env: env, options: options, printer: p, spoken: p}
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

// crash is errCrashed with what a panic said.
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
func (s *Server) Call(request []byte) (response []byte) {
	return s.call(request, methods[:])
}

// Stateless answers one request of a method that needs no open plan, and
// refuses every other.
func (s *Server) Stateless(request []byte) (response []byte) {
	return s.call(request, methods[:statelessMethods])
}

func (s *Server) call(request []byte, offered []method) (response []byte) {
	var q Request
	before := s.state()
	s.spoken = s.printer
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
	if !decodeRequest(d, &q) || !d.End() {
		return s.failure(0, d.Err())
	}
	b := append(wire.AppendInt(append(make([]byte, 0, s.room), `{"id":`...), q.ID), `,"result":`...)
	b, err := s.answer(b, &q, offered)
	if err != nil {
		s.restore(before)
		return s.failure(q.ID, err)
	}
	s.room = min(len(b)+len(b)/4, maxRoom)
	return append(b, '}')
}

// maxRoom bounds the room that is made for an answer before it is written.
const maxRoom = 64 << 10

// state is what a call that fails leaves as it was. The history is copied:
// its methods change it in place.
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
	spoken := s.spoken
	*s = b.Server
	s.spoken = spoken
	if s.history != nil {
		*s.history = b.past
	}
}

func (s *Server) answer(b []byte, q *Request, offered []method) ([]byte, error) {
	for i := range offered {
		if offered[i].name == q.Method {
			return offered[i].answer(s, b, q.Params)
		}
	}
	for i := range s.options.Methods {
		if s.options.Methods[i].Name == q.Method {
			return s.options.Methods[i].Answer(b, q.Params)
		}
	}
	return nil, errMethod
}

// failure says an error: its code, its sentence in the language of the call,
// where, and the findings that stand in the way.
func (s *Server) failure(id int, err error) []byte {
	b := append(wire.AppendInt(append([]byte(nil), `{"id":`...), id), `,"error":`...)
	return append(s.appendError(b, err), '}')
}

func (s *Server) appendError(b []byte, err error) []byte {
	e := Failure{Code: "failed", Message: s.spoken.Error(err)}
	if code := poa.CodeOf(err); code != "" {
		e.Code = string(code)
	}
	refused, isRefused := wire.Find[*poa.Refusal](err)
	unread, isUnread := wire.Find[*wire.Error](err)
	switch {
	case isRefused:
		e.Path = refused.Path
		for _, f := range refused.Findings {
			e.Findings = append(e.Findings, finding(s.spoken, f))
		}
	case isUnread:
		e.Path = unread.Path
	}
	return appendFailure(b, &e)
}

// method is one row of the method table.
type method struct {
	name   string
	answer func(s *Server, b []byte, params string) ([]byte, error)
}

// statelessMethods is how many methods, at the head of the table, need no open
// plan.
const statelessMethods = 9

// methods is the method table. The session files in testdata hold a success
// and an error for each.
var methods = [...]method{
	{"hello", (*Server).hello},
	{"new", (*Server).newDocument},
	{"check", (*Server).check},
	{"analyze", (*Server).analyze},
	{"calendar", (*Server).calendar},
	{"parseDate", (*Server).parseDate},
	{"parseRule", (*Server).parseRule},
	{"print", (*Server).print},
	{"open", (*Server).open},
	{"view", (*Server).view},
	{"edit", (*Server).edit},
	{"undo", (*Server).undo},
	{"redo", (*Server).redo},
	{"save", (*Server).save},
	{"report", (*Server).report},
}

// Methods lists the names of the methods of the protocol, the stateless ones
// first.
func Methods() []string {
	names := make([]string, len(methods))
	for i, m := range methods {
		names[i] = m.name
	}
	return names
}

// read decodes params with one of the generated functions.
func read[T any](params string, decode func(*wire.Decoder, *T) bool) (v T, err error) {
	if params == "" {
		params = "{}"
	}
	d := wire.NewStringDecoder(params)
	if !decode(d, &v) || !d.End() {
		return v, d.Err()
	}
	return v, nil
}

func (s *Server) hello(b []byte, params string) ([]byte, error) {
	q, err := read(params, decodeHelloParams)
	if err != nil {
		return nil, err
	}
	p := s.speak(q.Context)
	r := HelloResult{
		Protocol: Protocol, Schema: poa.Schema, Version: s.options.Version,
		Norm: Norm(s.env.Norm), Languages: lang.Languages(),
	}
	for i := range s.env.Profiles {
		c := &s.env.Profiles[i]
		r.Calendars = append(r.Calendars, Choice{c.Key, p.Name(c.Name)})
	}
	return appendHelloResult(b, &r), nil
}

// speak returns the printer of a context, in which the call is answered from
// here on; one that names no language gets that of the open plan.
func (s *Server) speak(c Context) *lang.Printer {
	if s.spoken = s.printer; c.Language != "" {
		s.spoken = lang.New(c.Language, s.env)
	}
	return s.spoken
}

func (s *Server) newDocument(b []byte, params string) ([]byte, error) {
	q, err := read(params, decodeNewParams)
	if err != nil {
		return nil, err
	}
	p := s.speak(q.Context)
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
	return appendDocumentResult(b, &DocumentResult{string(doc.AppendJSON(nil))}), nil
}

// given analyzes a plan that a stateless call carries.
func (s *Server) given(c Context, document string) (*poa.Analysis, error) {
	s.speak(c)
	if c.Today.IsZero() {
		return nil, errToday
	}
	p, err := poa.Open(s.env, wire.Bytes(document))
	if err != nil {
		return nil, err
	}
	return p.Analyze(c.Today), nil
}

func (s *Server) check(b []byte, params string) ([]byte, error) {
	q, err := read(params, decodeDocumentParams)
	if err != nil {
		return nil, err
	}
	a, err := s.given(q.Context, q.Document)
	if err != nil {
		return nil, err
	}
	r := CheckResult{*findings(s.spoken, a.Findings, len(a.Findings))}
	return appendCheckResult(b, &r), nil
}

func (s *Server) analyze(b []byte, params string) ([]byte, error) {
	q, err := read(params, decodeDocumentParams)
	if err != nil {
		return nil, err
	}
	a, err := s.given(q.Context, q.Document)
	if err != nil {
		return nil, err
	}
	v := &viewer{a: a, p: s.spoken, rows: q.Rows}
	return appendView(b, v.view(&lastSent{})), nil
}

func (s *Server) parseDate(b []byte, params string) ([]byte, error) {
	q, err := read(params, decodeParseDateParams)
	if err != nil {
		return nil, err
	}
	near := q.Near
	if near.IsZero() {
		near = q.Context.Today
	}
	if near.IsZero() {
		near = s.reader.Today
	}
	r := ParseDateResult{}
	if d, ok := s.speak(q.Context).ParseDate(q.Text, near); ok {
		r.Date = d
	}
	return appendParseDateResult(b, &r), nil
}

func (s *Server) parseRule(b []byte, params string) ([]byte, error) {
	q, err := read(params, decodeParseRuleParams)
	if err != nil {
		return nil, err
	}
	p := s.speak(q.Context)
	r := ParseRuleResult{}
	if rule, ok := p.ParseRule(q.Text); ok {
		r.Rule, r.When = rule.String(), p.Rule(rule)
	}
	return appendParseRuleResult(b, &r), nil
}

func (s *Server) print(b []byte, params string) ([]byte, error) {
	q, err := read(params, decodeDocumentParams)
	if err != nil {
		return nil, err
	}
	a, err := s.given(q.Context, q.Document)
	if err != nil {
		return nil, err
	}
	return s.write(b, a, s.spoken)
}

func (s *Server) write(b []byte, a *poa.Analysis, p *lang.Printer) ([]byte, error) {
	if s.options.Report == nil {
		return nil, errMethod
	}
	var html pages
	if err := s.options.Report(&html, a, p.Tag()); err != nil {
		return nil, err
	}
	return appendReportResult(b, &ReportResult{string(html)}), nil
}

// pages collects what a Reporter writes.
type pages []byte

func (p *pages) Write(b []byte) (int, error) {
	*p = append(*p, b...)
	return len(b), nil
}
