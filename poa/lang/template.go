package lang

import (
	"strings"

	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/kpi/exact"
	"github.com/rumbo-mx/rumbo/poa/internal/wire"
)

// subject holds the values that fill a template.
type subject struct {
	args  []norm.Arg
	basis *norm.Basis
	path  norm.Path
}

func (s *subject) arg(name string) (any, bool) {
	for i := range s.args {
		if s.args[i].Name == name {
			return s.args[i].Value, true
		}
	}
	return nil, false
}

// empty reports whether an argument is the zero Date or an empty Text.
func (s *subject) empty(name string) bool {
	switch v, _ := s.arg(name); v := v.(type) {
	case calendar.Date:
		return v.IsZero()
	case norm.Text:
		return v == ""
	}
	return false
}

// fill replaces the placeholders in braces, and omits a part in brackets if an
// argument in it is missing or empty. A placeholder outside of brackets that cannot be
// filled is left unchanged, so that the mistake is visible.
func (p *Printer) fill(template string, s *subject) string {
	var b strings.Builder
	for {
		i := strings.IndexAny(template, "{[")
		if i < 0 {
			break
		}
		b.WriteString(template[:i])
		end := closing(template[i:])
		if end < 0 {
			template = template[i:]
			break
		}
		part := template[i : i+end+1]
		template = template[i+end+1:]
		if part[0] == '[' {
			if inner := part[1:end]; p.complete(inner, s) {
				b.WriteString(p.fill(inner, s))
			}
			continue
		}
		if text, ok := p.expand(part[1:end], s); ok {
			part = text
		}
		b.WriteString(part)
	}
	b.WriteString(template)
	return b.String()
}

// closing returns the index of the brace or bracket that closes the one that s
// begins with, or -1. Braces do not nest in braces, nor brackets in brackets.
func closing(s string) int {
	if s[0] == '[' {
		return strings.IndexByte(s, ']')
	}
	return strings.IndexByte(s, '}')
}

// complete reports whether s has a non-empty value for every placeholder of template.
func (p *Printer) complete(template string, s *subject) bool {
	for {
		_, rest, ok := strings.Cut(template, "{")
		if !ok {
			return true
		}
		inner, rest, ok := strings.Cut(rest, "}")
		if !ok {
			return true
		}
		if _, ok := p.expand(inner, s); !ok || s.empty(inner) {
			return false
		}
		template = rest
	}
}

func (p *Printer) expand(inner string, s *subject) (string, bool) {
	if name, forms, ok := strings.Cut(inner, "|"); ok {
		v, _ := s.arg(name)
		n, isCount := v.(norm.Count)
		return plural(int(n), forms), isCount
	}
	if first, last, ok := strings.Cut(inner, ".."); ok {
		a, _ := s.arg(first)
		b, _ := s.arg(last)
		start, ok1 := a.(calendar.Date)
		end, ok2 := b.(calendar.Date)
		return p.Span(calendar.Span{Start: start, End: end}), ok1 && ok2
	}
	switch inner {
	case "status":
		return p.statusMark(s.basis), true
	case "place":
		return p.Place(s.path), true
	case "field":
		return p.fieldOf(s.path), true
	case "dateHint":
		return p.Text("word.date-hint"), isDate(s.path)
	}
	v, ok := s.arg(inner)
	if !ok {
		return "", false
	}
	switch v := v.(type) {
	case norm.Text:
		if inner == "path" {
			return p.Place(norm.Path(v)), true
		}
	case norm.Count:
		if inner == "year" {
			return year(int(v)), true
		}
	}
	return p.value(v), true
}

// statusMark returns the mark that follows a name in a sentence, such as
// " (proyectada)", or "" for a sourced fact. It is feminine in Spanish, to agree with
// veda, fecha and regla.
func (p *Printer) statusMark(b *norm.Basis) string {
	if b == nil || b.Status == norm.Sourced || b.Status.String() == "" {
		return ""
	}
	return " (" + p.Text("word.mark-"+b.Status.String()) + ")"
}

// value formats an argument by its type.
func (p *Printer) value(v any) string {
	switch v := v.(type) {
	case norm.Text:
		if strings.TrimSpace(string(v)) == "" {
			return p.Text("word.unnamed")
		}
		return withoutHidden(string(v))
	case norm.Count:
		return group(int64(v))
	case wire.Type:
		return p.typeName(v)
	case norm.Citation:
		return p.Name(norm.Label(v))
	case calendar.Weekday:
		return p.Weekday(v)
	case calendar.Date:
		return p.Date(v)
	case calendar.Span:
		return p.Span(v)
	case calendar.Month:
		return p.Month(v.Number()) + p.yearSeparator() + year(v.Year())
	case budget.Money:
		return p.Money(v)
	case exact.Number:
		return p.Number(v, exactDecimals(v))
	case interface{ Value() calendar.Rule }:
		return p.Rule(v.Value())
	case interface{ MarshalText() ([]byte, error) }:
		return p.Enum(v)
	}
	return ""
}

// withoutHidden returns a text of a plan for a sentence: byte order marks, and characters
// that set the direction of what follows, also of the rest of the sentence, become U+FFFD.
// Control characters stay: each output has its own way to show them.
func withoutHidden(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 || r == 0x200E || r == 0x200F || r == 0x061C || r == 0xFEFF {
			return '\uFFFD'
		}
		return r
	}, s)
}

// plural returns one of the two forms of "one|other", by n.
func plural(n int, forms string) string {
	one, other, ok := strings.Cut(forms, "|")
	if !ok || n == 1 || n == -1 {
		return one
	}
	return other
}
