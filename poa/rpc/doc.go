// Package rpc implements the JSON protocol of a plan, for every host: the engine in
// the browser, a Cloudflare Worker, a native server. Start with NewServer and
// Server.Call, which takes the bytes of a request and returns those of the
// response:
//
//	{"id":1,"method":"open","params":{…}}   →  {"id":1,"result":{…}}
//	                                        or {"id":1,"error":{"code":…,"message":…}}
//
// Call always returns a response and does not panic. The response to an invalid
// request is an error with id 0; a panic in a method becomes an error with the code
// "internal". A request has at most MaxRequest bytes.
//
// # Bounds
//
// Beyond a bound the response is an error with a code that names it, and the plan is
// unchanged:
//
//	a request                       MaxRequest bytes     too-large
//	a response                      MaxAnswer bytes      answer-too-large
//	commands of a step              MaxCommands          too-many-commands
//	a typed text                    MaxText bytes        text-too-long
//	the time of a call              Options.Expired      timeout
//	the steps to undo               Options.Undo         the oldest are forgotten
//
// The lists of a response are windows: of a view, at most MaxRows activities,
// MaxFindings findings, MaxDue due items and MaxListed elements of each other list, and
// MaxListBytes of each list (View.Omitted names those that have more); of check, at most MaxRows findings from the
// position that Rows has. Their counts and totals are those of the whole plan. So the
// length of a response depends on the windows, and otherwise only save, new and report
// return as much as the document has; report lists the first elements of long lists
// (report.Options.Rows). The result of edit repeats at most MaxEcho bytes of commands,
// that of undo and redo has the commands of the step. If a response is too large, the edit
// has not happened. A call needs memory for the document, its analysis
// and the response. It takes time in proportion to the document and the commands, and for a
// command that removes an element or adds a record once more to the document.
//
// Options.Expired is asked after each thousand elements that a call decodes, analyzes or
// edits, and for each 16 KiB of a report. Not interrupted are the scan of a request, the
// encoding of a response and of one command, each of the sums of the budget and the due
// measurements: each visits the document once, a fraction of a second at the limits.
//
// # Sessions
//
// A Server holds one plan and its history, for open, view, edit, undo, redo, save and
// report. Only save returns the whole document; edit, undo and redo return the parts
// of the view that changed. The stateless methods (hello, new, check, analyze, print,
// calendar, yearlyRules, open itself, and those that parse what people type: parseDate,
// parseSpan, parseRule, parseMoney, parseNumber, parseFormula) do not need an open plan. A host that keeps no state between calls must use Server.Stateless,
// which answers only these.
//
// Options.Methods adds methods of the host. The parameters and results of those of
// stored plans (create, load and append) are here, their implementation in package
// httpapi.
//
// The package has no texts of its own: they are in package lang. Package report writes
// the official document.
package rpc
