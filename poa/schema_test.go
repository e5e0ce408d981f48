package poa_test

import (
	"encoding/json"
	"errors"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/kpi/exact"
	"github.com/rumbo-mx/rumbo/poa"
)

// textSchema is the definition in the JSON Schema of a type with a text form.
type textSchema struct {
	MaxLength *int
	Pattern   string
	Not       struct{ Pattern string }
}

func (s textSchema) accepts(t require.TestingT, text string) bool {
	match := func(pattern string) bool {
		re, err := regexp.Compile(pattern)
		require.NoError(t, err)
		return re.MatchString(text)
	}
	return (s.MaxLength == nil || len(text) <= *s.MaxLength) && match(s.Pattern) && (s.Not.Pattern == "" || !match(s.Not.Pattern))
}

// The JSON Schema accepts the numbers and the amounts that a document may have. A pattern
// does not know the range, so texts that overflow are not compared.
func TestSchemaAcceptsWhatTheDecoderDoes(t *testing.T) {
	data, err := os.ReadFile("schema/poa.schema.json")
	require.NoError(t, err)
	var file struct {
		Defs map[string]json.RawMessage `json:"$defs"`
	}
	require.NoError(t, json.Unmarshal(data, &file))
	var number, money textSchema
	require.NoError(t, json.Unmarshal(file.Defs["Number"], &number))
	require.NoError(t, json.Unmarshal(file.Defs["Money"], &money))
	require.NotEmpty(t, number.Pattern)
	require.NotEmpty(t, money.Pattern)

	decodes := func(t require.TestingT, members, text string) bool {
		quoted, err := json.Marshal(text)
		require.NoError(t, err)
		_, err = poa.DecodeDocument([]byte(`{"schema":1,"id":"p",` + strings.Replace(members, "?", string(quoted), 1) + `}`))
		return err == nil
	}
	check := func(t require.TestingT, text string) {
		_, err := exact.Parse(text)
		if !errors.Is(err, exact.ErrOverflow) {
			assert.Equal(t, number.accepts(t, text), err == nil, "number %q: %v", text, err)
		}
		assert.Equal(t, err == nil, decodes(t, `"activities":[{"id":"a","targets":[?,"0","0","0","0","0","0","0","0","0","0","0"]}]`, text), "number %q", text)
		_, err = budget.ParseMoney(text)
		if !errors.Is(err, budget.ErrOverflow) {
			assert.Equal(t, money.accepts(t, text), err == nil, "amount %q: %v", text, err)
		}
		assert.Equal(t, err == nil, decodes(t, `"funds":[{"id":"f","ceiling":?}]`, text), "amount %q", text)
	}
	for _, text := range []string{
		"", "0", "-0", "-0.0", "-0/5", "-0E5", "-0.0e-1", "-0.5", "1E-3", "1e+3", "1.5E006", "1E0007", "1E", "1E+", "1.E3", ".5", "5.", "01", "-01", "1/3", "1/0", "0/0",
		"1/03", "1/-3", "-1/3", "1/3E2", "+1", "1,5", " 1", "1\n", "8.6999999999999994E-2", "0.1000000000000000055511151231257827", "1.0000000000000000001", "1E99", "1E999",
		"0E999", "99999999999999999999", "9223372036854775807", "0x1p-2", "1_000", "NaN", "Inf", "１", "1234.50", "-0.00", "0.00", "-0.01", "00.00", "1234.5",
		"90071992547409.92", strings.Repeat("1", 40), strings.Repeat("1", 41), "0." + strings.Repeat("0", 39),
	} {
		check(t, text)
	}
	rapid.Check(t, func(t *rapid.T) {
		check(t, rapid.OneOf(
			rapid.StringMatching(`-?[0-9]{1,3}(\.[0-9]{0,20})?([eE][-+]?[0-9]{0,4})?`),
			rapid.StringMatching(`-?0?[0-9]{0,20}(/-?[0-9]{0,20})?`),
			rapid.StringMatching(`[-+0-9./eE ]{0,8}`),
			rapid.StringMatching(`-?[0-9]{1,4}\.[0-9]{2}`),
		).Draw(t, "text"))
	})
}
