package main

import (
	"bytes"
	"encoding/json"
	"io"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/mexico"
)

// newPlan prints the document of an empty plan with four quarters and the office given by
// the flags.
func newPlan(c *command, args []string, s streams) (int, error) {
	a := c.arguments()
	p, language := a.profile(), a.language()
	y := year(calendar.DateOf(time.Now()).Year())
	a.TextVar(&y, "year", y, "the fiscal `YEAR`")
	id := a.String("id", "", "the `ID` of the plan: letters, digits and -_.: (default a random UUID)")
	var office poa.Office
	a.StringVar(&office.Name, "office", "", "the `NAME` of the office")
	a.StringVar(&office.Municipality, "municipality", "", "the `NAME` of the municipality")
	a.StringVar(&office.State, "state", "", "the `NAME` of the state")
	a.StringVar(&office.INEGI, "inegi", "", "the five-digit INEGI `CODE` of the municipality")
	out := a.output("the document", true)
	if _, err := a.parse(args, s.out); err != nil {
		return failed, err
	}
	if *id == "" {
		random, err := uuid.NewRandom()
		if err != nil {
			return failed, err
		}
		*id = random.String()
	}

	env := mexico.Env()
	printer := language.printer(env)
	doc, err := poa.Empty(*id, int(y))
	if err != nil {
		return failed, usageErrorf("%s", line(printer.Error(err)))
	}
	for _, period := range doc.Periods {
		months := printer.Months(period.Span.Start.Month(), period.Span.End.Month())
		period.Name = strings.ToUpper(months[:1]) + months[1:]
	}
	doc.Title, doc.Office = printer.Text("word.plan-title"), office
	doc.Norm, doc.Calendar = env.Norm, p.Key
	plan, err := poa.New(env, doc)
	if err != nil {
		return failed, usageErrorf("%s", line(printer.Error(err)))
	}

	var page bytes.Buffer
	if err := json.Indent(&page, plan.AppendJSON(nil), "", "  "); err != nil {
		return failed, err
	}
	page.WriteByte('\n')
	err = out.write(s, func(w io.Writer) error {
		_, err := page.WriteTo(w)
		return err
	})
	if err != nil {
		return failed, err
	}
	return clean, nil
}
