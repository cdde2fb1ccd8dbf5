package main

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/examples/beam/internal/sample"
	"github.com/dunsms/dunsms/examples/internal/inbox"
	"github.com/dunsms/dunsms/examples/internal/jsonl"
	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/internal/slow"
	"github.com/dunsms/dunsms/parser"
)

// eachLine calls f with each line of a set of files, compressed or not. There must be at least one
// file, and as many as their names say.
func eachLine(t *testing.T, dir, name string, f func([]byte)) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, name+"-*-of-*[lz]"))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	require.Contains(t, files[0], fmt.Sprintf("-00000-of-%05d.jsonl", len(files)))
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		if strings.HasSuffix(file, ".gz") {
			zr, err := gzip.NewReader(bytes.NewReader(data))
			require.NoError(t, err)
			data, err = io.ReadAll(zr)
			require.NoError(t, err)
		}
		for l := range bytes.Lines(data) {
			require.Equal(t, byte('\n'), l[len(l)-1], "lines are whole")
			f(l)
		}
	}
}

func readLines(t *testing.T, dir, name string) (lines []string) {
	t.Helper()
	eachLine(t, dir, name, func(l []byte) { lines = append(lines, string(l)) })
	return lines
}

// multiset counts equal lines.
type multiset map[[sha256.Size]byte]int

func (s multiset) add(l []byte) { s[sha256.Sum256(l)]++ }

// triage builds the program of examples/triage and returns the function that runs
// it over a file.
func triage(t *testing.T, flags ...string) func(file string) (answers []byte) {
	t.Helper()
	binary := filepath.Join(t.TempDir(), "triage")
	out, err := exec.CommandContext(t.Context(), "go", "build", "-C", filepath.Join("..", "triage"), "-o", binary, ".").CombinedOutput()
	require.NoError(t, err, string(out))
	return func(file string) []byte {
		cmd := exec.CommandContext(t.Context(), binary, append(flags, file)...)
		answers, err := cmd.Output()
		if cmd.ProcessState.ExitCode() != exitBadLines {
			require.NoError(t, err)
		}
		return answers
	}
}

// TestAnswersAreTriages compares all that a run writes with what examples/triage
// answers to the same messages, and with tables made from those answers.
func TestAnswersAreTriages(t *testing.T) {
	count := 10_000
	if slow.Asked() {
		count = 100_000
	}
	answersAreTriages(t, count)
}

func answersAreTriages(t *testing.T, count int) {
	t.Helper()
	dir, names := generate(t, sample.Mix{Seed: 7, Other: 0.2, Bad: 0.01}, count, 5)
	// Files need not be compressed, whatever their names say.
	unpackFile(t, names[1], names[1])
	unpackFile(t, names[2], strings.TrimSuffix(names[2], ".gz"))
	require.NoError(t, os.Remove(names[2]))
	names[2] = strings.TrimSuffix(names[2], ".gz")
	known := filepath.Join(dir, "lenders.json")
	require.NoError(t, os.WriteFile(known, []byte(`{"name":"澄湖消费金融股份有限公司","aliases":["澄湖消费金融"],"hotlines":["95302"],"domains":["example.cn"]}`), 0o600))
	out := filepath.Join(dir, "out")
	s := runPipeline(t, "-input", dir+"/messages*", "-output", out, "-shards", "3", "-gzip", "-lenders", known, "-lang", "en")

	wantAnswers, wantBad, tables, run := multiset{}, multiset{}, newTables(), triage(t, "-lenders", known, "-lang", "en")
	for _, file := range names {
		input, err := os.ReadFile(file)
		require.NoError(t, err)
		r, err := inbox.OpenText(file, bytes.NewReader(input))
		require.NoError(t, err)
		lines, err := io.ReadAll(r)
		require.NoError(t, err)
		byNumber := bytes.Split(lines, []byte("\n"))
		for l := range bytes.Lines(run(file)) {
			var a answered
			require.NoError(t, json.Unmarshal(l, &a))
			if a.Error != nil {
				wantBad.add(fmt.Appendf(nil, `{"file":%q,%s`, file, l[1:]))
				continue
			}
			wantAnswers.add(l)
			tables.add(t, byNumber[a.Line-1], &a.Report)
		}
	}
	gotAnswers, gotBad := multiset{}, multiset{}
	eachLine(t, out, answersName, gotAnswers.add)
	eachLine(t, out, badName, gotBad.add)
	assert.Equal(t, count, total(gotAnswers)+total(gotBad))
	assert.True(t, maps.Equal(wantAnswers, gotAnswers), "answers")
	assert.True(t, maps.Equal(wantBad, gotBad), "bad lines")
	assert.Equal(t, tables.lenderRows(t), readLines(t, out, lendersName))
	assert.Equal(t, tables.contactRows(t), readLines(t, out, contactsName))
	assert.Equal(t, tables.counts(total(wantBad), len(names)), withoutBadCodes(s.counts))
	assert.Equal(t, int64(total(wantAnswers)), s.latency.Count)
}

// unpackFile writes what a compressed file holds into another.
func unpackFile(t *testing.T, from, to string) {
	t.Helper()
	data, err := os.ReadFile(from)
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, unpack(&b, data))
	require.NoError(t, os.WriteFile(to, b.Bytes(), 0o600))
}

func total(s multiset) (n int) {
	for _, c := range s {
		n += c
	}
	return n
}

// answered is an answer of examples/triage.
type answered struct {
	dunsms.Report
	Error *jsonl.Error
}

// tables counts answers one by one, with maps, unlike the pipeline.
type tables struct {
	lenders  map[lenderDay]*lenderCounts
	contacts map[contact]*contactReach
	seen     map[contact]map[string]bool // by recipient, whether it was in a scam
	sums     map[string]int64
}

func newTables() *tables {
	return &tables{map[lenderDay]*lenderCounts{}, map[contact]*contactReach{}, map[contact]map[string]bool{}, map[string]int64{}}
}

func (s *tables) add(t *testing.T, input []byte, r *dunsms.Report) {
	var m struct {
		ReceivedAt time.Time `json:"received_at"`
		Facts      map[string]string
		Recipient  struct {
			IDNumber string `json:"id_number"`
			Phones   []string
		}
	}
	require.NoError(t, json.Unmarshal(input, &m))
	s.sums[messagesMetric]++
	s.sums[answersMetric]++
	s.sums[kindMetric+string(r.Notice.Kind)]++
	s.sums[verdictMetric+string(r.Assessment.Verdict)]++
	if l := r.Notice.Lender; l != nil {
		key := lenderDay{cmp.Or(l.Canonical, l.Text), m.ReceivedAt.Format(time.DateOnly)} // all are of UTC+8
		if s.lenders[key] == nil {
			s.lenders[key] = &lenderCounts{Lender: key.Lender, Day: key.Day, Kinds: map[string]int64{}, Verdicts: map[string]int64{}}
		}
		c := s.lenders[key]
		c.Messages++
		c.Kinds[string(r.Notice.Kind)]++
		c.Verdicts[string(r.Assessment.Verdict)]++
		if m.Facts["has_account"] == "no" || m.Facts["lender_confirms"] == "no" {
			c.Denials++
		}
	}
	who := m.Recipient.IDNumber
	if who == "" && len(m.Recipient.Phones) > 0 {
		p, err := identity.ParsePhone(m.Recipient.Phones[0])
		require.NoError(t, err)
		who = p.Reveal()
	}
	isScam := r.Assessment.Verdict == "scam"
	for _, c := range contactsOf(&r.Notice) {
		if s.contacts[c] == nil {
			s.contacts[c] = &contactReach{Type: c.Type, Value: c.Value}
			s.seen[c] = map[string]bool{}
		}
		s.contacts[c].Messages++
		if isScam {
			s.contacts[c].Scams++
		}
		if who != "" {
			s.seen[c][who] = s.seen[c][who] || isScam
		}
	}
}

func (s *tables) lenderRows(t *testing.T) []string {
	var rows []lenderCounts
	for _, c := range s.lenders {
		rows = append(rows, *c)
	}
	return sortedJSON(t, rows, func(c lenderCounts) []int64 { return []int64{c.Denials, c.Messages} })
}

func (s *tables) contactRows(t *testing.T) []string {
	var rows []contactReach
	for key, c := range s.contacts {
		for _, isScam := range s.seen[key] {
			c.Recipients++
			if isScam {
				c.ScamRecipients++
			}
		}
		rows = append(rows, *c)
	}
	return sortedJSON(t, rows, func(c contactReach) []int64 {
		return []int64{c.ScamRecipients, c.Scams, c.Recipients, c.Messages}
	})
}

// counts returns the expected counters, except for the codes of bad lines.
func (s *tables) counts(bad, files int) map[string]int64 {
	s.sums[filesMetric] = int64(files)
	s.sums[badLinesMetric] = int64(bad)
	s.sums[lenderDayMetric] = int64(len(s.lenders))
	s.sums[contactMetric] = int64(len(s.contacts))
	return s.sums
}

func withoutBadCodes(counts map[string]int64) map[string]int64 {
	out := map[string]int64{}
	for name, n := range counts {
		if !strings.HasPrefix(name, badMetric) || name == badLinesMetric {
			out[name] = n
		}
	}
	return out
}

// sortedJSON returns rows as lines, the greatest rank first and then by line.
func sortedJSON[T any](t *testing.T, rows []T, rank func(T) []int64) []string {
	type ranked struct {
		rank []int64
		line string
	}
	var all []ranked
	for _, r := range rows {
		line, err := jsonl.Encode(r)
		require.NoError(t, err)
		all = append(all, ranked{rank(r), string(line)})
	}
	slices.SortFunc(all, func(a, b ranked) int {
		return cmp.Or(-slices.Compare(a.rank, b.rank), strings.Compare(a.line, b.line))
	})
	lines := make([]string, len(all))
	for i, r := range all {
		lines[i] = r.line
	}
	return lines
}

// A file in another encoding is read like one in UTF-8.
func TestEncodings(t *testing.T) {
	dir, names := generate(t, sample.Mix{Seed: 10}, 100, 1)
	out := filepath.Join(dir, "utf8")
	runPipeline(t, "-input", names[0], "-output", out)
	want := readLines(t, out, answersName)
	unpackFile(t, names[0], names[0])
	data, err := os.ReadFile(names[0])
	require.NoError(t, err)
	for _, e := range []encoding.Encoding{simplifiedchinese.GB18030, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)} {
		text, err := e.NewEncoder().Bytes(data)
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(names[0], text, 0o600))
		out := t.TempDir()
		runPipeline(t, "-input", names[0], "-output", out)
		assert.ElementsMatch(t, want, readLines(t, out, answersName))
	}
}

// An array, an indented one, and lines with the keys of other programs are read like JSON Lines;
// sent messages are left out.
func TestForms(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "in")
	answers := func(in string) (lines []string, said string) {
		t.Helper()
		require.NoError(t, os.WriteFile(file, []byte(in), 0o600))
		out := t.TempDir()
		s := runPipeline(t, "-input", file, "-output", out)
		for _, l := range readLines(t, out, answersName) {
			_, l, _ = strings.Cut(l, `"id":`) // behind its number
			lines = append(lines, l)
		}
		return lines, s.String()
	}
	want, said := answers(`{"id":"a","text":"【某某金融】您已逾期3天","sender":"106"}` + "\n" + `{"id":"b","text":"好"}` + "\n")
	require.Len(t, want, 2)
	assert.NotContains(t, said, "left out")
	assert.NotContains(t, said, "whose time")
	for _, in := range []string{
		`[{"id":"a","body":"【某某金融】您已逾期3天","address":"106","type":1},{"id":"b","body":"好","date":"明天"},{"body":"再见","type":2}]`,
		"[\n{\n\"id\":\"a\",\n\"body\":\"【某某金融】您已逾期3天\",\"number\":\"106\"\n},\n{\"id\":\"b\",\"body\":\"好\",\"time\":\"8812\"},\n{\"body\":\"再见\",\"type\":\"sent\"}\n]\n",
		`{"id":"a","content":"【某某金融】您已逾期3天","from":"106"}` + "\n" + `{"id":"b","msg":"好","date":"1"}` + "\n" + `{"text":"再见","type":"2"}` + "\n",
	} {
		got, said := answers(in)
		assert.ElementsMatch(t, want, got)
		assert.Contains(t, said, "; 1 whose time could not be read with certainty; left out: 1 not_received; bad lines: 0;")
	}
}

// The tables hold the first rows only, where -rows says so.
func TestRows(t *testing.T) {
	dir, _ := generate(t, sample.Mix{Seed: 8}, 500, 1)
	all, some := filepath.Join(dir, "all"), filepath.Join(dir, "some")
	s := runPipeline(t, "-input", dir+"/*.gz", "-output", all)
	few := runPipeline(t, "-input", dir+"/*.gz", "-output", some, "-rows", "7")
	assert.Equal(t, s.counts, few.counts, "what is left out is counted")
	for _, name := range []string{lendersName, contactsName} {
		assert.Equal(t, readLines(t, all, name)[:7], readLines(t, some, name))
	}
	assert.NotContains(t, s.String(), "written")
	assert.Contains(t, few.String(), fmt.Sprintf("lender days: %d (the first 7 are written)", s.counts[lenderDayMetric]))
	assert.Contains(t, few.String(), fmt.Sprintf("contacts: %d (the first 7 are written)", s.counts[contactMetric]))
}

// -only leaves answers out and nothing else.
func TestOnly(t *testing.T) {
	dir, _ := generate(t, sample.Mix{Seed: 11, Bad: 0.05}, 500, 1)
	all, some := filepath.Join(dir, "all"), filepath.Join(dir, "some")
	s := runPipeline(t, "-input", dir+"/*.gz", "-output", all)
	few := runPipeline(t, "-input", dir+"/*.gz", "-output", some, "-only", "scam,reminder")
	for _, name := range []string{badName, lendersName, contactsName} {
		assert.ElementsMatch(t, readLines(t, all, name), readLines(t, some, name))
	}
	var want []string
	for _, l := range readLines(t, all, answersName) {
		var r dunsms.Report
		require.NoError(t, json.Unmarshal([]byte(l), &r))
		if r.Assessment.Verdict == classify.Scam || r.Notice.Kind == parser.KindReminder {
			want = append(want, l)
		}
	}
	require.NotEmpty(t, want)
	assert.ElementsMatch(t, want, readLines(t, some, answersName))
	assert.Contains(t, few.String(), fmt.Sprintf(", %d of them answered: ", len(want)))
	assert.NotContains(t, s.String(), "answered")
	few.counts[answersMetric] = s.counts[answersMetric]
	assert.Equal(t, s.counts, few.counts, "all are counted")
}
