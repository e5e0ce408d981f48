//go:build !js

package bench

import (
	"os/exec"
	"strings"
	"testing"
)

// The questions that a loop asks of a compiled calendar are inlined into it; each of
// them is at the edge of what the compiler inlines. In a browser there is no compiler to
// ask.
func TestQuestionsAreInlined(t *testing.T) {
	const calendar = "github.com/rumbo-mx/rumbo/calendar"
	out, err := exec.Command("go", "build", "-gcflags="+calendar+"=-m", calendar).CombinedOutput()
	if err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	for _, name := range []string{"IsBusinessDay", "IsBusinessDay.func1", "AddBusinessDays", "AddBusinessDays.func1", "CountBusinessDays", "CountBusinessDays.func1"} {
		if !strings.Contains(string(out), "can inline (*Calendar)."+name+"\n") {
			t.Errorf("%s is not inlined any more: see what go build -gcflags=-m=2 says of its cost", name)
		}
	}
}
