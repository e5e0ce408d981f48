package input_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/input"
)

func ExampleSpan() {
	for _, text := range []string{"13 al 15 de mayo", "3-7/05", "20 dic al 6 ene", "15 mar", "15, 16 y 17 de marzo", "ene-27 a mar-27", "5 al 3 de mayo", "15 al 13 de mayo de 2027 al"} {
		s, err := input.Span(text, calendar.MustDate(2027, 1, 1))
		fmt.Printf("%s · %v%s\n", text, s, poa.CodeOf(err))
	}
	// Output:
	// 13 al 15 de mayo · 2027-05-13/2027-05-15
	// 3-7/05 · 2027-05-03/2027-05-07
	// 20 dic al 6 ene · 2027-12-20/2028-01-06
	// 15 mar · 2027-03-15/2027-03-15
	// 15, 16 y 17 de marzo · 2027-03-15/2027-03-17
	// ene-27 a mar-27 · two-readings
	// 5 al 3 de mayo · reversed-span
	// 15 al 13 de mayo de 2027 al · not-a-span
}

func TestSpan(t *testing.T) {
	near := calendar.MustDate(2027, 3, 10)
	for text, want := range map[string]string{
		"13 al 15 de mayo":                   "2027-05-13/2027-05-15",
		"13 a 15 de mayo":                    "2027-05-13/2027-05-15",
		"Del 9 al 13 de Agosto":              "2027-08-09/2027-08-13",
		"from 9 August to 13 August":         "2027-08-09/2027-08-13",
		"9 ago - 13 ago":                     "2027-08-09/2027-08-13",
		"9-13 ago":                           "2027-08-09/2027-08-13",
		"9–13 ago":                           "2027-08-09/2027-08-13",
		"30 mayo–9 ago":                      "2027-05-30/2027-08-09",
		"13/05 al 15/05":                     "2027-05-13/2027-05-15",
		"13/05/2028-15/05/2028":              "2028-05-13/2028-05-15",
		"13 al 15/05/2028":                   "2028-05-13/2028-05-15",
		"13 de mayo al 15":                   "2027-05-13/2027-05-15",
		"13 de mayo al 15 de mayo de 2028":   "2028-05-13/2028-05-15",
		"28 al 3 de marzo":                   "2027-02-28/2027-03-03",
		"20 dic al 6 ene":                    "2027-12-20/2028-01-06",
		"20 dic 2026 al 6 ene":               "2026-12-20/2027-01-06",
		"20 dic al 6 ene 2028":               "2027-12-20/2028-01-06",
		"2027-05-13/2027-05-15":              "2027-05-13/2027-05-15",
		"lunes 15 al viernes 19 de marzo":    "2027-03-15/2027-03-19",
		"hoy":                                "2027-03-10/2027-03-10",
		"marzo":                              "2027-03-01/2027-03-31",
		"2a quincena de marzo":               "2027-03-16/2027-03-31",
		"15 mar":                             "2027-03-15/2027-03-15",
		"15-03-2027":                         "2027-03-15/2027-03-15",
		"inicio de abril hasta fin de abril": "2027-04-01/2027-04-30",
		"15 mar al +5d":                      "2027-03-15/2027-03-20",
		"martes 15 al viernes 19 de marzo":   "",
		"":                                   "",
		"9 al lunes":                         "",
		"40 al 45 de mayo":                   "",
		"al":                                 "",
		"13 al":                              "",
	} {
		s, err := input.Span(text, near)
		if want == "" {
			assert.Error(t, err, text)
			continue
		}
		require.NoError(t, err, text)
		assert.Equal(t, want, s.String(), text)
	}
	for text, want := range map[string]norm.Code{
		"15 mayo 2027 al 13 mayo 2027": input.ReversedSpan, "9 al lunes": input.NotASpan, "hola": input.NotASpan, " ": input.Missing, "mayo-abril": input.ReversedSpan, "5 al 3 de mayo": input.ReversedSpan, "ene-27 - mar-27": input.TwoReadings,
		"31/02": input.NoSuchDay, "31/02 al 3/03": input.NoSuchDay, "31 de abril al 3 de mayo": input.NoSuchDay, "martes 15 al 19 de marzo": input.OtherWeekday,
		"30 al 31 de abril": input.NoSuchDay,
	} {
		_, err := input.Span(text, near)
		assert.Equal(t, want, poa.CodeOf(err), text)
	}
}

// A text that parses is a valid span, and the span's String parses as the same span.
func FuzzSpan(f *testing.F) {
	for _, s := range []string{
		"13 al 15 de mayo", "20 dic al 6 ene", "9-13 ago", "2027-05-13/2027-05-15", "del 1º", " a - a ", "–", "1 a 1 a 1/1", "marzo", "ene-mar 2027", "2a quincena de marzo", "T1 2027", "2027-03", "trimestre iv", "todo el año",
		"3-7/05/2027", "ene-27 - mar-27", "entre el 3 y el 7 de mayo", "15, 16 y 17 de marzo", "primer y segundo trimestre", "semana del 3 al 7 de mayo", "1er trimestre (enero-marzo)",
		"mar 4 al 7 de mayo", "del 20 dic al 6 ene del próximo año", "May 3, 4 and 5", "2024-2027", "1T27",
	} {
		f.Add(s, int32(20900))
	}
	f.Fuzz(func(t *testing.T, text string, days int32) {
		s, err := input.Span(text, calendar.FromDays(days))
		if spaced, _ := input.Span("\u2003"+text+" \ufeff\t", calendar.FromDays(days)); len(text) < 700 {
			require.Equal(t, s, spaced, "with spaces around it")
		}
		checkError(t, text, err)
		if err != nil {
			require.True(t, s.IsZero())
			require.NotEmpty(t, poa.CodeOf(err))
			return
		}
		require.True(t, s.Valid(), "%q is %v", text, s)
		again, err := input.Span(s.String(), calendar.Date{})
		require.NoError(t, err)
		require.Equal(t, s, again)
	})
}
