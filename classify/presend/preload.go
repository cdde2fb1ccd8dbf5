package presend

import (
	"regexp"

	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// Preload loads now what otherwise is loaded at first use: the dictionary, the models, all tables
// and patterns. A service calls it at start, so that its first answer takes no longer than the
// next. Calling it again does nothing.
func Preload() { new(Checker).Preload() }

// Preload is like the function Preload, but loads only what c uses: if c has its own Parser or
// Rules, the embedded ones are not loaded.
func (c *Checker) Preload() {
	if c.Parser == nil {
		parser.Preload()
	}
	c.tables()
	identity.Preload()
	classify.Preload()
	kinds()
	cues()
	placeholders()
	wordings()
	for _, f := range forms {
		f.pattern()
	}
	for _, pattern := range patterns {
		pattern()
	}
}

// patterns are the patterns that are declared beside the code that uses them.
var patterns = [...]func() *regexp.Regexp{
	about, accused, ahead, aside, askedBy, behindDay, besideFigures, birthday, byNumber, calledToday, countOf, countedDays, countedHalves, countedWeeks, cutEnd, debtWord, eachOf, englishDays, foreign, hour, isCount, isOffer, lateWord, lineIn, listedPeriods, loanOf, moreOwed, namedDue, numberIn, one, ordinals, otherAsked, owedOn, ownAsk, paidBehind, paidLabel, paidPeriods, paidVerbFirst, periodsOf, sentence, settled, soonDue, spokenTo, toCome, todays, unbracketed, unsettled, weekdayIn, weekdays, wholePeriods,
}
