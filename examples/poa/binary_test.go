//go:build !js

package main

import (
	"bytes"
	"errors"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestBinary builds the program and checks its exit status and its streams.
func TestBinary(t *testing.T) {
	binary := filepath.Join(t.TempDir(), "poa")
	if runtime.GOOS == "windows" {
		binary += ".exe"
	}
	out, err := exec.Command("go", "build", "-o", binary, ".").CombinedOutput()
	require.NoError(t, err, string(out))

	for _, c := range []struct {
		name   string
		stdin  string
		args   []string
		status int
	}{
		{"clean", "", []string{"check", "-today", "2027-03-15", sample}, 0},
		{"blocked", blocking, []string{"check", "-", "-today", "2027-03-15"}, 1},
		{"unreadable", "", []string{"check", "testdata/bad/unknown-field.json"}, 2},
		{"misused", "", []string{"check"}, 2},
		{"help", "", []string{"help", "check"}, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			var stdout, stderr bytes.Buffer
			cmd := exec.Command(binary, c.args...)
			cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader(c.stdin), &stdout, &stderr
			status := 0
			var exit *exec.ExitError
			if err := cmd.Run(); errors.As(err, &exit) {
				status = exit.ExitCode()
			} else {
				require.NoError(t, err)
			}
			assert.Equal(t, c.status, status, stderr.String())
			assert.Equal(t, c.status == failed, stderr.Len() > 0, stderr.String())
			assert.Equal(t, c.status == failed, stdout.Len() == 0, stdout.String())
		})
	}
}
