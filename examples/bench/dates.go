package bench

import (
	"math/rand/v2"

	"github.com/rumbo-mx/rumbo/calendar"
)

// First and Last are the first and the last day of the inputs, both included.
var (
	First = calendar.MustDate(2000, 1, 1)
	Last  = calendar.MustDate(2040, 12, 31)
)

// batch is the number of inputs that a benchmark cycles through: a power of two, and more
// than a branch predictor can learn.
const batch = 1 << 14

// seeded returns the random source of one kind of inputs.
func seeded(stream uint64) *rand.Rand { return rand.New(rand.NewPCG(20270101, stream)) }

// Dates returns n days from First to more than a year before Last, so that Steps from
// them end by Last.
func Dates(n int) []calendar.Date {
	r, days := seeded(1), Last.Sub(First)-400
	list := make([]calendar.Date, n)
	for i := range list {
		list[i] = First.AddDays(r.IntN(days))
	}
	return list
}

// Spans returns n spans of 1 to longest days within First and Last.
func Spans(n, longest int) []calendar.Span {
	r := seeded(2)
	list := make([]calendar.Span, n)
	for i := range list {
		length := 1 + r.IntN(longest)
		start := First.AddDays(r.IntN(Last.Sub(First) + 2 - length))
		list[i] = calendar.Span{Start: start, End: start.AddDays(length - 1)}
	}
	return list
}

// Steps returns n numbers of business days from 1 to 250.
func Steps(n int) []int {
	r := seeded(3)
	list := make([]int, n)
	for i := range list {
		list[i] = 1 + r.IntN(250)
	}
	return list
}
