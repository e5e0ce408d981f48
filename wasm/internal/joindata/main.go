// Command joindata makes a WebAssembly program of Go a tenth smaller to download:
//
//	go run ./wasm/internal/joindata FILE
//
// Go's linker leaves out each run of eight or more zero bytes of the initial memory and
// begins a new data segment after it. The table in which the runtime finds functions has
// such a run in each of its entries: 88,000 segments of two bytes in the engine, whose
// addresses compress badly, where the same zeros, written out, nearly vanish. joindata joins
// segments again that few zeros separate. The memory of the program stays the same byte for
// byte; a file that was joined before is left as it is.
package main

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"slices"
)

// maxZeros is the longest run of zeros to be written out. Longer ones are rare.
const maxZeros = 64

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: joindata FILE")
		os.Exit(2)
	}
	if err := rewrite(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "joindata:", err)
		os.Exit(1)
	}
}

func rewrite(name string) error {
	program, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	joined, err := join(program)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return os.WriteFile(name, joined, 0o644)
}

// The forms of the WebAssembly core specification: 5.5.2 sections, 5.5.14 data.
const (
	header      = "\x00asm\x01\x00\x00\x00"
	dataSection = 11
	i32Const    = 0x41
	end         = 0x0b
)

var errForm = errors.New("not a WebAssembly program as Go writes it")

// join returns program with joined data segments. All other sections stay as they are.
func join(program []byte) ([]byte, error) {
	if !bytes.HasPrefix(program, []byte(header)) {
		return nil, errForm
	}
	out := []byte(header)
	r := reader{rest: program[len(header):]}
	for len(r.rest) > 0 && !r.failed {
		id := r.byte()
		section := r.bytes()
		if id == dataSection {
			segments, err := readSegments(section)
			if err != nil {
				return nil, err
			}
			if segments, err = joined(segments); err != nil {
				return nil, err
			}
			section = appendSegments(nil, segments)
		}
		out = append(out, id)
		out = appendBytes(out, section)
	}
	if r.failed {
		return nil, errForm
	}
	return out, nil
}

// segment is a part of the initial memory that begins at address.
type segment struct {
	address int
	data    []byte
}

func (s segment) end() int { return s.address + len(s.data) }

// joined returns segments in the order of their addresses, without gaps of up to maxZeros.
// Segments that overlap are an error.
func joined(segments []segment) ([]segment, error) {
	slices.SortFunc(segments, func(a, b segment) int { return a.address - b.address })
	var list []segment
	for _, s := range segments {
		if len(list) > 0 {
			last := &list[len(list)-1]
			gap := s.address - last.end()
			if gap < 0 {
				return nil, errForm
			}
			if gap <= maxZeros {
				last.data = append(last.data, make([]byte, gap)...)
				last.data = append(last.data, s.data...)
				continue
			}
		}
		list = append(list, segment{s.address, slices.Clone(s.data)})
	}
	return list, nil
}

// readSegments reads a data section: active segments of memory 0 at constant addresses.
func readSegments(section []byte) ([]segment, error) {
	r := reader{rest: section}
	var list []segment
	for n := r.uint(); n > 0 && !r.failed; n-- {
		if r.byte() != 0 || r.byte() != i32Const {
			return nil, errForm
		}
		s := segment{address: r.int()}
		if r.byte() != end || s.address < 0 {
			return nil, errForm
		}
		s.data = r.bytes()
		list = append(list, s)
	}
	if r.failed || len(r.rest) > 0 {
		return nil, errForm
	}
	return list, nil
}

func appendSegments(b []byte, segments []segment) []byte {
	b = binary.AppendUvarint(b, uint64(len(segments)))
	for _, s := range segments {
		b = append(b, 0, i32Const)
		b = appendInt(b, s.address)
		b = append(b, end)
		b = appendBytes(b, s.data)
	}
	return b
}

func appendBytes(b, data []byte) []byte {
	return append(binary.AppendUvarint(b, uint64(len(data))), data...)
}

// appendInt appends a signed LEB128 number that is not negative: the sixth bit of the last
// byte is the sign.
func appendInt(b []byte, v int) []byte {
	for ; v >= 0x40; v >>= 7 {
		b = append(b, byte(v)|0x80)
	}
	return append(b, byte(v))
}

// reader reads from the beginning of rest. After the end of it, failed is set and what is
// read is zero.
type reader struct {
	rest   []byte
	failed bool
}

func (r *reader) take(n uint64) []byte {
	if r.failed || n > uint64(len(r.rest)) {
		r.failed = true
		return nil
	}
	taken := r.rest[:n]
	r.rest = r.rest[n:]
	return taken
}

func (r *reader) byte() byte {
	if b := r.take(1); b != nil {
		return b[0]
	}
	return 0
}

// bytes reads a length and so many bytes.
func (r *reader) bytes() []byte { return r.take(r.uint()) }

// uint reads an unsigned LEB128 number.
func (r *reader) uint() uint64 {
	v, n := binary.Uvarint(r.rest)
	if n <= 0 {
		r.failed = true
		return 0
	}
	r.take(uint64(n))
	return v
}

// int reads a signed LEB128 number of 32 bits.
func (r *reader) int() int {
	v, shift := int32(0), 0
	for {
		c := r.byte()
		v |= int32(c&0x7f) << shift
		shift += 7
		if c&0x80 == 0 || shift > 28 {
			if c&0x40 != 0 && shift < 32 {
				v |= -1 << shift
			}
			return int(v)
		}
	}
}
