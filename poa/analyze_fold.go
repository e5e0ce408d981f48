package poa

import (
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// MaxAlike is the maximum number of findings with the same code and severity that
// Analysis.Findings lists one by one.
const MaxAlike = 20

// maxRelated is the maximum number of related paths of a finding that stands for others.
const maxRelated = 9

// alike counts the findings that fold makes one: those with a code and a severity.
type alike struct {
	code     norm.Code
	severity norm.Severity
	total    int
	at       int // the index of the finding that stands for them, or -1
}

// kinds are the counts of the kinds of findings of a list. There are few kinds, and most
// findings are of the kind of the one before.
type kinds struct {
	list []alike
	last int
}

// of returns the count of the kind of f.
func (k *kinds) of(f *norm.Finding) *alike {
	for i := range k.list {
		at := (k.last + i) % len(k.list)
		if c := &k.list[at]; c.code == f.Code && c.severity == f.Severity {
			k.last = at
			return c
		}
	}
	k.last = len(k.list)
	k.list = append(k.list, alike{f.Code, f.Severity, 0, -1})
	return &k.list[k.last]
}

// fold returns a list in which more than MaxAlike findings with the same code and severity
// are one, at the place of the first and without fixes. Findings of the list may stand for
// others already: folding parts of a list and then all of it is the same as folding it at
// once. It returns the list itself if there is nothing to fold.
func fold(list []norm.Finding) []norm.Finding {
	if len(list) <= MaxAlike && !anyFolded(list) {
		return list
	}
	var count kinds
	for i := range list {
		count.of(&list[i]).total += list[i].Total()
	}
	n := 0
	for i := range count.list {
		n += min(count.list[i].total, MaxAlike)
	}
	folded := make([]norm.Finding, 0, n)
	for i := range list {
		f := &list[i]
		switch kind := count.of(f); {
		case kind.total <= MaxAlike:
			folded = append(folded, *f)
		case kind.at < 0:
			kind.at = len(folded)
			folded = append(folded, standFor(f, kind.total))
		default:
			to := &folded[kind.at]
			if to.Related = addPath(to.Related, f.Path); f.Count > 1 {
				for _, p := range f.Related {
					to.Related = addPath(to.Related, p)
				}
			}
		}
	}
	return folded
}

func anyFolded(list []norm.Finding) bool {
	for i := range list {
		if list[i].Count > 1 {
			return true
		}
	}
	return false
}

// standFor returns a finding that stands for count ones, of which f is the first. If f
// stands for all of them already, it is f, with its fixes.
func standFor(f *norm.Finding, count int) norm.Finding {
	g := *f
	if f.Count == count {
		return g
	}
	g.Count, g.Fixes, g.Related = count, nil, make([]norm.Path, 0, maxRelated)
	if f.Count > 1 {
		g.Related = append(g.Related, f.Related...)
	}
	return g
}

func addPath(list []norm.Path, p norm.Path) []norm.Path {
	if len(list) < maxRelated {
		list = append(list, p)
	}
	return list
}

// FindingsAt returns the findings at or below a path, one by one, in the order of Findings;
// those of the whole plan for "". It visits all findings: a caller with many elements of a
// list must ask for the list.
func (a *Analysis) FindingsAt(path norm.Path) []norm.Finding {
	n := 0
	for _, r := range a.results {
		for i := range r.findings {
			if r.findings[i].Path.Within(path) {
				n++
			}
		}
	}
	if n == 0 {
		return nil
	}
	list := make([]norm.Finding, 0, n)
	for _, r := range a.results {
		for i := range r.findings {
			if f := &r.findings[i]; f.Path.Within(path) {
				list = append(list, *f)
			}
		}
	}
	return list
}
