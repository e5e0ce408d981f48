// Package conac is the norm of Mexico for package budget: the classifiers of
// the Consejo Nacional de Armonización Contable and the articles that bound a
// municipal budget.
//
// Start with Rules, which is what budget checks a plan with, and with Chapter,
// Item and Source, which name a code. Object and Fund tell more about one;
// Objects, Funds and SpendingTypes list them for a form.
//
// The classifier by object (clasificador por objeto del gasto, COG) is complete
// down to the generic item; CONAC harmonizes no further, and every entity sets
// its own specific items below. A code such as "36101" is therefore known by
// its first three digits. The package refuses to guess: a code that no list
// has is not known, and what nobody has compared with its source says so
// (norm.FromMemory).
//
// Spanish names are those of the classifiers. English names are ours, given to
// the chapters, the funds and the items a communication office buys; the
// English of the other items is empty and Label.In answers in Spanish.
//
// Nothing is computed at start and nothing is changed afterwards: all
// functions are safe for concurrent use.
package conac
