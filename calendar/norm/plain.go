package norm

// PlainRune returns the character that people type for one that word processors,
// spreadsheets and PDF files print in its place, so that every reader of typed text
// accepts the same ones:
//
//   - ' ' for the spaces of Unicode, tabs and line breaks;
//   - '-' for the hyphens, dashes and minus signs;
//   - a slash, an apostrophe, a point and a comma for their variants, and ASCII for
//     full-width characters;
//   - the letter or the digit for the mathematical alphanumeric symbols (𝑁, ℝ, 𝟏);
//   - -1 for what is invisible: byte order marks, zero-width characters, soft hyphens,
//     variation selectors, and the marks that set a direction of writing.
//
// It returns any other character as it is. This includes superscripts and fractions (², ½),
// which are not the digits that they resemble, and U+202E, which displays the text after it
// in reverse order.
func PlainRune(r rune) rune {
	switch {
	case r >= 0x21 && r < 0x7F:
		return r
	case r == ' ' || r >= '\t' && r <= '\r' || r == 0x85 || r == 0xA0 || r == 0x1680 || r >= 0x2000 && r <= 0x200A ||
		r == 0x2028 || r == 0x2029 || r == 0x202F || r == 0x205F || r == 0x3000:
		return ' '
	case r < 0x80:
		return r
	case r == 0xAD || r == 0x34F || r == 0x61C || r == 0x180E || r >= 0x200B && r <= 0x200F || r >= 0x202A && r <= 0x202D ||
		r == 0x2060 || r >= 0x2066 && r <= 0x206F || r >= 0xFE00 && r <= 0xFE0F || r == 0xFEFF:
		return -1
	case r >= 0x2010 && r <= 0x2015 || r == 0x2043 || r == 0x2212 || r == 0x02D7 || r == 0x2796 || r == 0xFE58 || r == 0xFE63:
		return '-'
	case r == 0x2215 || r == 0x2044 || r == 0x29F8:
		return '/'
	case r == 0x2018 || r == 0x2019 || r == 0x02BC || r == 0x2032 || r == 0xB4:
		return '\''
	case r == 0x2024 || r == 0xFE52:
		return '.'
	case r == 0x201A || r == 0xFE50:
		return ','
	case r == 0xFE69:
		return '$'
	case r == 0xFE6A:
		return '%'
	case r >= 0xFF01 && r <= 0xFF5E:
		return r - 0xFF01 + '!'
	case r >= 0x2102 && r <= 0x2134:
		return letterlike(r)
	case r >= 0x1D400 && r <= 0x1D7FF:
		return mathematical(r)
	}
	return r
}

// letterlike returns the letter for one of the mathematical letters that Unicode has
// among the letter-like symbols.
func letterlike(r rune) rune {
	switch r {
	case 0x212C:
		return 'B'
	case 0x2102, 0x212D:
		return 'C'
	case 0x2130:
		return 'E'
	case 0x2131:
		return 'F'
	case 0x210B, 0x210C, 0x210D:
		return 'H'
	case 0x2110, 0x2111:
		return 'I'
	case 0x2112:
		return 'L'
	case 0x2133:
		return 'M'
	case 0x2115:
		return 'N'
	case 0x2119:
		return 'P'
	case 0x211A:
		return 'Q'
	case 0x211B, 0x211C, 0x211D:
		return 'R'
	case 0x2124, 0x2128:
		return 'Z'
	case 0x212F:
		return 'e'
	case 0x210A:
		return 'g'
	case 0x210E:
		return 'h'
	case 0x2113:
		return 'l'
	case 0x2134:
		return 'o'
	}
	return r
}

// mathematical returns the letter or digit for a character of the block Mathematical
// Alphanumeric Symbols: 13 Latin alphabets, 5 Greek ones and 5 runs of digits.
func mathematical(r rune) rune {
	switch {
	case r < 0x1D6A4:
		i := (r - 0x1D400) % 52
		if i < 26 {
			return 'A' + i
		}
		return 'a' + i - 26
	case r == 0x1D6A4:
		return 'i'
	case r == 0x1D6A5:
		return 'j'
	case r >= 0x1D7CE:
		return '0' + (r-0x1D7CE)%10
	case r == 0x1D7CA:
		return 'Ϝ'
	case r == 0x1D7CB:
		return 'ϝ'
	case r >= 0x1D6A8 && r < 0x1D7CA:
		switch i := (r - 0x1D6A8) % 58; {
		case i < 17:
			return 'Α' + i
		case i == 17:
			return 'Θ'
		case i < 25:
			return 'Α' + i
		case i == 25:
			return '∇'
		case i < 51:
			return 'α' + i - 26
		case i == 51:
			return '∂'
		default:
			return [...]rune{'ε', 'θ', 'κ', 'φ', 'ρ', 'π'}[i-52]
		}
	}
	return r
}

// Accented returns the letter for a base letter and a combining accent after it, as macOS
// and PDF files write á, ñ and ü. It returns 0 for a pair that has no such letter.
func Accented(base, mark rune) rune {
	var letters, accented string
	switch mark {
	case 0x300:
		letters, accented = "aeiouAEIOU", "àèìòùÀÈÌÒÙ"
	case 0x301, 0x341:
		letters, accented = "aeiouyAEIOUY", "áéíóúýÁÉÍÓÚÝ"
	case 0x302:
		letters, accented = "aeiouAEIOU", "âêîôûÂÊÎÔÛ"
	case 0x303:
		letters, accented = "anoANO", "ãñõÃÑÕ"
	case 0x308:
		letters, accented = "aeiouyAEIOU", "äëïöüÿÄËÏÖÜ"
	case 0x327:
		letters, accented = "cC", "çÇ"
	}
	for i := range len(letters) {
		if rune(letters[i]) == base {
			for _, r := range accented {
				if i == 0 {
					return r
				}
				i--
			}
		}
	}
	return 0
}
