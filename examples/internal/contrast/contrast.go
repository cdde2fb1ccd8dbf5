// Package contrast measures in a browser whether a page has enough contrast.
package contrast

// Script is a JavaScript expression. It returns the visible texts, edges of controls and drawings
// whose contrast with the background is below what WCAG 2.2 asks at level AA, 4.5 or for large
// text, edges and drawings 3, and how many it looked at.
const Script = `(() => {
	const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
	const parse = (color) => {
		canvas.clearRect(0, 0, 1, 1);
		canvas.fillStyle = color;
		canvas.fillRect(0, 0, 1, 1);
		const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
		return [r, g, b, a / 255];
	};
	const over = ([r, g, b, a], under) => [r, g, b].map((c, i) => c * a + under[i] * (1 - a));
	const behind = (e) => {
		const layers = [];
		for (; e; e = e.parentElement) layers.unshift(parse(getComputedStyle(e).backgroundColor));
		return layers.reduce((under, layer) => over(layer, under), [255, 255, 255]);
	};
	const luminance = (color) => {
		const [r, g, b] = color.map((c) => ((c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
		return 0.2126 * r + 0.7152 * g + 0.0722 * b;
	};
	const contrast = (a, b) => {
		const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
		return (light + 0.05) / (dark + 0.05);
	};
	const low = [];
	let looked = 0;
	const look = (what, color, under, least) => {
		looked++;
		const c = contrast(over(parse(color), under), under);
		if (c < least) low.push(what + " " + c.toFixed(2) + " of " + least);
	};
	const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	while (walk.nextNode()) {
		const text = walk.currentNode.data.trim(), e = walk.currentNode.parentElement;
		if (!text || !e.checkVisibility() || e.closest(".unseen, noscript, rp")) continue;
		const style = getComputedStyle(e), size = parseFloat(style.fontSize);
		const large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
		const dot = e.classList.contains("in") && e.parentElement.querySelector(":scope > circle");
		look(text, e.closest("svg") ? style.fill : style.color, dot ? parse(getComputedStyle(dot).fill).slice(0, 3) : behind(e), large ? 3 : 4.5);
	}
	for (const e of document.querySelectorAll("textarea, input:not([type=radio]), .choices span, button:not([data-lang])")) {
		if (!e.checkVisibility()) continue;
		const style = getComputedStyle(e), under = behind(e.parentElement);
		// A filled control is told by its fill, another by its edge.
		const edge = contrast(behind(e), under) >= 3 ? style.backgroundColor : style.borderColor;
		look("edge of " + (e.id || e.className || e.textContent), edge, under, 3);
	}
	for (const e of document.querySelectorAll("textarea, input"))
		if (e.placeholder && e.checkVisibility()) look("placeholder", getComputedStyle(e, "::placeholder").color, behind(e), 4.5);
	for (const e of document.querySelectorAll("svg :is(circle, path, .tick)"))
		if (e.checkVisibility()) {
			const style = getComputedStyle(e);
			look("drawn " + e.getAttribute("class"), style.fill === "none" || e.tagName === "line" ? style.stroke : style.fill, behind(e), 3);
		}
	for (const e of document.querySelectorAll(".amount, .dot.full"))
		if (e.checkVisibility()) look(e.className, getComputedStyle(e).backgroundColor, behind(e.parentElement), 3);
	return { Low: low, Looked: looked };
})()`
