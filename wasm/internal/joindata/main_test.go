package main

import (
	"encoding/binary"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// program returns a program with sections before and after its data.
func program(segments ...segment) []byte {
	b := []byte(header + "\x0a\x03abc\x0b") // a section of code, then the id of that of data
	b = appendBytes(b, appendSegments(nil, segments))
	return append(b, "\x00\x05\x04name"...)
}

// segmentsOf returns the segments of the data section in program.
func segmentsOf(t require.TestingT, program []byte) []segment {
	program = program[len(header):]
	for len(program) > 0 {
		size, n := binary.Uvarint(program[1:])
		section := program[1+n : 1+n+int(size)]
		if program[0] == dataSection {
			list, err := readSegments(section)
			require.NoError(t, err)
			return list
		}
		program = program[1+n+int(size):]
	}
	return nil
}

func TestJoin(t *testing.T) {
	zeros := func(n int) string { return string(make([]byte, n)) }
	for _, tt := range []struct {
		name       string
		have, want []segment
	}{
		{"none", nil, nil},
		{"one", []segment{{4, []byte("ab")}}, []segment{{4, []byte("ab")}}},
		{"entries of the function table", []segment{{20, []byte("ab")}, {40, []byte("cd")}, {60, []byte("ef")}}, []segment{{20, []byte("ab" + zeros(18) + "cd" + zeros(18) + "ef")}}},
		{"adjacent", []segment{{4, []byte("ab")}, {6, []byte("cd")}}, []segment{{4, []byte("abcd")}}},
		{"longest gap", []segment{{0, []byte("a")}, {65, []byte("b")}}, []segment{{0, []byte("a" + zeros(64) + "b")}}},
		{"longer gap", []segment{{0, []byte("a")}, {66, []byte("b")}}, []segment{{0, []byte("a")}, {66, []byte("b")}}},
		{"out of order", []segment{{90, []byte("c")}, {1 << 30, []byte("d")}, {80, []byte("b")}}, []segment{{80, []byte("b" + zeros(9) + "c")}, {1 << 30, []byte("d")}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := join(program(tt.have...))
			require.NoError(t, err)
			assert.Equal(t, program(tt.want...), got)
		})
	}
}

func TestJoinKeepsTheMemory(t *testing.T) {
	memory := func(t require.TestingT, program []byte) []byte {
		memory := make([]byte, 1<<16)
		for _, s := range segmentsOf(t, program) {
			copy(memory[s.address:], s.data)
		}
		return memory
	}
	rapid.Check(t, func(t *rapid.T) {
		var segments []segment
		at := 0
		for range rapid.IntRange(0, 50).Draw(t, "segments") {
			at += rapid.IntRange(0, 2*maxZeros).Draw(t, "gap")
			s := segment{at, rapid.SliceOfN(rapid.Byte(), 1, 200).Draw(t, "data")}
			segments = append(segments, s)
			at = s.end()
		}
		before := program(rapid.Permutation(segments).Draw(t, "order")...)
		after, err := join(before)
		require.NoError(t, err)
		assert.Equal(t, memory(t, before), memory(t, after))
		list := segmentsOf(t, after)
		for i := 1; i < len(list); i++ {
			assert.Greater(t, list[i].address-list[i-1].end(), maxZeros)
		}
		again, err := join(after)
		require.NoError(t, err)
		assert.Equal(t, after, again, "joined twice")
	})
}

func TestRewriteRejects(t *testing.T) {
	good := string(program(segment{4, []byte("ab")}))
	for name, text := range map[string]string{
		"empty":                    "",
		"no program":               "ELF",
		"end within a section":     good[:len(good)-1],
		"end within a length":      header + "\x0b\x80",
		"end within a segment":     header + "\x0b\x05\x01\x00\x41\x04\x0b",
		"passive segment":          header + "\x0b\x04\x01\x01\x01a",
		"computed address":         header + "\x0b\x07\x01\x00\x23\x00\x0b\x01a",
		"negative address":         header + "\x0b\x07\x01\x00\x41\x7f\x0b\x01a",
		"overlapping segments":     string(program(segment{4, []byte("ab")}, segment{5, []byte("cd")})),
		"bytes after the segments": header + "\x0b\x08\x01\x00\x41\x04\x0b\x01ab",
	} {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "program.wasm")
			require.NoError(t, os.WriteFile(file, []byte(text), 0o644))
			assert.ErrorIs(t, rewrite(file), errForm)
			left, err := os.ReadFile(file)
			require.NoError(t, err)
			assert.Equal(t, text, string(left), "the file is left as it is")
		})
	}
	assert.ErrorIs(t, rewrite(filepath.Join(t.TempDir(), "missing.wasm")), os.ErrNotExist)
}

func FuzzJoin(f *testing.F) {
	f.Add(program(segment{4, []byte("ab")}, segment{20, []byte("cd")}))
	f.Add([]byte(header + "\x0b\x07\x01\x00\x41\x7f\x0b\x01a"))
	f.Fuzz(func(t *testing.T, b []byte) {
		once, err := join(b)
		if err != nil {
			return
		}
		twice, err := join(once)
		require.NoError(t, err)
		assert.Equal(t, once, twice)
	})
}
