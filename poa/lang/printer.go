package lang

import (
	"strings"

	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa"
)

// The tags of the languages.
const (
	Spanish = "es-MX"
	English = "en"
)

// Languages returns the tags of the languages, the default first.
func Languages() []string { return []string{Spanish, English} }

// Match returns the language for a tag: English for "en", "en-US" and "EN",
// Spanish for everything else. ok reports whether tag is English or Spanish.
func Match(tag string) (language string, ok bool) {
	primary, _, _ := strings.Cut(tag, "-")
	switch primary {
	case "en", "EN", "En":
		return English, true
	case "es", "ES", "Es":
		return Spanish, true
	}
	return Spanish, false
}

// Printer returns texts in one language, with the overrides of one Env. It is
// immutable and safe for concurrent use.
type Printer struct {
	tag      string
	english  bool
	override func(language, key string) (string, bool)
}

// New returns the Printer of the language that Match returns for tag. env may be
// nil; its Text overrides and adds texts.
func New(tag string, env *poa.Env) *Printer {
	language, _ := Match(tag)
	p := &Printer{tag: language, english: language == English}
	if env != nil {
		p.override = env.Text
	}
	return p
}

// Tag returns the language tag, "es-MX" or "en"; it serves as HTML's lang.
func (p *Printer) Tag() string { return p.tag }

// Text returns the text of a key such as "heading.periods". If the key has no
// text, it returns the key.
func (p *Printer) Text(key string) string {
	if s, ok := p.text(key); ok {
		return s
	}
	return key
}

// TextWith returns the text of a key with arguments filled in, as in
// TextWith("word.as-of", norm.Arg{Name: "date", Value: today}).
func (p *Printer) TextWith(key string, args ...norm.Arg) string {
	return p.fill(p.Text(key), &subject{args: args})
}

// Name returns a label of a norm in the language of p.
func (p *Printer) Name(l norm.Label) string { return l.In(p.tag) }

// Cite returns a citation as official documents write it, followed by its status
// if that is projected, disputed or from memory: "LGCS art. 21 (proyectado)".
func (p *Printer) Cite(b norm.Basis) string {
	s := b.Cite()
	switch b.Status {
	case norm.Projected, norm.Disputed, norm.FromMemory:
		s += " (" + lowerFirst(p.Enum(b.Status)) + ")"
	}
	return s
}

func (p *Printer) text(key string) (string, bool) {
	if p.override != nil {
		if s, ok := p.override(p.tag, key); ok {
			return s, true
		}
	}
	e := find(key)
	if e == nil {
		return "", false
	}
	if p.english {
		return e.en, true
	}
	return e.es, true
}

// Capital returns s with its first letter in upper case, if it is from a to z.
func Capital(s string) string {
	if s != "" && 'a' <= s[0] && s[0] <= 'z' {
		return string(s[0]-'a'+'A') + s[1:]
	}
	return s
}

// lowerFirst is the inverse of Capital, for a label within a sentence.
func lowerFirst(s string) string {
	if s != "" && 'A' <= s[0] && s[0] <= 'Z' {
		return string(s[0]-'A'+'a') + s[1:]
	}
	return s
}
