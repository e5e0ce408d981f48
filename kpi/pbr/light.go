package pbr

import (
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi"
	"github.com/rumbo-mx/rumbo/kpi/exact"
)

// Presets returns every preset, the default first: Communication, Apizaco,
// DteSppLights.
func Presets() []kpi.Preset {
	return []kpi.Preset{Communication(), Apizaco(), DteSppLights()}
}

// Preset returns the preset with that key.
func Preset(key string) (preset kpi.Preset, ok bool) {
	for _, p := range Presets() {
		if p.Key == key {
			return p, true
		}
	}
	return kpi.Preset{}, false
}

// Communication returns the preset for an office of social communication, key
// "communication": Apizaco's borders for the ascending and descending senses; for
// the regular one, symmetric borders at 10 % (the deviation that PbRM-08b requires
// a municipality to justify) and 30 %.
func Communication() kpi.Preset {
	return kpi.Preset{
		Key:    "communication",
		Name:   norm.Label{ES: "Comunicación social", EN: "Social communication"},
		Source: "github.com/kalel79/sima-apizaco b2962ffc; PbRM-08b (Estado de México)",
		Status: norm.FromMemory,
		Note: norm.Label{
			ES: "Propuesta de Rumbo: 70, 90 y 110 % como Apizaco; en sentido regular, ±10 % en meta y ±30 % en riesgo.",
			EN: "Rumbo's proposal: 70, 90 and 110 % as in Apizaco; for a regular sense, ±10 % on target and ±30 % at risk.",
		},
		Ascending:  oneSided(exact.Percent(70), exact.Percent(90), exact.Percent(110)),
		Descending: oneSided(exact.Percent(70), exact.Percent(90), exact.Percent(110)),
		Regular: []kpi.Band{
			{Light: kpi.LightBehind, To: exact.Percent(70), Edge: kpi.EdgeOpen},
			{Light: kpi.LightAtRisk, To: exact.Percent(90), Edge: kpi.EdgeOpen},
			{Light: kpi.LightOnTarget, To: exact.Percent(110), Edge: kpi.EdgeClosed},
			{Light: kpi.LightAtRisk, To: exact.Percent(130), Edge: kpi.EdgeClosed},
			{Light: kpi.LightBehind},
		},
	}
}

// Apizaco returns the preset of the system of Apizaco, Tlaxcala, key "apizaco":
// behind below 70 %, at risk below 90, on target from 90 to 110 inclusive, exceeded
// above. Exactly 110 % is on target in its code and exceeded in its SQL views; this
// preset follows the code.
func Apizaco() kpi.Preset {
	return kpi.Preset{
		Key:    "apizaco",
		Name:   norm.Label{ES: "Apizaco (70/90/110)", EN: "Apizaco (70/90/110)"},
		Source: "github.com/kalel79/sima-apizaco b2962ffc",
		Status: norm.Disputed,
		Note: norm.Label{
			ES: "El código usa > y las vistas SQL >= en 110 % exacto. Sólo define el sentido ascendente; en los demás se aplican los mismos límites al avance. Con meta cero toma el resultado como porcentaje; aquí se indica que no se programó.",
			EN: "Its code has > and its SQL views >= at exactly 110 %. It defines the ascending sense only; the others take the same borders of progress. For a target of zero it takes the result as the percentage; here it is reported as not programmed.",
		},
		Ascending:  oneSided(exact.Percent(70), exact.Percent(90), exact.Percent(110)),
		Descending: oneSided(exact.Percent(70), exact.Percent(90), exact.Percent(110)),
		Regular:    oneSided(exact.Percent(70), exact.Percent(90), exact.Percent(110)),
	}
}

// DteSppLights returns the preset of the DTE-SPP system of Oaxaca, key "dte-spp".
// Ascending: behind below 70 %, at risk below 90, on target from 90 to 130,
// exceeded above. For the descending sense the system compares the value with the
// target: exceeded below 70 % of it, on target from 70 to 100, at risk up to 130,
// behind above. Because progress is target ÷ value, the borders here are 10/13, 1
// and 10/7; a value of zero or less is below any share of the target, and exceeded.
func DteSppLights() kpi.Preset {
	return kpi.Preset{
		Key:    "dte-spp",
		Name:   norm.Label{ES: "DTE-SPP Oaxaca (70/90/130)", EN: "DTE-SPP Oaxaca (70/90/130)"},
		Source: "github.com/develeacid/dte-spp",
		Status: norm.Sourced,
		Note: norm.Label{
			ES: "El sobrecumplimiento es «rojo alto». No define el sentido regular; se aplican los límites del ascendente. Con meta cero siempre da rojo; aquí se indica que no se programó y, en sentido descendente, se compara el resultado con cero.",
			EN: "Exceeding is “high red”. It does not define the regular sense, which takes the ascending borders. A target of zero is always red there; here it is reported as not programmed and, in the descending sense, the result is compared with zero.",
		},
		Ascending: oneSided(exact.Percent(70), exact.Percent(90), exact.Percent(130)),
		Descending: []kpi.Band{
			{Light: kpi.LightBehind, To: over(10, 13), Edge: kpi.EdgeOpen},
			{Light: kpi.LightAtRisk, To: exact.Int(1), Edge: kpi.EdgeOpen},
			{Light: kpi.LightOnTarget, To: over(10, 7), Edge: kpi.EdgeClosed},
			{Light: kpi.LightExceeded},
		},
		Regular: oneSided(exact.Percent(70), exact.Percent(90), exact.Percent(130)),
	}
}

// oneSided returns the usual four bands. The borders of the first two belong to the
// band above, that of the third to its own band.
func oneSided(behind, risk, onTarget exact.Number) []kpi.Band {
	return []kpi.Band{
		{Light: kpi.LightBehind, To: behind, Edge: kpi.EdgeOpen},
		{Light: kpi.LightAtRisk, To: risk, Edge: kpi.EdgeOpen},
		{Light: kpi.LightOnTarget, To: onTarget, Edge: kpi.EdgeClosed},
		{Light: kpi.LightExceeded},
	}
}

// over returns num/den; neither may be zero.
func over(num, den int64) exact.Number {
	n, _ := exact.Ratio(num, den)
	return n
}
