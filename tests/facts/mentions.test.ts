import { describe, expect, test } from "vitest";

import { askedIn, factsOf } from "../support/file-facts.ts";

/** The lines, counted from one, on which the place of the argument of `ask` is mentioned. */
function mentioned(code: string): readonly number[] {
  const file = factsOf(code);
  const place = file.places.placeOf(askedIn(file));
  if (place === undefined) throw new Error("Not a place.");
  return file.mentions.of(place).map((node) => node.loc.start.line);
}

describe("where a place is mentioned", () => {
  test.each([
    ["a variable, in the functions around it too", "const x = make();\nfunction f() { x.run(); }\nask(x);", [2, 3]],
    ["a variable that is written again", "let x = 1;\nx = 2;\nask(x);", [2, 3]],
    ["a variable written in a loop", "let x;\nfor (x of xs) use();\nask(x);", [2, 3]],
    ["a field and its alias", "class A { f() { const { x } = this;\nx.run(); }\ng() { ask(this.x); } }", [2, 3]],
    ["a field through `self`", "class A { f() { const self = this;\nlater(function () { self.x.run(); }); }\ng() { ask(this.x); } }", [2, 3]],
    ["a global", "process.exit();\nfunction f() { ask(process); }", [1, 2]],
    ["a member of a global", "process.env.A;\nask(process.env);", [1, 2]],
    ["a member under a symbol", "const s = Symbol('s'); class A { [s] = 1;\nf() { return this[s]; }\ng() { ask(this[s]); } }", [2, 3]],
  ])("%s", (_, code, expected) => {
    expect([...mentioned(code)].sort()).toEqual(expected);
  });

  test.each([
    ["the declaration that gives the first value", "const x = make(); ask(x);", [1]],
    ["a variable of the name in another function", "function f() { const x = 1;\nreturn x; }\nfunction g() { const x = 2; ask(x); }", [3]],
    ["a local of a global's name", "function f(process) {\nprocess.exit(); }\nask(process);", [3]],
    ["a property of the name", "const x = 1;\nuse({ x: 1 }, y.x);\nask(x);", [3]],
    ["the field of another class", "class A { f() { ask(this.x); } }\nclass B { f() { this.x; } }", [1]],
  ])("not %s", (_, code, expected) => {
    expect(mentioned(code)).toEqual(expected);
  });
});
