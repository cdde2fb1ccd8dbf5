package classify

import (
	"slices"
	"strings"

	"github.com/dunsms/dunsms/parser"
)

// linksThat returns the links for which is returns true.
func (r *reading) linksThat(is func(link) bool) (at []parser.Span) {
	for i, l := range r.links {
		if is(l) {
			at = append(at, r.n.URLs[i].Span)
		}
	}
	return at
}

// installFile: a link to an APK, or a mention of one. Lenders point to stores.
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

// lookAlikeLink: icbc-cn.top, which is not under icbc.com.cn. A link of any known lender imitates
// nobody.
func lookAlikeLink(r *reading) []parser.Span {
	return r.linksThat(func(l link) bool {
		if !r.isForeign(l) || l.isOfficial() {
			return false
		}
		for i := range r.lenders {
			for _, d := range r.lenders[i].Domains {
				if l.imitates(d) {
					return true
				}
			}
		}
		return builtinContacts().imitatedBy(l)
	})
}

// organLink: 12368-court.xyz, or any link of 【人民法院】 that is not under gov.cn.
func organLink(r *reading) []parser.Span {
	if len(r.links) == 0 {
		return nil
	}
	signed := len(r.signaturesOf("organ")) > 0 || r.signsAsOffice() || r.signsAsCourt()
	return r.linksThat(func(l link) bool {
		return r.isForeign(l) && !l.isOfficial() && (signed || l.speaksForOrgan())
	})
}

// disguisedLink: a host that is made to be misread.
func disguisedLink(r *reading) (at []parser.Span) {
	for i, l := range r.links {
		if l.isDisguised(r.n.URLs[i].Text) && !l.isOfficial() {
			at = append(at, r.n.URLs[i].Span)
		}
	}
	return at
}

// riskyEnding: pay.demo.top, which no lender's host ends in.
func riskyEnding(r *reading) []parser.Span {
	return r.linksThat(func(l link) bool {
		return r.isForeign(l) && slices.Contains(hosts()["ending"], l.host[strings.LastIndexByte(l.host, '.')+1:])
	})
}

// unknownLink fires only if the lender's own domains are known.
func unknownLink(r *reading) []parser.Span {
	if len(r.own.Domains) == 0 {
		return nil
	}
	return r.linksThat(r.isForeign)
}

// installLink: 点击…下载. A store or the lender's own site is no trap; short links do not count, since
// it is not known where they lead.
func installLink(r *reading) []parser.Span {
	at := r.asks(parser.AskDownloadApp)
	if len(at) == 0 {
		return nil
	}
	links := r.linksThat(r.isForeign)
	if len(links) == 0 {
		return nil
	}
	return append(at, links...)
}

// isForeign reports whether the link is no short link, no store and of no known lender or body, or
// leads to a host on which anybody may have pages.
func (r *reading) isForeign(l link) bool {
	return !shorteners()[l.host] && !l.isStore() && (!r.isKnown(l) || slices.ContainsFunc(hosts()["users"], l.isBelow))
}

// isOwnLink reports whether the link is the lender's own, a public body's or a store's.
func (r *reading) isOwnLink(l link) bool {
	if slices.ContainsFunc(hosts()["users"], l.isBelow) {
		return false
	}
	return l.isOwn(&r.own) || l.isOfficial() || l.isStore()
}

// isKnown reports whether the link belongs to a lender or body that is known.
func (r *reading) isKnown(l link) bool {
	for i := range r.lenders {
		if l.isOwn(&r.lenders[i]) {
			return true
		}
	}
	return builtinContacts().ownerOf(l) != nil
}
