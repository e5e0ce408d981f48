package ics

import (
	"errors"
	"io"
	"strconv"
	"strings"

	"github.com/rumbo-mx/rumbo/calendar"
)

// File is the content of an iCalendar file.
type File struct {
	// Name is the name shown by calendar programs; it may be empty.
	Name string
	// Stamp is the day on which the file is made (DTSTAMP, written as midnight UTC).
	// It is required.
	Stamp calendar.Date
	// Revision counts the versions of the content (SEQUENCE of each event): a program
	// replaces an event that it has if the new one has a larger Revision, or the same and
	// a later Stamp. It must not be negative, nor decrease from one file to the next. A
	// host without a counter can use the number of days of Stamp, Stamp.Days.
	Revision int
	// Modified is the day on which the content last changed (LAST-MODIFIED, written as
	// midnight UTC); if it is no date, it is Stamp.
	Modified calendar.Date
	// Events are written in their order. They may be empty.
	Events []Event
}

// Event is an event of one or more whole days.
type Event struct {
	// UID identifies the event globally and must not change, even if its days do: see
	// UID. It is required and unique within the file.
	UID string
	// Span is the first and the last day, both included. It is required.
	Span calendar.Span
	// Summary is the title.
	Summary string
	// Description and Categories may be empty.
	Description string
	Categories  []string
	// Tentative is set if the days may still change.
	Tentative bool
	// Busy marks the days as busy (TRANSP:OPAQUE, and what Outlook reads); most days off
	// are not, so that programs show them as free.
	Busy bool
}

// UID returns the UID of an event: the nth with a key in a year, from 1, of what scope
// identifies, such as a plan by its id or a calendar by the key of its profile. It does not
// contain the date, so that an event whose day moves remains the same event. Characters
// other than ASCII letters, digits and - _ . become hyphens.
func UID(scope, key string, year, n int) string {
	return token(key) + "." + strconv.Itoa(year) + "." + strconv.Itoa(n) + "@" + token(scope) + ".calendar.rumbo-mx"
}

// token returns s with hyphens instead of the characters that a UID should not have.
func token(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z', '0' <= r && r <= '9', r == '_', r == '.':
			return r
		}
		return '-'
	}, s)
}

// header begins a file. Programs that follow the address of a file read it again every day:
// REFRESH-INTERVAL is of RFC 7986, and X-PUBLISHED-TTL is what Outlook reads.
const header = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//rumbo-mx//rumbo//ES\r\nCALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n" +
	"REFRESH-INTERVAL;VALUE=DURATION:P1D\r\nX-PUBLISHED-TTL:P1D\r\n"

// flushSize is how many bytes Encode buffers before it writes.
const flushSize = 16 << 10

// Encode writes c to w. Text is escaped; control characters, which the format does not
// allow, are written as spaces, and bytes that are not UTF-8, byte order marks and
// characters that set the direction of a text as U+FFFD. If Stamp is missing, Revision is negative, or an event
// has no UID, the UID of another or an invalid Span, Encode returns an error before it
// writes anything. It also returns the error of w.
func Encode(w io.Writer, c File) error {
	if c.Stamp.IsZero() {
		return errors.New("ics: the file has no stamp: set Stamp to the day on which it is made")
	}
	if c.Revision < 0 {
		return errors.New("ics: the revision " + strconv.Itoa(c.Revision) + " is negative: count from 0")
	}
	seen := make(map[string]struct{}, len(c.Events))
	for i := range c.Events {
		e := &c.Events[i]
		if e.UID == "" {
			return errors.New("ics: event " + strconv.Itoa(i+1) + " has no UID: give it one that never changes")
		}
		if _, twice := seen[e.UID]; twice {
			return errors.New("ics: two events have the UID " + strconv.Quote(e.UID) + ": give each its own")
		}
		seen[e.UID] = struct{}{}
		if !e.Span.Valid() {
			return errors.New("ics: event " + strconv.Quote(e.UID) + " needs two dates in order")
		}
	}

	b := make([]byte, 0, flushSize+4<<10)
	b = append(b, header...)
	if c.Name != "" {
		b = appendText(b, "NAME:", c.Name)
		b = appendText(b, "X-WR-CALNAME:", c.Name)
	}
	modified := c.Modified
	if modified.IsZero() {
		modified = c.Stamp
	}
	stamp := append(appendDate([]byte("DTSTAMP:"), c.Stamp), "T000000Z\r\nLAST-MODIFIED:"...)
	stamp = append(appendDate(stamp, modified), "T000000Z\r\nSEQUENCE:"...)
	stamp = append(strconv.AppendInt(stamp, int64(c.Revision), 10), "\r\n"...)
	for i := range c.Events {
		b = c.Events[i].append(b, stamp)
		if len(b) >= flushSize {
			if _, err := w.Write(b); err != nil {
				return err
			}
			b = b[:0]
		}
	}
	_, err := w.Write(append(b, "END:VCALENDAR\r\n"...))
	return err
}

func (e *Event) append(b, stamp []byte) []byte {
	b = append(b, "BEGIN:VEVENT\r\n"...)
	b = appendText(b, "UID:", e.UID)
	b = append(b, stamp...)
	b = append(b, "DTSTART;VALUE=DATE:"...)
	b = append(appendDate(b, e.Span.Start), "\r\n"...)
	if end := e.Span.End.AddDays(1); !end.IsZero() {
		b = append(b, "DTEND;VALUE=DATE:"...)
		b = append(appendDate(b, end), "\r\n"...)
	} else {
		// The day after 9999-12-31 is not a Date: write a duration instead.
		b = append(b, "DURATION:P"...)
		b = append(strconv.AppendInt(b, int64(e.Span.Days()), 10), "D\r\n"...)
	}
	b = appendText(b, "SUMMARY:", e.Summary)
	if e.Description != "" {
		b = appendText(b, "DESCRIPTION:", e.Description)
	}
	if len(e.Categories) > 0 {
		b = appendText(b, "CATEGORIES:", e.Categories...)
	}
	if e.Tentative {
		b = append(b, "STATUS:TENTATIVE\r\n"...)
	} else {
		b = append(b, "STATUS:CONFIRMED\r\n"...)
	}
	switch {
	case !e.Busy:
		b = append(b, "TRANSP:TRANSPARENT\r\nX-MICROSOFT-CDO-BUSYSTATUS:FREE\r\n"...)
	case e.Tentative:
		b = append(b, "TRANSP:OPAQUE\r\nX-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE\r\n"...)
	default:
		b = append(b, "TRANSP:OPAQUE\r\nX-MICROSOFT-CDO-BUSYSTATUS:BUSY\r\n"...)
	}
	b = append(b, "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE\r\n"...)
	return append(b, "END:VEVENT\r\n"...)
}

// appendDate appends a date in the basic format of ISO 8601, as in 20270315.
func appendDate(b []byte, d calendar.Date) []byte {
	n := len(b)
	b, _ = d.AppendText(b)
	copy(b[n+4:], b[n+5:n+7])
	copy(b[n+6:], b[n+8:n+10])
	return b[:n+8]
}
