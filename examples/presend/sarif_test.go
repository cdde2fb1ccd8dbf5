package main

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/classify/presend"
)

// readSARIF reads a log strictly and validates it against the schema of the standard.
func readSARIF(t *testing.T, log string) *sarif.Run {
	t.Helper()
	d := json.NewDecoder(strings.NewReader(log))
	d.DisallowUnknownFields()
	var report sarif.Report
	require.NoError(t, d.Decode(&report))
	require.NoError(t, report.Validate())
	require.Len(t, report.Runs, 1)
	return report.Runs[0]
}

// TestSARIF compares a log of SARIF with the JSON of the same table.
func TestSARIF(t *testing.T) {
	for _, lang := range []string{"zh", "en"} {
		got := runPresend(t, "", "-format", "sarif", "-lang", lang, "testdata/notices.csv")
		assert.Equal(t, exitFailed, got.status)
		assert.NotRegexp(t, `沈|程小|程\*|王小|王\*|林问|林\*|1171|0011|2026年|3315|13800|青禾|A6xyz|qh_`, got.out)
		run := readSARIF(t, got.out)
		driver := run.Tool.Driver
		assert.Equal(t, "presend", *driver.Name)
		assert.Equal(t, dunsms.Version, *driver.SemanticVersion)
		assert.Len(t, driver.Rules, len(presend.Codes()))
		assert.Equal(t, "unicodeCodePoints", *run.ColumnKind)

		i := 0
		for line := range strings.Lines(runPresend(t, "", "-json", "-lang", lang, "testdata/notices.csv").out) {
			var a answerJSON
			require.NoError(t, json.Unmarshal([]byte(line), &a))
			for _, f := range a.Findings {
				r := run.Results[i]
				i++
				require.Equal(t, f.Code, *r.RuleID)
				assert.Equal(t, f.Code, *driver.Rules[r.RuleIndex].ID)
				assert.True(t, strings.HasPrefix(*r.Message.Text, f.Text))
				assert.Equal(t, map[bool]string{true: "warning", false: "error"}[f.Part == presend.PartLook], r.Level)
				require.Len(t, r.Locations, max(1, len(f.Spans)))
				for j, at := range f.Spans {
					region := r.Locations[j].PhysicalLocation.Region
					assert.Equal(t, at.Start, region.ByteOffset)
					assert.Equal(t, at.End-at.Start, *region.ByteLength)
					assert.LessOrEqual(t, region.CharOffset, at.Start)
					assert.Less(t, *region.CharLength, *region.ByteLength+1)
				}
				text := run.Artifacts[r.Locations[0].PhysicalLocation.ArtifactLocation.Index]
				assert.Equal(t, textURI(a.Row), *text.Location.URI)
				assert.Equal(t, 0, text.ParentIndex)
				require.Len(t, r.RelatedLocations, 1)
				row := r.RelatedLocations[0].PhysicalLocation
				assert.Equal(t, a.Line, *row.Region.StartLine)
				assert.Equal(t, "testdata/notices.csv", *row.ArtifactLocation.URI)
			}
		}
		assert.Equal(t, len(run.Results), i)
		require.Len(t, run.Invocations, 1)
		assert.False(t, *run.Invocations[0].ExecutionSuccessful)
		require.Len(t, run.Invocations[0].ToolExecutionNotifications, 1)
		assert.Equal(t, "bad_csv", *run.Invocations[0].ToolExecutionNotifications[0].Descriptor.ID)
	}
}

// A log without results is valid, too, and so is that of a run that was cut off.
func TestSARIFOfNothing(t *testing.T) {
	run := readSARIF(t, runPresend(t, headers, "-format", "sarif").out)
	assert.Empty(t, run.Results)
	assert.True(t, *run.Invocations[0].ExecutionSuccessful)
	run = readSARIF(t, runPresend(t, headers+clean+wrong, "-format", "sarif").out)
	require.Len(t, run.Results, 1)
	region := run.Results[0].Locations[0].PhysicalLocation.Region // 周*平
	assert.Equal(t, []int{8, 3, 24, 7}, []int{region.CharOffset, *region.CharLength, region.ByteOffset, *region.ByteLength})
	assert.Equal(t, "stdin", *run.Artifacts[0].Location.URI)

	var out bytes.Buffer
	w := newSARIF(&out, "a b/目录/n.csv", "")
	require.NoError(t, w.end(exitInterrupted))
	run = readSARIF(t, out.String())
	assert.Equal(t, "a%20b/%E7%9B%AE%E5%BD%95/n.csv", *run.Artifacts[0].Location.URI)
	assert.False(t, *run.Invocations[0].ExecutionSuccessful)
}
