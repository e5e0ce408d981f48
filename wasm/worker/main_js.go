//go:build js && wasm

// Command worker is the planner on Cloudflare: the page of wasm/web as static files,
// which Cloudflare serves by itself, and the API of package httpapi without a store.
// Start reading in package httpapi; wrangler.jsonc has the layout, and _headers the
// headers of the files.
//
//	make worker && cd wasm/worker && npx wrangler deploy
//
// Every request has its own instance of the program, so that there is no state between
// two: a plan comes with the request.
package main

import (
	"io"

	"github.com/syumai/workers"

	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/httpapi"
	"github.com/rumbo-mx/rumbo/poa/mexico"
	"github.com/rumbo-mx/rumbo/poa/report"
	"github.com/rumbo-mx/rumbo/wasm/internal/release"
)

// maxBody is the greatest length of a request in bytes, a fraction of the 128 MB of an
// instance: a plan of ten thousand activities fits.
const maxBody = 8 << 20

func main() {
	workers.Serve(httpapi.New(mexico.Env(), httpapi.Options{
		Version: release.Version,
		MaxBody: maxBody,
		Report: func(w io.Writer, a *poa.Analysis, language string) error {
			return report.Write(w, a, report.Options{Language: language})
		},
	}))
}
