/** Renders the pages of `docs/`: links to other pages lead to them on the site, and code of the rules' pages can be edited. */
import path from "node:path";

import MarkdownIt from "markdown-it";

import { escapeText } from "./escape.mjs";
import { renderCode } from "./highlight.mjs";
import { PROJECT } from "./layout.mjs";

const BLOB = `${PROJECT}/blob/main/`;
/** The headings of a rule's page under which code is linted, and what is expected of it there. */
const EXPECTATIONS = [[/^Wrong\b/u, "reported"], [/^Right\b|stays silent/u, "silent"]];
const LIVE_LANGUAGES = ["js", "jsx", "ts", "tsx"];

/** Renders a page; answers its HTML and its headings `{ depth, text, anchor }`. */
export function renderPage({ file, markdown, rule }) {
  const headings = [];
  const reader = buildReader({ file, rule, headings });
  return { html: reader.render(markdown), headings };
}

function buildReader({ file, rule, headings }) {
  const reader = new MarkdownIt({ html: true, linkify: false });
  const { rules } = reader.renderer;
  rules.heading_open = (tokens, index) => {
    const text = tokens[index + 1].children.filter(({ type }) => type === "text" || type === "code_inline").map(({ content }) => content).join("");
    const anchor = anchorOf(text, headings);
    const depth = Number(tokens[index].tag.slice(1));
    headings.push({ depth, text, anchor });
    return `<${tokens[index].tag} id="${escapeText(anchor)}">`;
  };
  rules.heading_close = (tokens, index) => {
    const { anchor, text } = headings.at(-1);
    return `${tokens[index].tag === "h1" ? "" : ` <a class="anchor" href="#${escapeText(anchor)}" aria-label="Link to ${escapeText(text)}">#</a>`}</${tokens[index].tag}>\n`;
  };
  rules.link_open = (tokens, index, options, _, self) => {
    tokens[index].attrSet("href", rewriteLink(tokens[index].attrGet("href"), file));
    return self.renderToken(tokens, index, options);
  };
  rules.table_open = () => '<div class="table" tabindex="0" role="region" aria-label="Table"><table>';
  rules.table_close = () => "</table></div>\n";
  rules.fence = (tokens, index) => renderFence(tokens[index], rule, headings);
  return reader;
}

/** As GitHub makes them. */
function plainAnchorOf(text) {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N} _-]/gu, "").replaceAll(" ", "-");
}

/** The second heading of a name is numbered. */
function anchorOf(text, headings) {
  const anchor = plainAnchorOf(text);
  const same = headings.filter((heading) => plainAnchorOf(heading.text) === anchor).length;
  return same === 0 ? anchor : `${anchor}-${same}`;
}

/** Pages of `docs/` are on the site; everything else of the repository is where it is kept. */
function rewriteLink(link, file) {
  if (/^(?:[a-z]+:|#)/u.test(link)) return link;
  const [target, heading] = link.split("#");
  const anchor = heading === undefined ? "" : `#${heading}`;
  const there = path.posix.join(path.posix.dirname(file), target);
  const isOnSite = there.startsWith("docs/") && there.endsWith(".md");
  return isOnSite ? target.replace(/\.md$/u, ".html") + anchor : BLOB + there + anchor;
}

function renderFence({ info, content }, rule, headings) {
  const [language = "", ...words] = info.split(/\s+/u).filter(Boolean);
  const code = content.replace(/\n$/u, "");
  const block = `<pre class="code" tabindex="0"><code>${renderCode(code, language)}</code></pre>`;
  const section = headings.findLast(({ depth }) => depth === 2)?.text ?? "";
  const expectation = EXPECTATIONS.find(([pattern]) => pattern.test(section))?.[1];
  if (rule !== undefined && expectation !== undefined && LIVE_LANGUAGES.includes(language)) return renderLive({ block, language, words, rule, expectation });
  const name = words.find((word) => word.includes("."));
  return name === undefined ? `${block}\n` : `<figure class="file"><figcaption>${escapeText(name)}</figcaption>${block}</figure>\n`;
}

/** A block that becomes an editor; without scripts it stays a block. */
function renderLive({ block, language, words, rule, expectation }) {
  const confidence = ["possible", "likely"].find((word) => words.includes(word)) ?? "certain";
  const typed = words.includes("typed") ? " data-typed" : "";
  const preset = { possible: "audit", likely: "strict", certain: rule.isRecommended ? "recommended" : "strict" }[confidence];
  return `<div class="live ${expectation}" data-rule="${rule.name}" data-preset="${preset}" data-language="${language}" data-confidence="${confidence}"${typed}>${block}</div>\n`;
}
