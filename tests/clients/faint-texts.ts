/** Collects the texts that stand out from their ground by less than 4.5 to 1, as WCAG counts it. */
export const FAINT_TEXTS = `(() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const read = (colour, ground) => { canvas.globalCompositeOperation = "source-over"; canvas.fillStyle = ground; canvas.fillRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); return [...canvas.getImageData(0, 0, 1, 1).data]; };
  const light = (colour) => { const [r, g, b] = colour.map((part) => { const share = part / 255; return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4; }); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const groundOf = (element) => { const all = []; for (let at = element; at !== null; at = at.parentElement) all.unshift(getComputedStyle(at).backgroundColor); return all.reduce((ground, colour) => "rgb(" + read(colour, ground).slice(0, 3).join() + ")", "white"); };
  const faint = new Set();
  for (const element of document.querySelectorAll("body *")) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== "");
    if (!own || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || element.closest("svg, .skip, option, [disabled]") !== null) continue;
    const ground = groundOf(element);
    const [one, other] = [light(read(getComputedStyle(element).color, ground)), light(read(ground, ground))].sort((a, b) => b - a);
    if ((one + 0.05) / (other + 0.05) < 4.5) faint.add(element.className + ": " + element.textContent.slice(0, 40));
  }
  return [...faint];
})()`;
