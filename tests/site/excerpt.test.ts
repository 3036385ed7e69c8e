/** What the search shows of a section: the words that were found, in what stands around them. */
import { describe, expect, it } from "vitest";

import { renderExcerpt } from "../../site/app/excerpt.ts";

const LONG = `${"before ".repeat(30)}the Heap grows, and the heap of "<b>" too ${"behind ".repeat(30)}`.trim();

describe("an excerpt", () => {
  it("marks each of the words, in whatever case they stand, and escapes what is around them", () => {
    const excerpt = renderExcerpt(LONG, ["heap"]);
    expect(excerpt).toMatch(/^… (?:before ){3,6}the <mark>Heap<\/mark> grows, and the <mark>heap<\/mark> of &quot;&lt;b&gt;&quot; too .* …$/u);
    expect(excerpt.length).toBeLessThan(260);
  });

  it("begins with the text where the words stand at its beginning, and ends with a short one", () => {
    expect(renderExcerpt("Heap and heapsnapshot.", ["heap"])).toBe("<mark>Heap</mark> and heapsnapshot.");
  });

  it("is the beginning where none of the words stands in it, such as one that the heading has", () => {
    expect(renderExcerpt(LONG, ["title"])).toMatch(/^before before .* …$/u);
    expect(renderExcerpt("", ["title"])).toBe("");
  });

  it("is cut where a text has no spaces", () => expect(renderExcerpt("x".repeat(500), ["x"]).length).toBeLessThan(200));
});
