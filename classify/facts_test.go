package classify

import (
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestFactsOf(t *testing.T) {
	var f Facts
	of := reflect.ValueOf(&f).Elem()
	for i := range of.NumField() {
		key, _, _ := strings.Cut(of.Type().Field(i).Tag.Get("json"), ",")
		assert.Same(t, of.Field(i).Addr().Interface(), f.Of(key), key)
	}
	assert.Nil(t, f.Of("no such fact"))
}
