// Package conac is the norm of Mexico for package budget: the classifiers of
// the Consejo Nacional de Armonización Contable and the articles that bound a
// municipal budget.
//
// Start with Rules, by which budget checks a plan, and with Chapter, Item and Source,
// which return the name of a code. Object and FundingSource have more about one; Objects,
// Funds and SpendingTypes list them.
//
// The classifier by object (clasificador por objeto del gasto, COG) is complete down to
// the generic item; CONAC harmonizes no further, and every entity sets its own specific
// items below. A code such as "36101" is therefore known by its first three digits. The
// package does not guess: a code that no list has is unknown, and names that were not
// compared with their source are norm.FromMemory.
//
// Spanish names are those of the classifiers. English names are ours: those of the
// chapters, the funds and the items that a communication office buys; the other items
// have none, and Label.In returns the Spanish one.
//
// Nothing is computed at start and nothing is changed afterwards: all
// functions are safe for concurrent use.
package conac
