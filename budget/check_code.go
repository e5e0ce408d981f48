package budget

import (
	"strings"

	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// The limits of a finding about many lines: how many related paths it has, and how many
// lines its fix may edit.
const (
	maxRelated = 9
	maxEdits   = 200
)

func knows(catalogue func(string) (norm.Label, bool), code string) bool {
	if catalogue == nil {
		return false
	}
	_, ok := catalogue(code)
	return ok
}

// unknownItems returns the lines of each item that is not in the catalogue, by item.
func (r Rules) unknownItems(rows []LineRow) map[string][]*Line {
	if r.Item == nil {
		return nil
	}
	var items map[string][]*Line
	for i := range rows {
		l := rows[i].Line
		if knows(r.Item, l.Item) {
			continue
		}
		if items == nil {
			items = map[string][]*Line{}
		}
		items[l.Item] = append(items[l.Item], l)
	}
	return items
}

// unknownItem reports the lines of one item that is not in the catalogue.
func (r Rules) unknownItem(lines []*Line) norm.Finding {
	l := lines[0]
	name, item := nameOr(l.Name, l.ID), norm.Text(l.Item)
	path := func(l *Line) norm.Path { return linePath(l).Field("item") }
	var f norm.Finding
	if knows(r.Class, l.Item) {
		class, _ := r.Class(l.Item)
		f = itemGeneral.At(path(l), name, item, norm.Citation(class))
	} else {
		codes := respell(l.Item, func(code string) bool { return knows(r.Item, code) || knows(r.Class, code) })
		f = withCodes(&itemUnknown, path(l), name, item, codes, func(code string) []norm.Edit {
			edits := make([]norm.Edit, 0, len(lines))
			for _, l := range lines {
				edits = append(edits, setCode(path(l), code))
			}
			return edits
		}, len(lines))
	}
	if len(lines) > 1 {
		f.Count = len(lines)
		for _, l := range lines[1:min(len(lines), 1+maxRelated)] {
			f.Related = append(f.Related, path(l))
		}
	}
	return f
}

// unknownSource reports a fund whose CFF code is not in the catalogue.
func (r Rules) unknownSource(fund *Fund) norm.Finding {
	path := norm.Path("funds").Item(fund.ID).Field("cff")
	known := func(code string) bool { return knows(r.Source, code) }
	codes := respell(fund.CFF, known)
	if len(codes) == 0 && len(fund.CFF) == 1 {
		// The codes of 2013 had one digit; those of today have one more before it.
		for d := byte('1'); d <= '9'; d++ {
			if code := string(d) + fund.CFF; known(code) {
				codes = append(codes, code)
			}
		}
	}
	return withCodes(&sourceUnknown, path, nameOr(fund.Name, fund.ID), norm.Text(fund.CFF), codes,
		func(code string) []norm.Edit { return []norm.Edit{setCode(path, code)} }, 1)
}

// withCodes returns a finding with the codes that may have been meant, and a fix if there
// is one such code and not too many edits.
func withCodes(kind *norm.FindingKind, path norm.Path, name, code norm.Text, codes []string, edits func(string) []norm.Edit, n int) norm.Finding {
	if len(codes) == 0 {
		return kind.At(path, name, code)
	}
	f := kind.At(path, name, code, norm.Text(strings.Join(codes, ", ")))
	if len(codes) == 1 && n <= maxEdits {
		f.Fixes = []norm.Fix{fixUseCode.With(edits(codes[0]), norm.Text(codes[0]))}
	}
	return f
}

func setCode(path norm.Path, code string) norm.Edit {
	return norm.Edit{Op: norm.OpSet, Path: path, Value: `"` + code + `"`}
}

// respell returns the code that was meant by one that a spreadsheet or a form changed: it
// has a name after the digits, a decimal point and zeros, separators ("1.1", "36-1"), or
// zeros before it. It returns nil if none of these is known.
func respell(code string, known func(string) bool) []string {
	digits := strings.TrimSpace(strings.ReplaceAll(code, "\u00a0", " "))
	if head, _, ok := strings.Cut(digits, " "); ok && known(head) {
		return []string{head}
	}
	for _, change := range []func(string) string{
		func(s string) string { return s },
		func(s string) string {
			head, zeros, _ := strings.Cut(s, ".")
			if strings.Trim(zeros, "0") != "" {
				return s
			}
			return head
		},
		withoutSeparators,
		func(s string) string { return strings.TrimLeft(s, "0") },
	} {
		next := change(digits)
		if known(next) && isDigits(next) {
			return []string{next}
		}
		if next != "" {
			digits = next
		}
	}
	return nil
}

// withoutSeparators returns s without points, hyphens, slashes, spaces and commas.
func withoutSeparators(s string) string {
	b := make([]byte, 0, len(s))
	for i := range len(s) {
		if strings.IndexByte(".-/ ,", s[i]) < 0 {
			b = append(b, s[i])
		}
	}
	return string(b)
}

func isDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}
