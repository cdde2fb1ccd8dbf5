package identity

import (
	"github.com/dunsms/dunsms/internal/han"
	"github.com/dunsms/dunsms/internal/surnames"
)

// Preload loads the tables that are otherwise loaded at first use.
func Preload() {
	people()
	han.Simplified('一')
	surnames.Load()
	segments()
	plainWords()
}
