package input_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/input"
	"github.com/rumbo-mx/rumbo/poa/lang"
)

// checkError checks that an error has a code, shows at most a part of a long text, and has
// a sentence in each language.
func checkError(t *testing.T, text string, err error) {
	t.Helper()
	if err == nil {
		return
	}
	var e *input.Error
	require.True(t, errors.As(err, &e), "%q: %T", text, err)
	require.NotEmpty(t, e.Code())
	require.Less(t, len(err.Error()), 250)
	for _, tag := range lang.Languages() {
		sentence := lang.New(tag, nil).Error(err)
		require.NotEqual(t, err.Error(), sentence, "%s has no sentence in %s", e.Code(), tag)
		require.Less(t, len(sentence), 800)
	}
}

// TestErrors has what is wrong with a text, where, and what would be right.
func TestErrors(t *testing.T) {
	near := calendar.MustDate(2027, 1, 11)
	date := func(text string) error { _, err := input.Date(text, near); return err }
	span := func(text string) error { _, err := input.Span(text, near); return err }
	rule := func(text string) error { _, err := input.Rule(text); return err }
	money := func(text string) error { _, err := input.Money(text); return err }
	number := func(text string) error { _, err := input.Number(text); return err }
	formula := func(text string) error { _, err := input.Formula(text); return err }
	for _, c := range []struct {
		read   func(string) error
		text   string
		code   norm.Code
		es, en string
	}{
		{date, "03/15/2027", input.NotADate, "“03/15/2027” no es una fecha: el día va primero y no hay mes 15. ¿Es el 15 de marzo de 2027? Escriba, por ejemplo, 15/03/2027 o 15 de marzo.", "“03/15/2027” is not a date: the day comes first, and there is no month 15. Is it 15 March 2027? Write, for example, 15/03/2027 or 15 March."},
		{date, "15 de marzoo", input.NotADate, "“15 de marzoo” no es una fecha: no se entiende “marzoo”. Escriba, por ejemplo, 15/03/2027 o 15 de marzo.", "“15 de marzoo” is not a date: “marzoo” is not understood. Write, for example, 15/03/2027 or 15 March."},
		{date, "31/02/2027", input.NoSuchDay, "“31/02/2027” no existe en el calendario: el último día de ese mes es el 28 de febrero de 2027. Revise el día.", "“31/02/2027” does not exist in the calendar: the last day of that month is 28 February 2027. Check the day."},
		{date, "ene-27", input.MonthOrDay, "“ene-27” puede ser enero de 2027 o el 27 de enero de 2027: escriba el día completo, por ejemplo 15/03/2027.", "“ene-27” may be January 2027 or 27 January 2027: write the whole date, as in 15/03/2027."},
		{date, "15/03/2027 8:30 a. m.", input.NotMidnight, "“15/03/2027 8:30 a. m.” tiene una hora, 8:30 a. m.: escriba solo la fecha.", "“15/03/2027 8:30 a. m.” has a time, 8:30 a. m.: write only the date."},
		{date, "46461", input.SerialDate, "“46461” es el número con que una hoja de cálculo guarda el 15 de marzo de 2027: escriba la fecha.", "“46461” is the number by which a spreadsheet stores 15 March 2027: write the date."},
		{date, "lunes 16 de marzo de 2027", input.OtherWeekday, "“lunes 16 de marzo de 2027” no coincide: el 16 de marzo de 2027 es martes.", "“lunes 16 de marzo de 2027” has the wrong weekday: 16 March 2027 is a Tuesday."},
		{span, "9 al feriado", input.NotASpan, "“9 al feriado” no es un intervalo de fechas: no se entiende “feriado”. Escriba, por ejemplo, 13 al 15 de mayo.", "“9 al feriado” is not a range of dates: “feriado” is not understood. Write, for example, 13 to 15 May."},
		{date, " ", input.Missing, "Está en blanco: escriba, por ejemplo, 15 de marzo de 2027.", "It is blank: write, for example, 15 March 2027."},
		{date, "15/03/99", input.NotADate, "“15/03/99” no es una fecha: el año “99” no está completo. ¿Es el 15 de marzo de 1999? Escriba, por ejemplo, 15/03/2027 o 15 de marzo.", "“15/03/99” is not a date: the year “99” is not complete. Is it 15 March 1999? Write, for example, 15/03/2027 or 15 March."},
		{date, "15/03-2027", input.NotADate, "“15/03-2027” no es una fecha. ¿Es el 15 de marzo de 2027? Escriba, por ejemplo, 15/03/2027 o 15 de marzo.", "“15/03-2027” is not a date. Is it 15 March 2027? Write, for example, 15/03/2027 or 15 March."},
		{date, "2027/15/03", input.NotADate, "“2027/15/03” no es una fecha. ¿Es el 15 de marzo de 2027? Escriba, por ejemplo, 15/03/2027 o 15 de marzo.", "“2027/15/03” is not a date. Is it 15 March 2027? Write, for example, 15/03/2027 or 15 March."},
		{date, "27/03/15", input.TwoReadings, "“27/03/15” puede ser 27 de marzo de 2015 o 15 de marzo de 2027: escriba cada fecha con su día, el nombre del mes y el año de cuatro cifras.", "“27/03/15” may be 27 March 2015 or 15 March 2027: write each date with its day, the name of the month and a year of four digits."},
		{date, "ENE 27", input.MonthOrDay, "“ENE 27” puede ser enero de 2027 o el 27 de enero de 2027: escriba el día completo, por ejemplo 15/03/2027.", "“ENE 27” may be January 2027 or 27 January 2027: write the whole date, as in 15/03/2027."},
		{date, "Primer lunes de mayo", input.NotADate, "“Primer lunes de mayo” no es una fecha: es una regla anual, que cae el 3 de mayo de 2027. Escriba, por ejemplo, 15/03/2027 o 15 de marzo.", "“Primer lunes de mayo” is not a date: it is a yearly rule, which falls on 3 May 2027. Write, for example, 15/03/2027 or 15 March."},
		{date, "Viernes Santo", input.NotADate, "“Viernes Santo” no es una fecha: es una regla anual, que cae el 26 de marzo de 2027. Escriba, por ejemplo, 15/03/2027 o 15 de marzo.", "“Viernes Santo” is not a date: it is a yearly rule, which falls on 26 March 2027. Write, for example, 15/03/2027 or 15 March."},
		{date, "3 al 7 de mayo", input.NotADate, "“3 al 7 de mayo” no es una fecha: son varios días, 3 al 7 de mayo de 2027. Escriba, por ejemplo, 15/03/2027 o 15 de marzo.", "“3 al 7 de mayo” is not a date: it is several days, 3–7 May 2027. Write, for example, 15/03/2027 or 15 March."},
		{date, "15 de Márzoo", input.NotADate, "“15 de Márzoo” no es una fecha: no se entiende “Márzoo”. Escriba, por ejemplo, 15/03/2027 o 15 de marzo.", "“15 de Márzoo” is not a date: “Márzoo” is not understood. Write, for example, 15/03/2027 or 15 March."},
		{date, "15/03/2027 de 9:00 a 14:00", input.NotMidnight, "“15/03/2027 de 9:00 a 14:00” tiene una hora, 9:00 a 14:00: escriba solo la fecha.", "“15/03/2027 de 9:00 a 14:00” has a time, 9:00 a 14:00: write only the date."},
		{date, "46461.5", input.SerialDate, "“46461.5” es el número con que una hoja de cálculo guarda el 15 de marzo de 2027: escriba la fecha.", "“46461.5” is the number by which a spreadsheet stores 15 March 2027: write the date."},
		{span, "", input.Missing, "Está en blanco: escriba, por ejemplo, 15 de marzo de 2027.", "It is blank: write, for example, 15 March 2027."},
		{span, "La Fería", input.NotASpan, "“La Fería” no es un intervalo de fechas: no se entiende “Fería”. Escriba, por ejemplo, 13 al 15 de mayo.", "“La Fería” is not a range of dates: “Fería” is not understood. Write, for example, 13 to 15 May."},
		{span, "Niño al 7 de mayo", input.NotASpan, "“Niño al 7 de mayo” no es un intervalo de fechas: no se entiende “Niño”. Escriba, por ejemplo, 13 al 15 de mayo.", "“Niño al 7 de mayo” is not a range of dates: “Niño” is not understood. Write, for example, 13 to 15 May."},
		{span, "31/02 al 3/03", input.NoSuchDay, "En “31/02 al 3/03”: “31/02” no existe en el calendario: el último día de ese mes es el 28 de febrero de 2027. Revise el día.", "In “31/02 al 3/03”: “31/02” does not exist in the calendar: the last day of that month is 28 February 2027. Check the day."},
		{span, "Sábado 15 al 19 de marzo", input.OtherWeekday, "En “Sábado 15 al 19 de marzo”: “Sábado 15” no coincide: el 15 de marzo de 2027 es lunes.", "In “Sábado 15 al 19 de marzo”: “Sábado 15” has the wrong weekday: 15 March 2027 is a Monday."},
		{span, "46461 al 46470", input.SerialDate, "En “46461 al 46470”: “46461” es el número con que una hoja de cálculo guarda el 15 de marzo de 2027: escriba la fecha.", "In “46461 al 46470”: “46461” is the number by which a spreadsheet stores 15 March 2027: write the date."},
		{span, "31/02", input.NoSuchDay, "“31/02” no existe en el calendario: el último día de ese mes es el 28 de febrero de 2027. Revise el día.", "“31/02” does not exist in the calendar: the last day of that month is 28 February 2027. Check the day."},
		{span, "15/13/2027 al 20/04/2027", input.NotASpan, "“15/13/2027 al 20/04/2027” no es un intervalo de fechas: el día va primero y no hay mes 13. Escriba, por ejemplo, 13 al 15 de mayo.", "“15/13/2027 al 20/04/2027” is not a range of dates: the day comes first, and there is no month 13. Write, for example, 13 to 15 May."},
		{span, "15, 17 y 19 de marzo", input.NotASpan, "“15, 17 y 19 de marzo” no es un intervalo de fechas: falta el 16 de marzo de 2027, y los días deben ser seguidos. Escriba, por ejemplo, 13 al 15 de mayo.", "“15, 17 y 19 de marzo” is not a range of dates: 16 March 2027 is missing, and the days must follow each other. Write, for example, 13 to 15 May."},
		{span, "5 al 3 de mayo", input.ReversedSpan, "“5 al 3 de mayo” termina el 3 de mayo de 2027, antes de su inicio, el 5 de mayo de 2027. Si pasa de un mes o de un año a otro, escríbalo en las dos fechas.", "“5 al 3 de mayo” ends on 3 May 2027, before it starts on 5 May 2027. If it goes from one month or year to another, write it in both dates."},
		{span, "ene-27 - mar-27", input.TwoReadings, "“ene-27 - mar-27” puede ser 1 de enero al 31 de marzo de 2027 o 27 de enero al 27 de marzo de 2027: escriba cada fecha con su día, el nombre del mes y el año de cuatro cifras.", "“ene-27 - mar-27” may be 1 January – 31 March 2027 or 27 January – 27 March 2027: write each date with its day, the name of the month and a year of four digits."},
		{span, "Viernes Santo", input.NotASpan, "“Viernes Santo” no es un intervalo de fechas: es una regla anual, que cae el 26 de marzo de 2027. Escriba, por ejemplo, 13 al 15 de mayo.", "“Viernes Santo” is not a range of dates: it is a yearly rule, which falls on 26 March 2027. Write, for example, 13 to 15 May."},
		{rule, "primer lunes de mayoo", input.NotARule, "“primer lunes de mayoo” no es una regla anual: no se entiende “mayoo”: escriba, por ejemplo, 13 de mayo, primer lunes de mayo o Viernes Santo.", "“primer lunes de mayoo” is not a yearly rule: “mayoo” is not understood: write, for example, 13 May, first Monday of May or Good Friday."},
		{money, "", input.Missing, "Está en blanco, lo que no es cero: escriba el dato, o 0 si así corresponde.", "It is blank, which is not zero: write the value, or 0 if it is that."},
		{money, "12,34,567.00", input.BadGroups, "“12,34,567.00” no agrupa los miles de tres en tres. ¿Es $1,234,567.00? Escríbalo como 1,234.50 o sin separadores.", "“12,34,567.00” does not group its thousands by three digits. Is it $1,234,567.00? Write it as 1,234.50 or without separators."},
		{money, "1,234.505", input.FractionOfCentavo, "“1,234.505” tiene fracciones de centavo: escriba el importe con dos decimales.", "“1,234.505” has a fraction of a centavo: write the amount to two decimals."},
		{money, "-3.000", input.TwoReadings, "“-3.000” puede ser -$3,000.00 o -$3.00: escríbalo con coma en los miles y punto en los decimales.", "“-3.000” may be -$3,000.00 or -$3.00: write commas between thousands and a point before decimals."},
		{money, "1.234", input.TwoReadings, "“1.234” puede ser $1,234.00 o 1.234: escríbalo con coma en los miles y punto en los decimales.", "“1.234” may be $1,234.00 or 1.234: write commas between thousands and a point before decimals."},
		{money, "1e3", input.HasExponent, "“1e3” está en notación científica y puede haber perdido cifras: escriba el importe completo.", "“1e3” is in scientific notation and may have lost digits: write the whole amount."},
		{money, "#¡VALOR!", input.CellError, "“#¡VALOR!” es un error de la hoja de cálculo, no un importe: corrija la celda y vuelva a copiarla.", "“#¡VALOR!” is an error of the spreadsheet, not an amount: correct the cell and copy it again."},
		{money, "100 dólares", input.OtherCurrency, "“dólares” no está en pesos mexicanos: conviértalo y anote el tipo de cambio.", "“dólares” is not in Mexican pesos: convert it and note the exchange rate."},
		{money, "90071992547409.92", input.OutOfRange, "“90071992547409.92” rebasa las cifras que se pueden guardar: use una unidad mayor.", "“90071992547409.92” has more digits than can be stored: use a larger unit."},
		{money, "100 al mes", input.NotAnAmount, "“100 al mes” no es un importe: no se entiende “al”. Escriba, por ejemplo, 1234.50, $1,234.50 o 1.5 mdp.", "“100 al mes” is not an amount: “al” is not understood. Write, for example, 1234.50, $1,234.50 or 1.5 mdp."},
		{number, "", input.Missing, "Está en blanco, lo que no es cero: escriba el dato, o 0 si así corresponde.", "It is blank, which is not zero: write the value, or 0 if it is that."},
		{number, "≥ 95%", input.NotANumber, "“≥ 95%” no es un número: no se entiende “≥”. Escriba, por ejemplo, 1234.5, 6% o 1/3; si no hay dato, N/D.", "“≥ 95%” is not a number: “≥” is not understood. Write, for example, 1234.5, 6% or 1/3; N/D if there is no value."},
		{number, "3.500", input.TwoReadings, "“3.500” puede ser 3,500 o 3.5: escríbalo con coma en los miles y punto en los decimales.", "“3.500” may be 3,500 or 3.5: write commas between thousands and a point before decimals."},
		{number, "12,34,567", input.BadGroups, "“12,34,567” no agrupa los miles de tres en tres. Escríbalo como 1,234.50 o sin separadores.", "“12,34,567” does not group its thousands by three digits. Write it as 1,234.50 or without separators."},
		{number, "99999999999999999999", input.OutOfRange, "“99999999999999999999” rebasa las cifras que se pueden guardar: use una unidad mayor.", "“99999999999999999999” has more digits than can be stored: use a larger unit."},
		{formula, " ", input.Missing, "Está en blanco, lo que no es cero: escriba el dato, o 0 si así corresponde.", "It is blank, which is not zero: write the value, or 0 if it is that."},
		{formula, "Σ A/n", input.NotAFormula, "La fórmula no se puede leer a partir del carácter 1, “Σ”. La suma necesita sus límites: escríbalos en orden y dentro de una función, como en suma(V1..V6).", "The formula cannot be read from character 1, “Σ”. A sum needs its bounds: write them in order and inside a function, as in suma(V1..V6)."},
		{formula, "A/Α", input.NotAFormula, "La fórmula no se puede leer a partir del carácter 3, “Α”. Es una letra griega o cirílica, aunque se ve como latina: escríbala de nuevo con el teclado.", "The formula cannot be read from character 3, “Α”. It is a Greek or Cyrillic letter, although it looks like a Latin one: type it again with the keyboard."},
	} {
		err := c.read(c.text)
		assert.Equal(t, c.code, poa.CodeOf(err), c.text)
		assert.Equal(t, c.es, lang.New(lang.Spanish, nil).Error(err), c.text)
		assert.Equal(t, c.en, lang.New(lang.English, nil).Error(err), c.text)
		checkError(t, c.text, err)
	}
}

// The cost of a text is bounded, however long it is: a long one is refused unread.
func TestLongTexts(t *testing.T) {
	near := calendar.MustDate(2027, 1, 11)
	readers := map[string]func(string) error{
		"date":    func(text string) error { _, err := input.Date(text, near); return err },
		"span":    func(text string) error { _, err := input.Span(text, near); return err },
		"rule":    func(text string) error { _, err := input.Rule(text); return err },
		"money":   func(text string) error { _, err := input.Money(text); return err },
		"number":  func(text string) error { _, err := input.Number(text); return err },
		"formula": func(text string) error { _, err := input.Formula(text); return err },
	}
	for name, read := range readers {
		for _, unit := range []string{"1-", "x-", "3 al ", "ene y ", "1, ", "-1/3", "mar 4 - ", "ene-27 a "} {
			text := strings.Repeat(unit, 94/len(unit))
			allocations := testing.AllocsPerRun(1, func() { _ = read(text) })
			assert.Less(t, allocations, 7000.0, "%s %q", name, unit)
		}
		for _, unit := range []string{"1", "1,", "15 de marzo al ", "-", "(", "\u200b", "𝐴", "a\u0301", " "} {
			long, longer := strings.Repeat(unit, 1<<13), strings.Repeat(unit, 1<<16)
			assert.Error(t, read(long), "%s %q", name, unit)
			checkError(t, long, read(long))
			allocations := testing.AllocsPerRun(5, func() { _ = read(long) })
			assert.Equal(t, allocations, testing.AllocsPerRun(5, func() { _ = read(longer) }), "%s %q", name, unit)
		}
	}
}
