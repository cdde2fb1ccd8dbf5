package identity

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"io"
	"slices"
	"strconv"
	"strings"
	"sync"
)

//go:generate go run ./internal/packregions

//go:embed regions.csv.gz
var regionsPacked []byte

// regionRow is a name that a region code had in the years first to last.
type regionRow struct {
	code        int32
	first, last int16
	name        string
}

const lastRegionYear = 9999 // still in force

// regionRows are sorted by code, then by first year.
var regionRows = sync.OnceValue(func() []regionRow {
	r, err := gzip.NewReader(bytes.NewReader(regionsPacked))
	if err != nil {
		return nil // not with the embedded file, which a test reads
	}
	var text strings.Builder
	if _, err := io.Copy(&text, r); err != nil {
		return nil
	}
	rows := make([]regionRow, 0, 8200)
	for line := range strings.Lines(text.String()) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), ",")
		rows = append(rows, regionRow{
			code: int32(yearOr(f[0], 0)), name: f[1],
			first: int16(yearOr(f[2], 0)), last: int16(yearOr(f[3], lastRegionYear)),
		})
	}
	return rows
})

func yearOr(s string, absent int) int {
	if n, err := strconv.Atoi(s); err == nil {
		return n
	}
	return absent
}

// regionName returns the name that code had in year, or in the nearest year, of
// two equally near ones the later; "" if the code is in no list.
func regionName(code int32, year int) string {
	rows := regionRows()
	i, _ := slices.BinarySearchFunc(rows, code, func(r regionRow, c int32) int { return int(r.code - c) })
	name, nearest := "", -1
	for ; i < len(rows) && rows[i].code == code; i++ {
		away := max(int(rows[i].first)-year, year-int(rows[i].last), 0)
		if nearest < 0 || away <= nearest {
			name, nearest = rows[i].name, away
		}
	}
	return name
}

// Region is where an ID number was first issued. The zero Region is no region.
type Region struct {
	Code string `json:"code,omitempty"` // 6 digits; 2 or 4 if the others are hidden
	// Name is the full path, 广东省珠海市香洲区, with the names in force in the birth
	// year, or in the nearest year that the lists have. Levels in no list are
	// left out. Levels that only group (市辖区 of a city without districts, 县 of a
	// municipality) are left out unless they are the last.
	Name  string `json:"name,omitempty"`
	Known bool   `json:"known,omitempty"` // the whole code is in the list of some year
}

// newRegion looks up 2, 4 or 6 digits.
func newRegion(digits []byte, year int) Region {
	code := int32(number(digits))
	for range 6 - len(digits) {
		code *= 10
	}
	region := Region{Code: string(digits)}
	levels := []int32{code / 10000 * 10000, code / 100 * 100, code}
	for i, level := range levels {
		if i > 0 && level == levels[i-1] {
			continue
		}
		name := regionName(level, year)
		region.Known = name != ""
		if i == len(levels)-1 || !isGrouping(name) {
			region.Name += name
		}
	}
	return region
}

// isGrouping reports whether a city-level name only groups counties and names
// no place.
func isGrouping(name string) bool {
	switch name {
	case "市辖区", "县", "市", "省直辖行政单位", "省直辖县级行政单位", "自治区直辖县级行政单位":
		return true
	}
	return false
}

// Region returns where the number was issued. For a birth before 1980, when the
// lists begin, it has the name of 1980.
func (id ID) Region() Region {
	if id.IsZero() {
		return Region{}
	}
	d := id.digits()
	year, _, _ := id.BirthDate()
	return newRegion(d[:6], year)
}
