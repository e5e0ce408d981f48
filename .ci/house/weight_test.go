package house

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// weight is the code of a package in a program: functions, and their bytes before gzip.
type weight struct {
	pkg              string
	functions, bytes int
}

// logWeights builds target of the Makefile with the names of its functions and logs what
// the code of the larger packages weighs, heaviest first.
func logWeights(t *testing.T, target, folder, file string) {
	t.Helper()
	out := t.TempDir()
	run(t, nil, "make", "--no-print-directory", target, folder+"="+out, "STRIP=")
	wasm, err := os.ReadFile(filepath.Join(out, filepath.FromSlash(file)))
	require.NoError(t, err)
	var paths []string
	for _, p := range goList(t, "js", "wasm", "-deps", "-tags", "lean", "./wasm/engine", "./wasm/worker") {
		paths = append(paths, p.ImportPath)
	}
	var b strings.Builder
	for _, w := range weigh(wasm, paths) {
		if w.bytes < 5_000 {
			break
		}
		fmt.Fprintf(&b, "\n%9d bytes %5d functions  %s", w.bytes, w.functions, w.pkg)
	}
	t.Logf("code of %s before gzip:%s", target, &b)
}

// weigh returns what the code of each package in paths weighs, heaviest first. Code without
// a package, such as the comparison of two structs, counts as "other".
func weigh(wasm []byte, paths []string) []weight {
	const imports, code = 2, 10 // sections of the WebAssembly core specification, 5.5.2
	var (
		sizes []int
		first int // the index of the first function that is not imported
		names = map[int]string{}
	)
	for r := (wasmReader{wasm[8:]}); len(r.rest) > 0; {
		id := r.bytes(1)[0]
		section := wasmReader{r.bytes(r.uint())}
		switch id {
		case imports:
			first = section.uint() // Go imports functions only
		case code:
			for n := section.uint(); n > 0; n-- {
				sizes = append(sizes, len(section.bytes(section.uint())))
			}
		case 0:
			if !bytes.Equal(section.bytes(section.uint()), []byte("name")) {
				continue
			}
			for len(section.rest) > 0 {
				kind := section.bytes(1)[0]
				list := wasmReader{section.bytes(section.uint())}
				if kind != 1 { // names of functions
					continue
				}
				for n := list.uint(); n > 0; n-- {
					index := list.uint()
					names[index] = string(list.bytes(list.uint()))
				}
			}
		}
	}
	total := map[string]weight{}
	owners := map[string]string{}
	for _, p := range paths {
		owners[unnamable.ReplaceAllString(p, "_")] = p
	}
	for i, size := range sizes {
		name, owner := names[first+i], "other"
		for at := range name {
			if p := owners[name[:at]]; name[at] == '.' && p != "" {
				owner = p // the longest one
			}
		}
		w := total[owner]
		total[owner] = weight{owner, w.functions + 1, w.bytes + size}
	}
	var list []weight
	for _, w := range total {
		list = append(list, w)
	}
	slices.SortFunc(list, func(a, b weight) int { return cmp.Or(b.bytes-a.bytes, strings.Compare(a.pkg, b.pkg)) })
	return list
}

// The linker writes these as "_" in the names of functions.
var unnamable = regexp.MustCompile(`[^A-Za-z0-9.]`)

// wasmReader reads what Go's linker wrote; it panics at the end of it.
type wasmReader struct{ rest []byte }

func (r *wasmReader) bytes(n int) []byte {
	b := r.rest[:n]
	r.rest = r.rest[n:]
	return b
}

func (r *wasmReader) uint() int {
	v, n := binary.Uvarint(r.rest)
	r.bytes(n)
	return int(v)
}

func TestWeigh(t *testing.T) {
	sized := func(s string) string { return string(rune(len(s))) + s }
	wasm := "\x00asm\x01\x00\x00\x00" +
		"\x02" + sized("\x01\x01m\x01f\x00\x00") + // one imported function
		"\x0a" + sized("\x04"+sized("ab")+sized("abc")+sized("a")+sized("ab")) +
		"\x00" + sized(sized("name")+"\x01"+sized("\x04"+
		"\x01"+sized("x.org_a_b.F_")+"\x02"+sized("x.org_a.F")+"\x03"+sized("a.F")+"\x04"+sized("x.Fo")))
	assert.Equal(t, []weight{
		{"x.org/a", 1, 3}, {"other", 1, 2}, {"x.org/a/b", 1, 2}, {"a", 1, 1},
	}, weigh([]byte(wasm), []string{"a", "x.org/a", "x.org/a/b"}))
}
