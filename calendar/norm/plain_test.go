package norm_test

import (
	"fmt"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"

	"github.com/rumbo-mx/rumbo/calendar/norm"
)

func ExamplePlainRune() {
	var plain []rune
	for _, r := range "\uFEFF𝑁 − １５\u202F‰" {
		if p := norm.PlainRune(r); p >= 0 {
			plain = append(plain, p)
		}
	}
	fmt.Printf("%q\n", string(plain))
	// Output: "N - 15 ‰"
}

func ExampleAccented() {
	fmt.Printf("%c %c %q\n", norm.Accented('n', '\u0303'), norm.Accented('U', '\u0308'), norm.Accented('x', '\u0301'))
	// Output: ñ Ü '\x00'
}

// Every space, dash and default-ignorable character of Unicode's tables has a plain form,
// and a plain form is plain.
func TestPlainRuneWalksTheTables(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		p := norm.PlainRune(r)
		if p >= 0 {
			assert.Equal(t, p, norm.PlainRune(p), "%U", r)
		}
		switch {
		case unicode.Is(unicode.White_Space, r):
			assert.Equal(t, ' ', p, "%U", r)
		case r == 0x202E:
			assert.Equal(t, r, p)
		case unicode.Is(unicode.Bidi_Control, r):
			assert.Equal(t, rune(-1), p, "%U", r)
		case unicode.Is(unicode.Dash, r) && r >= 0x2010 && r <= 0x2015:
			assert.Equal(t, '-', p, "%U", r)
		case r >= 0x1D400 && r <= 0x1D7FF && unicode.IsLetter(r), r >= 0xFF21 && r <= 0xFF5A && unicode.IsLetter(r):
			assert.True(t, unicode.IsLetter(p) && p < 0x400, "%U is %U", r, p)
			assert.True(t, unicode.IsUpper(r) == unicode.IsUpper(p), "%U is %U", r, p)
		case r >= 0x1D7CE && r <= 0x1D7FF, r >= 0xFF10 && r <= 0xFF19:
			assert.True(t, p >= '0' && p <= '9', "%U is %U", r, p)
		case r >= 0x20 && r < 0x7F:
			assert.Equal(t, r, p)
		}
	}
	for _, r := range "²½°ºª•·×ñáΣ" {
		assert.Equal(t, r, norm.PlainRune(r), "%c has a meaning of its own", r)
	}
	for text, want := range map[string]rune{"𝐴": 'A', "𝟡": '9', "ℎ": 'h', "𝑥": 'x', "𝚣": 'z', "𝛢": 'Α', "𝛺": 'Ω', "𝜎": 'σ', "𝜛": 'π', "ℕ": 'N', "’": '\'', "․": '.', "＄": '$'} {
		for _, r := range text {
			assert.Equal(t, want, norm.PlainRune(r), text)
		}
	}
}
