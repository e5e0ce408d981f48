package rpc

import (
	"cmp"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/internal/interrupt"
	"github.com/rumbo-mx/rumbo/poa/internal/wire"
	"github.com/rumbo-mx/rumbo/poa/lang"
)

const (
	// MaxRequest is the maximum length of a request in bytes: that of a document, and
	// room for the rest of the request.
	MaxRequest = wire.MaxDocument + 64<<10
	// MaxAnswer is the maximum length of a response in bytes. A longer one is an error
	// with the code "answer-too-large".
	MaxAnswer = 64 << 20
	// MaxCommands is the maximum number of commands of edit, of append and of a line of
	// a journal. More are an error with the code "too-many-commands".
	MaxCommands = 1000
	// MaxText is the maximum length in bytes of the text of parseDate and of the other
	// methods that parse what people type. A longer one is an error with the code "text-too-long".
	MaxText = 4096
)

// Reporter writes the official document of an analysis in a language.
type Reporter func(w io.Writer, a *poa.Analysis, language string) error

// Options are the options of a host. The zero value is valid.
//
//wire:host
type Options struct {
	// Version is the version of the program, which the method hello returns.
	Version string
	// Report writes the official document. If it is nil, the methods report and
	// print are unknown.
	Report Reporter
	// Methods are added to those of the protocol, which take precedence. They do
	// not need an open plan.
	Methods []Method
	// Expired, if not nil, reports that the call in progress must end: its time is
	// over, or its caller has gone. It is asked from the goroutine of Call, between the
	// steps of a call and within a step after some thousand elements; once it returns
	// true, the response is an error with the code "timeout", and the plan is unchanged.
	Expired func() bool
	// Undo limits the steps of the open plan that can be undone, and so the memory of a
	// session; the oldest are forgotten. The default of a field that is zero is that of
	// DefaultUndo; negative is no limit.
	Undo poa.HistoryLimits
	// Failed, if not nil, is called with the method and the error of each call that
	// fails, before its response is returned. The method is "" if the request could
	// not be read. The text of an error of the host (HostError) is then not in the
	// response. A host whose callers are other people must set it; it is nil where
	// the host and its caller are one program, such as the page.
	Failed func(method string, err error)
}

// DefaultUndo returns the default of Options.Undo: 1,000 steps, whose encoded commands and
// inverses have 32 MiB.
func DefaultUndo() poa.HistoryLimits { return poa.HistoryLimits{Steps: 1000, Bytes: 32 << 20} }

// HostError reports whether an error that a call failed with is one of the host and not of
// the caller: one without a wire code or with the code "failed", from Options.Report or a
// Method, or a panic. Its
// response has the code "failed" or "internal".
func HostError(err error) bool {
	code := poa.CodeOf(err)
	return code == "" || code == errInternal.code || code == errFailed.code
}

// Method is a method that a host adds to those of the protocol. Handle returns one;
// package httpapi has those of stored plans.
//
//wire:host
type Method struct {
	Name string
	// Answer returns the JSON of the result for the JSON of the parameters. If the
	// error has a method Code() norm.Code, the response has that code.
	Answer func(params []byte) (result []byte, err error)
}

// Handle returns a Method that decodes the parameters, calls f and encodes the result.
// P and R are messages of this package, or other types with these methods.
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

// Server answers calls about one plan. It is not safe for concurrent use: a host must
// have a Server for each concurrent caller.
//
//wire:host
type Server struct {
	env     *poa.Env
	options Options

	history     *poa.History // nil before open
	revision    int
	context     Context
	printer     *lang.Printer // of the open plan
	callPrinter *lang.Printer
	counter     *interrupt.Counter // of the call in progress
	responseCap int                // capacity for the next response, from the length of the last
	sent        lastSent
}

// NewServer returns a Server without an open plan.
func NewServer(env *poa.Env, options Options) *Server {
	p := lang.New("", env)
	return &Server{env: env, options: options, printer: p, callPrinter: p}
}

// Errors of the protocol, with their codes on the wire.
var (
	errNoPlan   = &protocolError{"no-plan", "rpc: no plan is open: call open first"}
	errMethod   = &protocolError{"unknown-method", "rpc: unknown method"}
	errToday    = &protocolError{"no-today", "rpc: context.today is missing: set it, since the engine has no clock"}
	errInternal = &protocolError{"internal", "rpc: internal error: the plan is unchanged"}
	errFailed   = &protocolError{"failed", "rpc: the host could not complete the call"}
	errExpired  = &protocolError{"timeout", "rpc: the time for the call expired: the plan is unchanged"}
)

// limitError reports a bound of the protocol that a call exceeds.
type limitError struct {
	code  norm.Code
	path  norm.Path
	limit int
}

func (e *limitError) Error() string {
	return "rpc: " + string(e.code) + ": the limit is " + strconv.Itoa(e.limit)
}
func (e *limitError) Code() norm.Code { return e.code }
func (e *limitError) Args() []norm.Arg {
	return []norm.Arg{{Name: "path", Value: norm.Text(e.path)}, {Name: "limit", Value: norm.Count(e.limit)}}
}

// checkCommands returns an error if a step has too many commands.
func checkCommands(at norm.Path, commands []poa.Command) error {
	if len(commands) > MaxCommands {
		return &limitError{"too-many-commands", at, MaxCommands}
	}
	return nil
}

// protocolError is an error of the protocol.
type protocolError struct {
	code norm.Code
	text string
}

func (f *protocolError) Error() string    { return f.text }
func (f *protocolError) Code() norm.Code  { return f.code }
func (f *protocolError) Args() []norm.Arg { return nil }

// internalError returns errInternal with the message of a panic.
func internalError(recovered any) error {
	f := *errInternal
	switch p := recovered.(type) {
	case error:
		f.text += ": " + p.Error()
	case string:
		f.text += ": " + p
	}
	return &f
}

// Call answers one request. The response is owned by the caller.
func (s *Server) Call(request []byte) (response []byte) { return s.call(request, false) }

// Stateless answers one request of a method that does not need an open plan, and rejects
// every other. The response is owned by the caller.
func (s *Server) Stateless(request []byte) (response []byte) { return s.call(request, true) }

func (s *Server) call(request []byte, stateless bool) (response []byte) {
	var q Call
	before := s.snapshot()
	s.callPrinter, s.counter = s.printer, interrupt.New(s.options.Expired)
	defer func() {
		if r := recover(); r != nil {
			s.restore(before)
			err := internalError(r)
			if interrupt.Stopped(r) {
				err = errExpired
			}
			response = s.failure(&q, err)
		}
	}()
	if len(request) > MaxRequest {
		return s.failure(&q, wire.Refuse(wire.TooLarge, "", norm.Arg{Name: "limit", Value: norm.Count(MaxRequest)}))
	}
	d := wire.NewDecoder(request)
	if !decodeCall(d, &q) || !d.End() {
		return s.failure(&Call{}, d.Err())
	}
	e := wire.NewEncoder(make([]byte, 0, s.responseCap))
	e.Open()
	e.Field("id")
	e.Int(q.ID)
	e.Field("result")
	err := s.answer(e, &q, stateless)
	switch {
	case err != nil:
	case s.expired():
		err = errExpired
	case e.Len() >= MaxAnswer:
		err = &limitError{"answer-too-large", "", MaxAnswer}
	default:
		s.responseCap = min(e.Len()+e.Len()/4, maxResponseCap)
		e.Close()
		return e.Bytes()
	}
	s.restore(before)
	return s.failure(&q, err)
}

// expired reports whether the call in progress must end.
func (s *Server) expired() bool { return s.options.Expired != nil && s.options.Expired() }

// maxResponseCap is the maximum capacity that is allocated for a response in advance.
const maxResponseCap = 64 << 10

// snapshot is a copy of a Server, to be restored if a call fails. It has a copy of the
// history too, whose methods change it in place.
type snapshot struct {
	Server
	past poa.History
}

func (s *Server) snapshot() snapshot {
	b := snapshot{Server: *s}
	if s.history != nil {
		b.past = *s.history
	}
	return b
}

// restore undoes a failed call, except for callPrinter, which the error still needs.
func (s *Server) restore(b snapshot) {
	printer := s.callPrinter
	*s = b.Server
	s.callPrinter = printer
	if s.history != nil {
		*s.history = b.past
	}
}

func (s *Server) answer(e *wire.Encoder, q *Call, stateless bool) error {
	for i := range methods {
		m := &methods[i]
		switch {
		case m.name != q.Method:
		case stateless && !m.stateless:
			return errMethod
		default:
			d := wire.NewStringDecoder(cmp.Or(q.Params, "{}"))
			d.Count(s.counter)
			return m.answer(s, e, d)
		}
	}
	for i := range s.options.Methods {
		if s.options.Methods[i].Name == q.Method {
			result, err := s.options.Methods[i].Answer([]byte(cmp.Or(q.Params, "{}")))
			e.Verbatim(string(result))
			return err
		}
	}
	return errMethod
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
// the call, its path, and the findings that block the command.
func (s *Server) failure(q *Call, err error) []byte {
	var e wire.Encoder
	e.Open()
	e.Field("id")
	e.Int(q.ID)
	e.Field("error")
	s.encodeError(&e, q.Method, err)
	e.Close()
	return e.Bytes()
}

func (s *Server) encodeError(e *wire.Encoder, method string, err error) {
	if s.options.Failed != nil {
		s.options.Failed(method, err)
		if poa.CodeOf(err) == "" {
			err = errFailed
		}
	}
	failure := Failure{Code: cmp.Or(string(poa.CodeOf(err)), string(errFailed.code)), Message: short(s.callPrinter.Error(err))}
	refusal, isRefusal := wire.Find[*poa.Refusal](err)
	decodeErr, isDecodeErr := wire.Find[*wire.Error](err)
	switch {
	case isRefusal:
		failure.Path = refusal.Path
		for _, f := range refusal.Findings {
			failure.Findings = append(failure.Findings, finding(s.callPrinter, f))
		}
	case isDecodeErr:
		failure.Path = decodeErr.Path
	}
	failure.Message, failure.Path = validUTF8(failure.Message), norm.Path(validUTF8(string(failure.Path)))
	encodeFailure(e, &failure)
}

// validUTF8 returns s with U+FFFD for each invalid byte.
func validUTF8(s string) string {
	if utf8.ValidString(s) {
		return s
	}
	return string([]rune(s))
}

// maxSentence is the maximum length in bytes of a sentence of a response. A sentence may
// contain names of the document, which several sentences repeat.
const maxSentence = 2000

// short returns a sentence with an ellipsis for what exceeds maxSentence.
func short(s string) string {
	if len(s) <= maxSentence {
		return s
	}
	cut := maxSentence
	for cut > 0 && !utf8.RuneStart(s[cut]) {
		cut--
	}
	return s[:cut] + "…"
}

// method is a row of the method table, which is generated from the methods of Server
// that are marked //wire:method. The session files in testdata must have a result and an
// error of each.
type method struct {
	name string
	// stateless methods do not need an open plan.
	stateless bool
	// answer decodes the parameters, calls the method and appends its result to b.
	answer func(s *Server, e *wire.Encoder, d *wire.Decoder) error
}

// Methods returns the names of the methods of the protocol, the stateless ones first.
func Methods() []string {
	names := make([]string, len(methods))
	for i, m := range methods {
		names[i] = m.name
	}
	return names
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

// printerOf returns the printer of the language of a context, or that of the open plan if
// the context has no language, and sets callPrinter.
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

//wire:method readFile stateless
func (s *Server) readFile(q *ReadFileParams) (*DocumentResult, error) {
	s.printerOf(q.Context)
	if q.Bytes != "" {
		if f := wire.FormatOf(fromHex(q.Bytes)); f != "" {
			return nil, wire.Refuse(wire.OtherFormat, "", norm.Arg{Name: "format", Value: f})
		}
		return nil, wire.Refuse(wire.InvalidUTF8, "")
	}
	doc, err := poa.DecodeDocument([]byte(q.Text))
	if err != nil {
		return nil, err
	}
	if q.AsOfToday {
		if q.Context.Today.IsZero() {
			return nil, errToday
		}
		doc = doc.AsOf(q.Context.Today)
	}
	return &DocumentResult{string(doc.AppendJSON(nil))}, nil
}

// fromHex returns the bytes that are written in hexadecimal, up to what is not.
func fromHex(text string) []byte {
	data := make([]byte, 0, len(text)/2)
	for i := 0; i+1 < len(text); i += 2 {
		high, low := strings.IndexByte(hexDigits, text[i]), strings.IndexByte(hexDigits, text[i+1])
		if high < 0 || low < 0 {
			break
		}
		data = append(data, byte(high<<4|low))
	}
	return data
}

const hexDigits = "0123456789abcdef"

// analyzeDocument returns the analysis of the document in the parameters.
func (s *Server) analyzeDocument(q *DocumentParams) (*poa.Analysis, error) {
	s.printerOf(q.Context)
	if q.Context.Today.IsZero() {
		return nil, errToday
	}
	p, err := poa.OpenUntil(s.env, []byte(q.Document), s.options.Expired)
	if err != nil {
		return nil, err
	}
	return p.AnalyzeUntil(q.Context.Today, s.options.Expired)
}

//wire:method check stateless
func (s *Server) check(q *DocumentParams) (*CheckResult, error) {
	a, err := s.analyzeDocument(q)
	if err != nil {
		return nil, err
	}
	count := q.Rows.Count
	if count <= 0 {
		count = MaxFindings
	}
	return &CheckResult{*findings(s.callPrinter, a, q.Rows.From, min(count, MaxRows))}, nil
}

//wire:method analyze stateless
func (s *Server) analyze(q *DocumentParams) (*View, error) {
	a, err := s.analyzeDocument(q)
	if err != nil {
		return nil, err
	}
	v := &viewer{a: a, p: s.callPrinter, rows: q.Rows, counter: s.counter}
	return v.view(&lastSent{}), nil
}

//wire:method print stateless
func (s *Server) print(q *DocumentParams) (*ReportResult, error) {
	a, err := s.analyzeDocument(q)
	if err != nil {
		return nil, err
	}
	return s.writeReport(a, s.callPrinter)
}

func (s *Server) writeReport(a *poa.Analysis, p *lang.Printer) (*ReportResult, error) {
	if s.options.Report == nil {
		return nil, errMethod
	}
	w := &boundedWriter{expired: s.expired}
	err := s.options.Report(w, a, p.Tag())
	if w.err != nil {
		return nil, w.err
	}
	if err != nil {
		return nil, err
	}
	return &ReportResult{validUTF8(w.text.String())}, nil
}

// boundedWriter collects a text of at most MaxAnswer bytes until the call expires.
type boundedWriter struct {
	text    strings.Builder
	expired func() bool
	err     error // the reason why nothing more is written
}

func (w *boundedWriter) Write(p []byte) (int, error) {
	switch {
	case w.err != nil:
	case w.expired():
		w.err = errExpired
	case w.text.Len()+len(p) > MaxAnswer:
		w.err = &limitError{"answer-too-large", "", MaxAnswer}
	default:
		return w.text.Write(p)
	}
	return 0, w.err
}
