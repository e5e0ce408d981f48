//go:build js && wasm

// Command worker is the planner on Cloudflare: the page of wasm/web as static
// files, which Cloudflare serves by itself, and the API of package httpapi
// without a store. Start reading in package httpapi; wrangler.jsonc says what
// goes where, and _headers what browsers are told about the files.
//
//	make worker && cd wasm/worker && npx wrangler deploy
//
// Every request gets an instance of the program of its own, so nothing is kept
// between two: a plan comes with the call and is forgotten with the answer.
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

// maxBody bounds a request in bytes, well below what an instance's memory of
// 128 MB holds several times over: a plan of ten thousand activities fits.
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
