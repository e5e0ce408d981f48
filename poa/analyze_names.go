package poa

import (
	"github.com/rumbo-mx/rumbo/calendar"
	"github.com/rumbo-mx/rumbo/calendar/norm"
)

var (
	postTermEnded    = norm.FindingKind{Code: "post.term-ended", Severity: norm.Warning, Args: []string{"post", "what", "administration", "end", "date"}}
	postTermNotBegun = norm.FindingKind{Code: "post.term-not-begun", Severity: norm.Warning, Args: []string{"post", "what", "administration", "start", "date"}}
)

// names are the posts, administrations and periods by id.
type names struct {
	posts           map[string]*Post
	administrations map[string]*Administration
	periods         map[string]int // positions
	spans           periodIndex
	inOffice        *spanIndex // of the administrations
}

func analyzeNames(in *reader) any {
	n := &names{
		posts:           make(map[string]*Post, len(in.doc.Posts)),
		administrations: make(map[string]*Administration, len(in.doc.Administrations)),
		periods:         make(map[string]int, len(in.doc.Periods)),
	}
	for _, p := range in.doc.Posts {
		in.counter.Count(1)
		n.posts[p.ID] = p
	}
	terms := make([]calendar.Span, len(in.doc.Administrations))
	for i, a := range in.doc.Administrations {
		in.counter.Count(1)
		n.administrations[a.ID], terms[i] = a, a.Span
	}
	n.inOffice = indexSpans(terms)
	for i, p := range in.doc.Periods {
		in.counter.Count(1)
		n.periods[p.ID] = i
	}
	n.spans = indexPeriods(in.doc.Periods)
	return n
}

// outOfOffice returns a finding if a post acts on days after the term of its
// administration, or before it. The caller must set the path and the severity.
func (n *names) outOfOffice(post, what string, days calendar.Span) (norm.Finding, bool) {
	p := n.posts[post]
	if p == nil || days.End.IsZero() {
		return norm.Finding{}, false
	}
	a := n.administrations[p.Administration]
	if a == nil || !a.Span.Valid() {
		return norm.Finding{}, false
	}
	var f norm.Finding
	who, about, in := norm.Text(p.Name), norm.Text(what), norm.Text(a.Name)
	switch {
	case days.End.After(a.Span.End):
		f = postTermEnded.At("", who, about, in, a.Span.End, days.End)
	case days.Start.Before(a.Span.Start):
		f = postTermNotBegun.At("", who, about, in, a.Span.Start, days.Start)
	default:
		return norm.Finding{}, false
	}
	f.Related = []norm.Path{norm.Path("posts").Item(p.ID), norm.Path("administrations").Item(a.ID)}
	return f, true
}
