//go:build !(js && wasm)

package main

import (
	"fmt"
	"os"
)

// main explains how to build the engine, on a system where it cannot run.
func main() {
	fmt.Fprintln(os.Stderr, "engine: this program runs in WebAssembly only: build it with make engine")
	os.Exit(2)
}
