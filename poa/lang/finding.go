package lang

import (
	"strings"

	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/internal/wire"
)

// Finding returns a finding as a sentence; if its code has no text, the code. The sentence
// of a finding that stands for others has their number: "… (y 41 más)."
func (p *Printer) Finding(f norm.Finding) string {
	text := p.fill(p.Text(string(f.Code)), &subject{f.Args, f.Basis, f.Path})
	if f.Count < 2 {
		return text
	}
	more := " " + p.TextWith("word.finding-more", norm.Arg{Name: "count", Value: norm.Count(f.Count - 1)})
	if sentence, ok := strings.CutSuffix(text, "."); ok {
		return sentence + more + "."
	}
	return text + more
}

// Fix returns what a fix does, as the label of a button or as advice.
func (p *Printer) Fix(f norm.Fix) string {
	s := &subject{args: f.Args}
	if len(f.Edits) > 0 {
		s.path = f.Edits[0].Path
	}
	return p.fill(p.Text(string(f.Code)), s)
}

// Error returns the sentence for the code of an error (poa.CodeOf), with its
// arguments. If the code is missing or has no text, it returns err.Error(), which is
// English and meant for developers. It returns "" for nil.
func (p *Printer) Error(err error) string {
	if err == nil {
		return ""
	}
	code := poa.CodeOf(err)
	template, ok := p.text("error." + string(code))
	if code == "" || !ok {
		return err.Error()
	}
	s := &subject{}
	if e, ok := wire.Find[interface{ Args() []norm.Arg }](err); ok {
		s.args = e.Args()
	}
	if path, ok := s.arg("path"); ok {
		if text, ok := path.(norm.Text); ok {
			s.path = norm.Path(text)
		}
	}
	return p.fill(template, s)
}
