package main

import (
	"encoding/csv"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestReadTyped reads the texts of package input with the tool, each by itself and all of a
// kind at once.
func TestReadTyped(t *testing.T) {
	file, err := os.Open("../../poa/input/testdata/typed.csv")
	require.NoError(t, err)
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	require.NoError(t, err)
	texts, values := map[string][]string{}, map[string][]string{}
	for _, row := range rows[1:] {
		kind, text, want := row[0], row[1], row[2]
		args := []string{"read", "-as", kind, "-near", "2027-01-11"}
		if kind == "formula" {
			var let string
			text, let, _ = strings.Cut(text, "|")
			args = append(args, "-let", let)
		} else {
			texts[kind], values[kind] = append(texts[kind], text), append(values[kind], want)
		}
		status, stdout, stderr := tool("", append(args, "--", text)...)
		assert.Equal(t, want+"\n", stdout, "%s %+q", kind, text)
		refused := want == "" || want == "?"
		assert.Equal(t, refused, status == blocked, "%s %+q: status %d", kind, text, status)
		assert.Equal(t, refused, stderr != "", "%s %+q: %s", kind, text, stderr)
	}
	for kind, list := range texts {
		status, stdout, _ := tool("", append([]string{"read", "-near", "2027-01-11", "-as=" + kind}, list...)...)
		assert.Equal(t, strings.Join(values[kind], "\n")+"\n", stdout, "all of kind %s, without --", kind)
		assert.Contains(t, []int{clean, blocked}, status)
	}
}

// TestReadFormulas reads the formulas of package input, with the values of their variables.
func TestReadFormulas(t *testing.T) {
	file, err := os.Open("../../poa/input/testdata/formulas.csv")
	require.NoError(t, err)
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	require.NoError(t, err)
	for _, row := range rows[1:] {
		text, let, want := row[0], row[1], row[2]
		status, stdout, stderr := tool("", "read", "-as", "formula", "-let", let, "--", text)
		assert.Equal(t, want+"\n", stdout, "%s with %s", text, let)
		refused := want == "" || want == "?"
		assert.Equal(t, refused, status == blocked, "%s with %s: status %d", text, let, status)
		assert.Equal(t, refused, stderr != "", "%s with %s: %s", text, let, stderr)
	}
}

func TestRead(t *testing.T) {
	for _, c := range []struct {
		name           string
		args           []string
		status         int
		stdout, stderr string // stderr is a part of it
	}{
		{"an amount below zero without --", []string{"-as", "money", "-1,234.50", "-$5"}, 0, "-1234.50\n-5.00\n", ""},
		{"a hyphen", []string{"-as", "number", "-"}, 0, "no-data\n", ""},
		{"a relative date", []string{"-as", "date", "-near", "2027-01-11", "-5d"}, 0, "2027-01-06\n", ""},
		{"flags after texts", []string{"1/3", "-as", "number"}, 0, "1/3\n", ""},
		{"a text named like a flag", []string{"-as", "number", "--", "-as"}, 1, "\n", "“-as” no es un número"},
		{"a span", []string{"-as", "span", "-near", "2027-01-11", "2a quincena de marzo"}, 0, "2027-03-16/2027-03-31\n", ""},
		{"values one by one", []string{"-as", "formula", "-let", "A=1", "-let", "B=1/3", "A+B", "-A"}, 0, "4/3\n-1\n", ""},
		{"values as in an equation", []string{"-as", "formula", "-let", "𝐴=1,234.5; B=2", "𝐴•B"}, 0, "2469\n", ""},
		{"a growth below zero", []string{"-as", "formula", "-let", "A=95;B=100", "((A/B)−1)*100"}, 0, "-5\n", ""},
		{"a symbol without value", []string{"-as", "formula", "-let", "A=1", "A/B"}, 1, "\n", "falta el valor de B"},
		{"a symbol that is nearly a variable", []string{"-as", "formula", "-let", "NPCE=1;TPCP=4", "(NPEC/TPCP)*100"}, 1, "\n", "falta el valor de NPEC. ¿Es NPCE?"},
		{"a symbol in another case", []string{"-as", "formula", "-let", "A=1", "a*2", "-lang", "en"}, 1, "\n", "“a*2” has no value (character 1): a has no value. Is it A?"},
		{"a formula with two readings", []string{"-as", "formula", "-let", "A=1;x=2", "A x 100"}, 1, "?\n", "“A x 100” puede ser “A*100” o “A*x*100”"},
		{"the same without a variable x", []string{"-as", "formula", "-let", "A=1", "A x 100"}, 0, "100\n", ""},
		{"a division by zero", []string{"-as", "formula", "-let", "A=1;B=0", "A/B", "-lang", "en"}, 1, "\n", "B is zero and divides"},
		{"one of several", []string{"-as", "money", "1", "x", "2"}, 1, "1.00\n\n2.00\n", "no se entiende “x”"},
		{"a control character", []string{"-as", "money", "\x1b[31m"}, 1, "\n", `\u001b`},
		{"an empty text", []string{"-as", "money", ""}, 1, "\n", "Está en blanco"},
		{"no text", []string{"-lang", "en", "-as", "money"}, 2, "", "the command needs TEXT"},
		{"no kind", []string{"-lang", "en", "1"}, 2, "", "-as is missing"},
		{"an unknown kind", []string{"-lang", "en", "-as", "amount", "1"}, 2, "", "use one of date, span, rule, money, number, formula"},
		{"a value that is none", []string{"-lang", "en", "-as", "formula", "-let", "A=ND", "A"}, 2, "", "not a number"},
		{"a value without symbol", []string{"-lang", "en", "-as", "formula", "-let", "5", "A"}, 2, "", "as in A=1"},
		{"a kind in Spanish", []string{"-as", "número", "1/2"}, 0, "0.5\n", ""},
		{"a kind in Spanish without accent", []string{"-as", "formula", "-let", "A=2", "A"}, 0, "2\n", ""},
		{"a rule with two readings", []string{"-as", "regla", "05-12", "13 de mayo"}, 1, "?\n05-13\n", "cada 5 de diciembre o cada 12 de mayo"},
		{"an invalid day", []string{"-as", "date", "-near", "2027-02-30", "hoy"}, 2, "", "2027-02-30"},
	} {
		t.Run(c.name, func(t *testing.T) {
			status, stdout, stderr := tool("", append([]string{"read"}, c.args...)...)
			assert.Equal(t, c.status, status)
			assert.Equal(t, c.stdout, stdout)
			assert.Contains(t, stderr, c.stderr)
			assert.Equal(t, c.stderr == "", stderr == "", stderr)
		})
	}
}
