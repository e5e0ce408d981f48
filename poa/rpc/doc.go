// Package rpc is one JSON protocol for every host of a plan: the browser's engine, a
// Cloudflare Worker, a native server. Start with NewServer and Server.Call, from the
// bytes of a request to those of the response:
//
//	{"id":1,"method":"open","params":{…}}   →  {"id":1,"result":{…}}
//	                                        or {"id":1,"error":{"code":…,"message":…}}
//
// Call always returns a response and never panics: the response to an invalid request is
// an error with the id zero, and an internal fault has the code "internal". A request has
// at most MaxRequest bytes.
//
// A Server has one plan with its history: open, view, edit, undo, redo, save, report.
// After open only save returns the whole plan; the response to an edit has the parts that
// changed. The stateless methods (hello, new, check, analyze, calendar, parseDate,
// parseSpan, parseRule, yearlyRules, print, and open itself) need no open plan;
// Server.Stateless offers them alone, for hosts without sessions. A host adds methods
// with Options.Methods; those of stored plans (create, load and append) are in package
// httpapi, and their messages here.
//
// Texts are in package lang, and the official document in package report.
package rpc
