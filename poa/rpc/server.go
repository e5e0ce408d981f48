package rpc

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/rumbo-mx/rumbo/calendar"
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
	// Store keeps plans for create, load and append; without it they are not
	// offered.
	Store poa.Store
}

// Server answers calls about one plan. It is not safe for concurrent use: a
// host with several callers has a Server for each.
type Server struct {
	env     *poa.Env
	options Options

	ctx      context.Context // of the call
	history  *poa.History    // nil before open
	revision int
	reader   Context
	printer  *lang.Printer
	shown    *poa.Analysis // what the page saw last
}

// NewServer returns a Server without a plan.
func NewServer(env *poa.Env, options Options) *Server {
	return &Server{env: env, options: options, printer: lang.New("", env)}
}

// Errors of the protocol itself, with their codes on the wire.
var (
	errNoPlan  = &fault{"no-plan", "rpc: no plan is open: call open first"}
	errStore   = &fault{"no-store", "rpc: this host stores no plans"}
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

// Call answers one request. The response is owned by the caller.
func (s *Server) Call(request []byte) (response []byte) {
	return s.call(context.Background(), request, methods[:])
}

// Stateless answers one request of a method that needs no open plan, and
// refuses every other. The context bounds what a Store does.
func (s *Server) Stateless(ctx context.Context, request []byte) (response []byte) {
	return s.call(ctx, request, methods[:statelessMethods])
}

func (s *Server) call(ctx context.Context, request []byte, offered []method) (response []byte) {
	var q Request
	before := *s
	defer func() {
		if r := recover(); r != nil {
			*s = before
			response = s.failure(q.ID, fmt.Errorf("%w: %v", errCrashed, r))
		}
	}()
	s.ctx = ctx
	if len(request) > MaxRequest {
		return s.failure(0, wire.Refuse(wire.TooLarge, ""))
	}
	d := wire.NewDecoder(request)
	if !decodeRequest(d, &q) || !d.End() {
		return s.failure(0, d.Err())
	}
	for i := range offered {
		if m := &offered[i]; m.name == q.Method {
			b := append(wire.AppendInt(append(make([]byte, 0, 4096), `{"id":`...), q.ID), `,"result":`...)
			b, err := m.answer(s, b, q.Params)
			if err != nil {
				*s = before
				return s.failure(q.ID, err)
			}
			return append(b, '}')
		}
	}
	return s.failure(q.ID, errMethod)
}

// failure says an error: its code, its sentence in the language of the last
// context, where, and the findings that stand in the way.
func (s *Server) failure(id int, err error) []byte {
	b := append(wire.AppendInt(append([]byte(nil), `{"id":`...), id), `,"error":`...)
	return append(s.appendError(b, err), '}')
}

func (s *Server) appendError(b []byte, err error) []byte {
	e := Failure{Code: "failed", Message: s.printer.Error(err)}
	if code := poa.CodeOf(err); code != "" {
		e.Code = string(code)
	}
	var refused *poa.Refusal
	var unread *wire.Error
	switch {
	case errors.As(err, &refused):
		e.Path = refused.Path
		for _, f := range refused.Findings {
			e.Findings = append(e.Findings, finding(s.printer, f))
		}
	case errors.As(err, &unread):
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
const statelessMethods = 10

// methods is the method table. The session files in testdata hold a success
// and an error for each.
var methods = [...]method{
	{"hello", (*Server).hello},
	{"new", (*Server).newDocument},
	{"check", (*Server).check},
	{"analyze", (*Server).analyze},
	{"calendar", (*Server).calendar},
	{"parseDate", (*Server).parseDate},
	{"print", (*Server).print},
	{"create", (*Server).create},
	{"load", (*Server).load},
	{"append", (*Server).append},
	{"open", (*Server).open},
	{"view", (*Server).view},
	{"edit", (*Server).edit},
	{"undo", (*Server).undo},
	{"redo", (*Server).redo},
	{"save", (*Server).save},
	{"report", (*Server).report},
}

// Methods lists the names of the methods, the stateless ones first.
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

// speak returns the printer of a context; one that names no language gets that
// of the open plan.
func (s *Server) speak(c Context) *lang.Printer {
	if c.Language == "" {
		return s.printer
	}
	return lang.New(c.Language, s.env)
}

func (s *Server) newDocument(b []byte, params string) ([]byte, error) {
	q, err := read(params, decodeNewParams)
	if err != nil {
		return nil, err
	}
	doc, err := poa.Empty(q.ID, q.FiscalYear)
	if err != nil {
		return nil, err
	}
	p := s.speak(q.Context)
	for _, period := range doc.Periods {
		period.Name = p.Months(period.Span.Start.Month(), period.Span.End.Month())
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
	r := CheckResult{*findings(s.speak(q.Context), a.Findings, len(a.Findings))}
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
	v := &viewer{a: a, p: s.speak(q.Context), rows: q.Rows}
	return appendView(b, v.whole()), nil
}

func (s *Server) calendar(b []byte, params string) ([]byte, error) {
	q, err := read(params, decodeCalendarParams)
	if err != nil {
		return nil, err
	}
	r, err := s.daysOff(q)
	if err != nil {
		return nil, err
	}
	return appendCalendarResult(b, r), nil
}

// Calendar answers the method calendar for a Go caller: the JSON of its
// result, or with ok false that of its error.
func (s *Server) Calendar(q CalendarParams) (json []byte, ok bool) {
	r, err := s.daysOff(q)
	if err != nil {
		return s.appendError(nil, err), false
	}
	return appendCalendarResult(nil, r), true
}

func (s *Server) daysOff(q CalendarParams) (*CalendarResult, error) {
	i := slices.IndexFunc(s.env.Profiles, func(p calendar.Profile) bool { return p.Key == q.Profile })
	if i < 0 {
		return nil, wire.Refuse(wire.BadEnum, "profile", wire.Text("value", q.Profile))
	}
	year := calendar.YearSpan(q.Year)
	if !year.Valid() {
		return nil, wire.Refuse(wire.BadNumber, "year", norm.Arg{Name: "value", Value: norm.Count(q.Year)})
	}
	c, err := calendar.Compile(s.env.Profiles[i], year)
	if err != nil {
		return nil, err
	}
	p := s.speak(q.Context)
	r := &CalendarResult{Profile: Choice{q.Profile, p.Name(s.env.Profiles[i].Name)}, Year: q.Year}
	for _, o := range c.Holidays(year) {
		h := o.Holiday
		r.Days = append(r.Days, DayOff{
			Date: o.Date, Key: h.Key, Name: p.Name(h.Name), Kind: p.Enum(h.Kind), Basis: h.Basis.Cite(), Status: o.Status,
		})
	}
	first := year.Start.YearMonth()
	for m := range 12 {
		r.BusinessDays = append(r.BusinessDays, c.CountBusinessDays(first.Add(m).Span()))
	}
	return r, nil
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

func (s *Server) print(b []byte, params string) ([]byte, error) {
	q, err := read(params, decodeDocumentParams)
	if err != nil {
		return nil, err
	}
	a, err := s.given(q.Context, q.Document)
	if err != nil {
		return nil, err
	}
	return s.write(b, a, s.speak(q.Context))
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
