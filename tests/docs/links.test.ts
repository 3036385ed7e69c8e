/** The links between the pages: each leads to a file that is there, and to a heading that the file has. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

import { describe, expect, it } from "vitest";

import { root } from "../support/typed-program.ts";
import { readRulePage } from "./rule-page.ts";

const PAGES = [
  "README.md",
  "CONTRIBUTING.md",
  ...readdirSync(path.join(root, "docs"), { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".md")).map((name) => `docs/${name}`),
];

/** Collects the links of a page that lead nowhere. */
function collectDeadLinks(page: string): readonly string[] {
  const text = readFileSync(path.join(root, page), "utf8").replaceAll(/^```[^]*?^```$|`[^`\n]*`/gm, "");
  const links = [...text.matchAll(/\]\((?<link>[^)\s]+)\)/g)].map(({ groups }) => groups?.link ?? "");
  return links.filter((link) => !/^[a-z]+:/.test(link)).filter((link) => {
    const [file = "", heading] = link.split("#");
    const target = file === "" ? path.join(root, page) : path.join(root, path.dirname(page), file);
    return !existsSync(target) || (heading !== undefined && statSync(target).isFile() && !collectAnchors(target).includes(heading));
  });
}

/** The anchors of the headings, as GitHub makes them. */
function collectAnchors(file: string): readonly string[] {
  return readRulePage(readFileSync(file, "utf8")).headings.map(({ text }) => text.toLowerCase().replaceAll(/[^\p{L}\p{N} _-]/gu, "").replaceAll(" ", "-"));
}

describe("the links", () => {
  it.each(PAGES)("of %s lead somewhere", (page) => {
    expect(collectDeadLinks(page)).toEqual([]);
  });
});
