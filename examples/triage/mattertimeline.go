package main

import (
	"slices"
	"time"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/classify/matter"
	"github.com/dunsms/dunsms/examples/internal/timeline"
	"github.com/dunsms/dunsms/parser"
)

// writers are the sorts of senders, in the order in which a debt usually reaches them; the last is
// for all others.
var writers = []string{"lender", "assignee", "collector", "lawyer", "mediator", "court", "other"}

// writer returns the sort of a message's sender.
func writer(m *matter.Member) string {
	if slices.Contains(writers, m.Role) {
		return m.Role
	}
	return "other"
}

// timelineOf returns the timeline of a matter.
func (w words) timelineOf(m *dunsms.MatterReport) *timeline.Timeline {
	t := &timeline.Timeline{Title: w.of("timeline", "title"), Words: timeline.Words{
		Messages: w.of("timeline", "messages"), Sum: w.of("timeline", "sum"), Paid: w.of("timeline", "paid"), Deadline: w.of("timeline", "deadline"),
		Day: w.of("timeline", "day"), Span: w.of("timeline", "span"), Many: w.of("timeline", "many"), FromTo: w.of("timeline", "from_to"),
		PaidSum: w.of("timeline", "paid_sum"), Until: w.of("timeline", "until"), UntilPassed: w.of("timeline", "until_passed"),
		Untimed: w.of("timeline", "untimed"), Comma: w.pick("，", ", "),
	}}
	for _, who := range writers {
		l := timeline.Lane{Name: w.of("writer", who)}
		for i := range m.Members {
			if of := &m.Members[i]; writer(of) == who {
				l.Messages = append(l.Messages, timeline.Message{Number: of.Messages[0], At: of.ReceivedAt})
			}
		}
		t.Lanes = append(t.Lanes, l)
	}
	claim := claimed(m)
	for _, s := range m.Sums {
		if s.Role == claim || s.Role == parser.RoleRepaid {
			t.Sums = append(t.Sums, timeline.Sum{Message: timeline.Message{Number: s.Message, At: s.At}, Fen: s.Fen, Paid: s.Role == parser.RoleRepaid})
		}
	}
	for _, d := range m.Deadlines {
		if by, err := time.ParseInLocation(time.DateOnly, d.By, china); err == nil {
			t.Deadlines = append(t.Deadlines, timeline.Deadline{Number: d.Message, By: by, Passed: d.Passed})
		}
	}
	return t
}

// claimed returns the role of the sums that are drawn: the total, or if no message gives it, the
// principal.
func claimed(m *dunsms.MatterReport) parser.Role {
	if slices.ContainsFunc(m.Sums, func(s matter.Sum) bool { return s.Role == parser.RoleTotal }) {
		return parser.RoleTotal
	}
	return parser.RolePrincipal
}
