package main

import (
	"strings"
	"unicode/utf8"

	"github.com/rumbo-mx/rumbo/examples/internal/terminal"
)

// width is the maximum length of a line in characters.
const width = 100

// page collects lines of text of at most width characters.
type page struct{ b strings.Builder }

// heading writes the title of a section.
func (t *page) heading(title string) {
	t.b.WriteString("\n" + strings.ToUpper(title) + "\n")
	t.b.WriteString(strings.Repeat("─", utf8.RuneCountInString(title)) + "\n")
}

// text writes a paragraph: first followed by the first line, then the other lines with
// the same indentation. It writes nothing if text is empty.
func (t *page) text(first, text string) {
	if text == "" {
		return
	}
	indent := utf8.RuneCountInString(first)
	for i, line := range wrap(text, width-indent) {
		if i == 0 {
			t.b.WriteString(first + line + "\n")
			continue
		}
		t.b.WriteString(strings.Repeat(" ", indent) + line + "\n")
	}
}

// column is one column of a table. If width is zero, it is what the other columns leave.
type column struct {
	title string
	width int
	right bool
}

const margin = 2 // spaces before the first column

// table writes cells in columns and wraps those that are too long.
type table struct {
	page    *page
	columns []column
	gap     int // spaces between two columns
}

// table begins a table with two spaces between columns and writes its titles.
func (t *page) table(columns ...column) *table { return t.begin(2, columns) }

// narrow is like table with one space between columns, for many columns of figures.
func (t *page) narrow(columns ...column) *table { return t.begin(1, columns) }

func (t *page) begin(gap int, columns []column) *table {
	free, open := width-margin, 0
	for i, c := range columns {
		if i > 0 {
			free -= gap
		}
		if free -= c.width; c.width == 0 {
			open = i
		}
	}
	if columns[open].width == 0 {
		columns[open].width = free
	}
	tb := &table{t, columns, gap}
	titles := make([]string, len(columns))
	for i, c := range columns {
		titles[i] = c.title
	}
	tb.row(titles...)
	rules := make([]string, len(columns))
	for i, c := range columns {
		rules[i] = strings.Repeat("─", c.width)
	}
	tb.row(rules...)
	return tb
}

// row writes one row; missing cells are empty.
func (tb *table) row(cells ...string) {
	lines := make([][]string, len(tb.columns))
	height := 1
	for i := range cells {
		lines[i] = wrap(cells[i], tb.columns[i].width)
		height = max(height, len(lines[i]))
	}
	for n := range height {
		line := strings.Repeat(" ", margin)
		for i, c := range tb.columns {
			cell := ""
			if n < len(lines[i]) {
				cell = lines[i][n]
			}
			pad := strings.Repeat(" ", max(0, c.width-utf8.RuneCountInString(cell)))
			if i > 0 {
				line += strings.Repeat(" ", tb.gap)
			}
			if c.right {
				line += pad + cell
			} else {
				line += cell + pad
			}
		}
		tb.page.b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
}

// wrap breaks a text at its spaces into lines of at most n characters, and a longer word
// where it must. Characters that a terminal would obey are escaped.
func wrap(text string, n int) []string {
	var lines []string
	line, used := "", 0
	for _, word := range strings.Fields(terminal.Line(text)) {
		w := utf8.RuneCountInString(word)
		if used > 0 && used+1+w > n {
			lines, line, used = append(lines, line), "", 0
		}
		for ; w > n; w -= n {
			end := len(string([]rune(word)[:n]))
			lines, word = append(lines, word[:end]), word[end:]
		}
		if used > 0 {
			line += " "
			used++
		}
		line += word
		used += w
	}
	if used > 0 {
		lines = append(lines, line)
	}
	return lines
}
