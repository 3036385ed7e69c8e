/** The index that the search looks into: one entry for each section of each page. */
import MiniSearch from "minisearch";

import { SEARCH_OPTIONS } from "../app/search-options.mjs";

/** Builds the index as JSON. */
export function buildSearchIndex(pages) {
  const index = new MiniSearch(SEARCH_OPTIONS);
  index.addAll(pages.flatMap(collectSections).map((section, id) => ({ id, ...section })));
  return JSON.stringify(index);
}

/** Cuts a page at its headings; the tables of the reference pages are searched like any other text. */
function collectSections({ url, title, markdown, headings }) {
  const sections = [];
  let fence = false;
  let next = 0;
  for (const line of markdown.split("\n")) {
    if (line.startsWith("```")) fence = !fence;
    if (!fence && /^#{1,6} /u.test(line) && headings[next] !== undefined) {
      const { text, anchor, depth } = headings[next];
      sections.push({ url: depth === 1 ? url : `${url}#${anchor}`, page: title.replaceAll("`", ""), heading: depth === 1 ? "" : text, text: "" });
      next += 1;
    } else if (sections.length > 0) {
      sections.at(-1).text += `${line}\n`;
    }
  }
  return sections.map((section) => ({ ...section, text: plain(section.text) }));
}

function plain(markdown) {
  return markdown.replaceAll(/<!--[^]*?-->|```\w*|\]\([^)]*\)|[`*|#[\]]|:?-{3,}:?/gu, " ").replaceAll(/\s+/gu, " ").trim();
}
