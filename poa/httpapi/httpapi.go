// Package httpapi serves the protocol of package rpc over HTTP, for a Cloudflare
// Worker, wasm/serve or any other server. Start with New, which returns an
// http.Handler with two routes:
//
//	POST /api/call                          one rpc request in, its response out
//	GET  /api/calendar?profile=&year=&lang= the days off of a year
//
// Requests are independent: the methods are the stateless ones of rpc and, with a
// Store, those of stored plans: create, load and append. The handler holds no plan
// between requests and is safe for concurrent use.
//
// # Statuses
//
// A response of the protocol is JSON, {"id":…,"result":…} or {"id":…,"error":{…}}, and its
// status says which:
//
//	200  a result
//	400  the request cannot be read: not JSON, an unknown method, a wrong parameter
//	403  forbidden: Options.Stamp rejected the caller
//	404  no-such-plan
//	409  conflict, plan-exists, too-many-revisions
//	413  a bound of the request: too-large, too-many-commands, text-too-long, answer-too-large
//	422  a command that the plan rejects
//	500  failed, internal, damaged-plan: an error of the host
//	503  timeout: the call took longer than Options.MaxTime
//	507  too-many-plans: the store is full
//
// The response to an error of the host has none of its text: Options.Log receives it. A
// request that does not reach the protocol has a line of text: 403 for one that a browser
// sends from a page of another origin, 404 for an unknown route, 405 for the wrong HTTP
// method, 413 for a body that is too long, 415 for a body that is not one of
// application/json in UTF-8 without compression, 400 for a body or a query that cannot be
// read.
//
// # What the host must do
//
// The handler does no authentication: put it behind a handler that does, and return the
// author from Options.Stamp. It can be mounted under a prefix with http.StripPrefix. The
// server around it sets the timeouts of connections (http.Server.ReadTimeout) and limits
// how many requests run at a time; each may need memory for a document of
// Options.MaxBody bytes and its analysis. A stored plan cannot be replaced, only changed
// with append.
//
// A page of another origin cannot call the handler. A call must be application/json, which
// browsers do not send to another origin without CORS headers, and the responses have
// none; and a call with the headers Sec-Fetch-Site or Origin of another site is rejected,
// as net/http.CrossOriginProtection of Go 1.25 does.
package httpapi

import (
	"context"
	"errors"
	"io"
	"mime"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/rpc"
	"github.com/rumbo-mx/rumbo/poa/store"
)

// Options are the options of a handler. The zero value serves the stateless methods
// except print.
type Options struct {
	// Version is the version of the program, which the method hello returns.
	Version string
	// Report writes the official document. If it is nil, print is unknown.
	Report rpc.Reporter
	// Store stores plans. If it is nil, create, load and append are unknown.
	Store store.Store
	// Stamp returns the author and the day of an append, from what the host knows of
	// the request: its session, its clock. What the request says about them (author,
	// context.today) is never stored. An error that wraps ErrForbidden rejects the
	// append; any other is an error of the host. If Stamp is nil, appends are stored
	// without an author and without a day.
	Stamp func(r *http.Request) (author string, day calendar.Date, err error)
	// Log, if not nil, receives the errors of the host: of Store, of Report, of Stamp,
	// damaged plans and panics. The caller sees none of their text. It may be called
	// concurrently.
	Log func(r *http.Request, err error)
	// MaxTime is the maximum time of a call; the default is DefaultTime. A call also
	// ends when its request is cancelled.
	MaxTime time.Duration
	// MaxRevisions is the maximum revision of a stored plan; zero means no limit other
	// than that of Store, which also limits the number of plans.
	MaxRevisions int
	// MaxBody is the maximum length of a request in bytes. The default, and the
	// upper limit, is rpc.MaxRequest.
	MaxBody int
}

// DefaultTime is the default maximum time of a call.
const DefaultTime = 30 * time.Second

// New returns the handler of the routes /api/call and /api/calendar.
func New(env *poa.Env, options Options) http.Handler {
	h := &handler{env: env, options: options}
	if h.options.MaxBody <= 0 || h.options.MaxBody > rpc.MaxRequest {
		h.options.MaxBody = rpc.MaxRequest
	}
	if h.options.MaxTime <= 0 {
		h.options.MaxTime = DefaultTime
	}
	return h
}

type handler struct {
	env     *poa.Env
	options Options
}

// ServeHTTP matches the routes without http.ServeMux, which would be a fortieth of
// the size of the Worker.
func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	serve, allow := h.call, http.MethodPost
	switch r.URL.Path {
	case "/api/call":
	case "/api/calendar":
		serve, allow = h.calendar, "GET, HEAD"
	default:
		reject(w, http.StatusNotFound, "unknown route: use /api/call or /api/calendar")
		return
	}
	if !slices.Contains(strings.Split(allow, ", "), r.Method) {
		w.Header().Set("Allow", allow)
		reject(w, http.StatusMethodNotAllowed, "use "+allow)
		return
	}
	serve(w, r)
}

// answer calls a method of a server for a request, until its time is over, and returns the
// response and its status.
func (h *handler) answer(r *http.Request, call func(*rpc.Server) []byte) (response []byte, status int) {
	client := r.Context() // ends shortly before the one derived from it
	ctx, cancel := context.WithTimeout(client, h.options.MaxTime)
	defer cancel()
	r = r.WithContext(ctx)
	// Under js/wasm a timer does not end a context while the program computes.
	deadline := time.Now().Add(h.options.MaxTime)
	var failed error
	server := rpc.NewServer(h.env, rpc.Options{
		Version: h.options.Version, Report: h.options.Report, Methods: h.plans(r),
		Expired: func() bool { return client.Err() != nil || ctx.Err() != nil || !time.Now().Before(deadline) },
		Failed:  func(_ string, err error) { failed = err },
	})
	response = call(server)
	status = statusOf(failed)
	if status == http.StatusInternalServerError && h.options.Log != nil {
		h.options.Log(r, failed)
	}
	return response, status
}

// statusOf returns the status of a response with an error, or nil.
func statusOf(err error) int {
	switch {
	case err == nil:
		return http.StatusOK
	case rpc.HostError(err):
		return http.StatusInternalServerError
	}
	switch poa.CodeOf(err) {
	case "damaged-plan":
		return http.StatusInternalServerError
	case "timeout":
		return http.StatusServiceUnavailable
	case "too-many-plans":
		return http.StatusInsufficientStorage
	case "forbidden":
		return http.StatusForbidden
	case "no-such-plan":
		return http.StatusNotFound
	case "conflict", "plan-exists", "too-many-revisions":
		return http.StatusConflict
	case "too-large", "too-many-commands", "text-too-long", "answer-too-large":
		return http.StatusRequestEntityTooLarge
	}
	var refusal *poa.Refusal
	if errors.As(err, &refusal) {
		return http.StatusUnprocessableEntity
	}
	return http.StatusBadRequest
}

// crossOrigin reports whether a browser sent a request from a page of another origin. Other
// programs send neither header.
func crossOrigin(r *http.Request) bool {
	if len(r.Header.Values("Sec-Fetch-Site")) > 1 || len(r.Header.Values("Origin")) > 1 {
		return true // no browser sends two
	}
	switch r.Header.Get("Sec-Fetch-Site") {
	case "same-origin", "none":
		return false
	case "":
		origin := r.Header.Get("Origin")
		if origin == "" {
			return false
		}
		u, err := url.Parse(origin)
		return err != nil || u.Host == "" || u.Host != r.Host
	}
	return true
}

func (h *handler) call(w http.ResponseWriter, r *http.Request) {
	if crossOrigin(r) {
		reject(w, http.StatusForbidden, "a page of another origin cannot call")
		return
	}
	if text := unsupported(r.Header); text != "" {
		reject(w, http.StatusUnsupportedMediaType, text)
		return
	}
	body, err := h.read(w, r)
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &tooLarge):
		reject(w, http.StatusRequestEntityTooLarge, "a request must have at most "+strconv.Itoa(h.options.MaxBody)+" bytes")
	case err != nil:
		reject(w, http.StatusBadRequest, "the request cannot be read")
	default:
		response, status := h.answer(r, func(s *rpc.Server) []byte { return s.Stateless(body) })
		reply(w, status, response)
	}
}

// unsupported returns why a body with these headers is not read, or nothing if it is: JSON,
// in UTF-8, without compression.
func unsupported(header http.Header) string {
	if len(header.Values("Content-Type")) > 1 {
		return "the request has several Content-Type headers: send one"
	}
	kind, parameters, err := mime.ParseMediaType(header.Get("Content-Type"))
	if err != nil || kind != "application/json" {
		return "the request must be application/json"
	}
	if charset, ok := parameters["charset"]; ok && !strings.EqualFold(charset, "utf-8") {
		return "the request must be in UTF-8: send application/json without a charset"
	}
	for _, encoding := range header.Values("Content-Encoding") {
		if !strings.EqualFold(strings.TrimSpace(encoding), "identity") {
			return "the request must not be compressed: send it without Content-Encoding"
		}
	}
	return ""
}

// read reads the body. It does not begin to read one whose Content-Length is too large.
func (h *handler) read(w http.ResponseWriter, r *http.Request) ([]byte, error) {
	limit := int64(h.options.MaxBody)
	if r.ContentLength > limit {
		return nil, &http.MaxBytesError{Limit: limit}
	}
	return io.ReadAll(http.MaxBytesReader(w, r.Body, limit))
}

// calendar responds with the result of the method calendar. An unknown profile or an
// invalid year has status 400, with the error of the protocol.
func (h *handler) calendar(w http.ResponseWriter, r *http.Request) {
	q, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		reject(w, http.StatusBadRequest, "the query cannot be read: use ?profile=jalisco&year=2027")
		return
	}
	for _, name := range [...]string{"profile", "year", "lang"} {
		if len(q[name]) > 1 {
			reject(w, http.StatusBadRequest, name+" is there several times: use ?profile=jalisco&year=2027")
			return
		}
	}
	year, err := strconv.Atoi(q.Get("year"))
	if err != nil {
		reject(w, http.StatusBadRequest, "year is missing or not a number: use ?profile=jalisco&year=2027")
		return
	}
	params := rpc.CalendarParams{Profile: q.Get("profile"), Year: year, Context: rpc.Context{Language: q.Get("lang")}}
	response, status := h.answer(r, func(s *rpc.Server) []byte {
		body, _ := s.Calendar(params)
		return body
	})
	reply(w, status, response)
}

func reply(w http.ResponseWriter, status int, body []byte) {
	header := w.Header()
	header.Set("Content-Type", "application/json")
	header.Set("Content-Length", strconv.Itoa(len(body)))
	header.Set("X-Content-Type-Options", "nosniff")
	header.Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_, _ = w.Write(body) // an error means that the client is gone
}

func reject(w http.ResponseWriter, status int, text string) {
	w.Header().Set("Cache-Control", "no-store")
	http.Error(w, "httpapi: "+text, status)
}
