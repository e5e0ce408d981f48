package interrupt_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rumbo-mx/rumbo/poa/internal/interrupt"
)

// A computation is asked after each Interval of elements, and ends when told to.
func TestCounter(t *testing.T) {
	asked, visited := 0, 0
	c := interrupt.New(func() bool { asked++; return asked == 3 })
	list := make([]int, 10*interrupt.Interval)
	done := interrupt.Run(func() {
		for range list {
			c.Count(1)
			visited++
		}
	})
	assert.False(t, done)
	assert.Equal(t, 3, asked)
	assert.Equal(t, 3*interrupt.Interval-1, visited)
}

// Without a function a computation never ends early.
func TestNoCounter(t *testing.T) {
	c := interrupt.New(nil)
	assert.True(t, interrupt.Run(func() {
		c.Ask()
		c.Count(10 * interrupt.Interval)
	}))
}

// A panic of the computation itself is not an end.
func TestOtherPanics(t *testing.T) {
	assert.PanicsWithValue(t, "x", func() { interrupt.Run(func() { panic("x") }) })
	assert.False(t, interrupt.Stopped("x"))
}

// What is counted in large steps is asked for each of them.
func TestAsk(t *testing.T) {
	asked := 0
	c := interrupt.New(func() bool { asked++; return false })
	c.Count(interrupt.Interval - 1)
	assert.Zero(t, asked)
	c.Ask() // begins a new interval
	c.Count(interrupt.Interval - 1)
	assert.Equal(t, 1, asked)
	c.Count(5 * interrupt.Interval)
	assert.Equal(t, 2, asked)
}
