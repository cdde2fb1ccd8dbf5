package main

import (
	"bytes"
	"encoding/binary"
	"iter"
)

// replay keeps lines so that they can be read again: Beam's iterator reads a recipient's lines
// only once. Each blockSize of lines is compressed, and unpacked one block at a time.
type replay struct {
	lines  bytes.Buffer // each after its length
	packed [][]byte     // gzip members, before lines
	err    error        // of packing or unpacking
}

// reset drops all lines.
func (r *replay) reset() {
	r.lines.Reset()
	r.packed, r.err = nil, nil
}

func (r *replay) add(data []byte) {
	r.lines.Write(binary.AppendUvarint(nil, uint64(len(data))))
	r.lines.Write(data)
	if r.lines.Len() < blockSize || r.err != nil {
		return
	}
	var member []byte
	if member, r.err = pack(r.lines.Bytes()); r.err == nil {
		r.packed = append(r.packed, member)
		r.lines.Reset()
	}
}

// all yields the lines in the order in which they were added. Each is valid until the next.
func (r *replay) all() iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		var unpacked bytes.Buffer
		for _, member := range r.packed {
			unpacked.Reset()
			if r.err = unpack(&unpacked, member); r.err != nil || !split(unpacked.Bytes(), yield) {
				return
			}
		}
		split(r.lines.Bytes(), yield)
	}
}

// split yields the lines of a block and reports whether more are wanted.
func split(block []byte, yield func([]byte) bool) bool {
	for len(block) > 0 {
		length, n := binary.Uvarint(block)
		end := n + int(length)
		if !yield(block[n:end]) {
			return false
		}
		block = block[end:]
	}
	return true
}
