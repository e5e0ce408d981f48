package lang

import (
	"strconv"
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

// Missing returns a sentence with what a plan does not have yet; "" for an empty list.
func (p *Printer) Missing(list []poa.Missing) string {
	all := ""
	for i, m := range list {
		item := p.Text("word.missing-" + string(m.Path))
		if m.Count > 0 {
			item = p.TextWith("word.missing-targets", norm.Arg{Name: "count", Value: norm.Count(m.Count)})
		}
		switch {
		case i == 0:
		case i < len(list)-1:
			all += ", "
		case strings.HasPrefix(item, "i"):
			all += " " + p.Text("word.and-i") + " "
		default:
			all += " " + p.Text("word.and") + " "
		}
		all += item
	}
	if all == "" {
		return ""
	}
	return p.TextWith("word.missing", text("list", all))
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
// what is accepted, that for a part of the text, or the one for all cases.
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
	if _, ok := s.arg("column"); ok {
		if text, ok := p.text("error." + code + "-at"); ok {
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
