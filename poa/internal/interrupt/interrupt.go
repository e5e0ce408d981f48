// Package interrupt bounds what a computation does between two questions whether it must end.
// Start with New, call Counter.Count for every element, and Run for the computation.
package interrupt

// Interval is the number of elements after which a Counter asks.
const Interval = 1000

// Counter counts the elements that a computation visits, and asks after each Interval of
// them whether it must end. A nil Counter never ends a computation. It is used by one
// goroutine.
type Counter struct {
	expired func() bool
	left    int
}

// New returns a Counter that asks expired, or nil if expired is nil.
func New(expired func() bool) *Counter {
	if expired == nil {
		return nil
	}
	return &Counter{expired, Interval}
}

// stopped is the value of the panic that ends a computation. Only Run and Stopped read it.
type stopped struct{}

// Count counts n elements. If the computation must end, it panics for Run.
func (c *Counter) Count(n int) {
	if c == nil {
		return
	}
	if c.left -= n; c.left <= 0 {
		c.Ask()
	}
}

// Ask asks now, before a part that may take long. If the computation must end, it panics
// for Run.
func (c *Counter) Ask() {
	if c == nil {
		return
	}
	if c.left = Interval; c.expired() {
		panic(stopped{})
	}
}

// Run calls f. It returns false if the computation had to end; other panics pass.
func Run(f func()) (done bool) {
	defer func() {
		if r := recover(); r != nil {
			if !Stopped(r) {
				panic(r)
			}
			done = false
		}
	}()
	f()
	return true
}

// Stopped reports whether a recovered value is that of a computation that had to end.
func Stopped(recovered any) bool {
	_, ok := recovered.(stopped)
	return ok
}
