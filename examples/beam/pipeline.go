package main

import (
	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/fileio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
)

func init() {
	register.Emitter1[line]()
	register.Emitter1[row]()
	register.Emitter2[int, []byte]()
	register.Emitter2[string, line]()
	register.Emitter2[string, string]()
	register.Emitter2[lenderDay, tally]()
	register.Emitter2[lenderCell, int64]()
	register.Emitter2[contact, reach]()
	register.Emitter2[sighting, reach]()
	register.Iter1[[]byte]()
	register.Iter1[line]()
	register.Iter1[string]()
	register.Iter1[table]()
}

// The sets of files that a run writes.
const (
	answersName  = "answers"
	badName      = "bad"
	lendersName  = "lenders"
	contactsName = "contacts"
	mattersName  = "matters" // with -matters
)

var outputNames = []string{answersName, badName, lendersName, contactsName, mattersName}

// build adds the pipeline to s:
//
//	files → lines → answers ───────────────────────────────→ answers-*
//	                ├ bad lines ───────────────────────────→ bad-*
//	                ├ counts by lender, day, kind, verdict → lenders-*
//	                ├ counts by contact and recipient ─────→ contacts-*
//	                └ lines by recipient → matters ────────→ matters-*
//
// Before they are answered, the lines are reshuffled, so that one large file keeps all workers
// busy. The files get their names when all are written.
func build(s beam.Scope, o settings) {
	matches := fileio.MatchFiles(s.Scope("match"), o.Input, fileio.MatchEmptyDisallow())
	// readFn itself recognises compressed files.
	files := fileio.ReadMatches(s.Scope("match"), beam.Reshuffle(s, matches), fileio.ReadUncompressed())
	lines := beam.Reshuffle(s, beam.ParDo(s.Scope("read"), &readFn{}, files))
	answers, bad, cells, sightings, received := beam.ParDo5(s.Scope("answer"), newAnswerFn(o), lines)

	written := []beam.PCollection{
		writeShards(s.Scope("write answers"), o.output(answersName), answers),
		writeShards(s.Scope("write bad lines"), o.output(badName), bad),
		writeTable(s.Scope("write lenders"), o.output(lendersName), lenderRows(s.Scope("lenders"), cells), o.Rows),
		writeTable(s.Scope("write contacts"), o.output(contactsName), contactRows(s.Scope("contacts"), sightings), o.Rows),
	}
	if o.Matters {
		reports := beam.ParDo(s.Scope("matters"), newMatterFn(o), beam.GroupByKey(s.Scope("matters"), received))
		written = append(written, writeShards(s.Scope("write matters"), o.output(mattersName), reports))
	}
	publish(s.Scope("publish"), o, beam.Flatten(s, written...))
}
