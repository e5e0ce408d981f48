package poa

import (
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// MaxAlike is the maximum number of findings with the same code and severity that
// Analysis.Findings lists one by one.
const MaxAlike = 20

// maxRelated is the maximum number of related paths of a finding that stands for others.
const maxRelated = 9

// alike identifies the findings that fold makes one.
type alike struct {
	code     norm.Code
	severity norm.Severity
}

// fold returns a list in which more than MaxAlike findings with the same code and severity
// are one, at the place of the first and without fixes. Findings of the list may stand for
// others already: folding parts of a list and then all of it is the same as folding it at
// once. It returns the list itself if there is nothing to fold.
func fold(list []norm.Finding) []norm.Finding {
	if len(list) <= MaxAlike && !anyFolded(list) {
		return list
	}
	total := make(map[alike]int)
	for i := range list {
		total[kindOf(&list[i])] += list[i].Total()
	}
	n := 0
	for _, count := range total {
		n += min(count, MaxAlike)
	}
	folded := make([]norm.Finding, 0, n)
	first := make(map[alike]int) // the index in folded of each finding that stands for others
	for i := range list {
		f := &list[i]
		kind := kindOf(f)
		if total[kind] <= MaxAlike {
			folded = append(folded, *f)
			continue
		}
		at, seen := first[kind]
		if !seen {
			first[kind] = len(folded)
			folded = append(folded, standFor(f, total[kind]))
			continue
		}
		to := &folded[at]
		if to.Related = addPath(to.Related, f.Path); f.Count > 1 {
			for _, p := range f.Related {
				to.Related = addPath(to.Related, p)
			}
		}
	}
	return folded
}

func kindOf(f *norm.Finding) alike { return alike{f.Code, f.Severity} }

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
	var list []norm.Finding
	for _, r := range a.results {
		for i := range r.findings {
			if f := &r.findings[i]; f.Path.Within(path) {
				list = append(list, *f)
			}
		}
	}
	return list
}
