package poa

import (
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

func textArg(name, value string) norm.Arg { return norm.Arg{Name: name, Value: norm.Text(value)} }

func countArg(name string, n int) norm.Arg { return norm.Arg{Name: name, Value: norm.Count(n)} }

func dateArg(name string, d calendar.Date) norm.Arg { return norm.Arg{Name: name, Value: d} }
