// Command engine is the engine of the planner in the browser. It exports package rpc,
// which has the methods and messages, as two functions to JavaScript or any other host of
// WebAssembly:
//
//	buffer(n uint32) uint32   // address of n bytes of memory for a request
//	call(n uint32) uint64     // answers the request there: address<<32 | length
//
// make engine builds it into wasm/web/public, with wasm_exec.js, the loader of Go. Two
// imports and ten lines call it from Node; a browser fetches the two files instead:
//
//	import { readFileSync } from 'node:fs'
//	import './wasm/web/public/wasm_exec.js'
//
//	const go = new Go()
//	const { instance } = await WebAssembly.instantiate(readFileSync('wasm/web/public/engine.wasm'), go.importObject)
//	go.run(instance)
//	const { mem, buffer, call } = instance.exports
//	const rpc = (method, params = {}) => {
//	  const request = new TextEncoder().encode(JSON.stringify({ id: 1, method, params })), address = buffer(request.length)
//	  new Uint8Array(mem.buffer, address, request.length).set(request)
//	  const answer = call(request.length)
//	  return JSON.parse(new TextDecoder().decode(new Uint8Array(mem.buffer, Number(answer >> 32n), Number(answer & 0xffffffffn))))
//	}
//	console.log(rpc('parseDate', { text: '15 mar', near: '2027-01-11' }).result.date)
//
// # Contract
//
// The host starts the program once and calls run, which does not return; call works as
// soon as run was called. Both functions block: a browser runs the engine in a Web Worker.
// Calls must not overlap.
//
// A request and its response are UTF-8 JSON, as package rpc describes them. Every call has
// a response; a request that cannot be read has one with id 0. The memory may grow during
// buffer and call, so the host makes a new view of mem after each. The response is valid
// until the next call.
//
// The engine has no clock: the host passes today in the context of open. It holds one plan
// at a time, from open on; the host checks the field protocol of hello before. If run
// returns or call throws, the engine has stopped: the host starts another and opens the
// plan again, from its document and the journal entries that it has kept. The engine
// writes its own errors to the console.
package main
