package wire

import (
	"strings"
	"unicode/utf8"

	"github.com/rumbo-mx/rumbo/calendar/norm"
)

// Format is a kind of file that is not a plan. It is the argument "format" of
// OtherFormat and Syntax, and has a text of its own in each language.
type Format string

// The formats that FormatOf recognizes, and those of a document without JSON.
const (
	FormatUTF16    Format = "utf-16"   // text in UTF-16, with or without a byte order mark
	FormatWorkbook Format = "workbook" // a spreadsheet: xlsx, xls, ods
	FormatWord     Format = "word"     // a word processor's document: docx, odt, rtf
	FormatZip      Format = "zip"      // an archive: zip, 7z, rar
	FormatGzip     Format = "gzip"     // a compressed file: gzip, bzip2, xz, zstd
	FormatPDF      Format = "pdf"
	FormatHTML     Format = "html"
	FormatXML      Format = "xml"
	FormatImage    Format = "image"
	FormatBinary   Format = "binary" // has bytes that no text has

	FormatEmpty   Format = "empty"    // nothing but white space
	FormatNotJSON Format = "not-json" // text that does not begin like JSON
)

// Formats returns all formats.
func Formats() []Format {
	return []Format{
		FormatUTF16, FormatWorkbook, FormatWord, FormatZip, FormatGzip, FormatPDF, FormatHTML, FormatXML,
		FormatImage, FormatBinary, FormatEmpty, FormatNotJSON,
	}
}

// MarshalText returns the format as text.
func (f Format) MarshalText() ([]byte, error) { return []byte(f), nil }

// signatures are the first bytes of some formats.
var signatures = [...]struct {
	prefix string
	format Format
}{
	{"\xFF\xFE", FormatUTF16},
	{"\xFE\xFF", FormatUTF16},
	{"\x1F\x8B", FormatGzip},
	{"BZh", FormatGzip},
	{"\xFD7zXZ\x00", FormatGzip},
	{"\x28\xB5\x2F\xFD", FormatGzip},
	{"7z\xBC\xAF\x27\x1C", FormatZip},
	{"Rar!\x1A\x07", FormatZip},
	{"PK\x03\x04", FormatZip},
	{"PK\x05\x06", FormatZip},
	{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", formatOffice},
	{"%PDF-", FormatPDF},
	{`{\rtf`, FormatWord},
	{"\x89PNG", FormatImage},
	{"\xFF\xD8\xFF", FormatImage},
	{"GIF8", FormatImage},
}

// sniffed is how many bytes at the start of a file FormatOf reads as text.
const sniffed = 512

// FormatOf returns the format of a file that evidently is no JSON text, or "". It looks at
// its first bytes, and for an archive at the names in it.
func FormatOf(data []byte) Format {
	for _, s := range signatures {
		if len(data) < len(s.prefix) || string(data[:len(s.prefix)]) != s.prefix {
			continue
		}
		switch s.format {
		case FormatZip:
			return archiveOf(data)
		case formatOffice:
			return officeOf(data)
		}
		return s.format
	}
	head := string(data[:min(len(data), sniffed)])
	if isUTF16(head) {
		return FormatUTF16
	}
	text := strings.TrimLeft(strings.TrimPrefix(head, byteOrderMark), " \t\r\n")
	switch {
	case strings.HasPrefix(text, "<"):
		text = strings.ToLower(text)
		if strings.Contains(text, "<html") || strings.HasPrefix(text, "<!doctype html") || strings.HasPrefix(text, "<head") || strings.HasPrefix(text, "<body") || strings.HasPrefix(text, "<table") {
			return FormatHTML
		}
		return FormatXML
	case strings.IndexByte(head, 0) >= 0:
		return FormatBinary
	}
	return ""
}

// archiveOf returns the format of a zip archive by the names of its files.
func archiveOf(data []byte) Format {
	has := func(name string) bool { return contains(data, name) }
	switch {
	case has("xl/workbook") || has("xl/worksheets") || has("opendocument.spreadsheet"):
		return FormatWorkbook
	case has("word/document") || has("opendocument.text"):
		return FormatWord
	case has("ppt/presentation") || has("opendocument.presentation"):
		return FormatBinary
	}
	return FormatZip
}

// formatOffice is a file of Office before 2007: FormatOf looks at the names in it.
const formatOffice Format = "office"

// officeOf returns the format of a file of Office before 2007 by the names of its streams,
// which are in UTF-16.
func officeOf(data []byte) Format {
	has := func(name string) bool {
		wide := make([]byte, 0, 2*len(name))
		for i := range len(name) {
			wide = append(wide, name[i], 0)
		}
		return contains(data, string(wide))
	}
	switch {
	case has("WordDocument"):
		return FormatWord
	case has("PowerPoint Document"), has("__properties_version1"):
		return FormatBinary
	}
	return FormatWorkbook
}

// contains is bytes.Contains for a short text, without the package.
func contains(data []byte, text string) bool {
	for i := 0; i+len(text) <= len(data); i++ {
		if data[i] == text[0] && string(data[i:i+len(text)]) == text {
			return true
		}
	}
	return false
}

// isUTF16 reports whether the start of a text without a byte order mark is in UTF-16:
// pairs of bytes of which one, always the same, is zero.
func isUTF16(head string) bool {
	const pairs = 16
	if len(head) < 4 {
		return false
	}
	head = head[:min(len(head), 2*pairs)&^1]
	for zero := range 2 {
		ok := true
		for i := 0; i < len(head) && ok; i += 2 {
			ok = head[i+zero] == 0 && head[i+1-zero] != 0
		}
		if ok {
			return true
		}
	}
	return false
}

// byteOrderMark is the mark with which Windows begins text in UTF-8.
const byteOrderMark = "\uFEFF"

// NewFileDecoder is NewDecoder for the content of a file. It skips a byte order mark; the
// offsets of errors count it. If the content evidently is of another format, the Decoder
// has that error.
func NewFileDecoder(data []byte) *Decoder {
	if f := FormatOf(data); f != "" {
		d := NewDecoder(nil)
		d.err = &Error{Kind: OtherFormat, Offset: NoOffset, With: []norm.Arg{{Name: "format", Value: f}}}
		return d
	}
	var b strings.Builder
	b.Grow(len(data) + padding)
	if n := len(byteOrderMark); len(data) >= n && string(data[:n]) == byteOrderMark {
		b.WriteString("   ") // white space of the same length
		data = data[n:]
	}
	b.Write(data)
	return padded(&b)
}

// LocateError adds to an error of the syntax of a file what helps to find it: the line and
// the column, both from 1 and the column in characters, or the Format of a text without JSON.
func (d *Decoder) LocateError() {
	e := d.err
	if e == nil || e.Offset < 0 || e.Kind != Syntax && e.Kind != TrailingData && e.Kind != InvalidUTF8 {
		return
	}
	text := d.s[:len(d.s)-padding]
	if e.Kind == Syntax && e.Path == "" && strings.TrimLeft(text[:e.Offset], " \t\r\n") == "" {
		f := FormatNotJSON
		if e.Offset == len(text) {
			f = FormatEmpty
		}
		e.With = append(e.With, norm.Arg{Name: "format", Value: f})
		return
	}
	before := text[:e.Offset]
	line := before[strings.LastIndexByte(before, '\n')+1:]
	e.With = append(e.With,
		norm.Arg{Name: "line", Value: norm.Count(strings.Count(before, "\n") + 1)},
		norm.Arg{Name: "column", Value: norm.Count(utf8.RuneCountInString(line) + 1)})
}

// FirstUnknown returns the first member of the object in d, from its start, that is not
// among names, if the object has no member called required. ok is false otherwise.
func (d *Decoder) FirstUnknown(required string, names []string) (name string, ok bool) {
	in := Decoder{s: d.s}
	for in.Open(); in.Next(); {
		key := in.key
		if key == required {
			return "", false
		}
		if !ok && indexOf(names, key) < 0 {
			name, ok = key, true
		}
		if !in.Skip() {
			break
		}
	}
	return name, ok
}
