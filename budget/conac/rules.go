package conac

import (
	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// Days on which the text we cite was printed, and on which it was last held
// against its source.
const (
	lgcg    = "2025-07-16" // last reform of the consolidated text
	ldf     = "2022-05-10" // last reform of the consolidated text
	checked = "2026-11-22"
)

// Rules returns the catalogue and the articles by which a Mexican municipality
// checks its budget: the moments of spending (LGCG art. 4; LDF art. 13, which
// binds municipalities by its art. 21), available income (CPEUM art. 115) and
// the paper behind every posting (LGCG art. 42). Each call returns Bases of its
// own, which the caller may change.
func Rules() budget.Rules {
	return budget.Rules{
		Item: Item,
		Committed: &norm.Basis{
			Law: "LDF", Article: "13", Fraction: "I", Published: ldf, Status: norm.Sourced, Checked: checked,
			Note: "Sólo se compromete con suficiencia presupuestaria; obliga a los municipios por el artículo 21.",
		},
		Accrued: &norm.Basis{
			Law: "LGCG", Article: "4", Fraction: "XV", Published: lgcg, Status: norm.Sourced, Checked: checked,
			Note: "Se devenga la obligación de pago por lo recibido de conformidad y oportunamente contratado.",
		},
		Exercised: &norm.Basis{
			Law: "LGCG", Article: "4", Fraction: "XVI", Published: lgcg, Status: norm.Sourced, Checked: checked,
			Note: "Se ejerce con la cuenta por liquidar certificada de lo devengado.",
		},
		Paid: &norm.Basis{
			Law: "LDF", Article: "13", Fraction: "IV", Published: ldf, Status: norm.Sourced, Checked: checked,
			Note: "Sólo se paga lo efectivamente devengado; el pago sigue al ejercido (LGCG art. 4 fr. XVII). Obliga a los municipios por el artículo 21.",
		},
		Ceiling: &norm.Basis{
			Law: "CPEUM", Article: "115", Fraction: "IV", Status: norm.FromMemory, Checked: checked,
			Note: "El ayuntamiento aprueba el presupuesto con base en sus ingresos disponibles; el techo es la parte que la tesorería asigna de ellos.",
		},
		Reversal: &norm.Basis{
			Law: "LGCG", Article: "42", Fraction: norm.NoFraction, Published: lgcg, Status: norm.Sourced, Checked: checked,
			Note: "Todo registro se respalda con la documentación que lo justifica.",
		},
	}
}

// Classifier returns what the classifier by object rests on. The names come
// from public source code of Mexican governments and were not compared with
// the gazette, so its status is from memory.
func Classifier() norm.Basis {
	return norm.Basis{
		Law: "LGCG", Article: "41", Fraction: norm.NoFraction, Status: norm.FromMemory, Checked: checked,
		Note: "Clasificador por Objeto del Gasto del CONAC, con las reformas de 2010 a 2014; nombres no cotejados con el DOF.",
	}
}
