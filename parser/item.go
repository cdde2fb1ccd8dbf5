package parser

import "github.com/dunsms/dunsms/parser/internal/shape"

// item is a piece of a message that means something to the later stages: a cue
// word or a shape. The items of a message are in order and do not overlap.
type item struct {
	kind       itemKind
	role       uint8 // of a cue: index into roles plus one, 0: none
	class      shape.PhoneClass
	start, end int32 // runes
	clause     int32 // counts clauses from 0
	sentence   int32 // counts sentences from 0
	ref        int32 // index into the amounts, durations or dates of the reading
	means      meaning
}

type itemKind uint8

const (
	itemCue itemKind = iota
	itemAmount
	itemNumber // an amount if a cue beside it says so
	itemDuration
	itemDate
	itemPhone
	itemLink
	itemLender
	itemID
	itemTail // the last digits of what the meaning says
	itemCard
	itemSerial  // a contract or order number, or a handle: the meaning says which
	itemSkipped // a time, a rate, a fax number: read so that it is nothing else
)

// has tells whether it is a cue with one of the meanings of m.
func (it *item) has(m meaning) bool { return it.kind == itemCue && it.means&m != 0 }
