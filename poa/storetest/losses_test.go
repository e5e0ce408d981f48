package storetest_test

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/memstore"
	"github.com/rumbo-mx/rumbo/poa/store"
	"github.com/rumbo-mx/rumbo/poa/storetest"
)

const (
	fieldsPromise = "every field of a batch is stored"
	plansPromise  = "plans are kept apart"
)

// loss is a way in which a store changes a value.
type loss struct {
	name  string
	apply func(reflect.Value)
}

// textLosses are the losses of a text.
var textLosses = []struct {
	name   string
	change func(string) string
}{
	{"dropped", func(string) string { return "" }},
	{"cut to 8 bytes", func(s string) string { return s[:min(len(s), 8)] }},
	{"cut to 32 bytes", func(s string) string { return s[:min(len(s), 32)] }},
	{"cut to 255 bytes", func(s string) string { return strings.ToValidUTF8(s[:min(len(s), 255)], "") }},
	{"trimmed at its start", func(s string) string { return strings.TrimLeft(s, " \t\r\n") }},
	{"trimmed at its end", func(s string) string { return strings.TrimRight(s, " \t\r\n") }},
	{"in lower case", strings.ToLower},
	{"in upper case", strings.ToUpper},
	{"in ASCII", func(s string) string {
		return strings.Map(func(r rune) rune {
			if r > 127 {
				return -1
			}
			return r
		}, s)
	}},
	{"in Latin-1", func(s string) string {
		return strings.Map(func(r rune) rune {
			if r > 255 {
				return '?'
			}
			return r
		}, s)
	}},
	{"without what UTF-16 has in two units", func(s string) string {
		return strings.Map(func(r rune) rune {
			if r > 0xFFFF {
				return -1
			}
			return r
		}, s)
	}},
	{"composed", strings.NewReplacer("n\u0303", "ñ", "e\u0301", "é").Replace},
	{"decomposed", strings.NewReplacer("ñ", "n\u0303", "é", "e\u0301").Replace},
	{"with other ends of lines", strings.NewReplacer("\r\n", "\n").Replace},
	{"with quotes doubled", strings.NewReplacer("'", "''").Replace},
	{"with escapes read", strings.NewReplacer(`\n`, "\n", "%s", "", "%00", "\x00").Replace},
	{"as HTML", strings.NewReplacer("<", "&lt;").Replace},
}

// idLosses are those of textLosses that change an id of an element, which has 64 bytes of ASCII.
var idLosses = []string{"dropped", "cut to 8 bytes", "cut to 32 bytes", "in lower case", "in upper case"}

// lossesOf returns the losses of a type: of a list, elements; of a text, its ends, letters
// and length; of anything else, its value.
func lossesOf(t reflect.Type, field string) []loss {
	var list []loss
	switch {
	case t.Kind() == reflect.Slice:
		of := func(name string, change func(reflect.Value) reflect.Value) loss {
			return loss{name, func(v reflect.Value) {
				if v.Len() > 1 {
					v.Set(change(v))
				}
			}}
		}
		list = append(list,
			loss{"dropped", reflect.Value.SetZero},
			of("cut to the first", func(v reflect.Value) reflect.Value { return v.Slice(0, 1) }),
			of("cut to the last", func(v reflect.Value) reflect.Value { return v.Slice(v.Len()-1, v.Len()) }),
			of("without the last", func(v reflect.Value) reflect.Value { return v.Slice(0, v.Len()-1) }),
			of("with the first twice", func(v reflect.Value) reflect.Value {
				return reflect.AppendSlice(reflect.Append(reflect.MakeSlice(t, 0, v.Len()+1), v.Index(0)), v)
			}),
			of("with the first twice, without the last", func(v reflect.Value) reflect.Value {
				return reflect.AppendSlice(reflect.Append(reflect.MakeSlice(t, 0, v.Len()), v.Index(0)), v.Slice(0, v.Len()-1))
			}),
			of("reversed", func(v reflect.Value) reflect.Value {
				reversed := reflect.MakeSlice(t, 0, v.Len())
				for i := v.Len() - 1; i >= 0; i-- {
					reversed = reflect.Append(reversed, v.Index(i))
				}
				return reversed
			}),
			of("with the last two exchanged", func(v reflect.Value) reflect.Value {
				c := reflect.AppendSlice(reflect.MakeSlice(t, 0, v.Len()), v)
				reflect.Swapper(c.Interface())(c.Len()-1, c.Len()-2)
				return c
			}))
	case t.Kind() == reflect.String:
		for _, l := range textLosses {
			if strings.HasSuffix(field, ".ID") && !slices.Contains(idLosses, l.name) {
				continue
			}
			list = append(list, loss{l.name, func(v reflect.Value) {
				s := v.String()
				if text, err := strconv.Unquote(s); err == nil && strings.HasSuffix(field, ".Value") {
					v.SetString(strconv.Quote(l.change(text)))
				} else if !strings.HasSuffix(field, ".Value") || l.name == "dropped" {
					v.SetString(l.change(s))
				}
			}})
		}
	default:
		list = append(list, loss{"dropped", reflect.Value.SetZero})
	}
	return list
}

// fieldsOf adds the fields of a type, below a name, with those of its parts.
func fieldsOf(t reflect.Type, name string, fields map[string]reflect.Type) {
	switch t.Kind() {
	case reflect.Pointer:
		fields[name] = t
		fieldsOf(t.Elem(), name, fields)
	case reflect.Slice:
		fields[name] = t
		fieldsOf(t.Elem(), name+"[]", fields)
	case reflect.Struct:
		parts := 0
		for i := range t.NumField() {
			if f := t.Field(i); f.IsExported() {
				parts++
				fieldsOf(f.Type, name+"."+f.Name, fields)
			}
		}
		if parts == 0 {
			fields[name] = t
		}
	case reflect.Interface: // a command
	default:
		fields[name] = t
	}
}

// at calls f with each value at a field.
func at(v reflect.Value, name, field string, f func(reflect.Value)) {
	if v.Kind() == reflect.Interface {
		if v.IsNil() {
			return
		}
		v = v.Elem().Elem()
		name = v.Type().Name()
	}
	if name == field && v.Kind() != reflect.Pointer {
		f(v)
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		switch {
		case v.IsNil():
		case name == field:
			f(v)
		default:
			at(v.Elem(), name, field, f)
		}
	case reflect.Slice:
		for i := range v.Len() {
			at(v.Index(i), name+"[]", field, f)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if p := v.Type().Field(i); p.IsExported() {
				at(v.Field(i), name+"."+p.Name, field, f)
			}
		}
	}
}

// deepCopy returns a copy of a value that shares nothing with it.
func deepCopy(v reflect.Value) reflect.Value {
	c := reflect.New(v.Type()).Elem()
	c.Set(v)
	switch v.Kind() {
	case reflect.Interface:
		if !v.IsNil() {
			c.Set(deepCopy(v.Elem()))
		}
	case reflect.Pointer:
		if !v.IsNil() {
			c.Set(reflect.New(v.Type().Elem()))
			c.Elem().Set(deepCopy(v.Elem()))
		}
	case reflect.Slice:
		if !v.IsNil() {
			c.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
			for i := range v.Len() {
				c.Index(i).Set(deepCopy(v.Index(i)))
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				c.Field(i).Set(deepCopy(v.Field(i)))
			}
		}
	}
	return c
}

// lossy returns a function that applies a loss to a field of batches, and counts the batches
// that it changed.
func lossy(field string, l loss, count *int) func(*store.Batch) {
	return func(b *store.Batch) {
		before := deepCopy(reflect.ValueOf(*b)).Interface()
		c := deepCopy(reflect.ValueOf(*b))
		p := reflect.New(c.Type()).Elem()
		p.Set(c)
		at(p, "Batch", field, l.apply)
		if *b = p.Interface().(store.Batch); !reflect.DeepEqual(before, p.Interface()) {
			*count++
		}
	}
}

// batchFields returns the fields of a batch and of every kind of command, by reflection.
func batchFields(t *testing.T) map[string]reflect.Type {
	fields := map[string]reflect.Type{}
	fieldsOf(reflect.TypeFor[store.Batch](), "Batch", fields)
	kinds := map[string]bool{}
	r := &recorder{TB: t}
	storetest.Suite{Open: func(testing.TB) store.Store {
		m := &mutant{Snapshotter: memstore.New()}
		changed(func(b *store.Batch) {
			for _, c := range b.Commands {
				kinds[c.Kind()] = true
				fieldsOf(reflect.TypeOf(c).Elem(), reflect.TypeOf(c).Elem().Name(), fields)
			}
		})(m)
		return m
	}}.RunPromise(r, fieldsPromise)
	require.Empty(t, r.failed)
	require.Len(t, kinds, 7)
	return fields
}

// wantBroken requires that a suite with a store that breaks a promise names it.
func wantBroken(t *testing.T, suite storetest.Suite, promise string) {
	t.Helper()
	r := &recorder{TB: t}
	suite.RunPromise(r, promise)
	require.NotEmpty(t, r.failed, "the promise %q is not reported as broken", promise)
	assert.True(t, strings.HasPrefix(r.failed[0], "promise broken: "+promise+": "), "%q", r.failed)
	assert.NotContains(t, r.failed[0], "panic", "a loss is told as what it is")
}

// A store that changes any field of a batch in any way breaks a promise, wherever it does: when
// it stores, loads, lists the history, or is opened again.
func TestEveryLossOfABatch(t *testing.T) {
	fields := batchFields(t)
	require.Greater(t, len(fields), 45)
	open := func(set func(*mutant)) func(testing.TB) store.Store {
		return func(testing.TB) store.Store {
			m := &mutant{Snapshotter: memstore.New()}
			set(m)
			return m
		}
	}
	for field, kind := range fields {
		for _, l := range lossesOf(kind, field) {
			t.Run(field+" "+l.name, func(t *testing.T) {
				count := 0
				change := lossy(field, l, &count)
				list := func(batches []store.Batch) {
					for i := range batches {
						change(&batches[i])
					}
				}
				wantBroken(t, storetest.Suite{Open: open(changed(change))}, fieldsPromise)
				require.Positive(t, count, "the fixture has no value that this loss changes")
				wantBroken(t, storetest.Suite{Open: open(func(*mutant) {}), Reopen: func(_ testing.TB, s store.Store) store.Store {
					return open(loaded(func(s *store.Stored) { list(s.Batches) }))(nil).(*mutant).over(s)
				}}, reopenPromise)
				if l.name != "dropped" {
					return // the suite compares every batch in the same way
				}
				wantBroken(t, storetest.Suite{Open: open(loaded(func(s *store.Stored) { list(s.Batches) }))}, fieldsPromise)
				wantBroken(t, storetest.Suite{Open: open(func(m *mutant) {
					m.history = func(ctx context.Context, id string, after store.Revision, limit int) ([]store.Batch, error) {
						got, err := m.Snapshotter.History(ctx, id, after, limit)
						list(got)
						return got, err
					}
				})}, fieldsPromise)
			})
		}
	}
}

// over makes a mutant of a store that is opened again.
func (m *mutant) over(s store.Store) store.Store {
	m.Snapshotter = s.(store.Snapshotter)
	return m
}

// A store that changes what Load returns beside the batches breaks a promise.
func TestEveryLossOfAStoredPlan(t *testing.T) {
	const created, history = "a plan is loaded as it was created", "the history is complete and in order"
	cut := func(n int) func(*store.Stored) {
		return func(s *store.Stored) { s.Document = s.Document[:min(len(s.Document), n)] }
	}
	for _, test := range []struct {
		name, promise string
		change        func(*store.Stored)
	}{
		{"no document", created, cut(0)},
		{"a document cut to 255 bytes", created, cut(255)},
		{"a document cut to 65535 bytes", created, cut(1<<16 - 1)},
		{"a document cut to a MiB", created, cut(1 << 20)},
		{"a document in lower case", created, func(s *store.Stored) { s.Document = []byte(strings.ToLower(string(s.Document))) }},
		{"a document with other numbers", created, func(s *store.Stored) { s.Document = []byte(strings.Replace(string(s.Document), "1.0", "1", 1)) }},
		{"a document with members in another order", created, func(s *store.Stored) {
			s.Document = []byte(strings.Replace(string(s.Document), `"b":1.0,"a":[1e2,100,`, `"a":[1e2,100,"b":1.0,`, 1))
		}},
		{"a document with a null dropped", created, func(s *store.Stored) {
			s.Document = []byte(strings.Replace(string(s.Document), `"B":null,`, "", 1))
		}},
		{"no batches", history, func(s *store.Stored) { s.Batches = nil }},
		{"no batches and their revision", history, func(s *store.Stored) { s.Batches, s.Revision = nil, s.Base }},
		{"a higher base", history, func(s *store.Stored) { s.Base++ }},
		{"a huge base", history, func(s *store.Stored) { s.Base = 1 << 62 }},
		{"a negative base", history, func(s *store.Stored) { s.Base, s.Revision = -5, s.Revision-5 }},
		{"a base and a revision of more", history, func(s *store.Stored) { s.Base++; s.Revision++ }},
		{"a lower revision", history, func(s *store.Stored) { s.Revision-- }},
		{"no revision", history, func(s *store.Stored) { s.Revision = 0 }},
		{"the first batch twice", history, func(s *store.Stored) {
			s.Batches, s.Revision = append(s.Batches[:min(1, len(s.Batches)):1], s.Batches...), s.Revision+1
		}},
		{"the last two batches exchanged", history, func(s *store.Stored) {
			if n := len(s.Batches); n > 1 {
				s.Batches[n-1], s.Batches[n-2] = s.Batches[n-2], s.Batches[n-1]
			}
		}},
		{"each author with the batch before", history, func(s *store.Stored) {
			for i := len(s.Batches) - 1; i > 0; i-- {
				s.Batches[i].Author = s.Batches[i-1].Author
			}
		}},
		{"each date with the batch before", history, func(s *store.Stored) {
			for i := len(s.Batches) - 1; i > 0; i-- {
				s.Batches[i].Date = s.Batches[i-1].Date
			}
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			wantBroken(t, storetest.Suite{Open: func(testing.TB) store.Store {
				m := &mutant{Snapshotter: memstore.New()}
				loaded(test.change)(m)
				return m
			}}, test.promise)
		})
	}
}

// A store that confuses ids of plans in any way breaks that promise.
func TestEveryLossOfAnID(t *testing.T) {
	losses := slices.Clone(textLosses)
	add := func(name string, change func(string) string) {
		losses = append(losses, struct {
			name   string
			change func(string) string
		}{name, change})
	}
	for _, n := range []int{1, 2, 16, 36, 63, 64, 99} {
		add(fmt.Sprintf("cut to %d bytes", n), func(s string) string { return s[:min(len(s), n)] })
	}
	add("as a number", func(s string) string {
		if n, err := strconv.ParseFloat(s, 64); err == nil {
			return strconv.FormatFloat(n, 'g', -1, 64)
		}
		return s
	})
	add("as a path", func(s string) string { return strings.TrimPrefix(s, "/") })
	add("without punctuation", strings.NewReplacer(":", "_", ".", "_", "-", "_").Replace)
	add("with its escapes read", strings.NewReplacer("%31", "1").Replace)
	add("without accents", strings.NewReplacer("ñ", "n", "é", "e").Replace)
	add("by width", strings.NewReplacer("\uff50", "p", "\uff11", "1", "ﬁ", "fi").Replace)
	add("without what is not shown", strings.NewReplacer("\u200b", "").Replace)
	add("with slashes turned", strings.NewReplacer(`\`, "/").Replace)
	add("of a file without its kind", func(s string) string { return strings.TrimSuffix(s, ".json") })
	for _, l := range losses {
		switch l.name {
		case "cut to 255 bytes", "with other ends of lines", "with quotes doubled", "with escapes read", "as HTML":
			continue // no two ids become the same by these
		}
		t.Run(l.name, func(t *testing.T) {
			wantBroken(t, storetest.Suite{Open: func(testing.TB) store.Store {
				m := &mutant{Snapshotter: memstore.New()}
				renamed(func(s string) string { return "." + l.change(s) })(m)
				return m
			}}, plansPromise)
		})
	}
}

// sharing is a store that shares memory with its callers in one place.
type sharing struct {
	*memstore.Store
	place     string
	document  []byte         // of Create or Snapshot
	commands  []poa.Commands // of Append
	loaded    *store.Stored  // of the last Load, until the next Append or Snapshot
	histories map[string][]store.Batch
}

func (s *sharing) Create(ctx context.Context, id string, document []byte) error {
	if s.place == "Create document" {
		s.document = document
	}
	return s.Store.Create(ctx, id, document)
}

func (s *sharing) Append(ctx context.Context, id string, base store.Revision, batch store.Batch) (store.Revision, error) {
	if s.loaded = nil; s.place == "Append commands" {
		s.commands = append(s.commands, batch.Commands)
	}
	return s.Store.Append(ctx, id, base, batch)
}

func (s *sharing) Snapshot(ctx context.Context, id string, at store.Revision, document []byte) error {
	if s.loaded = nil; s.place == "Snapshot document" {
		s.document = document
	}
	return s.Store.Snapshot(ctx, id, at, document)
}

func (s *sharing) Load(ctx context.Context, id string) (store.Stored, error) {
	got, err := s.Store.Load(ctx, id)
	if s.document != nil {
		got.Document = s.document
	}
	for i := range got.Batches {
		if n := int(got.Base) + i; n < len(s.commands) {
			got.Batches[i].Commands = s.commands[n]
		}
	}
	if s.loaded == nil {
		s.loaded = &got
	}
	switch s.place {
	case "Load document":
		got.Document = s.loaded.Document
	case "Load batches":
		got.Batches = s.loaded.Batches
	case "Load commands":
		got.Batches = slices.Clone(got.Batches)
		for i := range got.Batches {
			got.Batches[i].Commands = s.loaded.Batches[i].Commands
		}
	}
	return got, err
}

func (s *sharing) History(ctx context.Context, id string, after store.Revision, limit int) ([]store.Batch, error) {
	got, err := s.Store.History(ctx, id, after, limit)
	if s.histories == nil {
		s.histories = map[string][]store.Batch{}
	}
	key := fmt.Sprint(id, after)
	if s.histories[key] == nil {
		s.histories[key] = got
	}
	switch shared := s.histories[key]; s.place {
	case "History batches":
		return shared, err
	case "History commands":
		commands := slices.Clone(shared)
		for i := range got {
			got[i].Commands = commands[i].Commands
		}
	}
	return got, err
}

// A store that shares memory with its callers, wherever it does, breaks that promise.
func TestEverySharedSlice(t *testing.T) {
	const promise = "the store shares no memory with its callers"
	for _, place := range []string{
		"Create document", "Append commands", "Snapshot document", "Load document", "Load batches", "Load commands",
		"History batches", "History commands",
	} {
		t.Run(place, func(t *testing.T) {
			r := &recorder{TB: t}
			storetest.Suite{Open: func(testing.TB) store.Store {
				return &sharing{Store: memstore.New(), place: place}
			}}.RunPromise(r, promise)
			require.NotEmpty(t, r.failed)
			assert.True(t, strings.HasPrefix(r.failed[0], "promise broken: "+promise+": "), "%q", r.failed)
		})
	}
	r := &recorder{TB: t}
	storetest.Suite{Open: func(testing.TB) store.Store { return &sharing{Store: memstore.New()} }}.RunPromise(r, promise)
	assert.Empty(t, r.failed, "no slice is shared")
}

// The suite reports a store that panics or returns nonsense, and never panics itself.
func TestSuiteNeverPanics(t *testing.T) {
	only := func(keep func(poa.Command) bool) func(*mutant) {
		return changed(func(b *store.Batch) {
			b.Commands = slices.DeleteFunc(b.Commands, func(c poa.Command) bool { return !keep(c) })
		})
	}
	isChange := func(c poa.Command) bool { return c.Kind() == "change" }
	stores := []struct {
		name   string
		change func(*mutant)
	}{
		{"keeps only acts", only(func(c poa.Command) bool { return !isChange(c) })},
		{"keeps only edits", only(isChange)},
		{"keeps no commands", only(func(poa.Command) bool { return false })},
		{"loads nil commands", loaded(func(s *store.Stored) {
			for i := range s.Batches {
				clear(s.Batches[i].Commands)
			}
		})},
		{"loads commands that are nil pointers", loaded(func(s *store.Stored) {
			for i := range s.Batches {
				for j := range s.Batches[i].Commands {
					s.Batches[i].Commands[j] = (*poa.Change)(nil)
				}
			}
		})},
		{"loads nothing", loaded(func(s *store.Stored) { *s = store.Stored{} })},
		{"loads an unreadable document", loaded(func(s *store.Stored) { s.Document = []byte("{") })},
		{"loads no document", loaded(func(s *store.Stored) { s.Document = nil })},
		{"loads a negative base", loaded(func(s *store.Stored) { s.Base, s.Revision = s.Base-9, s.Revision-9 })},
		{"loads a huge base", loaded(func(s *store.Stored) { s.Base, s.Revision = s.Base+1<<40, s.Revision+1<<40 })},
		{"loads more batches", loaded(func(s *store.Stored) {
			s.Batches, s.Revision = append(s.Batches, make([]store.Batch, 9)...), s.Revision+9
		})},
		{"lists a longer history", func(m *mutant) {
			m.history = func(context.Context, string, store.Revision, int) ([]store.Batch, error) {
				return make([]store.Batch, 99), nil
			}
		}},
		{"panics in Create", func(m *mutant) {
			m.create = func(context.Context, string, []byte) error { panic("out of order") }
		}},
		{"panics in Load", func(m *mutant) {
			m.load = func(context.Context, string) (store.Stored, error) { panic("out of order") }
		}},
		{"panics in Append", func(m *mutant) {
			m.append = func(context.Context, string, store.Revision, store.Batch) (store.Revision, error) {
				panic("out of order")
			}
		}},
		{"panics in Snapshot", func(m *mutant) {
			m.snapshot = func(context.Context, string, store.Revision, []byte) error { panic("out of order") }
		}},
		{"panics in History", func(m *mutant) {
			m.history = func(context.Context, string, store.Revision, int) ([]store.Batch, error) { panic("out of order") }
		}},
	}
	for _, test := range stores {
		t.Run(test.name, func(t *testing.T) {
			r := &recorder{TB: t}
			storetest.Suite{
				Open: func(testing.TB) store.Store {
					m := &mutant{Snapshotter: memstore.New()}
					test.change(m)
					return m
				},
				Reopen: func(_ testing.TB, s store.Store) store.Store { return s },
			}.Run(r)
			require.NotEmpty(t, r.failed)
			for _, failure := range r.failed {
				name, _, _ := strings.Cut(strings.TrimPrefix(failure, "promise broken: "), ": ")
				assert.Contains(t, storetest.Promises(), name, "%q", failure)
			}
			if strings.HasPrefix(test.name, "panics") {
				assert.Contains(t, strings.Join(r.failed, "\n"), "panic: out of order")
			}
		})
	}

	t.Run("panics when several call", func(t *testing.T) {
		wantPanic := func(promise string, set func(*mutant)) {
			r := &recorder{TB: t}
			storetest.Suite{Open: func(testing.TB) store.Store {
				m := &mutant{Snapshotter: memstore.New()}
				set(m)
				return m
			}}.RunPromise(r, promise)
			assert.Contains(t, strings.Join(r.failed, "\n"), "promise broken: "+promise+": panic of a concurrent call: locked")
		}
		wantPanic("one of several creators succeeds", func(m *mutant) {
			m.create = func(context.Context, string, []byte) error {
				m.mu.Lock() // and never released: the others wait
				panic("locked")
			}
		})
		wantPanic("one of several writers succeeds at each revision", func(m *mutant) {
			m.append = func(context.Context, string, store.Revision, store.Batch) (store.Revision, error) {
				m.mu.Lock()
				panic("locked")
			}
		})
	})
	t.Run("is nil", func(t *testing.T) {
		r := &recorder{TB: t}
		storetest.Suite{Open: func(testing.TB) store.Store { return nil }}.Run(r)
		assert.Len(t, r.failed, len(storetest.Promises()))
		assert.Contains(t, r.failed[0], "Open returned nil")
		r = &recorder{TB: t}
		storetest.Suite{
			Open:   func(testing.TB) store.Store { return memstore.New() },
			Reopen: func(testing.TB, store.Store) store.Store { return nil },
		}.RunPromise(r, reopenPromise)
		assert.Contains(t, strings.Join(r.failed, "\n"), "Reopen returned nil")
	})
}
