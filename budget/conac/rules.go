package conac

import (
	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// The publications in the official gazette of the texts we cite, none of them
// reformed since, and the day they were read in the consolidated laws of the Cámara
// de Diputados (LGCG to 2025-07-16, LDF to 2022-05-10, CPEUM to 2025-10-15).
const (
	lgcg    = "2008-12-31"
	ldf     = "2016-04-27"
	cpeum   = "2009-08-24" // art. 115 fr. IV, paragraph on municipal budgets
	checked = "2026-11-22"
)

// Rules returns the catalogue and the articles by which a Mexican municipality
// checks its budget: the moments of spending (LGCG art. 4; LDF art. 13, which binds
// municipalities by its art. 21), available income (CPEUM art. 115) and the
// supporting document of every posting (LGCG art. 42). Each call returns new Bases,
// which the caller may change.
func Rules() budget.Rules {
	return budget.Rules{
		Item: Item, Class: class, Source: sourceOrPart,
		Committed: &norm.Basis{
			Law: "LDF", Article: "13", Fraction: "I", Published: ldf, Status: norm.Sourced, Checked: checked,
			Note: "Sólo se compromete con suficiencia presupuestaria previa; obliga a los municipios por el artículo 21.",
		},
		Accrued: &norm.Basis{
			Law: "LGCG", Article: "4", Fraction: "XV", Published: lgcg, Status: norm.Sourced, Checked: checked,
			Note: "Se devenga lo recibido de conformidad y oportunamente contratado; también lo que deriva de leyes, resoluciones y sentencias definitivas.",
		},
		Exercised: &norm.Basis{
			Law: "LGCG", Article: "4", Fraction: "XVI", Published: lgcg, Status: norm.Sourced, Checked: checked,
			Note: "Se ejerce al emitir la cuenta por liquidar certificada, debidamente aprobada.",
		},
		Paid: &norm.Basis{
			Law: "LDF", Article: "13", Fraction: "IV", Published: ldf, Status: norm.Sourced, Checked: checked,
			Note: "Sólo se paga lo efectivamente devengado, registrado y contabilizado; obliga a los municipios por el artículo 21.",
		},
		Ceiling: &norm.Basis{
			Law: "CPEUM", Article: "115", Fraction: "IV", Published: cpeum, Status: norm.Sourced, Checked: checked,
			Note: "El ayuntamiento aprueba el presupuesto con base en sus ingresos disponibles; el techo es la parte que la tesorería asigna de ellos.",
		},
		Reversal: &norm.Basis{
			Law: "LGCG", Article: "42", Fraction: norm.NoFraction, Published: lgcg, Status: norm.Sourced, Checked: checked,
			Note: "Todo registro se respalda con la documentación original que lo compruebe y justifique.",
		},
	}
}

// class returns the name of a chapter or a concept.
func class(code string) (norm.Label, bool) {
	if o := find(code); o != nil && o.key%100 == 0 {
		return o.label(), true
	}
	return norm.Label{}, false
}

// sourceOrPart returns the name of a source or a group, or that of the source of a code
// below it: an entity divides the sources as it does the generic items.
func sourceOrPart(code string) (norm.Label, bool) {
	if len(code) > 2 && isDigits(code) {
		code = code[:2]
	}
	return Source(code)
}

// Classifier returns the basis of the classifier by object. The law requires
// classifiers; the names come from public source code of Mexican governments and
// were not compared with the gazette, so the status is norm.FromMemory.
func Classifier() norm.Basis {
	return norm.Basis{
		Law: "LGCG", Article: "41", Fraction: norm.NoFraction, Published: lgcg, Status: norm.FromMemory, Checked: checked,
		Note: "Clasificador por Objeto del Gasto del CONAC, con las reformas de 2010 a 2014; nombres no cotejados con el DOF.",
	}
}
