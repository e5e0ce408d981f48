package kpi

// Steps returns the number of elementary steps that f takes.
func Steps(f func()) int {
	n := 0
	steps = &n
	defer func() { steps = nil }()
	f()
	return n
}
