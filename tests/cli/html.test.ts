/** The parts of the page that need no browser. */
import { describe, expect, it } from "vitest";

import { renderLine } from "../../src/cli/html/colour-line.ts";
import { compareLines, renderDifference } from "../../src/cli/html/difference.ts";
import { renderExcerpt } from "../../src/cli/html/excerpt.ts";
import { renderSentence } from "../../src/cli/html/markup.ts";
import { describeAsPage } from "../../src/cli/html/page.ts";
import { buildLineIndex } from "../../src/cli/line-index.ts";
import type { Site } from "../../src/report/account.ts";

/** The text of a piece of HTML, as a reader sees it. */
function textOf(html: string): string {
  return html.replace(/<[^>]*>/gu, "").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&");
}

describe("a sentence", () => {
  it("sets what stands in backticks as code, and escapes all of it", () => {
    expect(renderSentence("`a<b>` & `` `${x}` `` stay.")).toBe("<code>a&lt;b&gt;</code> &amp; <code>`${x}`</code> stay.");
  });

  it("leaves a lone backtick alone", () => expect(renderSentence("a ` b")).toBe("a ` b"));
});

describe("a line of source", () => {
  it.each([
    `const text = "</script><script>alert(1)</script>"; // 'done' & <gone>`,
    "  * a line of a comment",
    "return `${a}` + /[/]'/.test(b) ?? 0x1f;",
    '"never closed',
    "",
    "\t\u2028 ünï 日本 😀",
  ])("keeps its text, marks or not: %j", (line) => {
    const marks = [{ from: 3, to: 9, className: "start" }, { from: 5, to: 500, className: "exit" }];
    expect(textOf(renderLine(line, []))).toBe(line);
    expect(textOf(renderLine(line, marks))).toBe(line);
  });

  it("lets the later mark lie on top, and cuts what is endless", () => {
    expect(renderLine("a b c", [{ from: 0, to: 5, className: "start" }, { from: 2, to: 3, className: "exit" }])).toBe('<mark class="start">a </mark><mark class="exit">b</mark><mark class="start"> c</mark>');
    expect(textOf(renderLine("x".repeat(1000), []))).toBe(`${"x".repeat(400)}…`);
  });
});

describe("an excerpt", () => {
  const lines = Array.from({ length: 40 }, (_, index) => `line${index + 1};`);
  const site = (number: number, role: Site["role"], line: number, endLine = line) => ({ number, role, text: `site ${number}`, loc: { start: { line, column: 0 }, end: { line: endLine, column: 5 } } });

  it("shows the lines around its sites and folds the rest", () => {
    const text = textOf(renderExcerpt(lines, [site(1, "start", 10), site(2, "exit", 30)], true));
    for (const line of ["line8;", "line12;", "line28;", "line32;", "15 lines"]) expect(text).toContain(line);
    for (const line of ["line7;", "line13;", "line27;", "line33;"]) expect(text).not.toContain(line);
  });

  it("fills a gap that is not worth a fold", () => {
    expect(textOf(renderExcerpt(lines, [site(1, "start", 10), site(2, "exit", 16)], true))).toContain("line13;");
  });

  it("joins the sites of a way, but not the release beside it", () => {
    const html = renderExcerpt(lines, [site(1, "start", 10), site(2, "exit", 12), site(3, "release", 14)], true);
    expect(html.match(/class="row rail/gu)).toHaveLength(3);
    expect(html).toContain('<div class="row"><span class="line-number">13</span>');
  });

  it("stays within the file", () => {
    expect(textOf(renderExcerpt(["only"], [site(1, "exit", 1, 90)], true))).toContain("only");
    expect(textOf(renderExcerpt(["only"], [site(1, "exit", 7)], true))).toBe("");
  });
});

describe("a difference", () => {
  const show = (before: string, after: string): string => compareLines(before.split(""), after.split("")).map(({ kind, text }) => ({ same: "", out: "-", in: "+" })[kind] + text).join(" ");

  it("keeps what both have", () => {
    expect(show("abcd", "abcd")).toBe("a b c d");
    expect(show("abcd", "abxcd")).toBe("a b +x c d");
    expect(show("abxcd", "abcd")).toBe("a b -x c d");
    expect(show("axbyc", "aubvc")).toBe("a -x +u b -y +v c");
    expect(show("aa", "a")).toBe("a -a");
  });

  it("replaces as a whole what is too long to compare", () => {
    const [before, after] = [0, 1].map((turn) => Array.from({ length: 1000 }, (_, line) => `${turn}${line}`)) as [string[], string[]];
    expect(compareLines(before, after)).toHaveLength(2000);
  });

  it("shows the lines near a change alone", () => {
    const source = Array.from({ length: 20 }, (_, index) => `line${index};\n`).join("");
    const at = source.indexOf("line9;");
    const text = textOf(renderDifference(source, { range: [at, at + 6], text: "mended;" }));
    expect(text).toMatch(/^ line7; line8;−line9;\+mended; line10; line11;$/u);
  });
});

describe("lines", () => {
  it("end as the language says", () => {
    const index = buildLineIndex("a\r\nb\rc\u2028d\n");
    expect(index.lines).toEqual(["a", "b", "c", "d", ""]);
    expect([0, 1, 3, 5, 7, 8, 9].map((offset) => { const { line, column } = index.positionOf(offset); return `${line}:${column}`; })).toEqual(["1:1", "1:2", "2:1", "3:1", "4:1", "4:2", "5:1"]);
  });
});

describe("a page without findings", () => {
  const page = describeAsPage({ version: "1.2.3", preset: "recommended", rules: [], findings: [], cwd: "/project", files: 3, failures: ["1 TypeScript file was not checked: <reason>."], results: [{ filePath: "/project/src/a.js", messages: [{ ruleId: null, line: 2, message: "Parsing error: <" }] }] as never });

  it("says so, and what could not be checked", () => {
    expect(page).toContain("<title>Nothing to report - leakproof</title>");
    expect(page).toContain("<li><b>3</b> files checked</li>");
    expect(page).toContain("2 problems in the way of the check");
    expect(page).toContain("<li>src/a.js:2: Parsing error: &lt;</li><li>1 TypeScript file was not checked: &lt;reason&gt;.</li>");
    expect(page).not.toContain('id="filter"');
  });
});
