package lang

import "encoding"

// Enum returns the label of a value of an enum. The label of an unspecified or
// invalid value is "sin especificar"; a value of a type without labels is returned
// as its wire key.
func (p *Printer) Enum(v encoding.TextMarshaler) string {
	text, err := v.MarshalText()
	if err != nil || len(text) == 0 {
		return p.Text("word.unspecified")
	}
	name := enumName(v)
	if name == "" {
		return string(text)
	}
	return p.Text("enum." + name + "." + string(text))
}
