package learned

import (
	"compress/gzip"
	"encoding/binary"
	"fmt"
	"io"
	"math/bits"
	"strconv"
	"strings"
)

// file is the content of a model's file.
type file struct {
	outputs []output
	hashes  []uint32 // of the rows, ascending
	sets    []uint32 // by row: bit k is set if it has a weight for output k
	weights string   // a signed byte each: row by row, by ascending output
}

// unpack returns what gzip has packed. The last four bytes say how much it is, so that no memory
// is asked for twice.
func unpack(packed string) (string, error) {
	r, err := gzip.NewReader(strings.NewReader(packed))
	if err != nil {
		return "", err
	}
	var size [4]byte
	copy(size[:], packed[max(0, len(packed)-len(size)):])
	var text strings.Builder
	text.Grow(int(min(binary.LittleEndian.Uint32(size[:]), mostText)))
	part := make([]byte, 4<<10)
	for err == nil {
		var n int
		n, err = r.Read(part)
		text.Write(part[:n])
	}
	if err == io.EOF {
		err = nil
	}
	return text.String(), err
}

// mostText bounds the memory that a broken file may ask for.
const mostText = 1 << 20

// readFile reads a model's file, unpacked: a line of text, then the features by ascending hash. The
// line reads
//
//	dunsms kind, features 2, rows 16000, overdue 0.03125 -12, reminder 0.03125 3
//
// with the name of each output, the unit of its weights in nats, and its bias in these
// units; there are two biases if another holds where a cue says the same. Then follow,
// each for all rows: the distance of a hash from the one before; for which outputs the
// row has a weight, the lowest bit for the first; and these weights, a signed byte each.
// The first two are varints of package encoding/binary. Similar data lie together, so
// that gzip packs them well.
func readFile(name, text string) (*file, error) {
	head, body, _ := strings.Cut(text, "\n")
	f := new(file)
	count, err := f.readHead(name, head)
	if err != nil {
		return nil, err
	}
	in := reader{rest: body}
	f.hashes, f.sets = make([]uint32, count), make([]uint32, count)
	last, weights := uint64(0), 0
	for i := range f.hashes {
		by := in.varint()
		if last += by; by >= 1<<32 || by == 0 && i > 0 || last >= 1<<32 {
			return nil, fmt.Errorf("its hashes do not rise")
		}
		f.hashes[i] = uint32(last)
	}
	for i := range f.sets {
		set := in.varint()
		if set == 0 || set>>len(f.outputs) != 0 {
			return nil, fmt.Errorf("a weight is of no output")
		}
		f.sets[i] = uint32(set)
		weights += bits.OnesCount64(set)
	}
	if f.weights = in.rest; in.short || len(f.weights) != weights {
		return nil, fmt.Errorf("it does not have the weights that it names")
	}
	return f, nil
}

// readHead reads the first line of a model's file and returns the number of rows.
func (f *file) readHead(name, head string) (rows int, err error) {
	parts := strings.Split(head, ", ")
	if len(parts) < 4 {
		return 0, fmt.Errorf("its first line cannot be read")
	}
	if parts[0] != "dunsms "+name {
		return 0, fmt.Errorf("it is the model of something else")
	}
	if want := "features " + strconv.Itoa(version); parts[1] != want {
		return 0, fmt.Errorf("it is not of %s: run go generate in internal/train", want)
	}
	count, ok := strings.CutPrefix(parts[2], "rows ")
	if rows, err = strconv.Atoi(count); err != nil || !ok || rows < 0 || rows > mostRows {
		return 0, fmt.Errorf("its number of rows cannot be read")
	}
	if len(parts)-3 > mostOutputs {
		return 0, fmt.Errorf("it has too many outputs")
	}
	for k, part := range parts[3:] {
		o, err := newOutput(part)
		if err != nil {
			return 0, fmt.Errorf("output %d cannot be read", k)
		}
		f.outputs = append(f.outputs, o)
	}
	return rows, nil
}

// newOutput reads an output of the first line.
func newOutput(part string) (o output, err error) {
	fields := strings.Fields(part)
	if len(fields) != 3 && len(fields) != 4 {
		return o, strconv.ErrSyntax
	}
	o.name = fields[0]
	if o.unit, err = strconv.ParseFloat(fields[1], 64); err != nil {
		return o, err
	}
	for k := range o.bias {
		bias, err := strconv.ParseInt(fields[min(2+k, len(fields)-1)], 10, 32)
		if err != nil {
			return o, err
		}
		o.bias[k] = int32(bias)
	}
	return o, nil
}

// reader reads a file from its beginning.
type reader struct {
	rest  string
	short bool // more was asked for than there is
}

// varint returns the next varint, or 0 where there is none.
func (r *reader) varint() uint64 {
	b := []byte(r.rest[:min(len(r.rest), binary.MaxVarintLen64)])
	v, n := binary.Uvarint(b)
	if n <= 0 {
		r.rest, r.short = "", true
		return 0
	}
	r.rest = r.rest[n:]
	return v
}
