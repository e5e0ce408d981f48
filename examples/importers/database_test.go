package importers_test

import (
	"fmt"

	"github.com/rumbo-mx/rumbo/budget"
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/poa"
)

// Dates, spans, money, numbers and enums are values of database/sql: parameters of a
// statement and targets of Scan. An amount is exact in a DECIMAL column.
func Example_database() {
	db := openTable("id", "days", "cost", "kind")
	defer db.Close()

	save, load := `INSERT INTO campaigns VALUES (?, ?, ?, ?)`, `SELECT id, days, cost, kind FROM campaigns`
	c, cost := poa.Campaign{ID: "feast", Kind: poa.CampaignGovernment, Span: calendar.MustParseSpan("2027-05-10/2027-05-23")}, budget.MustParseMoney("18500.50")
	_, err := db.Exec(save, c.ID, c.Span, cost, c.Kind)
	if err == nil {
		err = db.QueryRow(load).Scan(&c.ID, &c.Span, &cost, &c.Kind)
	}
	fmt.Println(c.Span, cost, c.Kind, err)
	// Output: 2027-05-10/2027-05-23 18500.50 government <nil>
}

// A whole plan is one column; a row that cannot be a plan is an error of Scan's caller.
func Example_databaseDocument() {
	db := openTable("id", "document")
	defer db.Close()
	doc, err := poa.Empty("prensa-2027", 2027)
	if err != nil {
		fmt.Println(err)
		return
	}
	if _, err := db.Exec(`INSERT INTO plans VALUES (?, ?)`, doc.ID, doc.AppendJSON(nil)); err != nil {
		fmt.Println(err)
		return
	}
	var id string
	var data []byte
	if err := db.QueryRow(`SELECT id, document FROM plans`).Scan(&id, &data); err != nil {
		fmt.Println(err)
		return
	}
	plan, err := poa.Open(&poa.Env{}, data)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(id, plan.View().FiscalYear, len(plan.View().Periods))
	// Output: prensa-2027 2027 4
}
