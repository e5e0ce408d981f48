package input_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/input"
	"github.com/rumbo-mx/rumbo/poa/lang"
)

// monthNames are the names and abbreviations of the months, beside those of package lang.
var monthNames = [13][]string{
	1: {"Ene.", "ENERO"}, 2: {"febr.", "FEB"}, 3: {"mzo", "MZO.", "Mar."}, 4: {"abl", "Abr."}, 5: {"MAY", "Mayo"}, 6: {"JUN", "Jun."}, 7: {"JUL", "Jul."},
	8: {"agto", "agos.", "AGO"}, 9: {"set", "sept.", "SEPT", "setiembre", "sepbre"}, 10: {"octbre", "OCT."}, 11: {"novbre", "nvbre."}, 12: {"dicbre", "dbre", "DIC."},
}

var dayNames = strings.Fields("uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte " +
	"veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve treinta treintaiuno")

func drawFrom(t *rapid.T, list ...string) string { return rapid.SampledFrom(list).Draw(t, "") }

func drawDate(t *rapid.T) calendar.Date {
	first, last := calendar.MustDate(2000, 1, 1), calendar.MustDate(2089, 12, 31)
	return first.AddDays(rapid.IntRange(0, last.Sub(first)).Draw(t, "date"))
}

func drawPrinter(t *rapid.T) *lang.Printer {
	return lang.New(drawFrom(t, lang.Languages()...), nil)
}

func drawMonth(t *rapid.T, month int) string {
	p := drawPrinter(t)
	return drawFrom(t, append(monthNames[month], p.Month(month), p.MonthShort(month), strings.ToUpper(p.Month(month)))...)
}

func drawNumber(t *rapid.T, n int) string {
	return fmt.Sprintf(drawFrom(t, "%d", "%02d"), n)
}

// drawDay draws a day of a month as people write it before the name of the month.
func drawDay(t *rapid.T, day int) string {
	forms := []string{strconv.Itoa(day), fmt.Sprintf("%02d", day), dayNames[day-1], fmt.Sprintf("%d (%s)", day, dayNames[day-1])}
	if day == 1 {
		forms = append(forms, "1º", "1o.", "1ro", "1er.", "primero")
	}
	return drawFrom(t, forms...)
}

// drawYear draws a year that is at most ten years from near.
func drawYear(t *rapid.T, year int) string {
	short := fmt.Sprintf("%02d", year%100)
	return drawFrom(t, strconv.Itoa(year), short, "'"+short)
}

// drawWritten draws a text of a date with its year.
func drawWritten(t *rapid.T, d calendar.Date) string {
	y, m, day := d.Civil()
	sep := drawFrom(t, "/", "-", ".", " / ", " - ", "–")
	p := drawPrinter(t)
	weekday := p.Weekday(d.Weekday())
	switch rapid.IntRange(0, 8).Draw(t, "form") {
	case 0:
		return drawNumber(t, day) + sep + drawNumber(t, m) + sep + drawYear(t, y)
	case 1:
		return strconv.Itoa(y) + sep + drawNumber(t, m) + sep + drawNumber(t, day)
	case 2:
		return drawNumber(t, day) + sep + drawMonth(t, m) + sep + drawYear(t, y)
	case 3:
		return drawDay(t, day) + " de " + drawMonth(t, m) + drawFrom(t, " de ", " del ", " del año ", " ", ", ") + drawYear(t, y)
	case 4:
		return drawMonth(t, m) + " " + drawNumber(t, day) + drawFrom(t, ", ", " de ") + drawFrom(t, strconv.Itoa(y), fmt.Sprintf("'%02d", y%100))
	case 5:
		return weekday + drawFrom(t, " ", ", ") + drawDay(t, day) + " de " + drawMonth(t, m) + " de " + drawYear(t, y)
	case 6:
		return drawNumber(t, day) + sep + drawNumber(t, m) + sep + strconv.Itoa(y) + drawFrom(t, " ", " (") + weekday + drawFrom(t, "", ")")
	case 7:
		return fmt.Sprintf("%04d%02d%02d", y, m, day)
	default:
		return drawFrom(t, p.Date(d), p.DateShort(d), d.String())
	}
}

// Every way to write a date is that date, with or without quotation marks, the spreadsheet's
// mark of text, a midnight and spaces.
func TestWrittenDates(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawDate(t)
		near := d.AddMonths(rapid.IntRange(-108, 108).Draw(t, "months to near"))
		text := drawWritten(t, d)
		switch rapid.IntRange(0, 4).Draw(t, "around") {
		case 0:
			text = `"` + text + `"`
		case 1:
			text = "'" + text
		case 2:
			text += drawFrom(t, " 00:00", " 12:00 a. m.", " 0:00:00", " a las 0 hrs")
		case 3:
			text = "\u00a0" + text + " "
		}
		got, err := input.Date(text, near)
		require.NoError(t, err, text)
		require.Equal(t, d, got, text)
		span, err := input.Span(text, near)
		require.NoError(t, err, text)
		require.Equal(t, calendar.Span{Start: d, End: d}, span, text)
	})
}

// Without a year, a date is in the year of near; a month before two digits may also be the
// month of a year.
func TestWrittenDatesWithoutYear(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawDate(t)
		y, m, day := d.Civil()
		near := calendar.MustDate(y, rapid.IntRange(1, 12).Draw(t, "month"), 1)
		for _, text := range []string{
			drawNumber(t, day) + "/" + drawNumber(t, m),
			drawDay(t, day) + " de " + drawMonth(t, m),
			drawNumber(t, day) + "-" + drawMonth(t, m),
			drawDay(t, day) + " de " + drawMonth(t, m) + drawFrom(t, " del año en curso", " del presente año", " de este año", " this year"),
		} {
			got, err := input.Date(text, near)
			require.NoError(t, err, text)
			require.Equal(t, d, got, text)
		}
		text := drawMonth(t, m) + drawFrom(t, " ", "-", "/") + strconv.Itoa(day)
		if got, err := input.Date(text, near); err != nil {
			require.Equal(t, input.MonthOrDay, poa.CodeOf(err), text)
			require.GreaterOrEqual(t, day, 10, text)
		} else {
			require.Equal(t, d, got, text)
		}
	})
}

// Every way to write a span is that span.
func TestWrittenSpans(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		start := drawDate(t)
		end := start.AddDays(rapid.IntRange(0, 400).Draw(t, "days"))
		if rapid.Bool().Draw(t, "in a month") {
			end = start.AddDays(rapid.IntRange(0, start.YearMonth().Last().Sub(start)).Draw(t, "days"))
		}
		want := calendar.Span{Start: start, End: end}
		near := start.AddMonths(rapid.IntRange(-90, 90).Draw(t, "months to near"))
		p := drawPrinter(t)
		texts := []string{
			want.String(), p.Span(want), p.SpanShort(want),
			drawWritten(t, start) + drawFrom(t, " al ", " a ", " hasta el ", " to ") + drawWritten(t, end),
			drawFrom(t, "del ", "desde el ", "from ") + drawWritten(t, start) + drawFrom(t, " al ", " hasta ", " until ") + drawWritten(t, end),
			drawFrom(t, "entre el ", "between ") + drawWritten(t, start) + drawFrom(t, " y el ", " and ") + drawWritten(t, end),
		}
		y, m, first := start.Civil()
		if last := end.Day(); start.YearMonth() == end.YearMonth() && start != end {
			name, year := drawMonth(t, m), strconv.Itoa(y)
			texts = append(texts,
				fmt.Sprintf("%d-%d/%02d/%d", first, last, m, y),
				fmt.Sprintf("%02d/%02d-%02d/%02d/%d", first, m, last, m, y),
				fmt.Sprintf("%d-%d-%s-%d", first, last, name, y),
				drawDay(t, first)+" al "+drawDay(t, last)+" de "+name+" de "+year,
				fmt.Sprintf("%s %d–%d, %d", name, first, last, y),
				fmt.Sprintf("del %s %d al %s %d de %s de %d", p.Weekday(start.Weekday()), first, p.Weekday(end.Weekday()), last, name, y))
			var days []string
			for d := first; d < last; d++ {
				days = append(days, strconv.Itoa(d))
			}
			if list := strings.Join(days, ", ") + drawFrom(t, " y ", " and ") + strconv.Itoa(last) + " " + name + " " + year; len(list) < 90 {
				texts = append(texts, list)
			}
		}
		for _, text := range texts {
			if len(text) > 90 {
				continue // too long for a date, with the weekday and the number in words
			}
			got, err := input.Span(text, near)
			require.NoError(t, err, text)
			require.Equal(t, want, got, text)
		}
	})
}

// Every name of a part of a year is that part.
func TestWrittenParts(t *testing.T) {
	units := map[int][]string{
		2: {"bimestre", "bim.", "B"}, 3: {"trimestre", "Trim.", "T", "quarter"}, 4: {"cuatrimestre"}, 6: {"semestre", "S", "half"},
	}
	ordinals := [7][]string{
		1: {"1er", "1º", "primer", "first", "I", "1"}, 2: {"2do.", "2º", "segundo", "2nd", "II", "2"}, 3: {"3er", "tercer", "third", "III", "3"},
		4: {"4to", "4°", "cuarto", "IV", "4"}, 5: {"5to", "quinto", "V", "5"}, 6: {"6o.", "sexto", "sixth", "VI", "6"},
	}
	rapid.Check(t, func(t *rapid.T) {
		months := rapid.SampledFrom([]int{2, 3, 4, 6}).Draw(t, "months")
		k := rapid.IntRange(1, 12/months).Draw(t, "k")
		near := drawDate(t)
		year := near.Year() + rapid.IntRange(-9, 9).Draw(t, "years")
		want := calendar.Span{Start: calendar.MustMonth(year, (k-1)*months+1).First(), End: calendar.MustMonth(year, k*months).Last()}
		unit, nth := drawFrom(t, units[months]...), drawFrom(t, ordinals[k]...)
		y, long := drawYear(t, year), strconv.Itoa(year)
		for _, text := range []string{
			nth + " " + unit + drawFrom(t, " ", " de ", " del ") + y, unit + " " + nth + " " + y, strings.ToUpper(nth + " " + unit + " del año " + long),
			fmt.Sprintf("%d%c%s", k, unit[0], y), fmt.Sprintf("%c%d-%s", unit[0], k, long),
			long + drawFrom(t, " ", "-") + fmt.Sprintf("%c%d", unit[0], k),
		} {
			if months == 4 && strings.Contains(text, strconv.Itoa(k)+"c") || strings.Contains(text, "c"+strconv.Itoa(k)) {
				continue // nobody abbreviates a cuatrimestre so
			}
			got, err := input.Span(text, near)
			require.NoError(t, err, text)
			require.Equal(t, want, got, text)
		}
		name := drawMonth(t, want.Start.Month()) + drawFrom(t, "-", " a ", " - ", " al ") + drawMonth(t, want.End.Month())
		for _, text := range []string{name + " " + long, name + " del año " + long, units[months][0] + " " + name + " de " + long} {
			got, err := input.Span(text, near)
			require.NoError(t, err, text)
			require.Equal(t, want, got, text)
		}
	})
}

// Whatever words stand together: a span is valid, a date is a span of one day, and the
// canonical form of a value is that value.
func TestAnyWords(t *testing.T) {
	words := strings.Fields("3 7 15 28 31 05 27 99 2027 2028 ' '27 - / . , al a y del de el hasta entre desde mayo mar ene dic 1º primer último lunes mié. " +
		"trimestre T 1T semestre sem quincena bimestre I II año mes en curso próximo hoy +5d fin inicio semana 9:00 hrs 20270315 46461 ( ) quince treinta uno")
	rapid.Check(t, func(t *rapid.T) {
		text := ""
		for range rapid.IntRange(1, 9).Draw(t, "words") {
			text += drawFrom(t, words...) + drawFrom(t, " ", "")
		}
		near := drawDate(t)
		d, err := input.Date(text, near)
		span, spanErr := input.Span(text, near)
		if err == nil {
			again, err := input.Date(d.String(), calendar.Date{})
			require.NoError(t, err, text)
			require.Equal(t, d, again, text)
			if !strings.HasPrefix(strings.Trim(text, " '"), "al") {
				require.Equal(t, calendar.Span{Start: d, End: d}, span, text)
			}
		}
		if spanErr == nil {
			require.True(t, span.Valid(), text)
			again, err := input.Span(span.String(), calendar.Date{})
			require.NoError(t, err, text)
			require.Equal(t, span, again, text)
		}
	})
}
