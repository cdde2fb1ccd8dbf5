package inbox

import (
	"archive/zip"
	"bufio"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
)

const (
	gzipStart = "\x1f\x8b"
	zipStart  = "PK\x03\x04"
)

// errPacked means that a file is packed and cannot be unpacked.
var errPacked = errors.New("the archive is damaged or cut short")

// unpack returns the content of a file and its name: that of the member of a zip archive, or the
// file's own. File is what in reads; a zip archive needs random access to it.
func unpack(in *bufio.Reader, name string, file io.Reader) (*bufio.Reader, string, error) {
	start := startOf(in)
	switch {
	case bytes.HasPrefix(start, []byte(gzipStart)):
		zr, err := gzip.NewReader(in)
		if err != nil {
			return nil, "", unpackError(err)
		}
		in, name = bufio.NewReaderSize(packed{zr}, bufferSize), strings.TrimSuffix(name, ".gz")
		start = startOf(in)
	case bytes.HasPrefix(start, []byte(zipStart)):
		member, err := memberOf(file)
		if err != nil {
			return nil, "", err
		}
		r, err := member.Open()
		if err != nil {
			return nil, "", &Refused{"a zip archive that is locked, or packed in a way of its own", unpackIt}
		}
		in, name = bufio.NewReaderSize(packed{r}, bufferSize), member.Name
		start = startOf(in)
	default:
		return in, name, refuse(start)
	}
	if bytes.HasPrefix(start, []byte(gzipStart)) || bytes.HasPrefix(start, []byte(zipStart)) {
		return nil, "", &Refused{"an archive within an archive", unpackIt}
	}
	return in, name, refuse(start)
}

// startOf returns the beginning of a file, at most up to the end of its first line, and consumes
// nothing.
func startOf(r *bufio.Reader) []byte {
	const enough = 16 // for any signature
	for n := 1; ; n++ {
		start, err := r.Peek(n)
		if err != nil || n == enough || start[n-1] == '\n' {
			return start
		}
	}
}

// packed passes on the content of an archive.
type packed struct{ io.Reader }

// Read implements io.Reader.
func (p packed) Read(b []byte) (int, error) {
	n, err := p.Reader.Read(b)
	if err != nil && !errors.Is(err, io.EOF) {
		err = unpackError(err)
	}
	return n, err
}

// unpackError returns errPacked for the errors of unpacking, which mean nothing to the user, and
// errors of reading unchanged.
func unpackError(err error) error {
	if errors.As(err, new(flate.CorruptInputError)) {
		return errPacked
	}
	for _, damage := range []error{io.EOF, io.ErrUnexpectedEOF, gzip.ErrHeader, gzip.ErrChecksum, zip.ErrFormat, zip.ErrChecksum} {
		if errors.Is(err, damage) {
			return errPacked
		}
	}
	return err
}

// readable are the extensions of members of an archive that may hold messages.
var readable = []string{".csv", ".eml", ".json", ".jsonl", ".ndjson", ".tsv", ".txt", ".vmg", ".vmsg", ".xml"}

// memberOf returns the only member of a zip archive that may hold messages.
func memberOf(file io.Reader) (*zip.File, error) {
	f, ok := file.(interface {
		io.ReaderAt
		Stat() (fs.FileInfo, error)
	})
	if !ok {
		return nil, &Refused{"a zip archive in a stream", unpackIt}
	}
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, &Refused{"a zip archive in a stream", unpackIt}
	}
	archive, err := zip.NewReader(f, info.Size())
	if err != nil {
		return nil, unpackError(err)
	}
	var found []*zip.File
	for _, m := range archive.File {
		switch base := path.Base(m.Name); {
		case m.Name == "[Content_Types].xml":
			return nil, &Refused{"an Office file (.xlsx or .docx)", "save a table as CSV UTF-8, a document as plain text"}
		case strings.HasPrefix(m.Name, "__MACOSX/"), strings.HasPrefix(base, "."):
		case slices.Contains(readable, strings.ToLower(path.Ext(base))):
			found = append(found, m)
		}
	}
	if len(found) != 1 {
		return nil, &Refused{fmt.Sprintf("a zip archive with %d files that may hold messages", len(found)), unpackIt}
	}
	if found[0].Flags&1 != 0 {
		return nil, &Refused{"a zip archive that is locked", unpackIt}
	}
	return found[0], nil
}
