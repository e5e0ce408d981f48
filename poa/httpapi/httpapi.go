// Package httpapi serves the protocol of package rpc over HTTP. Start with New, which
// returns an http.Handler with two routes:
//
//	POST /api/call                          one rpc request in, its response out
//	GET  /api/calendar?profile=&year=&lang= the days off of a year
//
// It offers the stateless methods of rpc and, with a Store, those of stored plans:
// create, load and append. The handler has no state between requests and is safe for
// concurrent use.
//
// An error of the protocol is a response with status 200. An invalid HTTP request has a
// status and a line of text: 405 for another verb, 415 for a body that is not
// application/json, 413 for one that is too long, 400 for one that ends early.
//
// It does no authentication and sets no timeouts (http.Server.ReadTimeout); put it behind
// a handler that does. Pages of other sites cannot call it, because they cannot send
// application/json without permission, which it never gives. It does not accept a
// document for a plan that is stored already.
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

// Options are the settings of a handler. The zero value serves the stateless methods
// without print.
type Options struct {
	// Version is the version of the program, returned by hello.
	Version string
	// Report writes the official document; without it print is not offered.
	Report rpc.Reporter
	// Store keeps plans; without it create, load and append are not offered.
	Store store.Store
	// MaxBody is the greatest length of a request in bytes, at most rpc.MaxRequest; zero
	// means rpc.MaxRequest.
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

// ServeHTTP routes by hand: http.ServeMux would be a fortieth of the Worker.
func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	serve, verb := h.call, http.MethodPost
	switch r.URL.Path {
	case "/api/call":
	case "/api/calendar":
		serve, verb = h.calendar, http.MethodGet
	default:
		refuse(w, http.StatusNotFound, "there are /api/call and /api/calendar")
		return
	}
	if r.Method != verb {
		w.Header().Set("Allow", verb)
		refuse(w, http.StatusMethodNotAllowed, "use "+verb)
		return
	}
	serve(w, r)
}

func (h *handler) server(methods []rpc.Method) *rpc.Server {
	return rpc.NewServer(h.env, rpc.Options{Version: h.options.Version, Report: h.options.Report, Methods: methods})
}

func (h *handler) call(w http.ResponseWriter, r *http.Request) {
	if kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || kind != "application/json" {
		refuse(w, http.StatusUnsupportedMediaType, "the request must be application/json")
		return
	}
	body, err := h.read(w, r)
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &tooLarge):
		refuse(w, http.StatusRequestEntityTooLarge, "a request has at most "+strconv.Itoa(h.options.MaxBody)+" bytes")
	case err != nil:
		refuse(w, http.StatusBadRequest, "the request could not be read to its end")
	default:
		reply(w, http.StatusOK, h.server(h.plans(r.Context())).Stateless(body))
	}
}

// read reads the body, unless its Content-Length is too long.
func (h *handler) read(w http.ResponseWriter, r *http.Request) ([]byte, error) {
	most := int64(h.options.MaxBody)
	if r.ContentLength > most {
		return nil, &http.MaxBytesError{Limit: most}
	}
	return io.ReadAll(http.MaxBytesReader(w, r.Body, most))
}

// calendar responds with the result alone. An unknown profile or year is status 400, with
// the error of the protocol.
func (h *handler) calendar(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	year, err := strconv.Atoi(q.Get("year"))
	if err != nil {
		refuse(w, http.StatusBadRequest, "year is missing or no number: ask for ?profile=jalisco&year=2027")
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
	_, _ = w.Write(body) // the client may be gone
}

func refuse(w http.ResponseWriter, status int, text string) {
	w.Header().Set("Cache-Control", "no-store")
	http.Error(w, "httpapi: "+text, status)
}
