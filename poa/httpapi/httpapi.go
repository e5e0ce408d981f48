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
// An error of the protocol has status 200. A request that is not one of the protocol
// has another status and a line of text: 404 for an unknown route, 405 for the wrong
// HTTP method, 415 for a content type other than application/json, 413 for a body that
// is too long, 400 for one that cannot be read.
//
// The handler does no authentication and sets no timeouts: the server around it must
// (http.Server.ReadTimeout). Only pages of the same origin can call it: browsers do not
// send application/json to another origin without CORS headers, which the responses do
// not have. A stored plan cannot be replaced, only changed with append.
package httpapi

import (
	"errors"
	"io"
	"mime"
	"net/http"
	"strconv"

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
	// MaxBody is the maximum length of a request in bytes. The default, and the
	// upper limit, is rpc.MaxRequest.
	MaxBody int
}

// New returns the handler of the routes /api/call and /api/calendar.
func New(env *poa.Env, options Options) http.Handler {
	h := &handler{env: env, options: options}
	if h.options.MaxBody <= 0 || h.options.MaxBody > rpc.MaxRequest {
		h.options.MaxBody = rpc.MaxRequest
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
	serve, method := h.call, http.MethodPost
	switch r.URL.Path {
	case "/api/call":
	case "/api/calendar":
		serve, method = h.calendar, http.MethodGet
	default:
		reject(w, http.StatusNotFound, "unknown route: use /api/call or /api/calendar")
		return
	}
	if r.Method != method {
		w.Header().Set("Allow", method)
		reject(w, http.StatusMethodNotAllowed, "use "+method)
		return
	}
	serve(w, r)
}

func (h *handler) server(methods []rpc.Method) *rpc.Server {
	return rpc.NewServer(h.env, rpc.Options{Version: h.options.Version, Report: h.options.Report, Methods: methods})
}

func (h *handler) call(w http.ResponseWriter, r *http.Request) {
	if kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || kind != "application/json" {
		reject(w, http.StatusUnsupportedMediaType, "the request must be application/json")
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
		reply(w, http.StatusOK, h.server(h.plans(r.Context())).Stateless(body))
	}
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
	q := r.URL.Query()
	year, err := strconv.Atoi(q.Get("year"))
	if err != nil {
		reject(w, http.StatusBadRequest, "year is missing or not a number: use ?profile=jalisco&year=2027")
		return
	}
	params := rpc.CalendarParams{Profile: q.Get("profile"), Year: year, Context: rpc.Context{Language: q.Get("lang")}}
	body, ok := h.server(nil).Calendar(params)
	status := http.StatusOK
	if !ok {
		status = http.StatusBadRequest
	}
	reply(w, status, body)
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
