package conac

import "github.com/rumbo-mx/rumbo/calendar/norm"

// FundingSource is a class of the classifier by source (clasificador por fuentes de
// financiamiento, CFF).
type FundingSource struct {
	// Code has one digit for a group, two for a source.
	Code string
	Name norm.Label
	// Earmarked reports whether the law determines what it is spent on (gasto
	// etiquetado; LDF art. 2-XVI).
	Earmarked bool
	// Former is the code the source had in the classifier of 2013.
	Former string
	// Status states whether the name was compared with its source.
	Status norm.Status
}

var cff = [...]FundingSource{
	{"1", norm.Label{ES: "No etiquetado", EN: "Not earmarked"}, false, "", norm.Sourced},
	{"11", norm.Label{ES: "Recursos fiscales", EN: "Tax revenue"}, false, "1", norm.Sourced},
	{"12", norm.Label{ES: "Financiamientos internos", EN: "Domestic borrowing"}, false, "2", norm.Sourced},
	{"13", norm.Label{ES: "Financiamientos externos", EN: "Foreign borrowing"}, false, "3", norm.Sourced},
	{"14", norm.Label{ES: "Ingresos propios", EN: "Own income"}, false, "4", norm.Sourced},
	{"15", norm.Label{ES: "Recursos federales", EN: "Federal funds"}, false, "5", norm.Sourced},
	{"16", norm.Label{ES: "Recursos estatales", EN: "State funds"}, false, "6", norm.Sourced},
	{"17", norm.Label{ES: "Otros recursos de libre disposición", EN: "Other freely available funds"}, false, "7", norm.FromMemory},
	{"2", norm.Label{ES: "Etiquetado", EN: "Earmarked"}, true, "", norm.Sourced},
	{"25", norm.Label{ES: "Recursos federales", EN: "Federal funds"}, true, "5", norm.Sourced},
	{"26", norm.Label{ES: "Recursos estatales", EN: "State funds"}, true, "6", norm.Sourced},
	{"27", norm.Label{ES: "Otros recursos de transferencias federales etiquetadas", EN: "Other funds from earmarked federal transfers"}, true, "7", norm.FromMemory},
}

// Source returns the name of a source ("15") or of a group ("1").
func Source(code string) (norm.Label, bool) {
	f, ok := FundingSourceOf(code)
	return f.Name, ok
}

// FundingSourceOf returns the source or group with that code.
func FundingSourceOf(code string) (FundingSource, bool) {
	for i := range cff {
		if cff[i].Code == code {
			return cff[i], true
		}
	}
	return FundingSource{}, false
}

// Funds yields the two groups, each before its sources.
func Funds(yield func(FundingSource) bool) {
	for _, f := range cff {
		if !yield(f) {
			return
		}
	}
}

// spending holds the types of spending by code, "1" first.
var spending = [...]norm.Label{
	{ES: "Gasto corriente", EN: "Current spending"},
	{ES: "Gasto de capital", EN: "Capital spending"},
	{ES: "Amortización de la deuda y disminución de pasivos", EN: "Repayment of debt and reduction of liabilities"},
	{ES: "Pensiones y jubilaciones", EN: "Pensions and retirement"},
	{ES: "Participaciones", EN: "Shares to other governments"},
}

// SpendingType returns the name of a type of spending, "1" to "5"
// (clasificador por tipo de gasto).
func SpendingType(code string) (norm.Label, bool) {
	if len(code) != 1 || code[0] < '1' || int(code[0]-'1') >= len(spending) {
		return norm.Label{}, false
	}
	return spending[code[0]-'1'], true
}

// SpendingTypes yields the types of spending with their codes, in order.
func SpendingTypes(yield func(code string, name norm.Label) bool) {
	for i, name := range spending {
		if !yield(string(rune('1'+i)), name) {
			return
		}
	}
}
