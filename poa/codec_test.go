package poa_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/calendar/office"
	"github.com/rumbo-mx/rumbo/poa"
)

// small is a plan with an element in most lists, in canonical form.
const small = `{"schema":1,"id":"plan","title":"POA","fiscalYear":2027,"office":{"name":"Comunicación","inegi":"14112"},"calendar":"jalisco + bancos","workWeek":["monday","saturday"],` +
	`"ownDays":[{"id":"patrono","kind":"local-day","name":"Fiesta","rule":"05-13 3d","valid":{"start":"2020-01-01"}},` +
	`{"id":"puente","kind":"work-day","span":{"start":"2027-09-28","end":"2027-09-28"},"instead":"2027-09-27","reason":"Puente","document":"Circular 1"}],` +
	`"posts":[{"id":"jefe","name":"Jefatura","monthly":"12345.50"},{"id":"aux","reportsTo":"jefe"}],` +
	`"channels":[{"id":"radio","kind":"radio"}],` +
	`"activities":[{"id":"gaceta","name":"Gaceta","span":{"start":"2027-01-04","end":"2027-03-31"},"responsible":"jefe",` +
	`"targets":["0","0","1.5","0","0","0","0","0","0","0","0","1/3"],"channels":["radio"]}],` +
	`"campaigns":[{"id":"fiestas","kind":"government","activities":["gaceta"],"media":[{"id":"spot","channel":"radio","quantity":20,"cost":"100.00"}]}],` +
	`"lines":[{"id":"l1","item":"361","activities":["gaceta"],"months":["0.00","0.00","10.25","0.00","0.00","0.00","0.00","0.00","0.00","0.00","0.00","0.00"]}],` +
	`"indicators":[{"id":"alcance","formula":"a","variables":[{"id":"va","symbol":"a"}],"baseline":{"year":2026}}],` +
	`"illustrative":["activities[gaceta].span.end"],"pending":[{"path":"activities[gaceta].span.end","text":"31/02"}],` +
	`"ext":{"mx.gob.tonaya":{"a":[1,null,"\u003cb\u003e"]}}}`

func TestDecodeDocument(t *testing.T) {
	doc, err := poa.DecodeDocument([]byte(small))
	require.NoError(t, err)
	assert.Equal(t, "Comunicación", doc.Office.Name)
	assert.Equal(t, calendar.MustDate(2027, 3, 31), doc.Activities[0].Span.End)
	assert.Equal(t, "1/3", doc.Activities[0].Targets[11].String())
	assert.Equal(t, poa.ChannelRadio, doc.Channels[0].Kind)
	assert.Equal(t, []calendar.Weekday{calendar.Monday, calendar.Saturday}, doc.WorkWeek)
	assert.Equal(t, office.WorkDay, doc.OwnDays[1].Kind)
	assert.Equal(t, "spot", doc.Campaigns[0].Media[0].ID)
	assert.Equal(t, small, string(doc.AppendJSON(nil)))

	var loose bytes.Buffer
	require.NoError(t, json.Indent(&loose, []byte(small), "", "  "))
	doc, err = poa.DecodeDocument(loose.Bytes())
	require.NoError(t, err)
	assert.Equal(t, small, string(doc.AppendJSON(nil)), "white space changed the document")
}

func TestDecodeEmptyIsAbsent(t *testing.T) {
	doc, err := poa.DecodeDocument([]byte(`{"schema":1,"id":"p","title":"","posts":[],"office":{},"ext":{},"illustrative":[],"indicators":[{"id":"i","baseline":{}}]}`))
	require.NoError(t, err)
	assert.Nil(t, doc.Posts)
	assert.Nil(t, doc.Indicators[0].Baseline)
	assert.Equal(t, `{"schema":1,"id":"p","indicators":[{"id":"i"}]}`, string(doc.AppendJSON(nil)))
}

func TestDecodeSamplePlan(t *testing.T) {
	data, err := os.ReadFile("../examples/valledejuarez/plan.json")
	require.NoError(t, err)
	doc, err := poa.DecodeDocument(data)
	require.NoError(t, err)
	canonical := doc.AppendJSON(nil)
	again, err := poa.DecodeDocument(canonical)
	require.NoError(t, err)
	assert.Equal(t, doc, again)
	assert.Equal(t, string(canonical), string(again.AppendJSON(nil)))
	assert.True(t, json.Valid(canonical))
}

func TestDecodeRejects(t *testing.T) {
	in := func(members string) string { return `{"schema":1,"id":"p",` + members + `}` }
	tests := []struct {
		name, input string
		code        norm.Code
		path        norm.Path
		arg, value  string
	}{
		{"unknown field", in(`"activities":[{"id":"gaceta","color":"red"}]`), "unknown-field", "activities[gaceta].color", "name", "color"},
		{"field in capitals", in(`"Title":"x"`), "unknown-field", "Title", "name", "Title"},
		{"unknown weekday", in(`"workWeek":["sabado"]`), "bad-enum", "workWeek[#0]", "value", "sabado"},
		{"unknown kind of day", in(`"ownDays":[{"id":"d","kind":"puente"}]`), "bad-enum", "ownDays[d].kind", "value", "puente"},
		{"unknown field before the id", in(`"activities":[{"id":"a"},{"color":"red","id":"b"}]`), "unknown-field", "activities[#1].color", "name", "color"},
		{"invalid field name", in(`"a b]":1`), "unknown-field", "?", "name", "a b]"},
		{"duplicate key", in(`"title":"a","title":"b"`), "duplicate-key", "title", "name", "title"},
		{"duplicate key in ext", in(`"ext":{"mx.a":1,"mx.a":2}`), "duplicate-key", "ext.mx.a", "name", "mx.a"},
		{"duplicate id", in(`"posts":[{"id":"x"}],"campaigns":[{"id":"c","media":[{"id":"x"}]}]`), "duplicate-id", "campaigns[c].media[x]", "id", "x"},
		{"newer schema", `{"schema":2,"id":"p","future":1}`, "newer-schema", "schema", "value", "2"},
		{"newer schema after other fields", `{"future":{"a":[1]},"id":"p","schema":7}`, "newer-schema", "schema", "value", "7"},
		{"dangling reference", in(`"activities":[{"id":"a","responsible":"nobody"}]`), "dangling-reference", "activities[a].responsible", "id", "nobody"},
		{"reference into another list", in(`"periods":[{"id":"q1"}],"activities":[{"id":"a","responsible":"q1"}]`), "dangling-reference", "activities[a].responsible", "id", "q1"},
		{"dangling in a list", in(`"activities":[{"id":"a","channels":["radio"]}]`), "dangling-reference", "activities[a].channels", "id", "radio"},
		{"dangling in a record", in(`"ledger":[{"id":"e","date":"2027-01-04","line":"l","kind":"paid","amount":"1.00"}]`), "dangling-reference", "ledger[e].line", "id", "l"},
		{"empty reference in a record", in(`"closes":[{"id":"c","date":"2027-01-04","period":""}]`), "dangling-reference", "closes[c].period", "id", ""},
		{"impossible date", in(`"activities":[{"id":"gaceta","span":{"start":"2027-01-01","end":"2027-02-31"}}]`), "impossible-date", "activities[gaceta].span.end", "value", "2027-02-31"},
		{"empty date", in(`"activities":[{"id":"gaceta","span":{"start":""}}]`), "impossible-date", "activities[gaceta].span.start", "value", ""},
		{"amount with three decimals", in(`"funds":[{"id":"f","ceiling":"10.125"}]`), "bad-amount", "funds[f].ceiling", "value", "10.125"},
		{"amount in an array", in(`"lines":[{"id":"l","months":["0.00","x"]}]`), "bad-amount", "lines[l].months[#1]", "value", "x"},
		{"bad number", in(`"activities":[{"id":"a","targets":["1,5"]}]`), "bad-number", "activities[a].targets[#0]", "value", "1,5"},
		{"integer with a fraction", in(`"fiscalYear":2027.5`), "bad-number", "fiscalYear", "value", "2027.5"},
		{"bad enum", in(`"channels":[{"id":"c","kind":"Radio"}]`), "bad-enum", "channels[c].kind", "value", "Radio"},
		{"amount as a number", in(`"funds":[{"id":"f","ceiling":10.5}]`), "wrong-type", "funds[f].ceiling", "value", "number"},
		{"null", in(`"title":null`), "wrong-type", "title", "value", "null"},
		{"null for a struct", in(`"office":null`), "wrong-type", "office", "value", "null"},
		{"null for an optional struct", in(`"indicators":[{"id":"i","baseline":null}]`), "wrong-type", "indicators[i].baseline", "value", "null"},
		{"null in a list", in(`"posts":[null]`), "wrong-type", "posts[#0]", "value", "null"},
		{"eleven months", in(`"activities":[{"id":"a","targets":["1","1","1","1","1","1","1","1","1","1","1"]}]`), "wrong-type", "activities[a].targets", "value", "list of 11"},
		{"missing id", in(`"activities":[{"name":"x"}]`), "missing-field", "activities[#0].id", "name", "id"},
		{"missing schema", `{"id":"p"}`, "missing-field", "schema", "name", "schema"},
		{"too deep", in(`"ext":{"mx.a":` + strings.Repeat("[", 70) + strings.Repeat("]", 70) + `}`), "too-deep", "", "limit", "64"},
		{"too large", strings.Repeat(" ", poa.MaxDocument+1), "too-large", "", "limit", "33554432"},
		{"invalid UTF-8", in("\"title\":\"a\xff\""), "invalid-utf8", "title", "", ""},
		{"syntax", in(`"title":"x",`), "syntax", "", "want", "a key"},
		{"empty input", ``, "syntax", "", "value", "end of input"},
		{"bad id", in(`"posts":[{"id":"a b"}]`), "bad-id", "posts[#0].id", "id", "a b"},
		{"empty id", in(`"posts":[{"id":""}]`), "bad-id", "posts[#0].id", "id", ""},
		{"long id", in(`"posts":[{"id":"` + strings.Repeat("x", 65) + `"}]`), "bad-id", "posts[#0].id", "", ""},
		{"trailing data", in(`"title":"x"`) + ` {}`, "trailing-data", "", "", ""},
	}
	seen := map[norm.Code]bool{}
	for _, tt := range tests {
		seen[tt.code] = true
		t.Run(tt.name, func(t *testing.T) {
			doc, err := poa.DecodeDocument([]byte(tt.input))
			require.Error(t, err)
			assert.Nil(t, doc)
			var e *poa.DecodeError
			require.True(t, errors.As(err, &e))
			require.Equal(t, tt.code, poa.CodeOf(err), "%v", err)
			if tt.code != "too-deep" {
				assert.Equal(t, tt.path, e.Path)
			}
			if tt.arg != "" {
				assert.Equal(t, tt.value, argOf(t, e, tt.arg))
			}
		})
	}
	for _, code := range []norm.Code{
		"unknown-field", "duplicate-key", "duplicate-id", "newer-schema", "dangling-reference", "impossible-date",
		"bad-amount", "bad-number", "bad-enum", "wrong-type", "missing-field", "too-deep", "too-large",
		"invalid-utf8", "syntax", "bad-id", "trailing-data",
	} {
		assert.True(t, seen[code], "no invalid input for %s", code)
	}
}

func argOf(t *testing.T, e *poa.DecodeError, name string) string {
	for _, a := range e.With {
		if a.Name == name {
			text, err := a.Value.MarshalText()
			require.NoError(t, err)
			return string(text)
		}
	}
	return ""
}

func TestDecodeOffsets(t *testing.T) {
	for input, at := range map[string]string{
		`{"schema":1,"id":"p","posts":[{"id":"a","nombre":1}]}`:              `"nombre"`,
		`{"schema":1,"id":"p","posts":[{"id":"a","reportsTo":"b"}]}`:         `"b"`,
		`{"schema":1,"id":"p","posts":[{"id":"a"},{"id":"b"},{"id" : "a"}]}`: `"a"}]`,
		`{"schema":1,"id":"p","funds":[{"id":"a","ceiling":"1.234"}]}`:       `"1.234"`,
		`{"schema":1,"id":"p", "title" : "x","\u0074itle":"y"}`:              `"\u0074itle"`,
		`{"schema":1,"id":"p","fiscalYear":"x"}`:                             `"x"`,
		`{"schema":1,"id":"p","title":"x" "y"}`:                              ` "y"`,
	} {
		_, err := poa.DecodeDocument([]byte(input))
		var e *poa.DecodeError
		require.True(t, errors.As(err, &e), input)
		want := strings.Index(input, at)
		if at[0] == ' ' {
			want++
		}
		assert.Equal(t, want, e.Offset, "%s: %v", input, err)
	}
}

func TestDecodeCommand(t *testing.T) {
	for _, canonical := range []string{
		`{"kind":"change","edits":[{"op":"set","path":"activities[gaceta].name","value":"Gaceta"},{"op":"remove","path":"posts[aux]"}]}`,
		`{"kind":"change","edits":[{"op":"insert","path":"posts","value":{"id":"x","name":"\u003cb\u003e"},"before":"jefe"},{"op":"set","path":"title","value":null}]}`,
	} {
		c, err := poa.DecodeCommand([]byte(canonical))
		require.NoError(t, err)
		assert.Equal(t, canonical, string(poa.AppendCommand(nil, c)))
	}
	c, err := poa.DecodeCommand([]byte(`{ "edits" : [ {"path":"title", "op":"set", "value": [ 1, 2 ] } ] , "kind" : "change" }`))
	require.NoError(t, err)
	assert.Equal(t, "[1,2]", c.(*poa.Change).Edits[0].Value)
	for input, code := range map[string]norm.Code{
		`{"edits":[]}`: "missing-field", `{"kind":"erase"}`: "bad-enum", `{"kind":"change","x":1}`: "unknown-field",
		`{"kind":"change","kind":"change"}`: "duplicate-key", `[]`: "wrong-type", ``: "syntax", `{"kind":1}`: "wrong-type",
		`{"kind":"change","edits":[{"op":"eat","path":"x"}]}`: "bad-enum", `{"kind":"change"} 1`: "trailing-data",
	} {
		_, err := poa.DecodeCommand([]byte(input))
		assert.Equal(t, code, poa.CodeOf(err), input)
	}
}

// The schema has the enum keys of the codec, and the codec has the fields of the schema.
func TestSchemaFile(t *testing.T) {
	data, err := os.ReadFile("schema/poa.schema.json")
	require.NoError(t, err)
	var schema struct {
		Defs map[string]struct {
			Enum       []string
			Properties map[string]any
		} `json:"$defs"`
	}
	require.NoError(t, json.Unmarshal(data, &schema))
	var kinds []string
	for k := poa.ChannelKind(1); k.String() != ""; k++ {
		kinds = append(kinds, k.String())
	}
	assert.Equal(t, kinds, schema.Defs["ChannelKind"].Enum)
	assert.Equal(t, "official-time", kinds[len(kinds)-1])
	for field := range schema.Defs["Activity"].Properties {
		_, err := poa.DecodeDocument([]byte(fmt.Sprintf(`{"schema":1,"id":"p","activities":[{"id":"a",%q:null}]}`, field)))
		assert.NotEqual(t, norm.Code("unknown-field"), poa.CodeOf(err), field)
	}
}

func ExampleDecodeDocument() {
	_, err := poa.DecodeDocument([]byte(`{"schema":1,"id":"poa-2027","activities":[{"id":"gaceta","span":{"end":"2027-02-31"}}]}`))
	var e *poa.DecodeError
	if errors.As(err, &e) {
		fmt.Println(e.Code(), "at", e.Path)
	}
	// Output:
	// impossible-date at activities[gaceta].span.end
}

func ExampleDocument_AppendJSON() {
	d := &poa.Document{Schema: poa.Schema, ID: "poa-2027", Title: "Plan <2027>"}
	fmt.Println(string(d.AppendJSON(nil)))
	// Output: {"schema":1,"id":"poa-2027","title":"Plan \u003c2027\u003e"}
}

func ExampleDecodeCommand() {
	c, err := poa.DecodeCommand([]byte(`{"kind":"change","edits":[{"op":"set","path":"title","value":"POA 2027"}]}`))
	fmt.Println(c.Kind(), err)
	// Output: change <nil>
}

// An accepted document is encoded and decoded again without a change; the error for a
// rejected one has a code and a text.
func FuzzDocument(f *testing.F) {
	f.Add([]byte(small))
	f.Add([]byte(`{"schema":1,"id":"p"}`))
	f.Add([]byte(`{"schema":1,"id":"p","ext":{"b":{"x":[]},"a":"\u2028"}}`))
	f.Add([]byte(`{"schema":1,"id":"p","indicators":[{"id":"i","baseline":{"value":"1/3"}}],"measurements":[{"id":"m","indicator":"i","values":[{"symbol":"a","noData":"x"}]}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, err := poa.DecodeDocument(data)
		if err != nil {
			var e *poa.DecodeError
			require.True(t, errors.As(err, &e))
			require.NotEmpty(t, e.Code())
			require.NotEmpty(t, err.Error())
			return
		}
		require.True(t, json.Valid(data))
		canonical := doc.AppendJSON(nil)
		require.True(t, json.Valid(canonical))
		require.NotContains(t, string(canonical), "<")
		again, err := poa.DecodeDocument(canonical)
		require.NoError(t, err)
		require.Equal(t, string(canonical), string(again.AppendJSON(nil)))
	})
}

func FuzzCommand(f *testing.F) {
	f.Add([]byte(`{"kind":"change","edits":[{"op":"set","path":"title","value":"x"}]}`))
	f.Add([]byte(`{"kind":"record-progress","progress":{"id":"p","month":3,"quantity":"1.5"}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := poa.DecodeCommand(data)
		if err != nil {
			return
		}
		canonical := poa.AppendCommand(nil, c)
		again, err := poa.DecodeCommand(canonical)
		require.NoError(t, err, "%s", canonical)
		require.Equal(t, string(canonical), string(poa.AppendCommand(nil, again)))
	})
}

// A file of another kind is named as what it is. A byte order mark is skipped.
func TestFilesOfOtherKinds(t *testing.T) {
	plan := `{"schema":1,"id":"p","fiscalYear":2027}`
	doc, err := poa.DecodeDocument([]byte("\uFEFF" + plan))
	require.NoError(t, err)
	assert.Equal(t, plan, string(doc.AppendJSON(nil)), "the mark is not kept")
	dangling := "\uFEFF\n" + `{"schema":1,"id":"p","fiscalYear":2027,"closes":[{"id":"c","date":"2027-01-04","period":"x"}]}`
	_, err = poa.DecodeDocument([]byte(dangling))
	var e *poa.DecodeError
	require.ErrorAs(t, err, &e)
	assert.Equal(t, strings.Index(dangling, `"x"`), e.Offset, "an offset found by a second reading counts the mark")

	for _, c := range []struct {
		name, data string
		code       norm.Code
		arg, value string
	}{
		{"UTF-16", "\xFF\xFE{\x00}\x00", "other-format", "format", "utf-16"},
		{"UTF-16 without a mark", "{\x00\"\x00i\x00d\x00\"\x00", "other-format", "format", "utf-16"},
		{"workbook", "PK\x03\x04xl/workbook.xml", "other-format", "format", "workbook"},
		{"PDF", "%PDF-1.4", "other-format", "format", "pdf"},
		{"HTML", "<!DOCTYPE html>", "other-format", "format", "html"},
		{"empty", " \n", "syntax", "format", "empty"},
		{"CSV", "a,b\n", "syntax", "format", "not-json"},
		{"JSON of another program", `{"name":"x","version":1}`, "not-a-plan", "name", "name"},
		{"JSON with a member of a plan", `{"title":5,"id":"a","rows":[]}`, "not-a-plan", "name", "rows"},
		{"a plan without schema", `{"id":"p"}`, "missing-field", "name", "schema"},
		{"a plan of this program", `{"schema":1,"rows":[]}`, "unknown-field", "name", "rows"},
		{"damaged", "{\"schema\":1,\n\"id\":\"p", "syntax", "line", "2"},
	} {
		_, err := poa.Open(nil, []byte(c.data))
		require.ErrorAs(t, err, &e, c.name)
		assert.Equal(t, c.code, poa.CodeOf(err), c.name)
		assert.Equal(t, c.value, argOf(t, e, c.arg), c.name)
	}
}
