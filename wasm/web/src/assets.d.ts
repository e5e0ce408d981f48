// Go's own loader, which make lays in public; it defines the global Go.
declare module '*/wasm_exec.js'
