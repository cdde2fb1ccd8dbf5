package identity

import (
	"github.com/dunsms/dunsms/internal/han"
	"github.com/dunsms/dunsms/internal/surnames"
)

// Preload loads the tables now, which are loaded at first use otherwise.
func Preload() {
	people()
	han.Simplified('一')
	surnames.Load()
	segments()
	plainWords()
}
