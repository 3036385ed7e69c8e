/** The playground, before its script fills it. */

const PRESETS = [["recommended", "what belongs in every project"], ["strict", "all rules, likely ones too"], ["audit", "also what is possible only"]];
const LANGUAGES = [["ts", "TypeScript"], ["tsx", "TypeScript, JSX"], ["js", "JavaScript"], ["jsx", "JavaScript, JSX"]];
const VIEWS = [["findings", "Findings"], ["silent", "Why silent"], ["keys", "Keys"], ["graph", "Graph"]];

/** Renders the page without its frame. */
export function renderPlayground() {
  const option = ([value, text]) => `<option value="${value}">${text}</option>`;
  return `<h1 class="told">Playground</h1>
<form class="controls" aria-label="How to lint" id="controls">
<label>Preset <select id="preset">${PRESETS.map(([name, what]) => `<option value="${name}" title="${what}">${name}</option>`).join("")}</select></label>
<label>Language <select id="language">${LANGUAGES.map(option).join("")}</select></label>
<label class="check"><input type="checkbox" id="typed"> ask the types</label>
<label>Example <select id="example"><option value="">choose one</option></select></label>
<button type="button" id="share">Copy a link</button>
<output id="state" role="status"></output>
<details class="own"><summary>Settings</summary><label for="settings">What stands at <code>settings.leakproof</code>, as JSON: <a href="settings.html">pairs, caches and lifecycles of your own</a></label>
<textarea id="settings" rows="6" spellcheck="false" aria-describedby="settings-trouble" placeholder="{ }"></textarea><p id="settings-trouble" class="trouble" role="status"></p></details>
</form>
<noscript><p class="prose">The playground lints in your browser, and needs its scripts for that.</p></noscript>
<div class="bench">
<section class="desk" aria-label="Code"><div id="editor"></div><p id="trouble" class="trouble" role="status" hidden></p></section>
<section class="answers" aria-label="Answers">
<div class="tabs" role="tablist" aria-label="Answers">${VIEWS.map(([id, text], index) => `<button type="button" role="tab" id="tab-${id}" aria-controls="view-${id}" aria-selected="${index === 0}" tabindex="${index === 0 ? 0 : -1}">${text} <b></b></button>`).join("")}</div>
${VIEWS.map(([id], index) => `<div class="view" role="tabpanel" id="view-${id}" aria-labelledby="tab-${id}" tabindex="0"${index === 0 ? "" : " hidden"}></div>`).join("\n")}
</section>
</div>`;
}
