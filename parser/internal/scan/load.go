package scan

import (
	"github.com/dunsms/dunsms/parser/internal/calendar"
	"github.com/dunsms/dunsms/parser/internal/fold"
	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/number"
	"github.com/dunsms/dunsms/parser/internal/shape"
)

// Load reads the tables now, which otherwise the first Read does.
func Load() {
	lexicon.LoadLenderWords()
	number.Load()
	calendar.Load()
	fold.Load()
	shape.Load()
	contexts.Get()
	begins.Get()
	loadJoints()
	fillers.Get()
	overdueRole.Get()
	ofNoDebt()
}
