package lang

import (
	"errors"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/internal/wire"
)

// jargon are words that decode errors must not have in Spanish: names of types and of
// parameters, and what a template leaves when an argument is missing.
var jargon = regexp.MustCompile(`(?i)\b(text|object|list|integer|string|number|boolean|date|amount|params|want|value|a value|true or false)\b|[{}\[\]]|  |\( ?\)|^[ :]|error\.|type\.`)

// Every type of value, and every code and format of the codec, is written in words.
func TestDecodeErrorsInWords(t *testing.T) {
	es, en := New(Spanish, nil), New(English, nil)
	check := func(e *wire.Error) {
		t.Helper()
		for _, p := range []*Printer{es, en} {
			text := p.Error(e)
			assert.NotContains(t, text, "poa:", "%v has no text", e)
			assert.True(t, strings.HasSuffix(text, "."), text)
			if p == es {
				assert.Empty(t, jargon.FindString(text), "%s", text)
			} else {
				assert.Empty(t, regexp.MustCompile(`[{}\[\]]|  |\( ?\)|error\.|type\.`).FindString(text), "%s", text)
			}
		}
		assert.NotEqual(t, es.Error(e), en.Error(e))
	}
	list := wire.Type("list of 11")
	for _, want := range append(wire.Types(), wire.Type("list of 12"), wire.Type("list of 1")) {
		for _, got := range append(wire.Types(), list) {
			check(wire.Refuse(wire.WrongType, "params.document", norm.Arg{Name: "want", Value: want}, norm.Arg{Name: "value", Value: got}))
		}
		check(wire.Refuse(wire.BadNumber, "fiscalYear", wire.Text("value", "x"), norm.Arg{Name: "want", Value: want}))
	}
	formats := map[string]bool{}
	for _, f := range wire.Formats() {
		code := wire.OtherFormat
		if f == wire.FormatEmpty || f == wire.FormatNotJSON {
			code = wire.Syntax
		}
		e := wire.Refuse(code, "", norm.Arg{Name: "format", Value: f})
		check(e)
		assert.False(t, formats[es.Error(e)], "%s has no text of its own", f)
		formats[es.Error(e)] = true
	}
	for _, code := range []wire.Code{
		wire.UnknownField, wire.DuplicateKey, wire.DuplicateID, wire.NewerSchema, wire.DanglingReference, wire.ImpossibleDate,
		wire.BadDate, wire.BadAmount, wire.BadNumber, wire.BadEnum, wire.WrongType, wire.MissingField, wire.TooDeep,
		wire.TooLarge, wire.InvalidUTF8, wire.Syntax, wire.BadID, wire.TrailingData, wire.NotEditable, wire.NoElement,
		wire.OtherFormat, wire.NotAPlan,
	} {
		check(wire.Refuse(code, "activities[x].span.end", wire.Text("value", ""), wire.Text("name", "clave"), wire.Text("id", "x")))
		check(wire.Refuse(code, "activities[x].clave", wire.Text("value", "x"), wire.Text("name", "clave"), wire.Text("id", "x"),
			norm.Arg{Name: "limit", Value: norm.Count(2)}, norm.Arg{Name: "line", Value: norm.Count(3)}, norm.Arg{Name: "column", Value: norm.Count(4)}))
	}
}

// What the decoder refuses in documents of people who wrote them by hand.
func TestDecodeErrorTexts(t *testing.T) {
	in := func(fields string) string { return `{"schema":1,"id":"p","fiscalYear":2027,` + fields + `}` }
	for _, c := range []struct{ document, es, en string }{
		{in(`"title":{}`), "El dato no es del tipo que corresponde (el título): se espera un texto entre comillas; se encontró un grupo de campos (entre llaves).", "The value is not of the right type (the title): a text in quotes is expected; a group of fields (in braces) was found."},
		{in(`"funds":[{"id":"f","ceiling":1500.5}]`), `El dato no es del tipo que corresponde (el techo de la fuente de financiamiento): se espera un importe entre comillas, por ejemplo "1234.50"; se encontró un número.`, ""},
		{in(`"activities":[{"id":"a","span":{"start":20270315}}]`), `se espera una fecha entre comillas, por ejemplo "2027-03-15"`, ""},
		{in(`"activities":[{"id":"a","targets":["1"]}]`), "se espera una lista de 12 elementos; se encontró una lista de 1 elemento", "a list of 12 elements is expected; a list of 1 element was found"},
		{in(`"equipment":[{"id":"e","owned":"sí"}]`), "se espera “sí” o “no” (true o false)", ""},
		{in(`"equipment":[{"id":"e","quantity":"2"}]`), "se espera un número entero sin comillas", ""},
		{in(`"channels":[{"id":"c","kind":1}]`), "se espera una de las opciones, entre comillas", ""},
		{in(`"channels":[{"id":"c","kind":"radios"}]`), "“radios” no es una de las opciones (el tipo del canal): radio, television,", ""},
		{in(`"office":"Dirección"`), "se espera un grupo de campos (entre llaves); se encontró un texto entre comillas", ""},
		{in(`"posts":{}`), "se espera una lista (entre corchetes)", ""},
		{`[]`, "(el plan): se espera un grupo de campos", ""},
		{in(`"activities":[{"id":"a","span":{"start":"01/01/2027"}}]`), "“01/01/2027” no tiene la forma que se pide (la fecha de inicio de la actividad): escriba la fecha como año-mes-día, 2027-01-01.", "write the date as year-month-day, 2027-01-01."},
		{in(`"activities":[{"id":"a","span":{"start":"15 de marzo"}}]`), "“15 de marzo” no está escrita como fecha (la fecha de inicio de la actividad): escríbala como año-mes-día, por ejemplo 2027-03-15.", ""},
		{in(`"activities":[{"id":"a","span":{"start":"2027-02-30"}}]`), "“2027-02-30” no es una fecha que exista", "“2027-02-30” is not a date that exists"},
		{"\xFF\xFE{\x00", "El archivo está en UTF-16", "The file is in UTF-16"},
		{"", "El archivo está vacío", "The file is empty"},
		{`{"a":1}`, "El archivo es de otro programa y no un plan de Rumbo: le falta el campo “schema” y trae “a”.", "The file is of another program"},
	} {
		_, err := poa.DecodeDocument([]byte(c.document))
		require.Error(t, err, c.document)
		assert.Contains(t, New(Spanish, nil).Error(err), c.es)
		assert.Contains(t, New(English, nil).Error(err), c.en)
	}
	assert.Equal(t, "disk", New(Spanish, nil).Error(errors.New("disk")))
}

// A text of a plan cannot reverse the sentence around it.
func TestSentencesHaveNoOverrides(t *testing.T) {
	text := New(Spanish, nil).Error(wire.Refuse(wire.UnknownField, "", wire.Text("name", "a\u202eb\u2066c ä\u05d0")))
	assert.Equal(t, "No se reconoce el campo “a\uFFFDb\uFFFDc ä\u05d0” (el plan).", text)
}
