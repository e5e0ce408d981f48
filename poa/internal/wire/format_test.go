package wire_test

import (
	"encoding/binary"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/poa/internal/wire"
)

// utf16Text returns s in UTF-16.
func utf16Text(order binary.AppendByteOrder, s string) string {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = order.AppendUint16(b, u)
	}
	return string(b)
}

func TestFormatOf(t *testing.T) {
	seen := map[wire.Format]bool{wire.FormatEmpty: true, wire.FormatNotJSON: true} // of a Decoder
	for _, c := range []struct {
		name, data string
		want       wire.Format
	}{
		{"JSON", `{"schema":1}`, ""},
		{"JSON with a mark", "\uFEFF{}", ""},
		{"JSON with a zero byte far away", `{"title":"` + strings.Repeat("x", 600) + "\x00", ""},
		{"nothing", "", ""},
		{"a letter", "x", ""},
		{"UTF-16 LE with a mark", utf16Text(binary.LittleEndian, "\uFEFF{\"a\":1}"), wire.FormatUTF16},
		{"UTF-16 BE with a mark", utf16Text(binary.BigEndian, "\uFEFF{}"), wire.FormatUTF16},
		{"UTF-16 LE", utf16Text(binary.LittleEndian, "{\r\n \"schema\": 1"), wire.FormatUTF16},
		{"UTF-16 BE", utf16Text(binary.BigEndian, "[]"), wire.FormatUTF16},
		{"xlsx", "PK\x03\x04\x14\x00[Content_Types].xml…xl/workbook.xml", wire.FormatWorkbook},
		{"ods", "PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet", wire.FormatWorkbook},
		{"doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\x00" + wide("WordDocument"), wire.FormatWord},
		{"ppt", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\x00" + wide("PowerPoint Document"), wire.FormatBinary},
		{"xls with names", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\x00" + wide("Workbook"), wire.FormatWorkbook},
		{"xls", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\x00", wire.FormatWorkbook},
		{"pptx", "PK\x03\x04ppt/presentation.xml", wire.FormatBinary},
		{"docx", "PK\x03\x04word/document.xml", wire.FormatWord},
		{"rtf", `{\rtf1\ansi`, wire.FormatWord},
		{"zip", "PK\x03\x04plan.poa.json", wire.FormatZip},
		{"empty zip", "PK\x05\x06\x00", wire.FormatZip},
		{"rar", "Rar!\x1A\x07\x00", wire.FormatZip},
		{"gzip", "\x1F\x8B\x08", wire.FormatGzip},
		{"pdf", "%PDF-1.7\n", wire.FormatPDF},
		{"html", "\uFEFF \n<!DOCTYPE HTML><p>", wire.FormatHTML},
		{"html without a type", "<html lang=es>", wire.FormatHTML},
		{"a table of Excel", "<table border=1>", wire.FormatHTML},
		{"xhtml", "<?xml version='1.0'?><html>", wire.FormatHTML},
		{"xml", "<?xml version='1.0'?><poa/>", wire.FormatXML},
		{"png", "\x89PNG\r\n", wire.FormatImage},
		{"jpeg", "\xFF\xD8\xFF\xE0", wire.FormatImage},
		{"program", "MZ\x90\x00\x03\x00", wire.FormatBinary},
	} {
		seen[c.want] = true
		assert.Equal(t, c.want, wire.FormatOf([]byte(c.data)), c.name)
	}
	for _, f := range wire.Formats() {
		assert.True(t, seen[f], "no case for %s", f)
	}
}

// A byte order mark is skipped, and offsets count it.
func TestFileDecoder(t *testing.T) {
	d := wire.NewFileDecoder([]byte("\uFEFF{\"a\": tru}"))
	assert.False(t, d.Skip())
	assert.Equal(t, 9, d.Err().Offset)
	d = wire.NewFileDecoder([]byte("\uFEFF[1]"))
	assert.True(t, d.Skip() && d.End())
	d = wire.NewFileDecoder([]byte("%PDF-"))
	assert.False(t, d.Skip())
	assert.ErrorIs(t, d.Err(), wire.OtherFormat)
	assert.Equal(t, "pdf", d.Err().Arg("format"))
}

func TestLocateError(t *testing.T) {
	for _, c := range []struct{ data, format, line, column string }{
		{"", "empty", "", ""},
		{"\uFEFF\r\n", "empty", "", ""},
		{"fecha,clave\n", "not-json", "", ""},
		{"{\n  \"año\" x}", "", "2", "9"},
		{"[1,\n2", "", "2", "2"},
	} {
		d := wire.NewFileDecoder([]byte(c.data))
		require.False(t, d.Skip() && d.End(), c.data)
		d.LocateError()
		e := d.Err()
		assert.ErrorIs(t, e, wire.Syntax)
		assert.Equal(t, []string{c.format, c.line, c.column}, []string{e.Arg("format"), e.Arg("line"), e.Arg("column")}, "%q", c.data)
	}
}

func TestBadDate(t *testing.T) {
	for _, c := range []struct {
		text string
		code wire.Code
		want string
	}{
		{"01/01/2027", wire.BadDate, "2027-01-01"},
		{"15/3/2027", wire.BadDate, "2027-03-15"},
		{"15-03-2027", wire.BadDate, "2027-03-15"},
		{"15.03.2027", wire.BadDate, "2027-03-15"},
		{"2027/03/15", wire.BadDate, "2027-03-15"},
		{"2027-3-5", wire.BadDate, "2027-03-05"},
		{"20270315", wire.BadDate, "2027-03-15"},
		{"2027-03-15T00:00:00Z", wire.BadDate, "2027-03-15"},
		{"29/02/2028", wire.BadDate, "2028-02-29"},
		{"15/03", wire.BadDate, ""},
		{"15/03/27", wire.BadDate, ""},
		{"2027-03", wire.BadDate, ""},
		{"15 de marzo", wire.BadDate, ""},
		{"mañana", wire.BadDate, ""},
		{" 2027-03-15", wire.BadDate, ""},
		{"2027-02-30", wire.ImpossibleDate, ""},
		{"2027-13-01", wire.ImpossibleDate, ""},
		{"0000-01-01", wire.ImpossibleDate, ""},
		{"29/02/2027", wire.ImpossibleDate, ""},
		{"31/04", wire.ImpossibleDate, ""},
		{"", wire.ImpossibleDate, ""},
	} {
		d := wire.NewStringDecoder(`"` + c.text + `"`)
		text, ok := d.Text()
		require.True(t, ok)
		assert.False(t, d.Bad(wire.ImpossibleDate, text, nil))
		assert.Equal(t, c.code, d.Err().Kind, c.text)
		assert.Equal(t, c.want, d.Err().Arg("want"), c.text)
	}
}

// The date that an error suggests exists, and is the day of the text.
func FuzzBadDate(f *testing.F) {
	for _, s := range []string{"01/01/2027", "2027-1-1", "20270101", "1.1.0001", "99999999", "2027-03-15T10", "9/9/9999 x", "//", "0/0/0000"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d := wire.NewStringDecoder("1")
		d.Bad(wire.ImpossibleDate, s, nil)
		want := d.Err().Arg("want")
		if want == "" {
			return
		}
		day, err := time.Parse("2006-01-02", want)
		require.NoError(t, err, "%q", s)
		found := false
		for _, layout := range []string{"2/1/2006", "2-1-2006", "2.1.2006", "2006/1/2", "2006-1-2", "2006.1.2", "20060102"} {
			head, _, _ := strings.Cut(strings.ReplaceAll(s, "T", " "), " ")
			same := strings.Map(func(r rune) rune {
				if strings.ContainsRune("/.-", r) && layout != "20060102" {
					return '/'
				}
				return r
			}, head)
			read, err := time.Parse(strings.NewReplacer("-", "/", ".", "/").Replace(layout), same)
			found = found || err == nil && read.Equal(day)
		}
		assert.True(t, found, "%q is not %s", s, want)
	})
}

// A file is read as its text without a mark is; an error has a place in the file, or a
// format.
func FuzzFileDecoder(f *testing.F) {
	for _, s := range []string{"", "\uFEFF{}", "{\"a\":\n[1,]}", "PK\x03\x04xl/workbook", "\xFF\xFE{\x00", "[\x00]\x00", "<html", " \uFEFF{}", "{} x", "\"\xff"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		d := wire.NewFileDecoder(data)
		ok := d.Skip() && d.End()
		if format := wire.FormatOf(data); format != "" {
			require.False(t, ok)
			require.ErrorIs(t, d.Err(), wire.OtherFormat)
			require.Contains(t, wire.Formats(), format)
			return
		}
		text, marked := strings.CutPrefix(string(data), "\uFEFF")
		plain := wire.NewStringDecoder(text)
		require.Equal(t, plain.Skip() && plain.End(), ok)
		if ok {
			return
		}
		e, want := d.Err(), plain.Err()
		require.Equal(t, want.Kind, e.Kind)
		if want.Offset >= 0 && marked {
			want.Offset += len("\uFEFF")
		}
		require.Equal(t, want.Offset, e.Offset)
		d.LocateError()
		if e.Kind == wire.Syntax && e.Path == "" {
			require.NotEqual(t, e.Arg("format") == "", e.Arg("line") == "", "%v", e)
		}
		if name, ok := d.FirstUnknown("schema", nil); ok {
			require.Contains(t, string(data), name)
		}
	})
}

// wide returns a name as the directory of an Office file has it.
func wide(name string) string {
	return strings.Join(strings.Split(name, ""), "\x00") + "\x00"
}
