package lang

import "strings"

// entry is a text in both languages.
type entry struct{ key, es, en string }

// find returns the entry of a key, or nil. It needs tables sorted by key.
func find(key string) *entry {
	prefix, _, _ := strings.Cut(key, ".")
	table := findingTexts
	switch prefix {
	case "enum":
		table = enumTexts
	case "fix":
		table = fixTexts
	case "error", "type":
		table = errorTexts
	case "list", "field", "history":
		table = editTexts
	case "heading", "column", "count", "word":
		table = wordTexts
	}
	lo, hi := 0, len(table)
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		if table[mid].key < key {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(table) && table[lo].key == key {
		return &table[lo]
	}
	return nil
}
