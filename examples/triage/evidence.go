package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"sync"
)

// evidence is the folder of -evidence. A nil evidence writes nothing.
type evidence struct {
	folder   string
	replaces bool
}

// evidenceName matches the name of a file of evidence. It says nothing about a person.
var evidenceName = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(?:phone\d+-)?m\d+\.zip$`) })

// newEvidence makes the folder that s asks for, or returns nil if s asks for none. Without -f it
// refuses a folder with files of an older run. It does so before anything is read.
func newEvidence(s settings) (*evidence, error) {
	if s.evidence == "" {
		return nil, nil
	}
	if err := os.MkdirAll(s.evidence, 0o700); err != nil {
		return nil, err
	}
	all, err := os.ReadDir(s.evidence)
	if err != nil {
		return nil, err
	}
	for _, file := range all {
		if !s.force && evidenceName().MatchString(file.Name()) {
			return nil, thereAlready(filepath.Join(s.evidence, file.Name()))
		}
	}
	return &evidence{s.evidence, s.force}, nil
}

func thereAlready(name string) error {
	return fmt.Errorf("%s already exists: choose another folder for -evidence, or add -f to replace it", name)
}

// write writes the bundle of a matter.
func (e *evidence) write(f *foundMatter) error {
	if e == nil {
		return nil
	}
	name := f.report.ID + ".zip"
	if f.several {
		name = fmt.Sprintf("phone%d-%s", f.phone, name)
	}
	name = filepath.Join(e.folder, name)
	data, err := bundle(f)
	if err != nil {
		return err
	}
	if e.replaces {
		return replace(name, data)
	}
	file, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600) // it holds messages
	if errors.Is(err, os.ErrExist) {
		return thereAlready(name)
	}
	if err != nil {
		return err
	}
	if err := fill(file, data); err != nil {
		_ = os.Remove(name)
		return err
	}
	return nil
}

// replace writes a file under another name and renames it when it is complete.
func replace(name string, data []byte) error {
	file, err := os.CreateTemp(filepath.Dir(name), ".triage-*.zip")
	if err != nil {
		return err
	}
	err = fill(file, data)
	if err == nil {
		err = os.Rename(file.Name(), name)
	}
	if err != nil {
		_ = os.Remove(file.Name())
	}
	return err
}

// fill writes a file and closes it.
func fill(file *os.File, data []byte) error {
	_, err := file.Write(data)
	return errors.Join(err, file.Sync(), file.Close())
}
