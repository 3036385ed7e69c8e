/** What each key of the text is made of. */
import { escapeText } from "../../src/cli/html/markup.ts";
import type { KeyReading } from "./protocol.ts";

/** Renders the keys as a table; the notation is that of docs/model/keys.md. */
export function renderKeys(keys: readonly KeyReading[]): string {
  if (keys.length === 0) return '<p class="none">Nothing in this code is kept or looked up under a key.</p>';
  const rows = keys.map(({ line, range, operation, store, source, form }) => `<tr><td><button type="button" class="where" data-from="${range[0]}" data-to="${range[1]}">line ${line}</button></td><td><code>${escapeText(store)}</code> <span class="soft">${escapeText(operation)}</span></td><td><code>${escapeText(source)}</code></td><td><code class="form">${escapeText(form)}</code></td></tr>`);
  return `<p class="soft">Two keys are compared by what they are made of, followed through the variables and functions of the file: <code>text(…)</code> is a value printed, <code>concat(…)</code> texts put together, <code>fresh</code> an object made anew each time, <code>changing</code> what differs at each reading, <code>?</code> what nobody knows.</p>
<div class="table"><table><thead><tr><th>Where</th><th>Store</th><th>Key</th><th>What it is made of</th></tr></thead><tbody>${rows.join("")}</tbody></table></div>`;
}
