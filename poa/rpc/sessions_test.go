package rpc_test

import (
	"bytes"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/mexico"
	"github.com/rumbo-mx/rumbo/poa/report"
	"github.com/rumbo-mx/rumbo/poa/rpc"
)

var update = flag.Bool("update", false, "rewrite the responses in the session files; review the diff before you commit it")

// options must be the same in every host that replays the sessions.
var options = rpc.Options{Version: "test", Report: func(w io.Writer, a *poa.Analysis, language string) error {
	return report.Write(w, a, report.Options{Language: language})
}}

// TestSessions replays each session file on one server. The tests of the page and the
// Worker replay the same files.
func TestSessions(t *testing.T) {
	files, err := filepath.Glob("testdata/*.session")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	answered, failed := map[string]bool{}, map[string]bool{}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			data, err := os.ReadFile(file)
			require.NoError(t, err)
			s := rpc.NewServer(mexico.Env(), options)
			var out bytes.Buffer
			var got string
			for n, line := range strings.SplitAfter(string(data), "\n") {
				request, isRequest := strings.CutPrefix(line, "> ")
				want, isResponse := strings.CutPrefix(line, "< ")
				switch {
				case isRequest:
					request = strings.TrimSuffix(request, "\n")
					got = string(s.Call([]byte(request)))
					method := between(request, `"method":"`, `"`)
					if strings.Contains(got, `"error":`) {
						failed[method] = true
					} else {
						answered[method] = true
					}
					out.WriteString(line + "< " + shorten(got) + "\n")
				case isResponse:
					if !*update {
						assert.Equal(t, strings.TrimSuffix(want, "\n"), shorten(got), "line %d; if the new answer is right: go test ./poa/rpc -update", n+1)
					}
				default:
					out.WriteString(line)
				}
			}
			if *update {
				require.NoError(t, os.WriteFile(file, out.Bytes(), 0o644))
			}
		})
	}
	for _, m := range rpc.Methods() {
		assert.True(t, answered[m], "no session has a result of %s", m)
		assert.True(t, failed[m], "no session has an error of %s", m)
	}
}

// shorten replaces the official document, which package report tests, with an ellipsis.
func shorten(response string) string {
	const begin, end = `"html":"`, `"}}`
	if i := strings.Index(response, begin); i >= 0 {
		return response[:i+len(begin)] + "…" + end
	}
	return response
}

func between(s, before, after string) string {
	_, s, ok := strings.Cut(s, before)
	if !ok {
		return ""
	}
	s, _, _ = strings.Cut(s, after)
	return s
}

func TestMethodsAreStable(t *testing.T) {
	assert.Equal(t, []string{
		"calendar", "parseDate", "parseSpan", "parseRule", "yearlyRules", "hello", "new", "readFile", "check", "analyze", "print", "open",
		"view", "edit", "undo", "redo", "save", "report",
	}, rpc.Methods())
	assert.Equal(t, 1, rpc.Protocol)
}
