//go:build js && wasm

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
	// request and answer are global so that the memory whose addresses the host has
	// is not collected.
	request []byte
	answer  []byte
)

func main() {
	server = rpc.NewServer(mexico.Env(), rpc.Options{Version: release.Version, Report: writeReport, Failed: logFailure})
	select {}
}

// writeReport writes the official document with blank signature lines.
func writeReport(w io.Writer, a *poa.Analysis, language string) error {
	return report.Write(w, a, report.Options{Language: language})
}

// logFailure writes the errors of the program itself to the console.
func logFailure(method string, err error) {
	if rpc.HostError(err) {
		println("rumbo:", method, err.Error())
	}
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
	if cap(request) > maxReused {
		request = nil
	}
	return uint64(address(answer))<<32 | uint64(len(answer))
}

// maxReused is the maximum capacity of a request buffer that is kept for the next call.
// Edits are frequent, but a whole plan is sent only once.
const maxReused = 1 << 20

func address(b []byte) uint32 { return uint32(uintptr(unsafe.Pointer(unsafe.SliceData(b)))) }
