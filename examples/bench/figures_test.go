package bench

import (
	"testing"

	"github.com/govalues/decimal"

	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/kpi/exact"
	"github.com/rumbo-mx/rumbo/kpi/formula"
)

// An annual amount is divided over twelve months, to the centavo.
func BenchmarkSplit12(b *testing.B) {
	agreeOnSplit(b)
	centavos := amounts(batch)
	b.Run("impl=rumbo", func(b *testing.B) {
		list := make([]budget.Money, batch)
		for i, c := range centavos {
			list[i], _ = budget.Centavos(c)
		}
		b.ReportAllocs()
		b.ResetTimer()
		for i := range b.N {
			parts := list[i&(batch-1)].Split12()
			sink += int(parts[11].Centavos())
		}
	})
	b.Run("impl=govalues", func(b *testing.B) {
		list := make([]decimal.Decimal, batch)
		for i, c := range centavos {
			list[i] = decimal.MustNew(c, 2)
		}
		b.ReportAllocs()
		b.ResetTimer()
		for i := range b.N {
			parts, err := govaluesSplit(list[i&(batch-1)])
			must(b, err)
			sink += parts[11].Scale()
		}
	})
}

// The formula of a technical sheet is parsed and computed exactly.
func BenchmarkFormula(b *testing.B) {
	const text = "(suma(V1..V4) / PT) * 100"
	f, err := formula.Parse(text)
	must(b, err)
	symbols := f.Symbols()
	values := make([]exact.Number, batch)
	r := seeded(5)
	for i := range values {
		values[i] = exact.Int(1 + r.Int64N(1000))
	}
	b.Run("op=eval/impl=rumbo", func(b *testing.B) {
		b.ReportAllocs()
		b.ResetTimer()
		for i := range b.N {
			at := i % (batch - 8)
			v, err := f.Eval(func(symbol string) (exact.Number, bool) {
				for j, s := range symbols {
					if s == symbol {
						return values[at+j], true
					}
				}
				return exact.Number{}, false
			})
			must(b, err)
			sink += v.Sign()
		}
	})
	b.Run("op=parse/impl=rumbo", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			f, err := formula.Parse(text)
			must(b, err)
			sink += len(f.Symbols())
		}
	})
}
