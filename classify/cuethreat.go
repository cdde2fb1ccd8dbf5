package classify

import (
	"slices"

	"github.com/dunsms/dunsms/parser"
)

// extorts: photos, exposure, violence; or holding a list of contacts or pictures together with a
// threat to tell people. Text of kind other that does not address the reader is none: it may be
// news of an exposure.
func extorts(r *reading) []parser.Span {
	if r.n.Kind == parser.KindOther && !r.says(useYou) {
		return nil
	}
	at := r.signals(parser.SignalExtortion)
	tells := append(r.threats(parser.ThreatContactFamily), r.threats(parser.ThreatPublicise)...)
	tells = append(tells, r.threats(parser.ThreatContactEmployer)...)
	if len(tells) > 0 {
		held := r.speaks(useHeld)
		if len(r.n.Signatures) > 0 && len(r.threats(parser.ThreatPublicise)) == 0 {
			// A firm that will ask one's contacts breaks a rule, and extorts nothing.
			contacts := r.say("通讯录")
			held = slices.DeleteFunc(held, func(s parser.Span) bool { return slices.Contains(contacts, s) })
		}
		if len(held) > 0 {
			at = append(append(at, held...), tells...)
		}
	}
	return apart(at)
}

// ransom: 拿2万来赎人, 别报警.
func (r *reading) ransom() []parser.Span {
	if r.says(usePawn) {
		return nil // here 赎金 is the money that redeems a pledge
	}
	return r.speaks(useRansom)
}

// violence: somebody is to be hurt or is held.
func violence(r *reading) []parser.Span {
	return apart(append(r.threats(parser.ThreatHarm), r.ransom()...))
}

// apart sorts spans and drops those that overlap the one before.
func apart(at []parser.Span) []parser.Span {
	slices.SortFunc(at, compareSpan)
	at = slices.CompactFunc(at, overlap)
	if len(at) == 0 {
		return nil
	}
	return at
}

// illegalLender: 砍头息, 到手1400, 续期费: a loan for a few days from which the interest is held back at
// once, with a fee for each further week.
func illegalLender(r *reading) []parser.Span {
	return r.speaks(useIllegalLender)
}

// criminalCharge: 刑事, 拘留, 逮捕; 影响子女升学.
func criminalCharge(r *reading) []parser.Span {
	return append(r.signals(parser.SignalCriminalCharge), r.speaks(useSchooling)...)
}

// hoursDeadline: 2小时内…否则….
func hoursDeadline(r *reading) []parser.Span {
	if len(r.n.Threats) == 0 && len(r.signals(parser.SignalExtortion, parser.SignalCriminalCharge)) == 0 {
		return nil
	}
	at := r.signals(parser.SignalDeadlineHours)
	if len(at) == 0 && r.n.Due != nil && r.n.Due.InHours != nil {
		at = append(at, r.n.Due.Span)
	}
	return at
}

// earlyDays is for how many days real lenders let a debt be past due before they send somebody.
const earlyDays = 10

func earlyVisit(r *reading) []parser.Span {
	if o := r.n.Overdue; o == nil || o.Days == nil || *o.Days >= earlyDays || o.Months != nil || o.Periods != nil {
		return nil
	}
	return r.threats(parser.ThreatVisit)
}

func threatensVisit(r *reading) []parser.Span { return r.threats(parser.ThreatVisit) }

func threatensLaw(r *reading) []parser.Span { return r.threats(parser.ThreatLawsuit) }

func threatensCredit(r *reading) []parser.Span { return r.threats(parser.ThreatCreditRecord) }
