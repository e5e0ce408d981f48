package lang

import (
	"strconv"
	"strings"

	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/kpi/exact"
)

// Money returns an amount as people write it, "$1,234.50" or "-$0.05".
func (p *Printer) Money(m budget.Money) string {
	c := m.Abs().Centavos()
	s := sign(m) + "$" + group(c/100)
	c %= 100
	return s + "." + string([]byte{byte('0' + c/10), byte('0' + c%10)})
}

// MoneyWhole returns an amount in whole pesos, "$1,235", rounded to the nearest
// with halves away from zero. Use it in tables whose title states the unit.
func (p *Printer) MoneyWhole(m budget.Money) string {
	pesos := (m.Abs().Centavos() + 50) / 100
	if pesos == 0 {
		return "$0"
	}
	return sign(m) + "$" + group(pesos)
}

func sign(m budget.Money) string {
	if m.Sign() < 0 {
		return "-"
	}
	return ""
}

// Number returns a number with the given decimals (0 to 18), rounded to the
// nearest with halves away from zero, and with commas between thousands:
// "1,234.5".
func (p *Printer) Number(n exact.Number, decimals int) string {
	return groupDigits(n.Format(decimals))
}

// NumberExact returns a number with as many decimals as it has, at most four.
func (p *Printer) NumberExact(n exact.Number) string { return p.Number(n, exactDecimals(n)) }

// exactDecimals returns how many decimals show n without loss, at most four.
func exactDecimals(n exact.Number) int {
	for k := 0; k < 4; k++ {
		if r, err := n.Truncate(k); err == nil && r == n {
			return k
		}
	}
	return 4
}

// Percent returns a share as a percentage with the given decimals: one half is
// "50%". A share too large to be multiplied by 100 is returned as a plain number.
func (p *Printer) Percent(share exact.Number, decimals int) string {
	n, err := share.Mul(exact.Int(100))
	if err != nil {
		return p.Number(share, decimals)
	}
	return p.Number(n, decimals) + "%"
}

// Count returns a count and its noun: Count(2, "business-day") is "2 días
// hábiles". The noun is the rest of a key "count.…".
func (p *Printer) Count(n int, noun string) string {
	return group(int64(n)) + " " + plural(n, p.Text("count."+noun))
}

// group returns n with commas between thousands.
func group(n int64) string { return groupDigits(strconv.FormatInt(n, 10)) }

// groupDigits inserts commas between the thousands of the integer part of s.
func groupDigits(s string) string {
	start := 0
	if strings.HasPrefix(s, "-") {
		start = 1
	}
	end := strings.IndexByte(s, '.')
	if end < 0 {
		end = len(s)
	}
	if end-start <= 3 {
		return s
	}
	b := make([]byte, 0, len(s)+(end-start)/3)
	b = append(b, s[:start]...)
	for i := start; i < end; i++ {
		if i > start && (end-i)%3 == 0 {
			b = append(b, ',')
		}
		b = append(b, s[i])
	}
	return string(append(b, s[end:]...))
}
