package wire

// Fields tracks which fields of an object were read, and the current one. The zero
// value is for an object that is not entered yet.
type Fields struct {
	seen   uint64
	at     int // the current field
	opened bool
	absent bool // the value is a null that is allowed
}

// Member reads the next key of an object and returns its position in names, which
// has at most 64; it stops before the value. The first call enters the object. It
// returns -1 at the end of the object and on an error: an unknown key, a duplicate
// key, or an error in the value read last, whose field it puts in front of the path.
//
// Keys in the order of names, as the encoder writes them, need no search.
func (d *Decoder) Member(m *Fields, names []string) int {
	switch {
	case !m.opened:
		m.opened = true
		m.at = -1
		if !d.Open() {
			m.absent = true
			return -1
		}
	case d.err != nil:
		d.In(names[m.at])
		return -1
	}
	if !d.Next() {
		return -1
	}
	i := m.at + 1
	if i >= len(names) || names[i] != d.key {
		if i = indexOf(names, d.key); i < 0 {
			d.Unknown(d.key)
			return -1
		}
	}
	if m.seen&(1<<i) != 0 {
		d.Duplicate(d.key)
		return -1
	}
	m.seen |= 1 << i
	m.at = i
	return i
}

func indexOf(names []string, key string) int {
	for i, name := range names {
		if name == key {
			return i
		}
	}
	return -1
}

// Whole ends an object. It rejects an object without the fields of required, which
// has a bit for each position in names, and reports success.
func (d *Decoder) Whole(m *Fields, names []string, required uint64) bool {
	if d.err != nil || m.absent {
		return d.err == nil
	}
	for i, name := range names {
		if required&^m.seen&(1<<i) != 0 {
			return d.Require(false, name)
		}
	}
	return true
}
