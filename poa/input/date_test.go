package input_test

import (
	"fmt"
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

func ExampleDate() {
	near := calendar.MustDate(2027, 3, 10)
	for _, text := range []string{"15/04", "15 mar", "+5d", "fin de mes", "31/02", "martes 15 de marzo"} {
		d, err := input.Date(text, near)
		fmt.Printf("%s · %v%s\n", text, d, poa.CodeOf(err))
	}
	// Output:
	// 15/04 · 2027-04-15
	// 15 mar · 2027-03-15
	// +5d · 2027-03-15
	// fin de mes · 2027-03-31
	// 31/02 · no-such-day
	// martes 15 de marzo · other-weekday
}

// Package lang has a sentence for each error.
func ExampleError() {
	_, err := input.Date("martes 15 de marzo", calendar.MustDate(2027, 3, 10))
	fmt.Println(lang.New("es-MX", nil).Error(err))
	// Output: “martes 15 de marzo” no coincide: el 15 de marzo de 2027 es lunes.
}

func TestDateErrors(t *testing.T) {
	near := calendar.MustDate(2027, 3, 10)
	for text, want := range map[string]norm.Code{
		"31/02/2027": input.NoSuchDay, "30 de febrero": input.NoSuchDay, "29 feb": input.NoSuchDay, "0/3": input.NoSuchDay,
		"15/13/2027": input.NotADate, "hola": input.NotADate, "": input.Missing, "domingo 15/3": input.OtherWeekday,
		strings.Repeat("9", 500): input.NotADate,
	} {
		_, err := input.Date(text, near)
		assert.Equal(t, want, poa.CodeOf(err), text)
		assert.Less(t, len(err.Error()), 200)
		for _, tag := range lang.Languages() {
			assert.NotEqual(t, err.Error(), lang.New(tag, nil).Error(err), "no sentence in %s", tag)
		}
	}
}

func TestDate(t *testing.T) {
	near := calendar.MustParseDate("2027-03-10")
	for _, c := range []struct{ text, want string }{
		{"2027-03-15", "2027-03-15"},
		{" 15/03/2027 ", "2027-03-15"},
		{"15/3/27", "2027-03-15"},
		{"15-03-2027", "2027-03-15"},
		{"15.03.2027", "2027-03-15"},
		{"15/3", "2027-03-15"},
		{"15 mar", "2027-03-15"},
		{"15mar", "2027-03-15"},
		{"15 MARZO", "2027-03-15"},
		{"15 de marzo", "2027-03-15"},
		{"15 de marzo de 2028", "2028-03-15"},
		{"el 15 de marzo del 2028", "2028-03-15"},
		{"lunes 15 de marzo", "2027-03-15"},
		{"lun, 15 mar", "2027-03-15"},
		{"martes 15 de marzo", ""},
		{"1º de enero", "2027-01-01"},
		{"1ro de enero", "2027-01-01"},
		{"primero de enero de 2028", "2028-01-01"},
		{"15 set", "2027-09-15"},
		{"15 sept 2027", "2027-09-15"},
		{"March 15, 2027", "2027-03-15"},
		{"15th March", "2027-03-15"},
		{"Monday, 15 March 2027", "2027-03-15"},
		{"1 oct", "2027-10-01"},
		{"+5d", "2027-03-15"},
		{"+5", "2027-03-15"},
		{"-10d", "2027-02-28"},
		{"+2s", "2027-03-24"},
		{"+2 semanas", "2027-03-24"},
		{"+1m", "2027-04-10"},
		{"+1 año", "2028-03-10"},
		{"fin de mes", "2027-03-31"},
		{"fin de febrero de 2028", "2028-02-29"},
		{"inicio de año", "2027-01-01"},
		{"fin del año 2028", "2028-12-31"},
		{"end of month", "2027-03-31"},
		{"end of the year", "2027-12-31"},
		{"start of April", "2027-04-01"},
		{"", ""},
		{"mañana quizá", ""},
		{"31/02", ""},
		{"31/02/2027", ""},
		{"29 feb", ""},
		{"15", ""},
		{"marzo", ""},
		{"15/13/2027", ""},
		{"003/03/2027", ""},
		{"15/03/127", ""},
		{"15 03 2027 4", ""},
		{"+d", ""},
		{"+9999999d", ""},
		{"lunes", ""},
		{"ma 15", ""},
		{"15 de de", ""},
		{"fin", ""},
		{"fin de mes 2027", ""},
		{"2027-02-30", ""},
		{"20270315", "2027-03-15"},
		{"15032027", ""},
		{strings.Repeat("1", 100), ""},
	} {
		got, err := input.Date(c.text, near)
		assert.Equal(t, c.want, got.String(), "Date(%q)", c.text)
		assert.Equal(t, c.want == "", err != nil, "Date(%q)", c.text)
	}
	for _, text := range []string{"fin de mes", "+5d", "15 mar", "hoy", "ene-27", "fin de trimestre", "último día de marzo"} {
		_, err := input.Date(text, calendar.Date{})
		assert.Equal(t, input.NotADate, poa.CodeOf(err), "%s without near", text)
	}
}

// A text that parses is a valid date, whatever spaces are around it, and the Printer's
// forms of it parse as that date.
func FuzzDate(f *testing.F) {
	for _, s := range []string{
		"15/03/2027", "15 mar", "lunes 15 de marzo", "+5d", "fin de mes", "1º de enero", "March 15, 2027", "31/02", "é", "\xff", "quince de marzo de dos mil veintisiete",
		"2027-03-15T00:00:00Z", "15/03/2027 12:00 a. m.", "ene-27", "mar 15", "15-III-27", "hoy", "último día del mes", "1.º de mayo", "46461", "20270315T000000",
		"15/03/'27", "'15/03/2027", "\"15 mzo\"", "diez y seis de septiembre", "15 del presente mes y año", "27/03/15", "ene 27", "15/03/2027 a las 10 hrs", "al 31 de diciembre",
	} {
		f.Add(s, int32(20900))
	}
	f.Fuzz(func(t *testing.T, text string, days int32) {
		d, err := input.Date(text, calendar.FromDays(days))
		require.Equal(t, err == nil, !d.IsZero())
		if again, err2 := input.Date("\u2003"+text+" \ufeff\t", calendar.FromDays(days)); len(text) < 700 {
			require.Equal(t, d, again, "with spaces around it")
			require.Equal(t, poa.CodeOf(err), poa.CodeOf(err2), "with spaces around it")
		}
		checkError(t, text, err)
		if err != nil {
			require.NotEmpty(t, poa.CodeOf(err))
			return
		}
		for _, tag := range lang.Languages() {
			p := lang.New(tag, nil)
			for _, written := range []string{p.Date(d), p.DateShort(d), p.Weekday(d.Weekday()) + " " + p.Date(d), d.String()} {
				again, err := input.Date(written, calendar.Date{})
				require.NoError(t, err, written)
				require.Equal(t, d, again, written)
			}
		}
	})
}
