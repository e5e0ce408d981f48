package lang

import (
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/internal/wire"
)

// Finding returns the sentence of a finding, or its code if there is no text.
func (p *Printer) Finding(f norm.Finding) string {
	return p.fill(p.Text(string(f.Code)), &subject{f.Args, f.Basis, f.Path})
}

// Fix returns the text of a fix, for a button or as advice.
func (p *Printer) Fix(f norm.Fix) string {
	s := &subject{args: f.Args}
	if len(f.Edits) > 0 {
		s.path = f.Edits[0].Path
	}
	return p.fill(p.Text(string(f.Code)), s)
}

// Error returns the sentence of an error that has a code (poa.CodeOf), with its
// arguments. An error without one returns its own text, which is English and meant for
// a developer.
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
