// Package importers has no code of its own: its tests are five programs that use the
// library from outside, as a municipal program does. They compile and run with the tests
// of the module.
//
//   - database: dates, spans, money and enums as values of database/sql
//   - json: documents, findings and results in the program's own JSON
//   - own check and profile: what a town adds to the norm of Mexico, in an Env
//   - own store: a store.Store over a folder of files, which passes poa/storetest
//   - mounted handler: poa/httpapi under a prefix, behind the program's own sign-in
package importers
