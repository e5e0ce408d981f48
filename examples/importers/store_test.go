package importers_test

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/mexico"
	"github.com/rumbo-mx/rumbo/poa/store"
	"github.com/rumbo-mx/rumbo/poa/storetest"
)

// folder is a store.Store in a folder of files: a folder for each plan, with its document
// and a file for each revision. The file system decides who is first: a folder is renamed,
// and a file linked, only to a name that does not exist.
type folder string

// path returns the folder of a plan. The id is in hexadecimal digits: file names may not
// distinguish case, and some ids are no file names.
func (f folder) path(id string) string {
	return filepath.Join(string(f), "p"+hex.EncodeToString([]byte(id)))
}

func (f folder) Create(ctx context.Context, id string, document []byte) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if id == "" {
		return store.ErrNoID
	}
	temporary, err := os.MkdirTemp(string(f), "new")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temporary)
	if err := os.WriteFile(filepath.Join(temporary, "document.json"), document, 0o600); err != nil {
		return err
	}
	err = os.Rename(temporary, f.path(id))
	if errors.Is(err, fs.ErrExist) {
		return store.ErrPlanExists
	}
	return err
}

func (f folder) Load(ctx context.Context, id string) (found store.Stored, err error) {
	if err := ctx.Err(); err != nil {
		return found, err
	}
	found.Document, err = os.ReadFile(filepath.Join(f.path(id), "document.json"))
	if errors.Is(err, fs.ErrNotExist) {
		return store.Stored{}, store.ErrNoSuchPlan
	}
	for err == nil {
		var data []byte
		if data, err = os.ReadFile(f.batch(id, found.Revision+1)); errors.Is(err, fs.ErrNotExist) {
			return found, nil
		}
		var batch store.Batch
		if err == nil {
			err = json.Unmarshal(data, &batch)
		}
		found.Batches = append(found.Batches, batch)
		found.Revision++
	}
	return store.Stored{}, err
}

func (f folder) batch(id string, revision store.Revision) string {
	return filepath.Join(f.path(id), strconv.Itoa(int(revision))+".json")
}

func (f folder) Append(ctx context.Context, id string, base store.Revision, batch store.Batch) (store.Revision, error) {
	found, err := f.Load(ctx, id)
	if err != nil {
		return 0, err
	}
	if found.Revision != base {
		return 0, store.ErrConflict
	}
	data, err := json.Marshal(batch)
	if err != nil {
		return 0, err
	}
	temporary, err := os.CreateTemp(string(f), "batch")
	if err != nil {
		return 0, err
	}
	defer os.Remove(temporary.Name())
	_, err = temporary.Write(data)
	if err := errors.Join(err, temporary.Close()); err != nil {
		return 0, err
	}
	err = os.Link(temporary.Name(), f.batch(id, base+1))
	if errors.Is(err, fs.ErrExist) {
		return 0, store.ErrConflict
	}
	return base + 1, err
}

// The store keeps every promise, also when it is opened again.
func TestFolder(t *testing.T) {
	storetest.Suite{
		Open:   func(t testing.TB) store.Store { return folder(t.TempDir()) },
		Reopen: func(_ testing.TB, s store.Store) store.Store { return folder(string(s.(folder))) },
	}.Run(t)
}

// A program's own store is used through the verbs of package store.
func Example_ownStore() {
	dir, err := os.MkdirTemp("", "plans")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	ctx, env, plans := context.Background(), mexico.Env(), folder(dir)
	if err := plans.Create(ctx, "gaceta", []byte(`{"schema":1,"id":"gaceta","fiscalYear":2027}`)); err != nil {
		fmt.Println(err)
		return
	}
	batch := store.Batch{
		Commands: poa.Commands{&poa.Change{Edits: []norm.Edit{{Op: norm.OpSet, Path: "title", Value: `"POA 2027"`}}}},
		Author:   "titular", Date: calendar.MustDate(2027, 1, 4),
	}
	for range 2 {
		plan, revision, err := store.Commit(ctx, plans, env, "gaceta", 0, batch)
		if errors.Is(err, store.ErrConflict) {
			fmt.Println("somebody else was first")
			continue
		}
		fmt.Println(revision, plan.View().Title, err)
	}
	// Output:
	// 1 POA 2027 <nil>
	// somebody else was first
}
