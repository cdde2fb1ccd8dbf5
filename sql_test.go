package dunsms_test

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/identity"
)

// echo is a database whose every query gives its arguments back, as a driver gets them.
func echo(t *testing.T) *sql.DB {
	db := sql.OpenDB(echoDriver{})
	t.Cleanup(func() { assert.NoError(t, db.Close()) })
	return db
}

type echoDriver struct{ driver.Conn }

var errUnused = errors.New("not of use here")

func (d echoDriver) Connect(context.Context) (driver.Conn, error) { return d, nil }
func (d echoDriver) Driver() driver.Driver                        { return nil }
func (d echoDriver) Close() error                                 { return nil }
func (d echoDriver) Prepare(string) (driver.Stmt, error)          { return nil, errUnused }
func (d echoDriver) Begin() (driver.Tx, error)                    { return nil, errUnused }

func (d echoDriver) QueryContext(_ context.Context, _ string, args []driver.NamedValue) (driver.Rows, error) {
	return &echoRows{args: args}, nil
}

// echoRows is a row of the arguments.
type echoRows struct {
	args []driver.NamedValue
	read bool
}

func (r *echoRows) Columns() []string { return make([]string, len(r.args)) }
func (r *echoRows) Close() error      { return nil }

func (r *echoRows) Next(to []driver.Value) error {
	if r.read {
		return io.EOF
	}
	for i, a := range r.args {
		to[i] = a.Value
	}
	r.read = true
	return nil
}

// TestPersonalDataIsNoColumn: whoever stores personal data chooses the form. database/sql refuses
// the values that hold them, with an error that does not show them, and takes what Reveal, String
// and the fields give.
func TestPersonalDataIsNoColumn(t *testing.T) {
	db := echo(t)
	id, err := identity.ParseID("510106199511203315")
	require.NoError(t, err)
	masked, err := identity.ParseMaskedID("110101********2314")
	require.NoError(t, err)
	name, err := identity.ParseName("林问渠")
	require.NoError(t, err)
	phone, err := identity.ParsePhone("13800001234")
	require.NoError(t, err)
	m := dunsms.Message{Text: "【青禾消费金融】沈*安先生，您的借款8,000.00元已逾期26天。", Recipient: identity.Profile{Name: "林问渠", ID: id}}
	r, err := dunsms.Check(m)
	require.NoError(t, err)
	for _, v := range []any{id, masked, name, phone, m, m.Recipient, r, *r, r.Notice, r.Notice.Claim(), *r.Notice.Name, *r.Notice.Amount, r.Notice.Amount, r.Notice.Signatures[0], *r.Notice.Overdue} {
		var column any
		err := db.QueryRowContext(t.Context(), "", v).Scan(&column)
		if assert.Error(t, err, "%T", v) {
			for _, part := range []string{"5101", "3315", "2314", "林", "沈", "1380", "8,000", "800000", "青禾", "26"} {
				assert.NotContains(t, err.Error(), part, "%T", v)
			}
		}
	}
	var columns [4]string
	require.NoError(t, db.QueryRowContext(t.Context(), "", id.Reveal(), id.String(), name.Reveal(), r.Notice.Name.Text).Scan(&columns[0], &columns[1], &columns[2], &columns[3]))
	assert.Equal(t, [4]string{"510106199511203315", "5101**********3315", "林问渠", "沈*安"}, columns)
}

// printing is a database that prints what is stored, and not JSON.
type printing struct{ echoDriver }

func (d printing) Connect(context.Context) (driver.Conn, error) { return d, nil }

func (d printing) ExecContext(_ context.Context, _ string, args []driver.NamedValue) (driver.Result, error) {
	all := make([]any, len(args))
	for i, a := range args {
		all[i] = a.Value
		if _, ok := a.Value.([]byte); ok {
			all[i] = "{…}"
		}
	}
	fmt.Println(all...)
	return driver.ResultNoRows, nil
}
