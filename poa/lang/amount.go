package lang

import (
	"strings"

	"github.com/rumbo-mx/rumbo/budget"
)

var (
	smallES = [30]string{
		"cero", "un", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve",
		"diez", "once", "doce", "trece", "catorce", "quince", "dieciséis", "diecisiete", "dieciocho", "diecinueve",
		"veinte", "veintiún", "veintidós", "veintitrés", "veinticuatro", "veinticinco", "veintiséis", "veintisiete", "veintiocho", "veintinueve",
	}
	tensES     = [10]string{3: "treinta", 4: "cuarenta", 5: "cincuenta", 6: "sesenta", 7: "setenta", 8: "ochenta", 9: "noventa"}
	hundredsES = [10]string{1: "ciento", 2: "doscientos", 3: "trescientos", 4: "cuatrocientos", 5: "quinientos", 6: "seiscientos", 7: "setecientos", 8: "ochocientos", 9: "novecientos"}

	smallEN = [20]string{
		"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
		"ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
	}
	tensEN   = [10]string{2: "twenty", 3: "thirty", 4: "forty", 5: "fifty", 6: "sixty", 7: "seventy", 8: "eighty", 9: "ninety"}
	scalesEN = [5]string{1: "thousand", 2: "million", 3: "billion", 4: "trillion"}
)

// AmountInWords returns an amount as written on cheques and contracts (cantidad
// con letra): "Un mil doscientos treinta y cuatro pesos 50/100 M.N." A negative
// amount begins with "Menos".
func (p *Printer) AmountInWords(m budget.Money) string {
	c := m.Abs().Centavos()
	pesos, cents := c/100, c%100
	var s string
	if p.english {
		s = cardinalEN(pesos)
	} else {
		s = cardinalES(pesos)
		// A round million takes "de": un millón de pesos.
		if pesos >= 1_000_000 && pesos%1_000_000 == 0 {
			s += " de"
		}
	}
	if m.Sign() < 0 {
		minus := "menos "
		if p.english {
			minus = "minus "
		}
		s = minus + s
	}
	unit := " pesos "
	if pesos == 1 {
		unit = " peso "
	}
	s = Capital(s)
	return s + unit + string([]byte{byte('0' + cents/10), byte('0' + cents%10)}) + "/100 M.N."
}

// cardinalES returns n in the form used before a masculine noun, in the long
// scale: 10^12 is un billón. A thousand is "un mil", as on cheques, so that no
// word can be added before it.
func cardinalES(n int64) string {
	if n == 0 {
		return smallES[0]
	}
	var parts []string
	if b := n / 1_000_000_000_000; b > 0 {
		parts = append(parts, belowMillionES(b), pluralES(b, "billón", "billones"))
	}
	if m := n / 1_000_000 % 1_000_000; m > 0 {
		parts = append(parts, belowMillionES(m), pluralES(m, "millón", "millones"))
	}
	if r := n % 1_000_000; r > 0 {
		parts = append(parts, belowMillionES(r))
	}
	return strings.Join(parts, " ")
}

func pluralES(n int64, one, other string) string {
	if n == 1 {
		return one
	}
	return other
}

func belowMillionES(n int64) string {
	var parts []string
	if t := n / 1000; t > 0 {
		parts = append(parts, belowThousandES(t)+" mil")
	}
	if r := n % 1000; r > 0 {
		parts = append(parts, belowThousandES(r))
	}
	return strings.Join(parts, " ")
}

func belowThousandES(n int64) string {
	if n == 100 {
		return "cien"
	}
	s := hundredsES[n/100]
	n %= 100
	if n == 0 {
		return s
	}
	if s != "" {
		s += " "
	}
	if n < 30 {
		return s + smallES[n]
	}
	s += tensES[n/10]
	if n%10 > 0 {
		s += " y " + smallES[n%10]
	}
	return s
}

// cardinalEN returns n in words, in the short scale.
func cardinalEN(n int64) string {
	if n == 0 {
		return smallEN[0]
	}
	var parts []string
	for scale, unit := 4, int64(1_000_000_000_000); scale >= 0; scale, unit = scale-1, unit/1000 {
		part := n / unit
		n %= unit
		if part == 0 {
			continue
		}
		parts = append(parts, belowThousandEN(part))
		if scale > 0 {
			parts = append(parts, scalesEN[scale])
		}
	}
	return strings.Join(parts, " ")
}

func belowThousandEN(n int64) string {
	s := ""
	if h := n / 100; h > 0 {
		s = smallEN[h] + " hundred"
		if n %= 100; n == 0 {
			return s
		}
		s += " "
	}
	if n < 20 {
		return s + smallEN[n]
	}
	s += tensEN[n/10]
	if n%10 > 0 {
		s += "-" + smallEN[n%10]
	}
	return s
}
