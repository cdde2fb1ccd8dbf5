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

// Preload loads now what is loaded at first use otherwise: the dictionary, the models and all
// tables. A service calls it when it starts, so that its first answer takes no longer than the
// next; calling it again does nothing.
func Preload() { new(Checker).Preload() }

// Preload is like the function Preload for what c uses: a Parser, Rules and Tables of the
// caller's own are there already, and those in their place are not loaded.
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
