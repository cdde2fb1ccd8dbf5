package classify

import (
	"strings"

	"github.com/dunsms/dunsms/parser"
)

// linksThat returns the links for which is holds.
func (r *reading) linksThat(is func(link) bool) (at []parser.Span) {
	for i, l := range r.links {
		if is(l) {
			at = append(at, r.n.URLs[i].Span)
		}
	}
	return at
}

// installFile: a link to an APK, or an APK spoken of: lenders point to stores.
func installFile(r *reading) []parser.Span {
	at := r.linksThat(link.isInstaller)
	for _, a := range r.n.Asks {
		if a.Type == parser.AskDownloadApp && strings.EqualFold(a.Text, "apk") {
			at = append(at, a.Span)
		}
	}
	return at
}

func bareAddress(r *reading) []parser.Span { return r.linksThat(link.isIP) }

func shortLink(r *reading) []parser.Span {
	return r.linksThat(func(l link) bool { return shorteners()[l.host] })
}

// lookAlikeLink: icbc-cn.top, which is not under icbc.com.cn. The link of any
// lender that the caller knows is its own.
func lookAlikeLink(r *reading) []parser.Span {
	return r.linksThat(func(l link) bool {
		if shorteners()[l.host] || l.isStore() || r.isKnown(l) {
			return false
		}
		for i := range r.lenders {
			for _, d := range r.lenders[i].Domains {
				if l.imitates(d) {
					return true
				}
			}
		}
		return false
	})
}

// unknownLink speaks only where the lender's own domains are known.
func unknownLink(r *reading) []parser.Span {
	if r.lender == nil || len(r.lender.Domains) == 0 {
		return nil
	}
	return r.linksThat(func(l link) bool {
		return !shorteners()[l.host] && !l.isStore() && !l.isOwn(r.lender)
	})
}

// installLink: 点击…下载. A store or the lender's own site is no trap; where a short
// link leads is not known.
func installLink(r *reading) []parser.Span {
	at := r.asks(parser.AskDownloadApp)
	if len(at) == 0 {
		return nil
	}
	links := r.linksThat(func(l link) bool {
		return !shorteners()[l.host] && !l.isStore() && !r.isKnown(l)
	})
	if len(links) == 0 {
		return nil
	}
	return append(at, links...)
}

// isKnown reports whether the link belongs to a lender that the caller knows.
func (r *reading) isKnown(l link) bool {
	for i := range r.lenders {
		if l.isOwn(&r.lenders[i]) {
			return true
		}
	}
	return false
}
