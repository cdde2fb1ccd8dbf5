package dunsms

import (
	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/classify/conduct"
	"github.com/dunsms/dunsms/classify/matter"
	"github.com/dunsms/dunsms/classify/plain"
	"github.com/dunsms/dunsms/classify/remedy"
	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// Preload loads everything that is otherwise loaded at first use: the dictionary, the models
// and all tables. A service calls it when it starts, so that its first answer takes no longer
// than later ones. Calling it again does nothing.
func Preload() { new(Checker).Preload() }

// Preload is like the function Preload, for what c uses. The embedded tables that its own
// Parser, Rules and Tables replace are not loaded.
func (c *Checker) Preload() {
	if c.Parser == nil {
		parser.Preload()
	}
	if c.Rules == nil {
		conduct.Builtin()
	}
	if c.Tables == nil {
		remedy.Builtin()
	}
	identity.Preload()
	classify.Preload()
	matter.Preload()
	plain.Preload()
}
