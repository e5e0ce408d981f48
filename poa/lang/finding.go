package lang

import (
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/internal/wire"
)

// Finding says a finding in a sentence. A code without a text gives the code.
func (p *Printer) Finding(f norm.Finding) string {
	return p.fill(p.Text(string(f.Code)), &subject{f.Args, f.Basis, f.Path})
}

// Fix says what a fix does, as the label of a button or as advice.
func (p *Printer) Fix(f norm.Fix) string {
	s := &subject{args: f.Args}
	if len(f.Edits) > 0 {
		s.path = f.Edits[0].Path
	}
	return p.fill(p.Text(string(f.Code)), s)
}

// Error says a refusal in a sentence: of a command, of the codec, or of
// whatever carries a code. An error without one is told in its own words,
// which are English and meant for a developer.
func (p *Printer) Error(err error) string {
	if err == nil {
		return ""
	}
	s := &subject{}
	code := poa.CodeOf(err)
	refused, unread := wire.Find[*wire.Error](err)
	told, tells := wire.Find[interface{ Args() []norm.Arg }](err)
	switch {
	case unread:
		code, s.args, s.path = norm.Code(refused.Code), refused.Args, refused.Path
	case tells:
		s.args = told.Args()
		if v, ok := s.arg("path"); ok {
			if t, ok := v.(norm.Text); ok {
				s.path = norm.Path(t)
			}
		}
	}
	template, ok := p.text("error." + string(code))
	if code == "" || !ok {
		return err.Error()
	}
	return p.fill(template, s)
}
