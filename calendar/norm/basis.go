package norm

import "errors"

// NoFraction is the Fraction of a rule whose article is not divided into fractions, or is
// cited whole. It distinguishes "not applicable" from "forgotten", which Basis.Validate
// rejects.
const NoFraction = "-"

// Basis is the source of a rule: the law that states it, and how certain that is. Dates
// are ISO text (2006-01-17) because a citation is read by people; package calendar
// computes with Date.
//
// A Basis is a value; copies are independent and safe for concurrent use.
type Basis struct {
	// Law is the short name the law is cited by, as in "LFT".
	Law string `json:"law,omitzero"`
	// Article is the article's number as printed, as in "74" or "41-III-C", or
	// NoFraction for a custom, which no article states.
	Article string `json:"article,omitzero"`
	// Fraction is the fraction, as in "II", or NoFraction.
	Fraction string `json:"fraction,omitzero"`
	// Published is the date of the official gazette that printed the text in
	// force, ISO. It may be empty only while Status is FromMemory.
	Published string `json:"published,omitzero"`
	// Status is how certain the rule is.
	Status Status `json:"status,omitzero"`
	// Checked is the ISO date on which somebody last held the rule against
	// its source.
	Checked string `json:"checked,omitzero"`
	// Note is what a careful reader should know, in the norm's own language;
	// it may be empty.
	Note string `json:"note,omitzero"`
}

// Cite returns the citation as it is written in an official document, in the
// form "LFT art. 74 fr. II". It is the same in every language.
func (b Basis) Cite() string {
	s := b.Law
	if b.Article != "" && b.Article != NoFraction {
		s += " art. " + b.Article
	}
	if b.Fraction != "" && b.Fraction != NoFraction {
		s += " fr. " + b.Fraction
	}
	return s
}

// IsZero reports whether b cites nothing.
func (b Basis) IsZero() bool { return b == Basis{} }

// Validate reports the first field that a published rule may not leave empty. Published
// may be empty only if Status is FromMemory.
func (b Basis) Validate() error {
	switch {
	case b.Law == "":
		return errors.New("norm: basis without a law: name the law in Law")
	case b.Article == "":
		return errors.New("norm: basis " + b.Law + " without an article")
	case b.Fraction == "":
		return errors.New("norm: basis " + b.Cite() + " without a fraction: write NoFraction where the article has none")
	case b.Published == "" && b.Status != FromMemory:
		return errors.New("norm: basis " + b.Cite() + " without a publication date: add it, or mark the rule FromMemory")
	case b.Status.String() == "":
		return errors.New("norm: basis " + b.Cite() + " without a status")
	case b.Checked == "":
		return errors.New("norm: basis " + b.Cite() + " without the date it was checked")
	}
	return nil
}

// Label is the name of a rule of a norm, in Spanish and in English. The labels of other
// packages are in package lang.
type Label struct {
	ES string `json:"es,omitzero"` // Spanish, as the law or common use has it
	EN string `json:"en,omitzero"` // English, for readers of the English output
}

// In returns the label in the language that tag begins with ("es", "es-MX", "en"); for
// any other tag in Spanish, the language of the norm.
func (l Label) In(tag string) string {
	if len(tag) >= 2 && tag[:2] == "en" && l.EN != "" {
		return l.EN
	}
	return l.ES
}
