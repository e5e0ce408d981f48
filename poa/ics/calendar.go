package ics

import (
	"errors"
	"io"
	"strconv"

	"github.com/rumbo-mx/rumbo/calendar"
)

// File is the content of one file.
type File struct {
	// Name is the name in calendar programs; it may be empty.
	Name string
	// Stamp is the day on which the events were made (DTSTAMP, written as
	// midnight UTC). It is required.
	Stamp calendar.Date
	// Events are written in their order. None is a calendar without events.
	Events []Event
}

// Event is something that takes whole days.
type Event struct {
	// UID identifies the event worldwide. It is required, and unique in a file.
	UID string
	// Span is the days of the event, both ends included. It is required.
	Span calendar.Span
	// Summary is its title.
	Summary string
	// Description and Categories may be empty.
	Description string
	Categories  []string
	// Tentative is set if the days may still change.
	Tentative bool
	// Busy is set if the days are taken, as by a meeting; most days off are not, so that
	// programs leave them open for entries.
	Busy bool
}

// flush is how many bytes Encode gathers before it writes.
const flush = 16 << 10

// Encode writes c to w. Text is escaped, and control characters in it, which the
// format cannot hold, are written as spaces; bytes that are not UTF-8 as U+FFFD.
// It returns an error for a calendar without Stamp, for an event without UID, with
// one that another has, or without valid days, before anything is written; and the
// error of w.
func Encode(w io.Writer, c File) error {
	if c.Stamp.IsZero() {
		return errors.New("ics: the calendar has no stamp: write the day on which it was made")
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

	b := make([]byte, 0, flush+4<<10)
	b = append(b, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//rumbo-mx//rumbo//ES\r\nCALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n"...)
	if c.Name != "" {
		b = text(b, "X-WR-CALNAME:", c.Name)
	}
	stamp := append(append([]byte("DTSTAMP:"), basic(nil, c.Stamp)...), "T000000Z\r\n"...)
	for i := range c.Events {
		b = c.Events[i].append(b, stamp)
		if len(b) >= flush {
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
	b = text(b, "UID:", e.UID)
	b = append(b, stamp...)
	b = append(b, "DTSTART;VALUE=DATE:"...)
	b = append(basic(b, e.Span.Start), "\r\n"...)
	if end := e.Span.End.AddDays(1); !end.IsZero() {
		b = append(b, "DTEND;VALUE=DATE:"...)
		b = append(basic(b, end), "\r\n"...)
	} else {
		// The day after 9999-12-31 cannot be written; a duration can.
		b = append(b, "DURATION:P"...)
		b = append(strconv.AppendInt(b, int64(e.Span.Days()), 10), "D\r\n"...)
	}
	b = text(b, "SUMMARY:", e.Summary)
	if e.Description != "" {
		b = text(b, "DESCRIPTION:", e.Description)
	}
	if len(e.Categories) > 0 {
		b = text(b, "CATEGORIES:", e.Categories...)
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

// basic appends a date in the form 20270315.
func basic(b []byte, d calendar.Date) []byte {
	n := len(b)
	b, _ = d.AppendText(b)
	copy(b[n+4:], b[n+5:n+7])
	copy(b[n+6:], b[n+8:n+10])
	return b[:n+8]
}
