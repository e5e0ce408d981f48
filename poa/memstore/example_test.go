package memstore_test

import (
	"context"
	"fmt"

	"github.com/rumbo-mx/rumbo/poa/memstore"
)

func ExampleNew() {
	ctx := context.Background()
	plans := memstore.New()
	if err := plans.Create(ctx, "p1", []byte(`{"schema":1,"id":"p1","fiscalYear":2027}`)); err != nil {
		fmt.Println(err)
		return
	}
	found, err := plans.Load(ctx, "p1")
	fmt.Println(found.Revision, string(found.Document), err)
	_, err = plans.Load(ctx, "p2")
	fmt.Println(err)
	// Output:
	// 0 {"schema":1,"id":"p1","fiscalYear":2027} <nil>
	// store: no plan with this id
}
