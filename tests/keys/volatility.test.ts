import { describe, expect, test } from "vitest";

import { buildKeyForm } from "../../src/subjects/key/build-key-form.ts";
import { findVolatility } from "../../src/subjects/key/volatility.ts";
import { calleeName } from "../../src/syntax/tree.ts";
import { readFile } from "./read-file.ts";

const CLASSES = `
  class Plain { x = 1; }
  class Child extends Plain {}
  class Foreign extends Unknown {}
  class Named { toString() { return this.name; } }
  class Clock { toString() { return "at " + Date.now(); } }
  class Indirect { get left() { return this.at - performance.now(); } toString() { return this.left + ""; } }
  class Tagged { get [Symbol.toStringTag]() { return "x"; } }
`;

function reasonFor(expression: string, before = ""): string {
  const file = readFile(`${CLASSES}\n${before}\nfunction run(ctx, id, given: object) { log(ctx.user); key(${expression}); }`);
  const argument = file.nodes.calls.find((call) => calleeName(call) === "key")?.arguments[0];
  const found = findVolatility(file, buildKeyForm(file, argument as never), false);
  return found === undefined ? "none" : `${found.kind} ${found.confidence}`;
}

describe("the text of objects", () => {
  test.each([
    ["String(new Plain())", "shared certain"],
    ["`${new Child()}`", "shared certain"],
    ["String(new Foreign())", "none"],
    ["String(new Named())", "none"],
    ["String(new Tagged())", "none"],
    ["String(new Clock())", "changes certain"],
    ["`${id}:${new Indirect()}`", "changes certain"],
    ["`${new Date()}`", "changes certain"],
    ["`${new Date(0)}`", "none"],
    ["`${id}`", "none"],
    ["`${ctx}`", "shared likely"],
    ["`${context}`", "none"],
    ["ctx.id", "none"],
    ["`${ctx.id}`", "none"],
    ["new Plain()", "none"],
    ["`${() => 1}`", "source certain"],
    ["`${{ a: 1 }}`", "shared certain"],
    ["`${{ toString: () => id }}`", "none"],
    ["id + new Plain()", "shared certain"],
    ["id + 1", "none"],
  ])("%s", (expression, reason) => {
    expect(reasonFor(expression)).toBe(reason);
  });
});

describe("JSON and formatters", () => {
  test.each([
    ["JSON.stringify([id, 1])", "none"],
    ["JSON.stringify({ id })", "none"],
    ["JSON.stringify({ id, f: () => 1 })", "lossy certain"],
    ["JSON.stringify(new Map())", "lossy certain"],
    ["JSON.stringify([...new Map()])", "none"],
    ["JSON.stringify(ctx)", "lossy likely"],
    ["JSON.stringify({ ctx })", "lossy likely"],
    ["JSON.stringify(given)", "order likely"],
    ["JSON.stringify(id)", "none"],
    ["JSON.stringify(given, sorted)", "none"],
    ["hash(JSON.stringify(id))", "none"],
  ])("%s", (expression, reason) => {
    expect(reasonFor(expression)).toBe(reason);
  });
  test("inspect of an object, by its import", () => {
    expect(reasonFor("inspect({ id })", 'import { inspect } from "node:util";')).toBe("lossy certain");
    expect(reasonFor("inspect(id)", 'import { inspect } from "node:util";')).toBe("none");
    expect(reasonFor("inspect({ id })", 'import { inspect } from "./own";')).toBe("none");
  });
});
