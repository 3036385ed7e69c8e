/** Builds the site into `site/dist`. It takes the rules from the plugin's build, so that runs first: `npm run site` does both. */
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

import plugin from "../../dist/index.js";
import { STYLE } from "../../dist/cli/html/style.js";
import { bundleScripts } from "./bundle.mjs";
import { readContents, repository } from "./contents.mjs";
import { writeDeclarations } from "./declarations.mjs";
import { renderHome } from "./home.mjs";
import { renderLayout } from "./layout.mjs";
import { renderPage } from "./markdown.mjs";
import { renderPlayground } from "./playground.mjs";
import { renderRuleHead } from "./rule-head.mjs";
import { buildSearchIndex } from "./search-index.mjs";
import { siteFolder } from "./server.mjs";
import { readStyle } from "./style.mjs";

rmSync(siteFolder, { recursive: true, force: true });
mkdirSync(path.join(siteFolder, "assets"), { recursive: true });

const contents = readContents(plugin.rules);
const pages = contents.flatMap((group) => group.pages).map((page) => ({ ...page, ...renderPage(page) }));

for (const page of pages) write(page.url, renderLayout({ ...page, title: page.title.replaceAll("`", ""), description: page.rule?.description ?? page.title, contents, body: bodyOf(page), kind: "page" }));
write("index.html", renderLayout({ url: "index.html", title: "Slow leaks, found while you write", description: "ESLint rules that find slow leaks in long-running JavaScript and TypeScript", contents, body: renderHome(contents, plugin.meta.version), kind: "home" }));
write("playground.html", renderLayout({ url: "playground.html", title: "Playground", description: "Lint a text as you type it, and see why each report is made or not made", contents, body: renderPlayground(), kind: "playground" }));
write("assets/search.json", buildSearchIndex(pages));
write("assets/site.css", STYLE + readStyle());
for (const image of ["report.svg", "truth.svg"]) {
  mkdirSync(path.join(siteFolder, "images"), { recursive: true });
  copyFileSync(path.join(repository, "docs/images", image), path.join(siteFolder, "images", image));
}
for (const asset of ["icon.svg", "theme.js"]) copyFileSync(path.join(import.meta.dirname, "../app/static", asset), path.join(siteFolder, "assets", asset));
writeDeclarations(path.join(siteFolder, "assets/declarations.json"));
await bundleScripts(path.join(siteFolder, "assets"));
console.log(`${pages.length + 2} pages in ${path.relative(process.cwd(), siteFolder)}; look at them with: npm run site:serve`);

function bodyOf({ html, rule }) {
  const article = `<article class="prose">${html}</article>`;
  return rule === undefined ? article : article.replace("</h1>\n", `</h1>\n${renderRuleHead(rule)}`);
}

function write(url, text) {
  const file = path.join(siteFolder, url);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
