package input

import "strings"

// cutCardinal returns the whole number in Spanish words at the beginning of a folded text,
// as in "un millon doscientos treinta y cuatro mil cien", and the rest. ok is false if there
// is none; "millones" alone is no number.
func cutCardinal(s string) (n int64, rest string, ok bool) {
	if name, after := cutName(s); name == "cero" {
		return 0, after, true
	}
	rest = s
	for _, scale := range [...]struct {
		name  string
		value int64
	}{{"billon", 1e12}, {"millon", 1e6}, {"", 1}} {
		thousands, after := cutThousands(rest)
		name, end := cutName(after)
		switch {
		case thousands == 0:
			continue
		case scale.name == "":
			end = after
		case name != scale.name && name != scale.name+"es":
			continue // the words belong to a smaller scale
		}
		n, rest = n+thousands*scale.value, end
	}
	return n, rest, n > 0
}

// cutThousands returns the number below a million at the beginning of s; 0 if there is none.
func cutThousands(s string) (n int64, rest string) {
	n, rest = cutHundreds(s)
	if name, after := cutName(rest); name == "mil" {
		below, end := cutHundreds(after)
		return max(n, 1)*1000 + below, end
	}
	return n, rest
}

// cutHundreds returns the number below a thousand at the beginning of s; 0 if there is none.
func cutHundreds(s string) (n int64, rest string) {
	rest = s
	for limit := int64(1000); limit > 1; {
		name, after := cutName(rest)
		joined := name == "y" && limit == 10
		if joined {
			name, after = cutName(after)
		}
		v := wordValue(name)
		if v == 0 || v >= limit || limit == 10 && !joined {
			break
		}
		n, rest = n+v, after
		switch {
		case name == "cien" || v < 30:
			limit = 1
		case v < 100:
			limit = 10 // treinta y uno
		default:
			limit = 100
		}
	}
	return n, rest
}

// wordValue returns the number below a thousand that one word means; 0 if it means none.
func wordValue(name string) int64 {
	if n, ok := valueOf("|un:1|cien:100|ciento:100|doscientos:200|trescientos:300|cuatrocientos:400|quinientos:500|seiscientos:600|setecientos:700|ochocientos:800|novecientos:900|", name); ok {
		return int64(n)
	}
	if stem, ok := strings.CutSuffix(name, "cientas"); ok { // doscientas cuentas
		return wordValue(stem + "cientos")
	}
	if name == "quinientas" {
		return 500
	}
	n, kind := numberNamed(name)
	if kind != cardinal {
		return 0
	}
	return int64(n)
}
