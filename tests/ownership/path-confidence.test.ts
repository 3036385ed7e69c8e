import { describe, expect, test } from "vitest";

import { failsAsShown, isSurePath } from "../../src/evidence/reachable/failure-strength.ts";
import { skipsGuardedRelease } from "../../src/evidence/reachable/guarded-release.ts";
import { traceIn } from "./trace-of.ts";

function isSure(body: string, head?: string): boolean {
  const { file, trace } = traceIn(body, head);
  const [path] = trace?.heldPaths ?? [];
  if (path === undefined) throw new Error("No way out holds the handle.");
  return isSurePath(file, path);
}

describe("a way out that is sure", () => {
  test.each([
    ["an early return", "const h = acquire(); if (x) return; release(h);"],
    ["the end of the body", "const h = acquire();"],
    ["a throw", "const h = acquire(); if (x) throw y; release(h);"],
    ["an await", "const h = acquire(); await x; release(h);"],
    ["an awaited call", "const h = acquire(); await work(); release(h);"],
    ["a call that fails by its name", "const h = acquire(); validate(x); release(h);"],
    ["a parser", "const h = acquire(); JSON.parse(x); release(h);"],
    ["a function of the file that throws", "const h = acquire(); reject(); release(h); function reject() { if (x) throw y; }"],
    ["a call of what the caller gave", "const h = acquire(); x(h.size); release(h);"],
    ["a throw in a handler of an earlier failure", "const h = acquire(); try { await x; } catch { throw y; } release(h);"],
    ["an await in a handler", "const h = acquire(); try { await x; } catch { await y; } release(h);"],
    ["acquiring again", "while (x) { const h = acquire(); }"],
  ])("%s", (_, body) => {
    expect(isSure(body)).toBe(true);
  });
});

describe("a way out that is not sure", () => {
  test.each([
    ["another value for the variable", "let h = acquire(); h = other; release(h);"],
    ["a call of which nothing is known", "const h = acquire(); work(); release(h);"],
    ["a function of the file that catches its own throw", "const h = acquire(); reject(); release(h); function reject() { try { throw y; } catch { report(y); } }"],
    ["a call in a handler of an earlier failure", "const h = acquire(); try { await x; } catch { validate(y); } release(h);"],
    ["a tagged template", "const h = acquire(); sql`select`; release(h);"],
  ])("%s", (_, body) => {
    expect(isSure(body)).toBe(false);
  });
});

/** Whether the code shows each failure of the first way out. */
function isShown(body: string): boolean {
  const { file, trace } = traceIn(body);
  const [path] = trace?.heldPaths ?? [];
  if (path === undefined) throw new Error("No way out holds the handle.");
  return failsAsShown(file, path);
}

describe("a failure inside of a function that is called", () => {
  test.each([
    ["calls what fails by its name", "const h = acquire(); look(); release(h); function look() { validate(y); }"],
    ["calls a function that does", "const h = acquire(); look(); release(h); function look() { again(); } function again() { validate(y); }"],
    ["tries it without a handler", "const h = acquire(); look(); release(h); function look() { try { validate(y); } finally { console.log(y); } }"],
    ["is the callback of a method of lists", "const h = acquire(); y.forEach((each) => { validate(each); }); release(h);"],
    ["is blamed before a call of which nothing is known", "const h = acquire(); work(); look(); release(h); function look() { validate(y); }"],
  ])("is shown, yet not sure, where it %s", (_, body) => {
    expect([isShown(body), isSure(body)]).toEqual([true, false]);
  });

  test.each([
    ["catches it", "const h = acquire(); look(); release(h); function look() { try { validate(y); } catch { work(); } }"],
    ["makes it a failure of a failure", "const h = acquire(); look(); release(h); function look() { try { work(); } catch { validate(y); } }"],
    ["only makes another function", "const h = acquire(); look(); release(h); function look() { work(() => validate(y)); }"],
    ["calls itself", "const h = acquire(); look(); release(h); function look() { if (work()) look(); }"],
    ["is asynchronous and not awaited", "const h = acquire(); work(); look(); release(h); async function look() { validate(y); }"],
    ["is handed on", "const h = acquire(); later(() => { validate(y); }); release(h);"],
  ])("is not shown where it %s", (_, body) => {
    expect(isShown(body)).toBe(false);
  });

  test("is blamed after what the step itself shows", () => {
    expect(isSure("const h = acquire(); look(); await x; release(h); function look() { validate(y); }")).toBe(true);
  });
});

/** Whether the first way out goes around a release that has a condition of its own. */
function isGuarded(body: string): boolean {
  const { trace } = traceIn(body);
  const [path] = trace?.heldPaths ?? [];
  if (trace === undefined || path === undefined) throw new Error("No way out holds the handle.");
  return skipsGuardedRelease(path, trace.releases);
}

describe("a way around a release with a condition of its own", () => {
  test.each([
    ["`if`", "const h = acquire(); if (x) { release(h); }"],
    ["`if` without a block", "const h = acquire(); if (x) release(h);"],
    ["`else`", "const h = acquire(); if (x) { y = 1; } else { release(h); }"],
    ["`&&`", "const h = acquire(); x && release(h);"],
    ["`?:`", "const h = acquire(); x ? release(h) : null;"],
    ["one of two conditions", "const h = acquire(); if (x) { if (y) { release(h); } }"],
    ["one leaf of the condition", "const h = acquire(); if (x && y) { release(h); }"],
  ])("%s", (_, body) => {
    expect(isGuarded(body)).toBe(true);
  });

  test.each([
    ["an early return under a condition", "const h = acquire(); if (x) return; release(h);"],
    ["a branch that releases and leaves", "const h = acquire(); if (x) { release(h); return; } work();"],
    ["a branch that releases and throws", "const h = acquire(); if (x) { release(h); throw y; }"],
    ["no release at all", "const h = acquire(); if (x) work();"],
  ])("not %s", (_, body) => {
    expect(isGuarded(body)).toBe(false);
  });
});
