package report

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa/lang"
)

// column is a column of a table: the key of its title, or the title itself, the class of
// its head ("num" for numbers) and, in a table of fixed widths, the name of its width.
type column struct{ title, class, width string }

// heads parses columns separated by spaces: "date", with a class "total:num", with a class
// and a width "done:num:done". A key without a dot has the prefix "column.".
func heads(spec string) []column {
	var list []column
	for more := true; more; {
		var word string
		word, spec, more = strings.Cut(spec, " ")
		key, rest, _ := strings.Cut(word, ":")
		class, width, _ := strings.Cut(rest, ":")
		if !strings.Contains(key, ".") {
			key = "column." + key
		}
		list = append(list, column{key, class, width})
	}
	return list
}

// table begins a table in a group that scrolls on narrow screens. The caption is the
// accessible name of both.
func (d *document) table(id, caption, class string, columns ...column) {
	d.open("div", "class", "scroll", "role", "group", "tabindex", "0", "aria-labelledby", "c-"+id)
	d.open("table", "class", class)
	d.el("caption", caption, "id", "c-"+id)
	if columns[0].width != "" {
		d.raw("<colgroup>")
		for _, c := range columns {
			d.void("col", "class", "w-"+c.width)
		}
		d.raw("</colgroup>\n")
	}
	d.raw("<thead>")
	d.open("tr")
	for _, c := range columns {
		title := c.title
		if strings.Contains(title, ".") {
			title = d.Text(title)
		}
		d.el("th", title, "scope", "col", "class", c.class)
	}
	d.close("tr")
	d.raw("</thead>\n")
}

func (d *document) endTable() {
	d.endBody()
	d.close("table")
	d.close("div")
	d.noteOmitted()
}

// row begins a row.
func (d *document) row() {
	if !d.body {
		d.beginBody("")
	}
	d.open("tr")
}

func (d *document) beginBody(class string) {
	d.endBody()
	d.open("tbody", "class", class)
	d.body = true
}

func (d *document) endBody() {
	if d.body {
		d.raw("</tbody>\n")
		d.body = false
	}
}

// group begins a group of rows with a title.
func (d *document) group(title string, columns int) {
	d.beginBody("group")
	d.open("tr")
	d.el("th", title, "scope", "rowgroup", "colspan", count(columns))
	d.close("tr")
}

// total begins the row of totals, which must be the last. It is not in a tfoot element,
// which browsers print on every sheet.
func (d *document) total(columns int) {
	d.beginBody("total")
	d.open("tr")
	d.el("th", d.Text("column.total"), "scope", "row", "colspan", count(columns))
}

// rowHead writes the cell with the name of its row.
func (d *document) rowHead(text string, path norm.Path) {
	d.open("th", "scope", "row")
	d.value(text, path)
	d.close("th")
}

func (d *document) cell(text string) { d.el("td", text) }

func (d *document) num(text string) { d.el("td", text, "class", "num") }

// markedCell and markedNum write a cell with the value at a path, marked if it is illustrative.
func (d *document) markedCell(text string, path norm.Path) { d.marked("td", text, "", path) }

func (d *document) markedNum(text string, path norm.Path) { d.marked("td", text, "num", path) }

func (d *document) marked(tag, text, class string, path norm.Path) {
	if (class == "key" || class == "tight") && utf8.RuneCountInString(text) > maxTight {
		class = "" // these classes do not wrap
	}
	d.open(tag, "class", class)
	d.value(text, path)
	d.close(tag)
}

// maxTight is the maximum number of characters of a cell that does not wrap.
const maxTight = 32

// value writes the value at a path and, if it is illustrative, a mark.
func (d *document) value(text string, path norm.Path) {
	d.text(text)
	if path != "" && text != "" && d.marks.has(path) {
		d.el("abbr", "†", "class", "ill", "title", d.Text("word.illustrative"))
	}
}

// fact writes a line of a list of facts, unless text is empty.
func (d *document) fact(title, text string, path norm.Path) {
	if text == "" {
		return
	}
	d.open("div")
	d.el("dt", d.Text(title))
	d.marked("dd", text, "", path)
	d.close("div")
}

// spanish writes a text that is Spanish in every document, such as a citation.
func (d *document) spanish(text string) {
	if d.Tag() == lang.Spanish {
		d.text(text)
		return
	}
	d.el("span", text, "lang", lang.Spanish)
}

// note writes a paragraph in small print.
func (d *document) note(text string) { d.el("p", text, "class", "note") }

func count(n int) string { return strconv.Itoa(n) }
