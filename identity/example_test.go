package identity_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/dunsms/dunsms/identity"
)

func ExampleParseID() {
	id, err := identity.ParseID("11010119900307 4514")
	if err != nil {
		fmt.Println(err)
		return
	}
	year, month, day := id.BirthDate()
	fmt.Println(id)
	fmt.Println(year, month, day, id.Sex(), id.Region().Name)

	_, err = identity.ParseID("110101199002304514")
	fmt.Println(err)
	// Output:
	// 1101**********4514
	// 1990 March 7 male 北京市东城区
	// identity: ID number: no such date at byte 6
}

func ExampleID_Age() {
	id, _ := identity.ParseID("110101199003074514")
	fmt.Println(id.Age(time.Date(2026, time.March, 6, 0, 0, 0, 0, time.UTC)))
	// Output: 35
}

func ExampleID_Region() {
	// The code is in no list, and yet there are people with such numbers.
	id, err := identity.ParseID("320219197806151236")
	fmt.Println(err)
	fmt.Printf("%+v\n", id.Region())
	// Output:
	// <nil>
	// {Code:320219 Name:江苏省无锡市 Known:false}
}

func ExampleID_Reveal() {
	id, _ := identity.ParseID("110101199003074514")
	fmt.Println(id, id.Reveal())
	// Output: 1101**********4514 110101199003074514
}

func ExampleID_Mask() {
	id, _ := identity.ParseID("110101199003074514")
	fmt.Println(id.Mask(6, 2).Reveal())
	// Output: 110101**********14
}

func ExampleParseMaskedID() {
	for _, s := range []string{"110101****4514", "（1101…4514）", "身份证尾号4514", "110101XXXXXXXX451X"} {
		m, err := identity.ParseMaskedID(s)
		fmt.Println(m.Reveal(), err)
	}
	// Output:
	// 110101********4514 <nil>
	// 1101**********4514 <nil>
	// **************4514 <nil>
	// 110101********451X <nil>
}

func ExampleMaskedID_Candidates() {
	for _, s := range []string{"110101********4514", "11010119900307451*", "110101199013074514"} {
		m, _ := identity.ParseMaskedID(s)
		fmt.Println(m.Candidates())
	}
	// Output:
	// 4215
	// 1
	// 0
}

func ExampleMaskedID_Fits() {
	id, _ := identity.ParseID("110101199003074514")
	for _, s := range []string{"110***4514", "110***4515", "***"} {
		m, _ := identity.ParseMaskedID(s)
		fmt.Println(m.Fits(id))
	}
	// Output:
	// agree
	// disagree
	// unknown
}

func ExampleMaskedID_Region() {
	m, _ := identity.ParseMaskedID("3301**1990******4*")
	year, ok := m.BirthYear()
	fmt.Println(m.Region().Name, year, ok)
	// Output: 浙江省杭州市 1990 true
}

func ExampleParseName() {
	for _, s := range []string{"王某某", "欧阳**女士", "张先生", "阿依古丽·买买提"} {
		n, _ := identity.ParseName(s)
		fmt.Printf("%s %q %s %t\n", n.Reveal(), n.Surname(), n.Sex(), n.SurnameOnly())
	}
	// Output:
	// 王** "王" unknown false
	// 欧阳** "欧阳" female false
	// 张 "张" male true
	// 阿依古丽·买买提 "" unknown false
}

func ExampleParsePhone() {
	for _, s := range []string{"+86 138-0000-1234", "17000001234", "(010)80001234", "95588", "400-000-1234", "106900001234", "00852 2800 1234", "尾号1234"} {
		p, _ := identity.ParsePhone(s)
		fmt.Println(p, p.Class(), p.Virtual())
	}
	// Output:
	// 138****1234 mobile false
	// 170****1234 mobile true
	// 0108000**** landline false
	// 95588 service false
	// 4000001234 400 false
	// 106900001234 application false
	// +85********* overseas false
	// *1234 tail false
}

func ExamplePhone_Fits() {
	shown, _ := identity.ParsePhone("138****1234")
	own, _ := identity.ParsePhone("138-0000-1234")
	fmt.Println(shown.Fits(own))
	// Output: agree
}

func ExamplePhone_Segment() {
	p, _ := identity.ParsePhone("17000001234")
	fmt.Printf("%+v\n", p.Segment())
	// Output: {Use:virtual Network:telecom}
}

func ExampleCompare() {
	name, _ := identity.ParseName("张**先生")
	number, _ := identity.ParseMaskedID("4201**********3177")
	id, _ := identity.ParseID("110101199003074514")

	c := identity.Compare(
		identity.Claim{Name: name, ID: number},
		identity.Profile{Name: "张三丰", ID: id},
	)
	fmt.Print(c)
	// Output:
	// name   agree       +3.3
	// sex    agree       +0.0
	// id     disagree    -5.2
	// phone  unknown     +0.0
	// sum    disagree    -1.9
}

func ExampleComparison_BitsWithout() {
	phone, _ := identity.ParsePhone("139****1234")
	name, _ := identity.ParseName("褚**")
	c := identity.Compare(
		identity.Claim{Name: name, Phone: phone},
		identity.Profile{Name: "褚小明", Phones: []string{"13800001234"}},
	)
	fmt.Println(c.Bits, c.BitsWithout(identity.FieldPhone), c.Field(identity.FieldPhone).Outcome)
	// Output: 1.5 4.5 disagree
}

func ExampleProfile_UnmarshalJSON() {
	var p identity.Profile
	err := json.Unmarshal([]byte(`{"name":"张三丰","id_number":"110101199003074515"}`), &p)
	var bad *identity.ProfileError
	if errors.As(err, &bad) {
		fmt.Println(bad.Field)
		fmt.Println(err)
	}
	// Output:
	// id_number
	// identity: profile: id_number: check digit
}

func ExampleProfile() {
	id, _ := identity.ParseID("110101199003074514")
	p := identity.Profile{Name: "张三丰", ID: id, Phones: []string{"13800001234"}}
	fmt.Printf("%+v\n", p)
	// Output: profile of name, id_number, 1 phone
}

func ExampleMaskName() {
	fmt.Println(identity.MaskName("张三丰"), identity.MaskName("欧阳明先生"))
	// Output: 张** 欧阳*
}

func ExampleMaskID() {
	fmt.Println(identity.MaskID("110101199003074514"))
	// Output: 1101**********4514
}

func ExampleMaskPhone() {
	fmt.Println(identity.MaskPhone("13800001234"), identity.MaskPhone("95588"))
	// Output: 138****1234 95588
}

func ExampleMaskMessage() {
	fmt.Println(identity.MaskMessage("【某某金融】尊敬的张三丰先生，您的贷款已逾期12天，请致电13800001234。"))
	// Output: 【**金融】尊敬的***先生，您的贷款已逾期***，请致电***********。
}
