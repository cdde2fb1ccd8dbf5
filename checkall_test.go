package dunsms_test

import (
	"context"
	"errors"
	"iter"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/classify/remedy"
	"github.com/dunsms/dunsms/parser"
)

// TestCheckAll yields the reports that Check returns, in order, and an error in place of a
// message that cannot be read.
func TestCheckAll(t *testing.T) {
	before := runtime.NumGoroutine()
	all := messages(t)[:60]
	all[3].Text = "秘\xff"
	all[40].Text, all[40].Number = strings.Repeat("秘", parser.MaxBytes), 1041
	c := &dunsms.Checker{Lang: remedy.English, Evidence: []classify.Evidence{{Code: "OWN", Weights: classify.Scores{Scam: 1}}}}
	wrong := map[int]int{3: 4, 40: 1041} // index and number
	i := 0
	for r, err := range c.CheckAll(t.Context(), slices.Values(all)) {
		want, wantErr := c.Check(all[i])
		assert.True(t, assert.ObjectsAreEqual(want, r), "%s: not what Check says", all[i].ID)
		if number, bad := wrong[i]; bad {
			assert.Equal(t, &dunsms.MessageError{Number: number, Err: wantErr}, err)
			_, is := errors.AsType[*parser.Error](err)
			assert.True(t, is)
		} else {
			assert.NoError(t, err)
		}
		i++
	}
	assert.Equal(t, len(all), i)
	for range c.CheckAll(t.Context(), slices.Values([]dunsms.Message(nil))) {
		t.Error("a report of nothing")
	}
	noneLeft(t, before)
}

func TestMessageError(t *testing.T) {
	err := &dunsms.MessageError{Number: 7, Err: &parser.Error{Err: parser.ErrNotUTF8, Offset: 3}}
	assert.EqualError(t, err, "dunsms: message 7: parser: message is not UTF-8 (GBK text has to be decoded first): byte 3")
	assert.ErrorIs(t, err, parser.ErrNotUTF8)
}

func TestCheckAllStops(t *testing.T) {
	before := runtime.NumGoroutine()
	all := slices.Repeat(messages(t)[:10], 200)
	drawn, got := 0, 0
	for range new(dunsms.Checker).CheckAll(t.Context(), counted(all, &drawn)) {
		if got++; got == 3 {
			break
		}
	}
	assert.Less(t, drawn, len(all), "the consumer stopped")

	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	drawn, got = 0, 0
	var last error
	for r, err := range new(dunsms.Checker).CheckAll(ctx, counted(all, &drawn)) {
		require.NoError(t, last, "something came after the error of the context")
		if last = err; err == nil {
			assert.NotNil(t, r)
		}
		if got++; got == 3 {
			cancel()
		}
	}
	assert.ErrorIs(t, last, context.Canceled)
	assert.Less(t, drawn, len(all))

	drawn, got = 0, 0
	for r, err := range new(dunsms.Checker).CheckAll(ctx, counted(all, &drawn)) {
		got++
		assert.Nil(t, r)
		assert.Equal(t, context.Canceled, err)
	}
	assert.Equal(t, []int{0, 1}, []int{drawn, got}, "a context that is done: nothing is drawn")
	noneLeft(t, before)
}

// TestCheckAllPanics: a panic in messages is raised in the loop, after the reports of the
// messages before it.
func TestCheckAllPanics(t *testing.T) {
	before := runtime.NumGoroutine()
	got := 0
	assert.PanicsWithValue(t, "the file is gone", func() {
		for _, err := range new(dunsms.Checker).CheckAll(t.Context(), func(yield func(dunsms.Message) bool) {
			for range 5 {
				yield(dunsms.Message{Text: "明天见"})
			}
			panic("the file is gone")
		}) {
			require.NoError(t, err)
			got++
		}
	})
	assert.Equal(t, 5, got)
	noneLeft(t, before)
}

// TestUnknownPopulation: every method of the Checker returns the error, and no message is drawn.
func TestUnknownPopulation(t *testing.T) {
	c := &dunsms.Checker{Population: "秘8812qzx"}
	_, err := c.Check(dunsms.Message{Text: "明天见"})
	assert.Equal(t, classify.ErrPopulation, err)
	drawn, got := 0, 0
	for r, err := range c.CheckAll(t.Context(), counted(make([]dunsms.Message, 3), &drawn)) {
		got++
		assert.Nil(t, r)
		assert.Equal(t, classify.ErrPopulation, err)
	}
	assert.Equal(t, 1, got)
	_, err = c.Matters(t.Context(), dunsms.Phone{}, counted(make([]dunsms.Message, 3), &drawn))
	assert.Equal(t, classify.ErrPopulation, err)
	assert.Zero(t, drawn)
}

// BenchmarkCheckAll takes turns with Check on all cores, each with its share of the messages.
// "of-loops" is the speed of CheckAll as a share of theirs.
func BenchmarkCheckAll(b *testing.B) {
	for _, of := range []struct {
		name string
		all  []dunsms.Message
	}{
		{"cases", slices.Repeat(messages(b), 4)},
		{"short", slices.Repeat([]dunsms.Message{{Text: "今晚一起吃饭吗"}}, 10_000)},
	} {
		all := of.all
		b.Run(of.name, func(b *testing.B) {
			var took, loops time.Duration
			check := func(m dunsms.Message) {
				if _, err := dunsms.Check(m); err != nil {
					b.Error(err)
				}
			}
			for b.Loop() {
				start := time.Now()
				var cores sync.WaitGroup
				for part := range parts(all, runtime.GOMAXPROCS(0)) {
					cores.Go(func() {
						for _, m := range part {
							check(m)
						}
					})
				}
				cores.Wait()
				loops += time.Since(start)

				start = time.Now()
				for _, err := range new(dunsms.Checker).CheckAll(b.Context(), slices.Values(all)) {
					if err != nil {
						b.Error(err)
					}
				}
				took += time.Since(start)
			}
			b.ReportMetric(float64(loops)/float64(took), "of-loops")
			b.ReportMetric(float64(b.N*len(all))/took.Seconds(), "messages/s")
		})
	}
}

// parts cuts messages into n parts of similar work: neighbours go to different parts.
func parts(all []dunsms.Message, n int) iter.Seq[[]dunsms.Message] {
	return func(yield func([]dunsms.Message) bool) {
		for i := range n {
			var part []dunsms.Message
			for k := i; k < len(all); k += n {
				part = append(part, all[k])
			}
			if !yield(part) {
				return
			}
		}
	}
}

// TestCheckAllOfHeedful has messages that end with ctx, as those from a network do: the reader of
// the reports learns that they are not all.
func TestCheckAllOfHeedful(t *testing.T) {
	one := func() (context.Context, iter.Seq[dunsms.Message]) {
		ctx, cancel := context.WithCancel(t.Context())
		t.Cleanup(cancel)
		return ctx, func(yield func(dunsms.Message) bool) {
			for ctx.Err() == nil && yield(dunsms.Message{Text: "您的借款已逾期3天。"}) {
				cancel()
			}
		}
	}
	ctx, messages := one()
	var last error
	for _, err := range new(dunsms.Checker).CheckAll(ctx, messages) {
		last = err
	}
	require.ErrorIs(t, last, context.Canceled)
	ctx, messages = one()
	_, err := new(dunsms.Checker).Matters(ctx, dunsms.Phone{}, messages)
	require.ErrorIs(t, err, context.Canceled)
}
