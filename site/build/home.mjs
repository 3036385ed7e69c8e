/** The first page. */
import { escapeText } from "./escape.mjs";
import { renderCode } from "./highlight.mjs";

const LEAK = `class Context {
  constructor(deadline) {
    this.deadline = deadline;
  }
  toString() {
    return \`context with \${this.deadline - Date.now()} ms left\`;
  }
}

export class Client {
  #streams = new Map();

  watch(deadline) {
    const ctx = new Context(deadline);
    this.#streams.set(String(ctx), connect(ctx));
    return () => this.#streams.delete(String(ctx));
  }

  close() {
    this.#streams.clear();
  }
}`;

const FAMILIES = [
  ["Keys", "A cache key built from an unstable object, or computed again where it had to be kept, so that the look-up and the delete miss.", ["no-unstable-key", "no-mismatched-key"]],
  ["Collections", "An insert into a long-lived Map, Set, record or array that nothing deletes, or that some ways out leave behind.", ["no-unbounded-collection", "no-stranded-entry"]],
  ["Resources", "A watch, lock, listener, timer or file that is opened and, on some way out of the code, never closed.", ["no-unreleased-resource", "no-partial-release", "no-unreleased-field", "no-mismatched-release", "prefer-using"]],
];

/** Renders the page without its frame. */
export function renderHome(contents, version) {
  const rules = new Map(contents.flatMap(({ pages }) => pages).flatMap(({ rule, url }) => (rule === undefined ? [] : [[rule.name, { ...rule, url }]])));
  const told = FAMILIES.flatMap(([, , names]) => names);
  const others = [...rules.keys()].filter((name) => !told.includes(name));
  const families = others.length === 0 ? FAMILIES : [...FAMILIES, ["Others", "", others]];
  return `<section class="hero">
<h1>Slow leaks, found while you write</h1>
<p class="lead">ESLint rules for long-running JavaScript and TypeScript: servers, workers, editors, single-page apps. Each report names both of its sites, and the way between them.</p>
<p class="actions"><a class="button" href="getting-started.html">Get started</a> <a class="button plain" href="playground.html">Open the playground</a> <span class="version">version ${escapeText(version)}</span></p>
</section>
<section aria-labelledby="try"><h2 id="try">Try it here</h2>
<p>It is linted as you type, by the plugin itself, in your browser. Nothing is sent anywhere.</p>
<div class="live reported" data-way data-preset="recommended" data-language="js" data-confidence="certain"><pre class="code" tabindex="0"><code>${renderCode(LEAK, "js")}</code></pre></div>
</section>
<section aria-labelledby="families"><h2 id="families">What it finds</h2>
<div class="families">${families.map(([title, text, names]) => `<section><h3>${title}</h3><p>${text}</p><ul>${names.filter((name) => rules.has(name)).map((name) => `<li><a href="${rules.get(name).url}">${name}</a></li>`).join("")}</ul></section>`).join("")}</div>
</section>
<section aria-labelledby="install"><h2 id="install">In a project</h2>
<pre class="code" tabindex="0"><code>npm install --save-dev eslint eslint-plugin-leakproof @typescript-eslint/parser
npx leakproof src</code></pre>
<p>The command needs no configuration; <a href="getting-started.html">getting started</a> puts the rules into ESLint's. How many leaks it finds, and how many of its reports are true, is measured: <a href="truth.html">what a stranger may expect</a>.</p>
</section>`;
}
