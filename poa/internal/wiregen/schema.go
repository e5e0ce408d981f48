package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
)

// textSchemas are the constraints on the types with a text form. They accept what the
// decoder does, except that they know neither the days of a month nor the range of a number.
var textSchemas = map[string]string{
	"calendar.Date":  `"pattern":"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"`,
	"calendar.Month": `"pattern":"^[0-9]{4}-(0[1-9]|1[0-2])$"`,
	"budget.Money":   `"pattern":"^-?(0|[1-9][0-9]*)\\.[0-9]{2}$","not":{"pattern":"^-0\\.00$"}`,
	"exact.Number": `"maxLength":40,"pattern":"^-?(0|[1-9][0-9]*)(/[1-9][0-9]*|(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?)$",` +
		`"not":{"pattern":"^-0(/|(\\.0+)?([eE]|$))"}`,
}

const (
	idPattern   = `^[A-Za-z0-9._:-]{1,64}$`
	pathPattern = `^[^.\[\]]+(\[[^\[\]]+\])?(\.[^.\[\]]+(\[[^\[\]]+\])?)*$`
)

// schema returns the JSON Schema of the target's root.
func schema(g *target) ([]byte, error) {
	d := &describer{g: g, seen: map[string]*named{}, text: map[string]string{}, put: schemaDeclaration}
	root := g.pkg.types[g.root]
	d.schemaOf(&shape{kind: kStruct, t: root})
	if g.err != nil {
		return nil, g.err
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, `{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://%s/poa/schema/poa.schema.json",`, modulePath)
	fmt.Fprintf(&b, `"title":"Plan Operativo Anual","description":%s,"$ref":"#/$defs/%s","$defs":{`, quoteJSON(firstSentence(root.doc)), g.root)
	fmt.Fprintf(&b, `"ID":{"description":"The id of an element, unique in the plan.","type":"string","pattern":%s},`, quoteJSON(idPattern))
	fmt.Fprintf(&b, `"Path":{"description":"The path of a value by names and ids.","type":"string","pattern":%s}`, quoteJSON(pathPattern))
	for _, name := range d.order {
		fmt.Fprintf(&b, ",%s:%s", quoteJSON(name), d.text[name])
	}
	b.WriteString("}}")
	var out bytes.Buffer
	if err := json.Indent(&out, b.Bytes(), "", "  "); err != nil {
		return nil, fmt.Errorf("schema: %w\n%s", err, b.Bytes())
	}
	out.WriteByte('\n')
	return out.Bytes(), nil
}

// schemaOf returns the schema of a shape, and declares the types that it refers to.
func (d *describer) schemaOf(s *shape) string {
	switch s.kind {
	case kString:
		if s.t != nil && s.t.name == "Path" {
			return `{"$ref":"#/$defs/Path"}`
		}
		return `{"type":"string"}`
	case kInt:
		return `{"type":"integer"}`
	case kBool:
		return `{"type":"boolean"}`
	case kJSON:
		return `true`
	case kPointer:
		return d.schemaOf(s.elem)
	case kSlice:
		return `{"type":"array","items":` + d.schemaOf(s.elem) + `}`
	case kArray:
		return fmt.Sprintf(`{"type":"array","minItems":%d,"maxItems":%d,"items":%s}`, s.n, s.n, d.schemaOf(s.elem))
	}
	d.declare(s.t.name, s)
	return `{"$ref":"#/$defs/` + s.t.name + `"}`
}

func schemaDeclaration(d *describer, _ string, s *shape) string {
	var b strings.Builder
	b.WriteString(`{`)
	if doc := firstSentence(s.t.doc); doc != "" {
		fmt.Fprintf(&b, `"description":%s,`, quoteJSON(doc))
	}
	switch s.kind {
	case kEnum:
		keys, _ := json.Marshal(s.t.enumKeys())
		fmt.Fprintf(&b, `"enum":%s}`, keys)
	case kText:
		fmt.Fprintf(&b, `"type":"string",%s}`, textSchemas[s.t.pkg.name+"."+s.t.name])
	case kCustom:
		fmt.Fprintf(&b, `%s`, strings.TrimPrefix(customTypes[s.t.pkg.name+"."+s.t.name].schema, "{"))
	case kStruct:
		b.WriteString(`"type":"object","additionalProperties":false,"properties":{`)
		var required []string
		for i, f := range d.g.fieldsOf(s.t) {
			if i > 0 {
				b.WriteByte(',')
			}
			if f.required {
				required = append(required, f.name)
			}
			fmt.Fprintf(&b, `%s:%s`, quoteJSON(f.name), d.schemaField(f))
		}
		b.WriteByte('}')
		if len(required) > 0 {
			list, _ := json.Marshal(required)
			fmt.Fprintf(&b, `,"required":%s`, list)
		}
		b.WriteByte('}')
	default:
		d.g.fail("no schema for %s", s.t.name)
	}
	return b.String()
}

func (d *describer) schemaField(f field) string {
	text := d.schemaOf(f.shape)
	if f.id || f.ref != "" {
		text = strings.Replace(text, `{"type":"string"}`, `{"$ref":"#/$defs/ID"}`, 1)
	}
	if f.name == "schema" {
		text = `{"type":"integer","minimum":1}`
	}
	if doc := firstSentence(f.doc); doc != "" && strings.HasPrefix(text, "{") {
		text = `{"description":` + quoteJSON(doc) + "," + text[1:]
	}
	return text
}

func quoteJSON(s string) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(s) // a string always encodes
	return strings.TrimSpace(b.String())
}
