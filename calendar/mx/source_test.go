package mx_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar"
)

// The tables write dates as ordinals, which the compiler can lay down, and repeat
// them in a comment, which people can read. They must agree.
func TestOrdinalsMatchTheirComments(t *testing.T) {
	ordinal := regexp.MustCompile(`calendar\.FromOrdinal\((\d+)\)`)
	date := regexp.MustCompile(`\d{4}-\d{2}-\d{2}`)
	files, err := filepath.Glob("*.go")
	require.NoError(t, err)
	seen := 0
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		for i, line := range strings.Split(string(text), "\n") {
			code, comment, _ := strings.Cut(line, "// ")
			var want []string
			for _, m := range ordinal.FindAllStringSubmatch(code, -1) {
				n, err := strconv.Atoi(m[1])
				require.NoError(t, err)
				want = append(want, calendar.FromOrdinal(int32(n)).String())
				seen++
			}
			if want != nil {
				assert.Equal(t, want, date.FindAllString(comment, -1), "%s:%d", file, i+1)
			}
		}
	}
	assert.Greater(t, seen, 60)
}
