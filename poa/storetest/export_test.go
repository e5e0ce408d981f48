package storetest

import "testing"

// RunPromise tests one promise of the suite, as Run does.
func (s Suite) RunPromise(t testing.TB, name string) {
	for _, p := range promises() {
		if p.name != name {
			continue
		}
		done := make(chan struct{})
		go func() {
			defer close(done)
			p.test(t, s.Open, s.Reopen)
		}()
		<-done
		return
	}
	t.Fatalf("no promise %q", name)
}
