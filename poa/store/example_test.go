package store_test

import (
	"context"
	"errors"
	"fmt"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/memstore"
	"github.com/rumbo-mx/rumbo/poa/store"
)

func title(text string) []poa.Command {
	return []poa.Command{&poa.Change{Edits: []norm.Edit{{Op: norm.OpSet, Path: "title", Value: `"` + text + `"`}}}}
}

// A plan is the result of replaying the appended batches on the stored document.
func ExampleStored_Plan() {
	ctx := context.Background()
	plans := memstore.New()
	err := plans.Create(ctx, "p1", []byte(`{"schema":1,"id":"p1","fiscalYear":2027}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	batch := store.Batch{Commands: title("POA 2027"), Author: "titular", Date: calendar.MustDate(2027, 1, 4)}
	if _, err := plans.Append(ctx, "p1", 0, batch); err != nil {
		fmt.Println(err)
		return
	}
	found, err := plans.Load(ctx, "p1")
	if err != nil {
		fmt.Println(err)
		return
	}
	plan, err := found.Plan(&poa.Env{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(found.Revision, plan.View().Title)
	// Output: 1 POA 2027
}

// Appending to an old revision returns ErrConflict.
func ExampleStore() {
	ctx := context.Background()
	var plans store.Store = memstore.New()
	if err := plans.Create(ctx, "p1", []byte(`{"schema":1,"id":"p1","fiscalYear":2027}`)); err != nil {
		fmt.Println(err)
		return
	}
	for _, author := range []string{"titular", "auxiliar"} {
		_, err := plans.Append(ctx, "p1", 0, store.Batch{Commands: title("de " + author), Author: author})
		fmt.Println(author, errors.Is(err, store.ErrConflict), err)
	}
	// Output:
	// titular false <nil>
	// auxiliar true store: the plan was changed by another writer: load it again and repeat the change
}

// Commit applies commands and appends them; Open returns the plan at its last revision.
func ExampleCommit() {
	ctx := context.Background()
	plans := memstore.New()
	if err := plans.Create(ctx, "p1", []byte(`{"schema":1,"id":"p1","fiscalYear":2027}`)); err != nil {
		fmt.Println(err)
		return
	}
	batch := store.Batch{Commands: title("POA 2027"), Author: "titular", Date: calendar.MustDate(2027, 1, 4)}
	plan, revision, err := store.Commit(ctx, plans, &poa.Env{}, "p1", 0, batch)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(revision, plan.View().Title)
	_, _, err = store.Commit(ctx, plans, &poa.Env{}, "p1", 0, batch)
	fmt.Println(errors.Is(err, store.ErrConflict))
	// Output:
	// 1 POA 2027
	// true
}

func ExampleOpen() {
	ctx := context.Background()
	plans := memstore.New()
	if err := plans.Create(ctx, "p1", []byte(`{"schema":1,"id":"p1","fiscalYear":2027}`)); err != nil {
		fmt.Println(err)
		return
	}
	plan, revision, err := store.Open(ctx, plans, &poa.Env{}, "p1")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(revision, plan.View().FiscalYear)
	_, _, err = store.Open(ctx, plans, &poa.Env{}, "p2")
	fmt.Println(err)
	// Output:
	// 0 2027
	// store: no plan with this id
}

// Wrap tells the errors of an implementation from those that a caller can act on.
func ExampleWrap() {
	fmt.Println(store.Wrap("create", "p1", store.ErrPlanExists))
	err := store.Wrap("create", "p1", errors.New("connection refused"))
	fmt.Println(poa.CodeOf(err), err)
	// Output:
	// store: a plan with this id exists: choose another id
	// failed store: create "p1": connection refused
}
