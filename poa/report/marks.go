package report

import (
	"slices"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// marks are the sorted paths of the illustrative values.
type marks []norm.Path

// has reports whether the value at path, a part of it, or a value that contains it is
// illustrative.
func (m marks) has(path norm.Path) bool {
	i, found := slices.BinarySearch(m, path)
	if found {
		return true
	}
	for ; i < len(m) && strings.HasPrefix(string(m[i]), string(path)); i++ {
		if m[i].Within(path) {
			return true
		}
	}
	for p := string(path); ; {
		cut := strings.LastIndexAny(p, ".[")
		if cut <= 0 {
			return false
		}
		p = p[:cut]
		if _, found := slices.BinarySearch(m, norm.Path(p)); found {
			return true
		}
	}
}
