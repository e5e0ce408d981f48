package wire

import "github.com/rumbo-mx/rumbo/calendar/norm"

// badDate returns the error of a text that is not a date: ImpossibleDate if it is empty or
// names a day that no month has, and BadDate if its form is wrong, with the date in the
// right form as "want" if the text has one.
func badDate(text string, offset int) *Error {
	e := &Error{Kind: ImpossibleDate, Offset: offset, With: []norm.Arg{Text("value", text)}}
	if text == "" || isoForm(text) {
		return e
	}
	year, month, day, ok := readDate(text)
	if ok && (month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) {
		return e
	}
	e.Kind = BadDate
	if ok && year > 0 {
		e.With = append(e.With, norm.Arg{Name: "want", Value: norm.Text(iso(year, month, day))})
	}
	return e
}

// isoForm reports whether s is four, two and two digits joined by hyphens.
func isoForm(s string) bool {
	if len(s) != 10 {
		return false
	}
	for i := range len(s) {
		if hyphen := i == 4 || i == 7; hyphen != (s[i] == '-') || !hyphen && (s[i] < '0' || s[i] > '9') {
			return false
		}
	}
	return true
}

// readDate returns the numbers of a date in another form than 2027-03-15: in the order of
// year, month and day or, as in Mexico, of day, month and year, of which the year, then 0,
// may be missing. It ignores a time that follows. ok is false if the order is not clear.
func readDate(s string) (year, month, day int, ok bool) {
	var n, width [3]int
	count, i := 0, 0
	for {
		begin := i
		for i < len(s) && '0' <= s[i] && s[i] <= '9' && i-begin < 8 {
			n[count] = 10*n[count] + int(s[i]-'0')
			i++
		}
		if width[count] = i - begin; width[count] == 0 {
			return 0, 0, 0, false
		}
		if count++; count == len(n) || i == len(s) || !(s[i] == '/' || s[i] == '-' || s[i] == '.') {
			break
		}
		i++
	}
	if i < len(s) && s[i] != 'T' && s[i] != ' ' {
		return 0, 0, 0, false
	}
	short := width[1] <= 2
	switch {
	case count == 1 && width[0] == 8:
		return n[0] / 10000, n[0] / 100 % 100, n[0] % 100, true
	case count == 2 && width[0] <= 2 && short:
		return 0, n[1], n[0], true
	case count == 3 && width[0] == 4 && short && width[2] <= 2:
		return n[0], n[1], n[2], true
	case count == 3 && width[2] == 4 && short && width[0] <= 2:
		return n[2], n[1], n[0], true
	}
	return 0, 0, 0, false
}

// iso returns a date in the form 2027-03-15.
func iso(year, month, day int) string {
	b := []byte("0000-00-00")
	for _, v := range [...]struct{ end, n int }{{3, year}, {6, month}, {9, day}} {
		for at, n := v.end, v.n; n > 0; at, n = at-1, n/10 {
			b[at] = byte('0' + n%10)
		}
	}
	return string(b)
}

// daysOf returns the number of days of a month, in year 0 that of a leap year.
func daysOf(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}
