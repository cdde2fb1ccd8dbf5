//go:build !linux

package growth

import "time"

var begin = time.Now()

// now returns the time since the start.
func now() time.Duration { return time.Since(begin) }
