/** What all pages have around their content. */
import { readFileSync } from "node:fs";

import { escapeText } from "./escape.mjs";

const { repository } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
/** Where the project lives. */
export const PROJECT = repository.url.replace(/^git\+|\.git$/g, "");

/** Scripts and data come from the site itself, and nothing else is let in. The editor sets its styles by script. */
const POLICY = "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'";

/** Renders a whole page. `url` is its address on the site; all links are relative, so that the site works in any folder. */
export function renderLayout({ url, title, description, contents, body, headings = [], kind }) {
  const root = "../".repeat(url.split("/").length - 1) || "./";
  const isPage = kind === "page";
  return `<!doctype html>
<html lang="en" data-root="${root}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${escapeText(description)}">
<title>${escapeText(title)} - leakproof</title>
<link rel="icon" href="${root}assets/icon.svg">
<link rel="stylesheet" href="${root}assets/site.css">
<script src="${root}assets/theme.js"></script>
<script type="module" src="${root}assets/site.js"></script>
</head>
<body class="${kind}">
<a class="skip" href="#content">Skip to the content</a>
<header class="bar">
<a class="brand" href="${root}index.html">leakproof</a>
<nav aria-label="Site">${renderTop(url, root)}</nav>
<button type="button" id="search-open" aria-haspopup="dialog"><span>Search</span> <kbd>/</kbd></button>
<button type="button" id="theme">Dark</button>
</header>
<dialog id="search" aria-label="Search"><label for="query">Search the documentation</label><input type="search" id="query" autocomplete="off" spellcheck="false" role="combobox" aria-expanded="true" aria-controls="hits" aria-autocomplete="list"><div id="hits" role="listbox" aria-label="Results"></div><p id="search-note" role="status"></p></dialog>
<div class="columns">
${isPage ? `<details class="contents" open><summary>Contents</summary><nav aria-label="Contents">${renderContents(contents, url, root)}</nav></details>` : ""}
<main id="content" tabindex="-1">${body}</main>
${isPage ? renderHeadings(headings) : ""}
</div>
</body>
</html>
`;
}

function renderTop(url, root) {
  const links = [["getting-started.html", "Guide"], ["rules/no-unstable-key.html", "Rules", "rules/"], ["truth.html", "Truth"], ["playground.html", "Playground"]];
  const rendered = links.map(([to, text, prefix = to]) => `<a href="${root}${to}"${url.startsWith(prefix) ? ' aria-current="true"' : ""}>${text}</a>`);
  return [...rendered, `<a href="${PROJECT}">GitHub</a>`].join("");
}

function renderContents(contents, url, root) {
  return contents.map(({ title, pages }) => `<h2>${title}</h2><ul>${pages.map((page) => renderEntry(page, url, root)).join("")}</ul>`).join("");
}

function renderEntry(page, url, root) {
  return `<li><a href="${root}${page.url}"${page.url === url ? ' aria-current="page"' : ""}>${escapeText(page.title.replaceAll("`", ""))}</a></li>`;
}

function renderHeadings(headings) {
  const shown = headings.filter(({ depth }) => depth === 2);
  if (shown.length < 2) return "";
  return `<aside class="headings"><nav aria-label="On this page"><h2>On this page</h2><ul>${shown.map(({ text, anchor }) => `<li><a href="#${escapeText(anchor)}">${escapeText(text)}</a></li>`).join("")}</ul></nav></aside>`;
}
