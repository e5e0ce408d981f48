package lang

import (
	"strings"

	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa"
)

// The languages there are, as tags.
const (
	Spanish = "es-MX"
	English = "en"
)

// Languages returns the tags of the languages there are, the first language
// first.
func Languages() []string { return []string{Spanish, English} }

// Match returns the language of a tag: "en", "en-US" and "EN" are English, everything
// else is Spanish. ok reports whether the tag was one of the two.
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

// Printer writes texts in one language, with the words of one Env. It is immutable and
// safe for concurrent use.
type Printer struct {
	tag     string
	english bool
	own     func(language, key string) (string, bool)
}

// New returns the Printer of the language that Match finds for tag. env may be
// nil; its Text replaces and adds words.
func New(tag string, env *poa.Env) *Printer {
	language, _ := Match(tag)
	p := &Printer{tag: language, english: language == English}
	if env != nil {
		p.own = env.Text
	}
	return p
}

// Tag returns the language tag, "es-MX" or "en"; it serves as HTML's lang.
func (p *Printer) Tag() string { return p.tag }

// Text returns the text of a key, as in "heading.periods". A key without a
// text is returned itself.
func (p *Printer) Text(key string) string {
	if s, ok := p.text(key); ok {
		return s
	}
	return key
}

// TextWith returns the text of a key with its arguments filled in, as in
// TextWith("word.as-of", norm.Arg{Name: "date", Value: today}).
func (p *Printer) TextWith(key string, args ...norm.Arg) string {
	return p.fill(p.Text(key), &subject{args: args})
}

// Name returns a norm's own name for a thing.
func (p *Printer) Name(l norm.Label) string { return l.In(p.tag) }

// Cite returns a citation as an official document has it, followed by its status if it is
// not sourced: "LGCS art. 21 (proyectado)".
func (p *Printer) Cite(b norm.Basis) string {
	s := b.Cite()
	switch b.Status {
	case norm.Projected, norm.Disputed, norm.FromMemory:
		s += " (" + small(p.Enum(b.Status)) + ")"
	}
	return s
}

func (p *Printer) text(key string) (string, bool) {
	if p.own != nil {
		if s, ok := p.own(p.tag, key); ok {
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

// Capital returns s with a first letter from a to z as a capital, as a title
// begins.
func Capital(s string) string {
	if s != "" && 'a' <= s[0] && s[0] <= 'z' {
		return string(s[0]-'a'+'A') + s[1:]
	}
	return s
}

// small is the inverse of Capital, for a label inside a sentence.
func small(s string) string {
	if s != "" && 'A' <= s[0] && s[0] <= 'Z' {
		return string(s[0]-'A'+'a') + s[1:]
	}
	return s
}
