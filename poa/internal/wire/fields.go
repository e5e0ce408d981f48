package wire

// Fields is where the reader of one object stands: which fields it has seen,
// and which one it is at. The zero value is in front of the object.
type Fields struct {
	seen   uint64
	at     int // the field whose value is read
	opened bool
	absent bool // an allowed null stood in place of the object
}

// Member reads the next key of an object and returns the position of its name
// in names, which has at most 64; it stops before the value. The first call
// enters the object. It returns -1 at the end of the object and on a refusal:
// of the value read last, whose field it then puts in front of the path, of a
// name that is not in names, and of one that comes twice.
//
// Names in the order of names, as our own writer has them, are found at once.
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

// Whole ends an object: it refuses one without the fields of required, a bit
// for each position, and reports success.
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
