package ics

import (
	"errors"
	"io"
	"strconv"

	"github.com/rumbo-mx/rumbo/calendar"
)

// File is the content of an iCalendar file.
type File struct {
	// Name is the name shown by calendar programs; it may be empty.
	Name string
	// Stamp is the day on which the file is made (DTSTAMP, written as midnight UTC).
	// It is required.
	Stamp calendar.Date
	// Events are written in their order. They may be empty.
	Events []Event
}

// Event is an event of one or more whole days.
type Event struct {
	// UID identifies the event globally and must not change. It is required and
	// unique within the file.
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
	// Busy marks the days as busy (OPAQUE); most days off are not, so that programs
	// show them as free.
	Busy bool
}

// flushSize is how many bytes Encode buffers before it writes.
const flushSize = 16 << 10

// Encode writes c to w. Text is escaped; control characters, which the format does not
// allow, are written as spaces, and bytes that are not UTF-8 as U+FFFD. If Stamp is
// missing, or an event has no UID, the UID of another or an invalid Span, Encode returns
// an error before it writes anything. It also returns the error of w.
func Encode(w io.Writer, c File) error {
	if c.Stamp.IsZero() {
		return errors.New("ics: the file has no stamp: set Stamp to the day on which it is made")
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
	b = append(b, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//rumbo-mx//rumbo//ES\r\nCALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n"...)
	if c.Name != "" {
		b = appendText(b, "X-WR-CALNAME:", c.Name)
	}
	stamp := append(append([]byte("DTSTAMP:"), appendDate(nil, c.Stamp)...), "T000000Z\r\n"...)
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
	if e.Busy {
		b = append(b, "TRANSP:OPAQUE\r\n"...)
	} else {
		b = append(b, "TRANSP:TRANSPARENT\r\n"...)
	}
	return append(b, "END:VEVENT\r\n"...)
}

// appendDate appends a date in the appendDate format of ISO 8601, as in 20270315.
func appendDate(b []byte, d calendar.Date) []byte {
	n := len(b)
	b, _ = d.AppendText(b)
	copy(b[n+4:], b[n+5:n+7])
	copy(b[n+6:], b[n+8:n+10])
	return b[:n+8]
}
