package poa_test

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/rumbo-mx/rumbo/calendar/norm"
	"github.com/rumbo-mx/rumbo/poa"
	"github.com/rumbo-mx/rumbo/poa/internal/model"
	"github.com/rumbo-mx/rumbo/poa/internal/plangen"
	"github.com/rumbo-mx/rumbo/poa/mexico"
)

// The laws of this file are checked with random plans and commands, by rapid and by fuzz
// targets.

// env is shared by the plans of these tests.
var env = sync.OnceValue(mexico.Env)

func openGenerated(t require.TestingT, g *plangen.Generator) *poa.Plan {
	text := g.Document()
	p, err := poa.Open(env(), []byte(text))
	require.NoError(t, err, text)
	return p
}

// command returns a generated command for a plan.
func command(t require.TestingT, g *plangen.Generator, p *poa.Plan) poa.Command {
	g.Read(bytesOf(p))
	text := g.Command()
	c, err := poa.DecodeCommand([]byte(text))
	if err != nil {
		require.True(t, g.Wrong, text)
		require.NotEmpty(t, poa.CodeOf(err), "%s: %v", text, err)
		return &poa.Change{}
	}
	return c
}

// requireSameText requires that two texts are equal. It shows the first difference.
func requireSameText(t require.TestingT, want, got string, why ...any) {
	if want == got {
		return
	}
	i := 0
	for i < min(len(want), len(got)) && want[i] == got[i] {
		i++
	}
	reason := fmt.Sprintf("%v", why)
	around := func(s string) string { return s[max(0, i-120):min(len(s), i+120)] }
	require.Fail(t, "texts differ", "at %d:\n- %s\n+ %s\n%s", i, around(want), around(got), reason[:min(len(reason), 3000)])
}

// requireValid requires that a plan can be opened again from its encoding.
func requireValid(t require.TestingT, p *poa.Plan, why any) {
	again, err := poa.Open(p.Env(), p.AppendJSON(nil))
	require.NoError(t, err, why)
	requireSameText(t, bytesOf(p), bytesOf(again), why)
}

// A rejected command has a code and changes nothing. A plan after a command is valid. The
// inverse of a Change restores the plan, and a second application of the Change repeats it.
// Undoing all steps leads back to the plan after the last act, and redoing them to the end.
func checkSession(t require.TestingT, g *plangen.Generator) {
	g.Wrong = g.N(4) == 3
	wrong := g.Wrong
	g.Wrong = false
	h := poa.NewHistory(openGenerated(t, g))
	g.Wrong = wrong
	origin := bytesOf(h.Plan())
	for n := 0; n < 12 && !g.Done(); n++ {
		p := h.Plan()
		before := bytesOf(p)
		c := command(t, g, p)
		why := string(poa.AppendCommand(nil, c))
		next, inverse, err := p.Apply(c)
		requireSameText(t, before, bytesOf(p), "the plan changed: %s", why)
		doErr := h.Do(c)
		if err != nil {
			require.NotEmpty(t, poa.CodeOf(err), "no code: %v: %s", err, why)
			require.NotEqual(t, norm.Code("failed"), poa.CodeOf(err))
			require.Error(t, doErr)
			require.Same(t, p, h.Plan())
			continue
		}
		require.NoError(t, doErr)
		requireSameText(t, bytesOf(next), bytesOf(h.Plan()))
		requireValid(t, next, why)
		if inverse == nil {
			origin = bytesOf(next)
			continue
		}
		if bytesOf(next) == before {
			require.Same(t, p, next, why)
			require.Same(t, p, h.Plan(), "a step without a change: %s", why)
			continue
		}
		back, forth, err := next.Apply(inverse)
		if errors.Is(err, poa.ErrBoundByRecords) {
			// A generated document has readings of variables that it lacks. A variable
			// that is inserted for one is then measured.
			h, origin = poa.NewHistory(next), bytesOf(next)
			continue
		}
		require.NoError(t, err, "%s\n%s", why, poa.AppendCommand(nil, inverse))
		requireSameText(t, before, bytesOf(back), "%s\n%s", why, poa.AppendCommand(nil, inverse))
		again, _, err := back.Apply(forth)
		require.NoError(t, err, "%s\n%s", why, poa.AppendCommand(nil, forth))
		requireSameText(t, bytesOf(next), bytesOf(again))
	}
	end, steps := bytesOf(h.Plan()), 0
	for h.CanUndo() != nil {
		_, err := h.Undo()
		require.NoError(t, err)
		steps++
	}
	requireSameText(t, origin, bytesOf(h.Plan()))
	for range steps {
		_, err := h.Redo()
		require.NoError(t, err)
	}
	require.Nil(t, h.CanRedo())
	requireSameText(t, end, bytesOf(h.Plan()))
}

// seeded draws a generator.
func seeded(t *rapid.T, n int) *plangen.Generator {
	return plangen.Seeded(rapid.Uint64().Draw(t, "seed"), rapid.IntRange(0, n).Draw(t, "bytes"))
}

func TestSession(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { checkSession(t, seeded(t, 3000)) })
}

func FuzzSession(f *testing.F) {
	for seed := range uint64(8) {
		f.Add(plangen.Bytes(seed, 1500))
	}
	f.Fuzz(func(t *testing.T, data []byte) { checkSession(t, plangen.New(data)) })
}

// withoutRecords returns a plan with the document of p, without its records and without
// the notes about values that it does not have: what Diff does not compare.
func withoutRecords(t require.TestingT, p *poa.Plan) *poa.Plan {
	doc := p.Document()
	for _, l := range model.Lists() {
		if l.Record {
			reflect.ValueOf(doc).Elem().FieldByName(strings.ToUpper(l.Name[:1]) + l.Name[1:]).SetZero()
		}
	}
	doc.Illustrative, doc.Pending = nil, nil
	bare, err := poa.New(p.Env(), dropDangling(doc))
	require.NoError(t, err)
	doc = bare.Document()
	for _, path := range p.View().Illustrative {
		if _, ok := bare.ValueAt(path); ok {
			doc.Illustrative = append(doc.Illustrative, path)
		}
	}
	for _, n := range p.View().Pending {
		if _, ok := bare.ValueAt(n.Path); ok {
			doc.Pending = append(doc.Pending, n)
		}
	}
	clean, err := poa.New(p.Env(), doc)
	require.NoError(t, err)
	return clean
}

// dropDangling removes from commitments the references to the records that doc lost.
func dropDangling(doc *poa.Document) *poa.Document {
	for _, c := range doc.Commitments {
		c.FulfilledBy = nil
	}
	return doc
}

// Diff(a, b) turns a into b, and its inverse b into a. Diff of equal plans is empty.
func checkDiff(t require.TestingT, g *plangen.Generator) {
	a := withoutRecords(t, openGenerated(t, g))
	b := withoutRecords(t, openGenerated(t, g))
	if g.N(2) == 1 {
		b = a
		for range 4 {
			if next, inverse, err := b.Apply(command(t, g, b)); err == nil && inverse != nil {
				b = next
			}
		}
		b = withoutRecords(t, b)
		a = withoutRecords(t, a)
	}
	d := poa.Diff(a, b)
	why := string(poa.AppendCommand(nil, d))
	got, inverse, err := a.Apply(d)
	require.NoError(t, err, why)
	requireSameText(t, bytesOf(b), bytesOf(got), why)
	requireInverse(t, a, got, inverse)
	require.Equal(t, &poa.Change{}, poa.Diff(b, got))
	decoded, err := poa.DecodeCommand(poa.AppendCommand(nil, d))
	require.NoError(t, err)
	require.Equal(t, why, string(poa.AppendCommand(nil, decoded)))
}

func TestDiffThenApply(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { checkDiff(t, seeded(t, 3000)) })
}

func FuzzDiff(f *testing.F) {
	for seed := range uint64(8) {
		f.Add(plangen.Bytes(seed, 1500))
	}
	f.Fuzz(func(t *testing.T, data []byte) { checkDiff(t, plangen.New(data)) })
}

// An analysis of a random plan, which may reuse one of an earlier plan, equals one from
// scratch, on random days.
func TestAnalyzeIsPureOfRandomPlans(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := seeded(t, 3000)
		p := openGenerated(t, g)
		for range 6 {
			on := today.AddDays(g.N(500) - 60)
			c := command(t, g, p)
			requireSameFromScratch(t, p, on, string(poa.AppendCommand(nil, c)))
			if next, _, err := p.Apply(c); err == nil {
				p = next
			}
		}
	})
}
