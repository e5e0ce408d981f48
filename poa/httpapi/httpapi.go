// Package httpapi serves the protocol of package rpc over HTTP, for a
// Cloudflare Worker, for wasm/serve and for anyone's own server. Start with
// New, which returns an http.Handler with two routes:
//
//	POST /api/call                          one rpc request in, its response out
//	GET  /api/calendar?profile=&year=&lang= the days off of a year
//
// Every request stands for itself: the stateless methods of rpc and, with a
// Store, those of stored plans. The handler holds no plan between requests and
// is safe for concurrent use.
//
// It knows no accounts: whoever may call is for the server around it to say.
// It never accepts the body of a plan that is stored already.
package httpapi

import (
	"errors"
	"io"
	"net/http"
	"strconv"

	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/rpc"
)

// New returns the handler. The options are those of rpc.
func New(env *poa.Env, options rpc.Options) http.Handler {
	h := &handler{env: env, options: options}
	mux := http.NewServeMux()
	mux.HandleFunc("POST /api/call", h.call)
	mux.HandleFunc("GET /api/calendar", h.calendar)
	return mux
}

type handler struct {
	env     *poa.Env
	options rpc.Options
}

// call answers with status 200 whatever the response says: an error of the
// protocol is an answer. Only what is not a request at all has another.
func (h *handler) call(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, rpc.MaxRequest))
	if err != nil {
		status := http.StatusBadRequest
		var tooLarge *http.MaxBytesError
		if errors.As(err, &tooLarge) {
			status = http.StatusRequestEntityTooLarge
		}
		http.Error(w, "httpapi: the request could not be read: "+err.Error(), status)
		return
	}
	reply(w, http.StatusOK, rpc.NewServer(h.env, h.options).Stateless(r.Context(), body))
}

// calendar answers with the result alone. A profile or year there is none of
// is the caller's mistake, status 400, with the error of the protocol.
func (h *handler) calendar(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	year, err := strconv.Atoi(q.Get("year"))
	if err != nil {
		http.Error(w, "httpapi: year is missing or no number: ask for ?profile=jalisco&year=2027", http.StatusBadRequest)
		return
	}
	params := rpc.CalendarParams{Profile: q.Get("profile"), Year: year, Context: rpc.Context{Language: q.Get("lang")}}
	body, ok := rpc.NewServer(h.env, h.options).Calendar(params)
	status := http.StatusOK
	if !ok {
		status = http.StatusBadRequest
	}
	reply(w, status, body)
}

func reply(w http.ResponseWriter, status int, body []byte) {
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_, _ = w.Write(body) // the client may be gone; there is nobody else to tell
}
