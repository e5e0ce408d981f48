package lang

// fixTexts are the labels of fixes, by code.
var fixTexts = []entry{
	{"fix.claim-exception", "Si la ley exceptúa la campaña, indicar la excepción: {exceptions}", "If the law exempts the campaign, mark the exception: {exceptions}"},
	{"fix.clear-period", "Dejarla sin periodo, porque abarca varios", "Leave it without a period, because it lasts several"},
	{"fix.drop-sign", "Quitar el signo: {amount}", "Remove the sign: {amount}"},
	{"fix.extend-period", "Ampliar el periodo: {start..end}", "Extend the period: {start..end}"},
	{"fix.fit-media", "Llevar a las fechas de la campaña lo que se difunde en la veda: {start..end}", "Move what runs in the blackout to the dates of the campaign: {start..end}"},
	{"fix.fit-period", "Ajustar las fechas al periodo: {start..end}", "Fit the dates to the period: {start..end}"},
	{"fix.fit-report-window", "Ajustar la difusión al plazo legal: {start..end}", "Fit the campaign to the legal window: {start..end}"},
	{"fix.fit-year", "Ajustar las fechas al ejercicio: {start..end}", "Fit the dates to the fiscal year: {start..end}"},
	{"fix.move-after-blackout", "Mover la campaña después de la veda: {start..end}", "Move the campaign after the blackout: {start..end}"},
	{"fix.move-before-blackout", "Mover la campaña antes de la veda: {start..end}", "Move the campaign before the blackout: {start..end}"},
	{"fix.plan-approved", "Repartir en los meses el presupuesto aprobado: {amount}", "Spread the approved budget over the months: {amount}"},
	{"fix.raise-ceiling", "Subir el techo a {ceiling}, si la tesorería lo autoriza", "Raise the ceiling to {ceiling}, if the treasury agrees"},
	{"fix.request-exception", "Solicitar la excepción a la autoridad electoral a más tardar el {requestBy}", "Ask the electoral authority for an exception by {requestBy}"},
	{"fix.set-inegi", "Usar la clave {value}: {town}", "Use the code {value}: {town}"},
	{"fix.set-municipality", "Cambiar el municipio: {town}", "Change the municipality: {town}"},
	{"fix.set-office-kind", "Poner la clase de oficina: {kind}", "Set the kind of office: {kind}"},
	{"fix.set-period", "Ponerla en el periodo “{period}”", "Put it in the period “{period}”"},
	{"fix.swap-dates", "Intercambiar las fechas", "Swap the dates"},
	{"fix.target-in-words", "Dejarla como meta en palabras: “{text}”", "Keep it as the target in words: “{text}”"},
	{"fix.use-calendar", "Usar el calendario “{calendar}”", "Use the calendar “{calendar}”"},
	{"fix.use-code", "Usar el código {code}", "Use the code {code}"},
	{"fix.use-light", "Usar el semáforo “{light}”", "Use the traffic light “{light}”"},
}
