package memstore_test

import (
	"testing"

	"github.com/rumbo-mx/rumbo/poa/memstore"
	"github.com/rumbo-mx/rumbo/poa/store"
	"github.com/rumbo-mx/rumbo/poa/storetest"
)

func TestStore(t *testing.T) {
	storetest.Run(t, func(*testing.T) store.Store { return memstore.New() })
}
