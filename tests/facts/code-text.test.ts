import { describe, expect, test } from "vitest";

import { codeTextOf, codeWordsOf, commentBefore } from "../../src/facts/code-text.ts";
import { factsOf, nodeOf } from "../support/file-facts.ts";

describe("the text of the code", () => {
  test("has strings and templates, and blanks for comments", () => {
    const file = factsOf("// one\nconst two = `three`; /* four */ f('five');");
    expect(codeTextOf(file)).toBe("      \nconst two = `three`;            f('five');");
    expect([...codeWordsOf(file)]).toEqual(["const", "two", "three", "f", "five"]);
  });

  test("is the whole text where there is no comment", () => {
    expect(codeTextOf(factsOf("f();"))).toBe("f();");
  });
});

describe("the comment before a node", () => {
  test.each([
    ["the last of several", "/* a */\n// b\nf();", " b"],
    ["on the line", "g(); /* a */ f();", " a "],
    ["behind a blank line", "/* a */\n\n\nf();", " a "],
  ])("is %s", (_, code, comment) => {
    const file = factsOf(code);
    expect(commentBefore(file, nodeOf(file, "f();"))?.value).toBe(comment);
  });

  test.each([
    ["other code stands between", "/* a */ g(); f();"],
    ["it comes later", "f(); /* a */"],
    ["there is none", "f();"],
  ])("is none where %s", (_, code) => {
    const file = factsOf(code);
    expect(commentBefore(file, nodeOf(file, "f();"))).toBeUndefined();
  });
});
