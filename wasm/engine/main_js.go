//go:build js && wasm

// Command engine is the planner's engine for the browser: package rpc behind
// two exported functions, with bytes in and bytes out. Start reading in
// package rpc; here is only the bridge.
//
// A host that has started the program (its main never ends) makes a call in
// three steps:
//
//	address := buffer(n)   // room for a request of n bytes
//	…write the request there…
//	answer := call(n)      // address << 32 | length of the answer
//
// Memory may have grown in between, so a host looks at it afresh after each
// step. The answer stays until the next call. Calls do not nest and do not
// block; a host runs the engine in a worker of its own.
package main

import (
	"io"
	"unsafe"

	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/mexico"
	"github.com/rumbo-mx/rumbo/poa/report"
	"github.com/rumbo-mx/rumbo/poa/rpc"
	"github.com/rumbo-mx/rumbo/wasm/internal/release"
)

var (
	server *rpc.Server
	// request and answer are kept here so that the collector leaves alone the
	// memory whose addresses the host was given.
	request []byte
	answer  []byte
)

func main() {
	server = rpc.NewServer(mexico.Env(), rpc.Options{Version: release.Version, Report: official})
	select {}
}

// official writes the official document with blank lines to sign on.
func official(w io.Writer, a *poa.Analysis, language string) error {
	return report.Write(w, a, report.Options{Language: language})
}

//go:wasmexport buffer
func buffer(n uint32) uint32 {
	if int(n) > cap(request) {
		request = make([]byte, n)
	}
	return address(request[:cap(request)])
}

//go:wasmexport call
func call(n uint32) uint64 {
	answer = server.Call(request[:min(int(n), cap(request))])
	if cap(request) > keep {
		request = nil
	}
	return uint64(address(answer))<<32 | uint64(len(answer))
}

// keep is the size beyond which the room of a request is given back: that of a
// whole plan is needed once, that of an edit all the time.
const keep = 1 << 20

func address(b []byte) uint32 { return uint32(uintptr(unsafe.Pointer(unsafe.SliceData(b)))) }
