// The loader of the Go distribution, copied to public by make; it defines the global Go.
declare module '*/wasm_exec.js'
