/** What the page does by itself: filter, move between findings by keys, switch between light and dark. */
export const SCRIPT = `
"use strict";
const findings = [...document.querySelectorAll(".finding")];
const sections = [...document.querySelectorAll(".file")];
const buttons = [...document.querySelectorAll(".rules button")];
const filter = document.getElementById("filter");
const count = document.getElementById("count");
const theme = document.getElementById("theme");
const root = document.documentElement;

function show() {
  if (filter === null) return;
  const words = filter.value.toLowerCase().split(/\\s+/).filter(Boolean);
  const chosen = new Set(buttons.filter((button) => button.getAttribute("aria-pressed") === "true").map((button) => button.dataset.rule));
  let shown = 0;
  for (const finding of findings) {
    const fits = (chosen.size === 0 || chosen.has(finding.dataset.rule)) && words.every((word) => finding.dataset.text.includes(word));
    finding.hidden = !fits;
    if (fits) shown += 1;
  }
  for (const section of sections) section.hidden = section.querySelector(".finding:not([hidden])") === null;
  count.value = shown === findings.length ? shown + (shown === 1 ? " finding" : " findings") : shown + " of " + findings.length + " findings";
}

function move(step) {
  const shown = findings.filter((finding) => !finding.hidden);
  const at = shown.indexOf(document.activeElement?.closest(".finding"));
  const next = at === -1 ? (step > 0 ? 0 : shown.length - 1) : Math.min(Math.max(at + step, 0), shown.length - 1);
  shown[next]?.focus({ preventScroll: true });
  shown[next]?.scrollIntoView({ block: "start" });
}

for (const button of buttons) {
  button.addEventListener("click", () => {
    button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
    show();
  });
}
filter?.addEventListener("input", show);

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target === filter) {
    if (event.key === "Escape") { filter.value = ""; show(); filter.blur(); }
    if (event.key === "Enter") move(1);
    return;
  }
  const onFinding = document.activeElement?.classList.contains("finding");
  if (event.key === "j" || (event.key === "ArrowDown" && onFinding)) move(1);
  else if (event.key === "k" || (event.key === "ArrowUp" && onFinding)) move(-1);
  else if (event.key === "/" && filter !== null) filter.focus();
  else return;
  event.preventDefault();
});

const prefersDark = matchMedia("(prefers-color-scheme: dark)");
const isDark = () => (root.dataset.theme ?? (prefersDark.matches ? "dark" : "light")) === "dark";
function nameTheme() { theme.textContent = isDark() ? "Light" : "Dark"; }
theme.addEventListener("click", () => { root.dataset.theme = isDark() ? "light" : "dark"; nameTheme(); });
prefersDark.addEventListener("change", nameTheme);
addEventListener("beforeprint", () => { for (const details of document.querySelectorAll("details")) details.open = true; });
nameTheme();
show();
`;
