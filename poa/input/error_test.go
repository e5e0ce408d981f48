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
		{span, "Ñandú al 7 de mayo", input.NotASpan, "“Ñandú al 7 de mayo” no es un intervalo de fechas: no se entiende “Ñandú”. Escriba, por ejemplo, 13 al 15 de mayo.", "“Ñandú al 7 de mayo” is not a range of dates: “Ñandú” is not understood. Write, for example, 13 to 15 May."},
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
		{rule, "", input.Missing, "Está en blanco: escriba la regla, por ejemplo: cada 13 de mayo.", "It is blank: write the rule, for example: each 13 May."},
		{rule, "05-12", input.TwoReadings, "“05-12” puede ser cada 5 de diciembre o cada 12 de mayo: escriba cuál de los dos, con el mes en letra.", "“05-12” may be each 5 December or each 12 May: write which of them, with the month in words."},
		{rule, "Día de la Constitución", input.TwoReadings, "“Día de la Constitución” puede ser el primer lunes de febrero o cada 5 de febrero: escriba cuál de los dos, con el mes en letra.", "“Día de la Constitución” may be the first Monday of February or each 5 February: write which of them, with the month in words."},
		{rule, "ene-27", input.MonthOrDay, "“ene-27” puede ser enero de 2027 o cada 27 de enero: si es cada año, escríbalo así.", "“ene-27” may be January 2027 or each 27 January: if it is every year, write it so."},
		{rule, "31 de abril", input.NoSuchDay, "“31 de abril” no existe en el calendario: ese mes llega al día 30. Revise el día.", "“31 de abril” does not exist in the calendar: that month goes up to day 30. Check the day."},
		{rule, "13 de mayo de 2027", input.RuleHasYear, "“13 de mayo de 2027” es de un solo año (2027), y una regla vale para todos los años: quite el año y escriba cada 13 de mayo, o anótela como fecha.", "“13 de mayo de 2027” is of one year (2027), and a rule is for every year: leave out the year and write each 13 May, or enter it as a date."},
		{rule, "martes 13 de mayo", input.RuleHasWeekday, "“martes 13 de mayo” tiene día de la semana, y esa fecha no cae en martes todos los años: quítelo.", "“martes 13 de mayo” has a weekday, and the date is not a Tuesday every year: leave it out."},
		{rule, "primer lunes", input.RuleLacksMonth, "A “primer lunes” le falta el mes: escriba, por ejemplo, 13 de mayo o primer lunes de mayo.", "“primer lunes” has no month: write, for example, 13 May or first Monday of May."},
		{rule, "mayo", input.RuleLacksDay, "“mayo” no dice qué día: escriba, por ejemplo, 13 de mayo, todo mayo, o jueves y viernes santo.", "“mayo” has no day: write, for example, 13 May, all May, or Good Friday."},
		{rule, "lunes de mayo", input.RuleWhichWeekday, "“lunes de mayo” no dice cuál lunes del mes: escriba, por ejemplo, primer, segundo o último.", "“lunes de mayo” does not say which Monday of the month: write, for example, first, second or last."},
		{rule, "sexto lunes de mayo", input.RuleNoSuchWeekday, "“sexto lunes de mayo” no existe: ningún mes tiene más de cinco veces el lunes. Escriba primer, segundo, tercer, cuarto, quinto o último.", "“sexto lunes de mayo” does not exist: no month has more than five of Monday. Write first, second, third, fourth, fifth or last."},
		{rule, "último viernes de mes", input.RuleNotYearly, "“último viernes de mes” se repite varias veces en el año, y una regla anual es de un solo mes: haga una para cada mes, por ejemplo, último viernes de mayo.", "“último viernes de mes” repeats within the year, and a yearly rule is of one month: make one for each month, such as last Friday of May."},
		{rule, "el lunes siguiente al 5 de mayo", input.RuleNotFixed, "“el lunes siguiente al 5 de mayo” depende del día de la semana en que cae otra fecha, de los días hábiles o de los años bisiestos, y no se puede escribir como regla anual: escriba, por ejemplo, segundo lunes de mayo, o anote la fecha de cada año.", "“el lunes siguiente al 5 de mayo” depends on the weekday of another date, on business days or on leap years, and cannot be a yearly rule: write, for example, second Monday of May, or enter the date of each year."},
		{rule, "24 y 31 de diciembre", input.RuleNotARun, "“24 y 31 de diciembre” son días que no van seguidos: haga una regla para cada uno.", "“24 y 31 de diciembre” are days that do not follow each other: make a rule for each."},
		{rule, "25 de febrero al 3 de marzo", input.RuleLengthVaries, "“25 de febrero al 3 de marzo” incluye o cruza el 29 de febrero, así que no dura lo mismo todos los años: haga una regla hasta el 28 de febrero y otra desde el 1 de marzo.", "“25 de febrero al 3 de marzo” includes or crosses 29 February, so that it is longer in leap years: make one rule up to 28 February and another from 1 March."},
		{rule, "13 de mayo, 400 días", input.RuleLength, "“13 de mayo, 400 días” no tiene un número de días válido: una regla dura de 2 a 300 días seguidos.", "“13 de mayo, 400 días” does not have a valid number of days: a rule lasts 2 to 300 days in a row."},
		{rule, "1 de octubre cada 6 años", input.RuleLacksFirstYear, "“1 de octubre cada 6 años” no dice desde qué año se cuenta: escriba, por ejemplo, 1 de octubre, cada 6 años a partir de 2024.", "“1 de octubre cada 6 años” does not say from which year it is counted: write, for example, 1 October, every 6 years from 2024."},
		{rule, "12/25", input.NotARule, "“12/25” no es una regla anual: el día va primero y no hay mes 25 (¿es cada 25 de diciembre?): escriba, por ejemplo, 13 de mayo, primer lunes de mayo o Viernes Santo.", "“12/25” is not a yearly rule: the day comes first, and there is no month 25 (is it each 25 December?): write, for example, 13 May, first Monday of May or Good Friday."},
		{rule, "Día de la Conmemoráción", input.NotARule, "“Día de la Conmemoráción” no es una regla anual: escriba, por ejemplo, 13 de mayo, primer lunes de mayo o Viernes Santo.", "“Día de la Conmemoráción” is not a yearly rule: write, for example, 13 May, first Monday of May or Good Friday."},
		{money, "", input.Missing, "Está en blanco, lo que no es cero: escriba el dato, o 0 si así corresponde.", "It is blank, which is not zero: write the value, or 0 if it is that."},
		{money, "12,34,567.00", input.BadGroups, "“12,34,567.00” no agrupa los miles de tres en tres. ¿Es $1,234,567.00? Escríbalo como 1,234.50 o sin separadores.", "“12,34,567.00” does not group its thousands by three digits. Is it $1,234,567.00? Write it as 1,234.50 or without separators."},
		{money, "1,234.505", input.FractionOfCentavo, "“1,234.505” tiene fracciones de centavo: escriba el importe con dos decimales.", "“1,234.505” has a fraction of a centavo: write the amount to two decimals."},
		{money, "-3.000", input.TwoReadings, "“-3.000” puede ser -$3,000.00 o -$3.00: escríbalo con coma en los miles y punto en los decimales.", "“-3.000” may be -$3,000.00 or -$3.00: write commas between thousands and a point before decimals."},
		{money, "1.234", input.TwoReadings, "“1.234” puede ser $1,234.00 o 1.234: escríbalo con coma en los miles y punto en los decimales.", "“1.234” may be $1,234.00 or 1.234: write commas between thousands and a point before decimals."},
		{money, "1e3", input.HasExponent, "“1e3” está en notación científica y puede haber perdido cifras: escriba el importe completo.", "“1e3” is in scientific notation and may have lost digits: write the whole amount."},
		{money, "#¡VALOR!", input.CellError, "“#¡VALOR!” es un error de la hoja de cálculo, no un importe: corrija la celda y vuelva a copiarla.", "“#¡VALOR!” is an error of the spreadsheet, not an amount: correct the cell and copy it again."},
		{money, "100 dólares", input.OtherCurrency, "“dólares” no está en pesos mexicanos, que son los únicos que se leen: conviértalo y anote el tipo de cambio.", "“dólares” is not in Mexican pesos, the only currency that is read: convert it and note the exchange rate."},
		{money, "90071992547409.92", input.OutOfRange, "“90071992547409.92” rebasa las cifras que se pueden guardar: use una unidad mayor.", "“90071992547409.92” has more digits than can be stored: use a larger unit."},
		{money, "100 al mes", input.NotAnAmount, "“100 al mes” no es un importe: no se entiende “al”. Escriba, por ejemplo, 1234.50, $1,234.50 o 1.5 mdp.", "“100 al mes” is not an amount: “al” is not understood. Write, for example, 1234.50, $1,234.50 or 1.5 mdp."},
		{number, "", input.Missing, "Está en blanco, lo que no es cero: escriba el dato, o 0 si así corresponde.", "It is blank, which is not zero: write the value, or 0 if it is that."},
		{number, "≥ 95%", input.NotExact, "“≥ 95%” es un límite o una aproximación, por “≥”: escriba solo el número exacto.", "“≥ 95%” is a limit or an approximation, because of “≥”: write only the exact number."},
		{number, "3.500", input.TwoReadings, "“3.500” puede ser 3,500 o 3.5: escríbalo con coma en los miles y punto en los decimales.", "“3.500” may be 3,500 or 3.5: write commas between thousands and a point before decimals."},
		{number, "12,34,567", input.BadGroups, "“12,34,567” no agrupa los miles de tres en tres. ¿Es 1,234,567? Escríbalo como 1,234.50 o sin separadores.", "“12,34,567” does not group its thousands by three digits. Is it 1,234,567? Write it as 1,234.50 or without separators."},
		{number, "99999999999999999999", input.OutOfRange, "“99999999999999999999” rebasa las cifras que se pueden guardar: use una unidad mayor.", "“99999999999999999999” has more digits than can be stored: use a larger unit."},
		{money, "12,34,56", input.BadGroups, "“12,34,56” no agrupa los miles de tres en tres. Escríbalo como 1,234.50 o sin separadores.", "“12,34,56” does not group its thousands by three digits. Write it as 1,234.50 or without separators."},
		{money, "1.23.456", input.BadGroups, "“1.23.456” no agrupa los miles de tres en tres. Escríbalo como 1,234.50 o sin separadores.", "“1.23.456” does not group its thousands by three digits. Write it as 1,234.50 or without separators."},
		{money, "1,234,56", input.BadGroups, "“1,234,56” no agrupa los miles de tres en tres. Escríbalo como 1,234.50 o sin separadores.", "“1,234,56” does not group its thousands by three digits. Write it as 1,234.50 or without separators."},
		{money, "-12,34,567", input.BadGroups, "“-12,34,567” no agrupa los miles de tres en tres. Escríbalo como 1,234.50 o sin separadores.", "“-12,34,567” does not group its thousands by three digits. Write it as 1,234.50 or without separators."},
		{number, "12,34,56", input.BadGroups, "“12,34,56” no agrupa los miles de tres en tres. Escríbalo como 1,234.50 o sin separadores.", "“12,34,56” does not group its thousands by three digits. Write it as 1,234.50 or without separators."},
		{number, "1.23.456", input.BadGroups, "“1.23.456” no agrupa los miles de tres en tres. Escríbalo como 1,234.50 o sin separadores.", "“1.23.456” does not group its thousands by three digits. Write it as 1,234.50 or without separators."},
		{number, "1,234,56", input.BadGroups, "“1,234,56” no agrupa los miles de tres en tres. Escríbalo como 1,234.50 o sin separadores.", "“1,234,56” does not group its thousands by three digits. Write it as 1,234.50 or without separators."},
		{number, "-12,34,567", input.BadGroups, "“-12,34,567” no agrupa los miles de tres en tres. Escríbalo como 1,234.50 o sin separadores.", "“-12,34,567” does not group its thousands by three digits. Write it as 1,234.50 or without separators."},
		{money, "N/A", input.NoAmount, "“N/A” dice que no hay dato, y no es un importe: deje el importe en blanco, o escriba 0 si no hay gasto.", "“N/A” says that there is no value, and is not an amount: leave the amount blank, or write 0 if nothing is spent."},
		{money, "1 1/2", input.NotAnAmount, "“1 1/2” no es un importe: no se entiende “1/2”. Escriba, por ejemplo, 1234.50, $1,234.50 o 1.5 mdp.", "“1 1/2” is not an amount: “1/2” is not understood. Write, for example, 1234.50, $1,234.50 or 1.5 mdp."},
		{money, "$100 USD", input.OtherCurrency, "“USD” no está en pesos mexicanos, que son los únicos que se leen: conviértalo y anote el tipo de cambio.", "“USD” is not in Mexican pesos, the only currency that is read: convert it and note the exchange rate."},
		{money, "50¢", input.OtherCurrency, "“¢” no está en pesos mexicanos, que son los únicos que se leen: conviértalo y anote el tipo de cambio.", "“¢” is not in Mexican pesos, the only currency that is read: convert it and note the exchange rate."},
		{money, "$1,234.50 (mil doscientos pesos 50/100 M.N.)", input.WordsDisagree, "“$1,234.50 (mil doscientos pesos 50/100 M.N.)” tiene dos valores, $1,234.50 en cifra y $1,200.50 en lo que sigue: deje solo el correcto.", "“$1,234.50 (mil doscientos pesos 50/100 M.N.)” has two values, $1,234.50 in figures and $1,200.50 in what follows: leave only the right one."},
		{money, "-$5.00 (seis pesos)", input.WordsDisagree, "“-$5.00 (seis pesos)” tiene dos valores, -$5.00 en cifra y -$6.00 en lo que sigue: deje solo el correcto.", "“-$5.00 (seis pesos)” has two values, -$5.00 in figures and -$6.00 in what follows: leave only the right one."},
		{money, "$1,234.00 pesos 50/100 M.N.", input.WordsDisagree, "“$1,234.00 pesos 50/100 M.N.” tiene dos valores, $1,234.00 en cifra y $1,234.50 en lo que sigue: deje solo el correcto.", "“$1,234.00 pesos 50/100 M.N.” has two values, $1,234.00 in figures and $1,234.50 in what follows: leave only the right one."},
		{money, "Hasta $50,000", input.NotExact, "“Hasta $50,000” es un límite o una aproximación, por “Hasta”: escriba solo el número exacto.", "“Hasta $50,000” is a limit or an approximation, because of “Hasta”: write only the exact number."},
		{number, "5×2", input.MoreNumbers, "“5×2” tiene más de un número, a partir de “×2”: escriba uno solo.", "“5×2” has more than one number, from “×2” on: write only one."},
		{number, "3 de 5", input.MoreNumbers, "“3 de 5” tiene más de un número, a partir de “de”: escriba uno solo.", "“3 de 5” has more than one number, from “de” on: write only one."},
		{number, "3er", input.OrdinalNumber, "“3er” es un número ordinal o una clave, y no una cantidad: si es una cantidad, escriba solo las cifras.", "“3er” is an ordinal number or a label, and not a quantity: if it is a quantity, write only the digits."},
		{number, "5 N/D", input.NotANumber, "“5 N/D” no es un número: no se entiende “N/D”. Escriba, por ejemplo, 1234.5, 6% o 1/3; si no hay dato, N/D.", "“5 N/D” is not a number: “N/D” is not understood. Write, for example, 1234.5, 6% or 1/3; N/D if there is no value."},
		{number, "1.234 habitantes", input.TwoReadings, "“1.234 habitantes” puede ser 1,234 o 1.234: escríbalo con coma en los miles y punto en los decimales.", "“1.234 habitantes” may be 1,234 or 1.234: write commas between thousands and a point before decimals."},
		{money, "########", input.HiddenCell, "“########” no es un dato: la columna de la hoja de cálculo es angosta y lo oculta. Ensánchela y vuelva a copiarlo.", "“########” is no value: the column of the spreadsheet is too narrow and hides it. Widen it and copy the value again."},
		{number, "########", input.HiddenCell, "“########” no es un dato: la columna de la hoja de cálculo es angosta y lo oculta. Ensánchela y vuelva a copiarlo.", "“########” is no value: the column of the spreadsheet is too narrow and hides it. Widen it and copy the value again."},
		{formula, " ", input.Missing, "Está en blanco, lo que no es cero: escriba el dato, o 0 si así corresponde.", "It is blank, which is not zero: write the value, or 0 if it is that."},
		{formula, "Σ A/n", input.NotAFormula, "La fórmula no se puede leer a partir del carácter 1, “Σ”. La suma no dice qué se suma: escriba las variables, SUMA(A, B) o SUMA(V1..V6), en orden. Si suma los datos de varios periodos, deje solo la variable y elija su forma de acumulación.", "The formula cannot be read from character 1, “Σ”. The sum does not say what it adds: write the variables, SUMA(A, B) or SUMA(V1..V6), in order. If it adds the values of several periods, leave only the variable and choose how it accumulates."},
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
