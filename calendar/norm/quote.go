package norm

import "unicode/utf8"

// Quote returns a text for use in an error: in quotes, with invisible characters escaped,
// and cut if it is long.
func Quote(s string) string {
	const most = 40
	b := make([]byte, 1, most+8)
	b[0] = '"'
	for i, r := range s {
		switch {
		case i >= most:
			return string(append(b, "…\""...))
		case r == '"' || r == '\\':
			b = append(b, '\\', byte(r))
		case r < ' ' || r == utf8.RuneError || 0x7F <= r && r < 0xA0:
			const hex = "0123456789abcdef"
			c := s[i]
			b = append(b, '\\', 'x', hex[c>>4], hex[c&15])
		default:
			b = utf8.AppendRune(b, r)
		}
	}
	return string(append(b, '"'))
}
