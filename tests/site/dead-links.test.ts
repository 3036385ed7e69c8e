import { expect, it } from "vitest";

import { collectDeadLinks } from "../clients/built-site.ts";

it("links that lead nowhere are found out", () => {
  const made = new Map([["a.html", '<a href="b.html#there"></a><a href="b.html#gone"></a><a href="c.html"></a><a href="https://example.org/"></a>'], ["b.html", '<h2 id="there">There</h2>']]);
  expect(collectDeadLinks(made)).toEqual(["a.html: b.html#gone", "a.html: c.html"]);
});
