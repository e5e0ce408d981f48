package poa

import "math/bits"

// idTable knows the list that each id of a document stands in. It is a hash
// table of its own because a document has as many ids as elements and more
// references than ids, and the built-in map is half the time of opening one in
// a browser. Ids that somebody chose so that they collide cost a map instead.
type idTable struct {
	slots []idSlot // their number is a power of two
	shift uint
	slow  map[string]listKind // in place of slots
}

type idSlot struct {
	id   string
	kind listKind
}

// mostProbes is how many slots are looked at before the table becomes a map.
const mostProbes = 32

func newIDTable(n int) *idTable {
	width := uint(bits.Len(uint(2*n + 16)))
	return &idTable{slots: make([]idSlot, 1<<width), shift: 64 - width}
}

// add notes an id and reports whether it is new.
func (t *idTable) add(id string, kind listKind) bool {
	if t.slow == nil {
		i := int(idHash(id) >> t.shift)
		for range mostProbes {
			s := &t.slots[i&(len(t.slots)-1)]
			if s.id == "" {
				s.id, s.kind = id, kind
				return true
			}
			if s.id == id {
				return false
			}
			i++
		}
		t.slow = make(map[string]listKind, len(t.slots))
		for _, s := range t.slots {
			if s.id != "" {
				t.slow[s.id] = s.kind
			}
		}
		t.slots = nil
	}
	if _, ok := t.slow[id]; ok {
		return false
	}
	t.slow[id] = kind
	return true
}

// kind returns the list an id stands in, or zero.
func (t *idTable) kind(id string) listKind {
	if t.slow != nil {
		return t.slow[id]
	}
	i := int(idHash(id) >> t.shift)
	for range mostProbes {
		s := &t.slots[i&(len(t.slots)-1)]
		if s.id == id {
			return s.kind
		}
		if s.id == "" {
			return 0
		}
		i++
	}
	return 0
}

// idHash mixes the length of an id with its ends and middle, eight bytes each.
func idHash(s string) uint64 {
	const odd = 0x9E3779B97F4A7C15
	h := uint64(len(s)) * odd
	if n := len(s); n < 8 {
		switch {
		case n >= 4:
			h ^= four(s) | four(s[n-4:])<<32
		case n > 0:
			h ^= uint64(s[0]) | uint64(s[n>>1])<<8 | uint64(s[n-1])<<16
		}
		h *= odd
		return (h ^ h>>29) * odd
	}
	h ^= eight(s)
	h *= odd
	h ^= h>>31 ^ eight(s[len(s)-8:])
	h *= odd
	if len(s) > 16 {
		h ^= h>>31 ^ eight(s[len(s)/2-4:])
		h *= odd
	}
	return (h ^ h>>29) * odd
}

// four returns the first four bytes of s.
func four(s string) uint64 {
	s = s[:4]
	return uint64(uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24)
}

// eight returns the first eight bytes of s; the compiler makes one load of it.
func eight(s string) uint64 {
	s = s[:8]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}
