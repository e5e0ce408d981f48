// Package conac holds the norm of Mexico for package budget: the classifiers of the
// Consejo Nacional de Armonización Contable and the articles of law that limit a
// municipal budget.
//
// Start with Rules, which validates the budget of a plan, and with Chapter, Item
// and Source, which return the name of a code. Object and FundingSourceOf return
// more about one; Objects, Funds and SpendingTypes list them for a form.
//
// The classifier by object (clasificador por objeto del gasto, COG) is complete
// down to the generic item. CONAC harmonizes no further, and every entity defines
// its own specific items below. A code such as "36101" is therefore found by its
// first three digits. A code that no list has is unknown, and a name that was not
// compared with its source has the status norm.FromMemory.
//
// Spanish names are those of the classifiers. English names are ours; only the
// chapters, the funds and the items that a communication office buys have one. For
// other items the English name is empty and Label.In returns the Spanish one.
//
// The tables are never modified: all functions are safe for concurrent use.
package conac
