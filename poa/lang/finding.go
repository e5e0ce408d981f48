package lang

import (
	"strconv"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/internal/wire"
)

// Finding returns a finding as a sentence; if its code has no text, the code.
func (p *Printer) Finding(f norm.Finding) string {
	return p.fill(p.Text(string(f.Code)), &subject{f.Args, f.Basis, f.Path})
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
	s := &subject{}
	if e, ok := wire.Find[interface{ Args() []norm.Arg }](err); ok {
		s.args = e.Args()
	}
	template, ok := p.errorText(string(code), s)
	if code == "" || !ok {
		return err.Error()
	}
	for i, a := range s.args {
		if a.Name == "value" && a.Value == norm.Text("") {
			s.args[i].Value = norm.Text(`""`) // as the file has it
		}
	}
	if path, ok := s.arg("path"); ok {
		if text, ok := path.(norm.Text); ok {
			s.path = p.described(norm.Path(text))
		}
	}
	return p.fill(template, s)
}

// described returns the longest part of a path that has words: of a field that no plan
// has, what contains it. It returns a path without words unchanged, except that it leaves
// out the parameters of a request.
func (p *Printer) described(path norm.Path) norm.Path {
	if path == "params" {
		return ""
	}
	path = norm.Path(strings.TrimPrefix(string(path), "params."))
	for part := path; part != ""; part = part[:max(strings.LastIndexAny(string(part), ".["), 0)] {
		if list, field := p.split(part); list != "" || field != "" {
			return part
		}
	}
	return path
}

// errorText returns the text of an error code: that for the format of a file, that with
// what is accepted, or the one for all cases.
func (p *Printer) errorText(code string, s *subject) (string, bool) {
	if f, ok := s.arg("format"); ok {
		if f, ok := f.(wire.Format); ok {
			if text, ok := p.text("error." + code + "-" + string(f)); ok {
				return text, true
			}
		}
	}
	if _, ok := s.arg("want"); ok {
		if text, ok := p.text("error." + code + "-want"); ok {
			return text, true
		}
	}
	return p.text("error." + code)
}

// typeName returns the text of a type of values: "un texto entre comillas".
func (p *Printer) typeName(t wire.Type) string {
	if n, ok := strings.CutPrefix(string(t), string(wire.TypeList)+" of "); ok {
		count, _ := strconv.Atoi(n)
		return p.TextWith("type.list-of", norm.Arg{Name: "count", Value: norm.Count(count)})
	}
	return p.Text("type." + strings.ReplaceAll(string(t), " ", "-"))
}
