// Package rpc is one JSON protocol for every host of a plan: the browser's
// engine, a Cloudflare Worker, a native server. Start with NewServer and
// Server.Call, which takes the bytes of a request and returns those of the
// response:
//
//	{"id":1,"method":"open","params":{…}}   →  {"id":1,"result":{…}}
//	                                        or {"id":1,"error":{"code":…,"message":…}}
//
// Call always answers and never panics outward: what is not a request is
// answered with an error and the id zero, and a fault of our own with the code
// "internal". A request has at most MaxRequest bytes.
//
// A Server remembers one plan with its history: open, view, edit, undo, redo,
// save, report. After open no answer carries the whole plan but that of save;
// an edit answers with the parts that changed. The stateless methods (hello,
// new, check, analyze, calendar, parseDate, parseRule, print, and open itself) need no plan
// that was opened before, and are all that a host may offer which forgets between
// calls: Server.Stateless.
// A host adds methods of its own with Options.Methods; those of stored plans
// (create, load and append) have their types here and are in package httpapi.
//
// The package speaks no language of its own: package lang does, and package
// report writes the official document.
package rpc
