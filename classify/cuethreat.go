package classify

import "github.com/dunsms/dunsms/parser"

func extorts(r *reading) []parser.Span { return r.signals(parser.SignalExtortion) }

// criminalCharge: 刑事, 拘留, 逮捕; 影响子女升学.
func criminalCharge(r *reading) []parser.Span {
	return append(r.signals(parser.SignalCriminalCharge), r.say("升学", "子女上学", "子女入学", "子女就学", "子女政审")...)
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

// earlyDays is how long a debt is past due before real lenders send somebody.
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
