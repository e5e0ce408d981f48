package norm

// AreThousands reports whether separators are between groups of three digits, the first of at
// most three without a zero in front: all the same, or commas for thousands and apostrophes for
// millions, as in 1'234,567. There is one group more than separators.
func AreThousands(groups []string, separators []byte) bool {
	if len(groups[0]) < 1 || len(groups[0]) > 3 || groups[0][0] == '0' {
		return false
	}
	for _, g := range groups[1:] {
		if len(g) != 3 {
			return false
		}
	}
	same, mexican := true, true
	for i, sep := range separators {
		same = same && sep == separators[0]
		mexican = mexican && sep == ",'"[(len(separators)-1-i)%2]
	}
	return same || mexican
}
