//go:build js && wasm

// Command worker is the planner on Cloudflare. It serves the API of package httpapi
// without a store; Cloudflare serves the page of wasm/web as static files. Start reading
// in package httpapi; wrangler.jsonc has the configuration, and _headers the HTTP headers
// of the files.
//
//	make worker && cd wasm/worker && npx wrangler deploy
//
// Every request runs in a new instance of the program, so that no plan remains after the
// response.
package main

import (
	"io"
	"net/http"

	"github.com/syumai/workers"

	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/httpapi"
	"github.com/rumbo-mx/rumbo/poa/mexico"
	"github.com/rumbo-mx/rumbo/poa/report"
	"github.com/rumbo-mx/rumbo/wasm/internal/release"
)

// maxBody is the maximum length of a request in bytes. It is enough for a plan of ten
// thousand activities, and several copies fit in the 128 MB of an instance.
const maxBody = 8 << 20

func main() {
	workers.Serve(httpapi.New(mexico.Env(), httpapi.Options{
		Version: release.Version,
		MaxBody: maxBody,
		Log:     func(_ *http.Request, err error) { println("rumbo:", err.Error()) }, // to the log of the Worker
		Report: func(w io.Writer, a *poa.Analysis, language string) error {
			return report.Write(w, a, report.Options{Language: language})
		},
	}))
}
