package main

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/classify/matter"
	"github.com/dunsms/dunsms/classify/remedy"
)

// mattersOf returns the matters and the end of an output.
func mattersOf(t *testing.T, out string) (all []matterLine, end mattersEnd, bad int) {
	t.Helper()
	lines := slices.Collect(strings.Lines(out))
	for i, l := range lines {
		switch {
		case strings.Contains(l, `"error":`):
			bad++
		case i == len(lines)-1:
			require.NoError(t, json.Unmarshal([]byte(l), &end))
		default:
			var m matterLine
			require.NoError(t, json.Unmarshal([]byte(l), &m))
			require.Equal(t, dunsms.ReportVersion, m.V)
			all = append(all, m)
		}
	}
	return all, end, bad
}

// byMatter runs the program with -matters.
func byMatter(t *testing.T, in string, args ...string) ([]matterLine, mattersEnd, result) {
	t.Helper()
	got := runProgram(t, strings.NewReader(in), append(args, "-matters")...)
	all, end, _ := mattersOf(t, got.out)
	return all, end, got
}

func mattersInput(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile("testdata/matters.jsonl")
	require.NoError(t, err)
	return string(data)
}

// TestMattersGolden compares a whole answer and whole pages with testdata, which -update
// rewrites.
func TestMattersGolden(t *testing.T) {
	in := mattersInput(t)
	_, _, got := byMatter(t, in, "-all")
	assert.Equal(t, exitBadLines, got.status)
	golden(t, "matters.golden", got.out)
	for _, lang := range langs {
		golden(t, "matters."+string(lang)+".golden", matterPage(t, in, "-lang", string(lang)))
	}
}

// matterPage runs the program and returns the page.
func matterPage(t *testing.T, in string, args ...string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "page.html")
	_, _, got := byMatter(t, in, append(args, "-report", file)...)
	require.LessOrEqual(t, got.status, exitBadLines, got.errors)
	page, err := os.ReadFile(file)
	require.NoError(t, err)
	return string(page)
}

// told is what a test looks at of a matter.
type told struct {
	phone   int
	lender  string
	verdict classify.Verdict
	stage   matter.Stage
	lines   string
}

func toldOf(all []matterLine) (got []told) {
	for _, m := range all {
		got = append(got, told{m.Phone, m.Lender, m.Assessment.Verdict, m.Stage, fmt.Sprint(memberLines(&m.MatterReport))})
	}
	return got
}

// The invented phones of testdata, as they were thought out; and their messages are told by
// their lines, bad ones between them and all.
func TestMatters(t *testing.T) {
	in := mattersInput(t)
	want := []told{
		{1, "青禾消费金融", classify.Mistake, matter.Collected, "[2 5 9 13 17 20 23]"},
		{1, "白鹭银行", classify.Genuine, matter.Settled, "[1 8 12 15]"},
		{1, "红枫钱袋", classify.Scam, matter.Overdue, "[7 10 26]"},
		{1, "蓝屿小贷", classify.IdentityTheft, matter.InCourt, "[14 19 22]"},
		{2, "麦浪普惠", classify.NotANotice, matter.Settled, "[3 16]"},
		{2, "云杉银行", classify.Scam, matter.Overdue, "[25]"},
	}
	byName := func(a, b told) int { return cmp.Or(cmp.Compare(a.phone, b.phone), cmp.Compare(a.lines, b.lines)) }
	slices.SortFunc(want, byName)
	check := func(args []string, keep func(told) bool) {
		all, end, got := byMatter(t, in, args...)
		assert.Equal(t, exitBadLines, got.status)
		expected := slices.DeleteFunc(slices.Clone(want), func(w told) bool { return !keep(w) })
		have := toldOf(all)
		slices.SortFunc(have, byName)
		assert.Equal(t, expected, have, args)
		assert.Equal(t, mattersEnd{V: 1, Phones: 2, Messages: 24, Copies: 1, Matters: 6, Written: len(expected)}, end)
		assert.Equal(t, []int{6, 18}, badNumbers(t, got.out))
	}
	check([]string{"-all"}, func(told) bool { return true })
	check(nil, func(w told) bool { return w.verdict != classify.NotANotice })
	check([]string{"-only", "scam,identity_theft"}, func(w told) bool {
		return w.verdict == classify.Scam || w.verdict == classify.IdentityTheft
	})
	check([]string{"-only", "not_a_notice"}, func(w told) bool { return w.verdict == classify.NotANotice })
}

// badNumbers returns the lines that were answered with an error.
func badNumbers(t *testing.T, out string) (lines []int) {
	t.Helper()
	for l := range strings.Lines(out) {
		var a struct {
			Line  int
			Error *struct{ Code string }
		}
		require.NoError(t, json.Unmarshal([]byte(l), &a))
		if a.Error != nil {
			lines = append(lines, a.Line)
		}
	}
	return lines
}

// Of several files each message is told by its file, too.
func TestMattersOfSeveralFiles(t *testing.T) {
	lines := strings.SplitAfter(mattersInput(t), "\n")
	dir := t.TempDir()
	var files []string
	for i, part := range [][]string{lines[:10], nil, lines[10:]} {
		files = append(files, filepath.Join(dir, fmt.Sprint(i, ".jsonl")))
		require.NoError(t, os.WriteFile(files[i], []byte(strings.Join(part, "")), 0o600))
	}
	one, _, _ := byMatter(t, strings.Join(lines, ""))
	all, end, got := byMatter(t, "", files...)
	assert.Equal(t, exitBadLines, got.status, got.errors)
	assert.Equal(t, toldOf(one), toldOf(all))
	assert.Equal(t, 24, end.Messages)
	for _, m := range all {
		require.Len(t, m.Places, len(memberLines(&m.MatterReport)))
		for _, p := range m.Places {
			want := place{p.Message, 1, p.Message}
			if p.Message > 10 {
				want = place{p.Message, 3, p.Message - 10}
			}
			assert.Equal(t, want, p)
		}
	}
	for _, m := range one {
		assert.Empty(t, m.Places)
	}
	assert.Contains(t, matterPage(t, "", files...), "第3个文件第3行")
}

// A phone's backup in any form, whose recipient a file tells.
func TestMattersOfBackups(t *testing.T) {
	all, end, got := byMatter(t, "", "-recipient", "testdata/me.json", "testdata/phone.xml")
	assert.Equal(t, exitOK, got.status, got.errors)
	assert.Equal(t, 10, end.Messages)
	assert.Equal(t, 1, end.Phones)
	assert.Len(t, all, end.Written)
	assert.Contains(t, got.errors, "left out: 1 not received, 1 without text")
	verdicts := map[string]classify.Verdict{}
	for _, m := range all {
		verdicts[m.Lender] = m.Assessment.Verdict
	}
	assert.Equal(t, classify.Mistake, verdicts["青禾消费金融"])
	assert.Equal(t, classify.Scam, verdicts["红枫钱袋"])
	want, _, _ := byMatter(t, written["jsonl"], "-all")
	for name, in := range phoneFiles {
		got, end, _ := byMatter(t, in, "-all")
		assert.Equal(t, 2, end.Messages, name)
		require.Len(t, got, len(want), name)
		for i := range got {
			assert.Equal(t, want[i].Text, got[i].Text, name)
		}
	}
}

// Bad lines are answered as they are without -matters, a message that is too long among them,
// and nothing else is lost.
func TestMattersOfBadLines(t *testing.T) {
	var in []string
	for _, c := range badLines {
		in = append(in, c.in)
	}
	in = append(in, `{"id":"long","text":"`+strings.Repeat("长", 8_000)+`"}`, `{"text":"【某某金融】您已逾期3天，请还款100元。"}`)
	plain := runProgram(t, strings.NewReader(strings.Join(in, "\n")), "-format", "jsonl")
	var want []string
	for l := range strings.Lines(plain.out) {
		if strings.Contains(l, `"error":`) {
			want = append(want, l)
		}
	}
	all, end, got := byMatter(t, strings.Join(in, "\n"), "-format", "jsonl")
	assert.Equal(t, exitBadLines, got.status)
	assert.Equal(t, want, slices.Collect(strings.Lines(got.out))[:len(want)])
	assert.Equal(t, len(in)-1, len(want))
	require.Len(t, all, 1)
	assert.Equal(t, []int{len(in)}, memberLines(&all[0].MatterReport))
	assert.Equal(t, 1, end.Messages)

	_, end, got = byMatter(t, "")
	assert.Equal(t, exitOK, got.status)
	assert.Equal(t, mattersEnd{V: 1}, end, "nothing at all")
}

// Flags that do not go together are reported before anything is read.
func TestMattersFlags(t *testing.T) {
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"-matters", "-explain"}, "-matters answers as a table or as JSON, not as explain"},
		{[]string{"-matters", "-output", "compact"}, "not as compact"},
		{[]string{"-matters", "-tokens"}, "-tokens does not work with -matters"},
		{[]string{"-all"}, "-all and -evidence work only with -matters"},
		{[]string{"-evidence", "x"}, "-all and -evidence work only with -matters"},
		{[]string{"-matters", "-f"}, "-f works only with -evidence"},
		{[]string{"-f"}, "-f works only with -evidence"},
		{[]string{"-matters", "-only", "later"}, "-only must be a list of kinds"},
		{[]string{"-matters", "-evidence", "matters_test.go"}, "matters_test.go"},
	} {
		got := runProgram(t, strings.NewReader(""), c.args...)
		assert.Equal(t, exitFailed, got.status, c.args)
		assert.Contains(t, got.errors, c.want, c.args)
		assert.Empty(t, got.out)
	}
	assert.NoDirExists(t, "x")
}

// If whatever reads the output goes away, the program ends quietly, even if the first thing to be
// written is a matter.
func TestMattersBrokenPipe(t *testing.T) {
	dir := t.TempDir()
	for _, in := range []string{mattersInput(t), `{"text":"【某某金融】您已逾期3天，请还款100元。"}`} {
		cmd := program(t, "-matters", "-report", filepath.Join(dir, "page.html"))
		cmd.Stdin = strings.NewReader(in)
		r, w, err := os.Pipe()
		require.NoError(t, err)
		require.NoError(t, r.Close())
		var errs bytes.Buffer
		cmd.Stdout, cmd.Stderr = w, &errs
		assert.Equal(t, exitBrokenPipe, wait(t, cmd.Run()))
		require.NoError(t, w.Close())
		assert.Regexp(t, `^\d+ messages? in .*\n$`, errs.String(), "the summary and nothing else")
	}
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	assert.Empty(t, entries, "no page of a run that was cut short")
}

// The page loads nothing, runs nothing and links to itself and to its letters alone, whatever
// the messages hold.
func TestMatterPageIsSelfContained(t *testing.T) {
	evil := `<script>alert(1)</script>`
	in := mattersInput(t) + `{"text":"【某某金融` + evil + `】沈*安先生，您已逾期3天，请点击https://a.example/\"><img src=x>还款100元，加微信ab\u202e_12345","sender":"<b>106\"","id":"<i>","received_at":"2026-03-02T10:00:00+08:00","recipient":{"name":"林问渠"}}` + "\n"
	page := matterPage(t, in)
	for _, tag := range regexp.MustCompile(`<[a-zA-Z][^>]*>`).FindAllString(page, -1) {
		assert.NotRegexp(t, `(?i)^<(script|img|image|use|link|iframe|base|object|form|b|i|u)\b|\s(src|style|on\w+)=`, tag)
		if href := regexp.MustCompile(`href="([^"]*)"`).FindStringSubmatch(tag); href != nil {
			assert.Regexp(t, `^(?:#t\d+|data:text/plain;charset=utf-8;base64,[A-Za-z0-9&#;+/=]+)$`, href[1])
		}
	}
	for what, want := range map[string]string{
		"the text as it is":                    "&lt;script&gt;alert(1)&lt;/script&gt;",
		"a policy that allows the style alone": `content="default-src &#39;none&#39;; style-src &#39;sha256-`,
		"a letter as a file":                   `<a download="异议申请书-发错人或记录有误.txt" href="data:text/plain;`,
		"no numbers to be dialed":              `<meta name="format-detection" content="telephone=no">`,
	} {
		assert.True(t, strings.Contains(page, want), what)
	}
	assert.NotContains(t, page, "\u202e")
	for _, lang := range langs {
		assert.False(t, strings.Contains(matterPage(t, in, "-all", "-lang", string(lang)), "%!"), "a form that does not fit its values")
	}
	assert.NotRegexp(t, `url\(|@import`, mattersCSS)
	assert.Regexp(t, `没有要看的`, matterPage(t, `{"text":"明天见"}`))
	order := regexp.MustCompile(`<article class="(\w+)"`).FindAllStringSubmatch(matterPage(t, mattersInput(t), "-all"), -1)
	var classes []string
	for _, m := range order {
		classes = append(classes, m[1])
	}
	assert.Equal(t, []string{"scam", "scam", "identity_theft", "mistake", "genuine", "not_a_notice"}, classes)
}

// No more matters are kept than are shown, however many there are.
func TestMatterPageKeepsTheWorst(t *testing.T) {
	var in strings.Builder
	for i := range 3*maxShown + 7 {
		fmt.Fprintf(&in, `{"text":"【某某金融】您已逾期3天，请还款100元。","recipient":{"phones":["%d"]}}`+"\n", 13800000000+int64(i))
	}
	page := matterPage(t, in.String())
	assert.Contains(t, page, fmt.Sprintf("有%d件事，这里只列最要紧的%d件。", 3*maxShown+7, maxShown))
	assert.Equal(t, maxShown, strings.Count(page, "<article"))
}

// unzip returns the files of a bundle.
func unzip(t *testing.T, file string) map[string][]byte {
	t.Helper()
	z, err := zip.OpenReader(file)
	require.NoError(t, err)
	defer z.Close()
	all := map[string][]byte{}
	for _, f := range z.File {
		r, err := f.Open()
		require.NoError(t, err)
		all[f.Name], err = io.ReadAll(r)
		require.NoError(t, err)
		assert.True(t, f.Modified.Equal(bundleTime), f.Name)
	}
	return all
}

// A bundle holds the messages as they came, a record that names all else, and the letters.
func TestEvidence(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new", "evidence")
	all, _, got := byMatter(t, mattersInput(t), "-evidence", dir)
	require.Equal(t, exitBadLines, got.status, got.errors)
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
		info, err := e.Info()
		require.NoError(t, err)
		assert.Equal(t, os.FileMode(0o600), info.Mode().Perm(), "it holds messages")
	}
	assert.Equal(t, []string{"phone1-m1.zip", "phone1-m2.zip", "phone1-m3.zip", "phone1-m4.zip", "phone2-m2.zip"}, names)
	lines := strings.Split(mattersInput(t), "\n")
	for _, m := range all {
		files := unzip(t, filepath.Join(dir, fmt.Sprintf("phone%d-%s.zip", m.Phone, m.ID)))
		record, err := remedy.ParseRecord(files[fileRecord])
		require.NoError(t, err)
		require.NoError(t, record.Verify())
		named := map[string]bool{fileRecord: true, fileReadMe: true}
		for i, a := range record.Attachments {
			named[a.Name] = true
			require.NoError(t, record.VerifyAttachment(i, bytes.NewReader(files[a.Name])))
		}
		var kept []int
		for l := range strings.Lines(string(files[fileMessages])) {
			var r receivedLine
			require.NoError(t, json.Unmarshal([]byte(l), &r))
			var was dunsms.Message
			require.NoError(t, json.Unmarshal([]byte(lines[r.Line-1]), &was))
			assert.Equal(t, []string{was.Text, was.Sender, was.ID}, []string{r.Text, r.Sender, r.ID})
			assert.True(t, was.ReceivedAt.Equal(r.ReceivedAt))
			assert.Equal(t, was.Text, string(files[r.File]))
			assert.Equal(t, hashOf(files[r.File]), r.SHA256)
			kept = append(kept, r.Line)
		}
		assert.Equal(t, memberLines(&m.MatterReport), kept)
		readMe := string(files[fileReadMe])
		for name := range files {
			assert.True(t, named[name], "%s is in no list", name)
			assert.NotRegexp(t, `林|沈|周|\d{5}`, name, "tells of a person")
			if name != fileReadMe {
				assert.Contains(t, readMe, name+"　")
				assert.Contains(t, readMe, hashOf(files[name]))
			}
		}
		assert.NotContains(t, strings.ReplaceAll(readMe, "\r\n", ""), "\n")
		assert.NotContains(t, readMe, "<no value>")
		assert.Equal(t, m.Assessment.Verdict == classify.Mistake, files[folderPapers+"异议申请书-发错人或记录有误.txt"] != nil)
		assert.Equal(t, m.Assessment.Verdict == classify.IdentityTheft, files[folderPapers+"征信异议申请书.txt"] != nil)
		assert.Contains(t, string(files[filePicture]), `role="img"`)
		assert.True(t, bytes.HasPrefix(files[fileTable], []byte("\ufeff时间,事项,发信方,行号,元\r\n")))
	}
}

// The same input gives the same bytes. Existing files are replaced only if asked for, and then
// completely. With one phone the files are named only after the matter.
func TestEvidenceAgain(t *testing.T) {
	in := strings.Join(slices.DeleteFunc(strings.SplitAfter(mattersInput(t), "\n"), func(l string) bool {
		return strings.Contains(l, "13800007012") || strings.Contains(l, "bad1") || strings.Contains(l, "不是JSON")
	}), "")
	read := func(dir string) map[string]string {
		all := map[string]string{}
		entries, err := os.ReadDir(dir)
		require.NoError(t, err)
		for _, e := range entries {
			data, err := os.ReadFile(filepath.Join(dir, e.Name()))
			require.NoError(t, err)
			all[e.Name()] = string(data)
		}
		return all
	}
	one, two := t.TempDir(), t.TempDir()
	_, _, got := byMatter(t, in, "-evidence", one)
	require.Equal(t, exitOK, got.status, got.errors)
	_, _, got = byMatter(t, in, "-evidence", two, "-lang", "en")
	require.Equal(t, exitOK, got.status, got.errors)
	want := read(one)
	assert.Len(t, want, 4)
	assert.Contains(t, want, "m1.zip")
	_, _, got = byMatter(t, in, "-evidence", one)
	assert.Equal(t, exitFailed, got.status)
	assert.Contains(t, got.errors, "m1.zip already exists: choose another folder for -evidence, or add -f to replace it")
	assert.Empty(t, got.out, "it is known before anything is read")
	require.NoError(t, os.WriteFile(filepath.Join(one, "m2.zip"), []byte("old"), 0o644))
	require.NoError(t, os.WriteFile(filepath.Join(one, "notes.txt"), []byte("mine"), 0o644))
	_, _, got = byMatter(t, in, "-evidence", one, "-f")
	assert.Equal(t, exitOK, got.status, got.errors)
	want["notes.txt"] = "mine"
	assert.True(t, fmt.Sprint(want) == fmt.Sprint(read(one)), "other bytes")
	picture := unzip(t, filepath.Join(two, "m1.zip"))
	assert.Contains(t, string(picture[fileReadMe]), "这是什么", "it is for readers of Chinese, whatever the page is")
}

// Nothing of the input goes to standard error, nor into the names of files, whatever is wrong
// with it.
func TestMattersSilent(t *testing.T) {
	dir := t.TempDir()
	var lines []string
	for _, c := range badLines {
		lines = append(lines, c.in)
	}
	const mark = "秘8812"
	for i := range 3 {
		lines = append(lines, fmt.Sprintf(`{"id":"%s","text":"【%[1]s】张秘，您的借款8812元已逾期%d天，合同号8812881288%[2]d，请加微信%[1]s","sender":"8812","received_at":"2026-03-0%[2]dT10:00:00+08:00","recipient":{"name":"%[1]s","phones":["13800008812"]}}`, mark, i+1))
	}
	lines = append(lines, `{"text":"`+strings.Repeat(mark, 3000)+`"}`)
	input := filepath.Join(dir, "in")
	require.NoError(t, os.WriteFile(input, []byte(strings.Join(lines, "\n")), 0o600))
	page, evidence := filepath.Join(dir, "page.html"), filepath.Join(dir, "evidence")
	for _, args := range [][]string{
		{input}, {input, "-report", page, "-evidence", evidence}, {input, "-evidence", evidence}, {input, "-lang", "en", "-report", page}, {"-recipient", input, input},
		{"-report", filepath.Join(dir, "none", "page.html"), input},
	} {
		got := runProgram(t, nil, append(args, "-matters")...)
		assert.NotZero(t, got.status, args)
		assert.NotEmpty(t, got.errors, args)
		said := summaryTimes.ReplaceAllString(strings.ReplaceAll(got.errors, dir, ""), "")
		assert.False(t, strings.Contains(said, "秘") || strings.Contains(said, "8812"), "%v: standard error tells of the input", args)
	}
	entries, err := os.ReadDir(evidence)
	require.NoError(t, err)
	require.NotEmpty(t, entries)
	for _, e := range entries {
		assert.Regexp(t, evidenceName(), e.Name())
		for name := range unzip(t, filepath.Join(evidence, e.Name())) {
			assert.NotRegexp(t, "秘|8812", name)
		}
	}
}

// Each closed word of package matter has a name.
func TestMatterWords(t *testing.T) {
	table := wordTable()
	data, err := os.ReadFile("../../classify/matter/links.tsv")
	require.NoError(t, err)
	for row := range strings.Lines(string(data)) {
		if code, _, _ := strings.Cut(row, "\t"); !strings.HasPrefix(row, "#") {
			assert.Contains(t, table, "link."+code)
		}
	}
	for _, s := range []matter.Stage{matter.Current, matter.Overdue, matter.Collected, matter.Sold, matter.Mediated, matter.AtLaw, matter.InCourt, matter.Settled} {
		assert.Contains(t, table, "stage."+string(s))
	}
	for _, r := range []matter.Reason{matter.Ambiguous, matter.PartMissing, matter.Untimed, matter.Unreadable} {
		assert.Contains(t, table, "open."+string(r))
	}
	data, err = os.ReadFile("../../classify/matter/roles.tsv")
	require.NoError(t, err)
	for row := range strings.Lines(string(data)) {
		if _, role, ok := strings.Cut(strings.TrimSpace(row), "\t"); ok && !strings.HasPrefix(row, "#") {
			assert.Contains(t, writers, role)
		}
	}
	for _, w := range writers {
		assert.Contains(t, table, "writer."+w)
	}
	assert.Equal(t, "other", writer(&matter.Member{Role: "new_role"}))
}

func TestPromises(t *testing.T) {
	of := []matter.Promise{{Fen: 50000, By: "2026-03-08", Broken: true}, {Fen: 50000, By: "2026-03-08", Broken: true}, {}}
	assert.Equal(t, []string{"¥500.00，2026-03-08前，没有兑现", "没有写明金额和日期"}, words("zh").promises(of))
	assert.Equal(t, []string{"¥500.00, by 2026-03-08, not kept", "no amount or date given"}, words("en").promises(of))
}
