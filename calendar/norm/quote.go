package norm

import "unicode/utf8"

// Quote returns s quoted for an error message. It escapes control characters and
// invalid UTF-8, and replaces what follows the first 40 bytes by an ellipsis.
func Quote(s string) string {
	const (
		maxLen = 40
		hex    = "0123456789abcdef"
	)
	b := make([]byte, 1, maxLen+8)
	b[0] = '"'
	for i, r := range s {
		switch {
		case i >= maxLen:
			return string(append(b, "…\""...))
		case r == '"' || r == '\\':
			b = append(b, '\\', byte(r))
		case r < ' ' || r == 0x7F || r == utf8.RuneError && s[i] != 0xEF: // which begins a U+FFFD
			c := s[i]
			b = append(b, '\\', 'x', hex[c>>4], hex[c&15])
		case 0x80 <= r && r < 0xA0:
			b = append(b, '\\', 'u', '0', '0', hex[r>>4], hex[r&15])
		default:
			b = utf8.AppendRune(b, r)
		}
	}
	return string(append(b, '"'))
}
