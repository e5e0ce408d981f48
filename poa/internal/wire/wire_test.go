package wire_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa/internal/wire"
)

func TestText(t *testing.T) {
	tests := []struct {
		name, input, want string
		code              wire.Code
	}{
		{"plain", `"hola"`, "hola", ""},
		{"empty", `""`, "", ""},
		{"eight bytes exactly", `"12345678"`, "12345678", ""},
		{"accents across a word", `"Dirección de Comunicación Social"`, "Dirección de Comunicación Social", ""},
		{"three and four bytes", `"ｱ → 🎉 fin"`, "ｱ → 🎉 fin", ""},
		{"escapes", `"a\"b\\c\/d\b\f\n\r\t"`, "a\"b\\c/d\b\f\n\r\t", ""},
		{"hex", `"\u00f1\u2028\u0000"`, "ñ\u2028\x00", ""},
		{"pair", `"\ud83c\udf89"`, "🎉", ""},
		{"space around", " \t\r\n\"x\" \n", "x", ""},
		{"unpaired surrogate", `"\ud83c"`, "", wire.InvalidUTF8},
		{"unpaired surrogate before text", `"\ud83cxxxxxx"`, "", wire.InvalidUTF8},
		{"reversed pair", `"\udf89\ud83c"`, "", wire.InvalidUTF8},
		{"invalid byte", "\"abc\xff\"", "", wire.InvalidUTF8},
		{"overlong", "\"\xc0\xaf\"", "", wire.InvalidUTF8},
		{"surrogate in UTF-8", "\"\xed\xa0\x80\"", "", wire.InvalidUTF8},
		{"truncated rune", "\"\xc3", "", wire.InvalidUTF8},
		{"control character", "\"a\nb\"", "", wire.Syntax},
		{"invalid escape", `"\x41"`, "", wire.Syntax},
		{"invalid hex", `"\u12g4"`, "", wire.Syntax},
		{"unterminated", `"abc`, "", wire.Syntax},
		{"unterminated after a backslash", `"abc\`, "", wire.Syntax},
		{"unterminated hex", `"\u00`, "", wire.Syntax},
		{"zero byte", "\"a\x00b\"", "", wire.Syntax},
		{"number", `12`, "", wire.WrongType},
		{"null", `null`, "", wire.WrongType},
		{"empty input", ``, "", wire.Syntax},
		{"two strings", `"a" "b"`, "", wire.TrailingData},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := wire.NewStringDecoder(tt.input)
			got, ok := d.Text()
			ok = ok && d.End()
			require.Equal(t, tt.code == "", ok, "error: %v", d.Err())
			if !ok {
				assert.ErrorIs(t, d.Err(), tt.code)
				return
			}
			assert.Equal(t, tt.want, got)
			var want string
			require.NoError(t, json.Unmarshal([]byte(tt.input), &want))
			assert.Equal(t, want, got)
		})
	}
}

func TestInt(t *testing.T) {
	for input, want := range map[string]int{"0": 0, "-1": -1, "9007199254740992": 1 << 53, " 7 ": 7} {
		d := wire.NewStringDecoder(input)
		var n int
		require.True(t, d.Int(&n) && d.End(), "%s: %v", input, d.Err())
		assert.Equal(t, want, n, input)
	}
	for input, code := range map[string]wire.Code{
		"1.0": wire.BadNumber, "1e3": wire.BadNumber, "9007199254740993": wire.BadNumber, "99999999999999999999": wire.BadNumber,
		"01": wire.TrailingData, "-": wire.Syntax, "1.": wire.Syntax, "1e": wire.Syntax, "+1": wire.Syntax,
		`"1"`: wire.WrongType, "true": wire.WrongType, "null": wire.WrongType, "tru": wire.Syntax,
	} {
		d := wire.NewStringDecoder(input)
		var n int
		assert.False(t, d.Int(&n) && d.End(), input)
		assert.ErrorIs(t, d.Err(), code, input)
	}
}

func TestDepth(t *testing.T) {
	d := wire.NewStringDecoder(strings.Repeat("[", wire.MaxDepth) + strings.Repeat("]", wire.MaxDepth))
	assert.True(t, d.Skip() && d.End())
	d = wire.NewStringDecoder(strings.Repeat(`{"a":`, wire.MaxDepth+1))
	assert.False(t, d.Skip())
	assert.ErrorIs(t, d.Err(), wire.TooDeep)
	assert.Equal(t, wire.MaxDepth*5, d.Err().Offset)
}

func TestError(t *testing.T) {
	cause := errors.New("calendar: no such day")
	d := wire.NewStringDecoder(`  "31/02"`)
	text, _ := d.Text()
	assert.False(t, d.Bad(wire.ImpossibleDate, text, cause))
	d.In("end")
	d.In("span")
	d.InItem("gaceta", 3)
	d.In("activities")
	err := error(d.Err())
	assert.EqualError(t, err, `poa: impossible-date at activities[gaceta].span.end: value "31/02" (byte 2): calendar: no such day`)
	assert.ErrorIs(t, err, wire.ImpossibleDate)
	assert.ErrorIs(t, err, cause)
	assert.NotErrorIs(t, err, wire.BadAmount)
	assert.Equal(t, "31/02", d.Err().Arg("value"))

	long := wire.Text("value", strings.Repeat("ñ", 100))
	cut, _ := long.Value.MarshalText()
	assert.True(t, utf8.Valid(cut))
	assert.Less(t, len(cut), 80)
}

func TestSplice(t *testing.T) {
	tests := []struct{ json, path, value, want string }{
		{`{"a":1,"b":{"c":2}}`, "a", "9", `{"a":9,"b":{"c":2}}`},
		{`{"a":1,"b":{"c":2}}`, "b.c", "null", `{"a":1,"b":{"c":null}}`},
		{`{"a":1}`, "b.c", "3", `{"a":1,"b":{"c":3}}`},
		{`{}`, "ext[mx.gob]", "{}", `{"ext":{"mx.gob":{}}}`},
		{`{"t":["1","2"]}`, "t.2", `"x"`, `{"t":["1","x"]}`},
		{`{}`, "t.2", `"x"`, `{"t":[null,"x",null,null,null,null,null,null,null,null,null,null]}`},
		{`{"s":"a\"b,}","x":1}`, "x", "2", `{"s":"a\"b,}","x":2}`},
	}
	for _, tt := range tests {
		got, begin, end, err := wire.Splice(tt.json, "", tt.value)
		assert.Error(t, err, "%s %d %d", got, begin, end)
		got, begin, end, err = wire.Splice(tt.json, norm.Path(tt.path), tt.value)
		require.NoError(t, err, tt.path)
		assert.Equal(t, tt.want, got)
		assert.Contains(t, got[begin:end], tt.value)
		spot, ok := wire.Locate(got, norm.Path(tt.path))
		require.True(t, ok)
		assert.Equal(t, tt.value, got[spot.Begin:spot.End])
	}
	for _, path := range []string{"t.13", "t.0", "t.3", "s.x", `a"b`, "t.x", ".", "a..b"} {
		_, _, _, err := wire.Splice(`{"t":["1","2"],"s":"text"}`, norm.Path(path), "1")
		assert.ErrorIs(t, err, wire.NoElement, path)
	}
}

// decodeJSON decodes s with encoding/json. Numbers stay text: they have no maximum.
func decodeJSON(t *testing.T, s string) (v any) {
	t.Helper()
	d := json.NewDecoder(strings.NewReader(s))
	d.UseNumber()
	require.NoError(t, d.Decode(&v))
	return v
}

// encoding/json accepts every input that the decoder accepts, with the same value,
// and reads what the encoder writes.
func FuzzScanner(f *testing.F) {
	for _, s := range []string{
		`{"a":[1,2.5,-3e+7,true,false,null,"x\u00f1\ud83c\udf89"],"b":{}}`, `"\ud800"`, "\"\xff\"", `[1,]`, `{"a":1,"a":2}`,
		"\"\u2028<&>\x7f\"", ` [ ] `, `01`, `-`, `1.`, `{"a" : "b" , "c":[[]]}`, `"\`, "\x00", "nul", "fals", `"\u00`, "1e999",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d := wire.NewStringDecoder(s)
		d.Skip()
		if !d.End() {
			e := d.Err()
			require.NotNil(t, e)
			require.LessOrEqual(t, e.Offset, len(s))
			if json.Valid([]byte(s)) { // the only cases in which the decoder is stricter
				require.Contains(t, []wire.Code{wire.TooDeep, wire.InvalidUTF8}, e.Kind, s)
			}
			return
		}
		require.True(t, json.Valid([]byte(s)), s)
		compact, err := wire.Compact(s)
		require.NoError(t, err)
		a := decodeJSON(t, s)
		require.Equal(t, a, decodeJSON(t, compact))
		require.NotContains(t, compact, "<")
		again, err := wire.Compact(compact)
		require.NoError(t, err)
		require.Equal(t, compact, again)

		if text, ok := a.(string); ok {
			d := wire.NewStringDecoder(s)
			got, ok := d.Text()
			require.True(t, ok)
			require.Equal(t, text, got)
			written := wire.Quote(got)
			var back string
			require.NoError(t, json.Unmarshal([]byte(written), &back))
			require.Equal(t, text, back)
		}
	})
}
