import { describe, expect, test } from "vitest";

import { traceIn, traceInCallback } from "./trace-of.ts";

describe("ways out with the handle held", () => {
  test.each([
    ["the end of the body", "const h = acquire();", ["exit: -"]],
    ["a return before the release", "const h = acquire(); if (x) return 1; release(h);", ["exit: return 1;"]],
    ["a call that may throw", "const h = acquire(); work(); release(h);", ["exception: work()"]],
    ["an await that may reject", "const h = acquire(); await x; release(h);", ["exception: await x"]],
    ["a throw", "const h = acquire(); if (x) throw y; release(h);", ["exception: throw y;"]],
    ["a throw out of a `catch`", "const h = acquire(); try { work(); } catch { throw y; } release(h);", ["exception: throw y;"]],
    ["a release in `catch` only", "const h = acquire(); try { work(); } catch { release(h); }", ["exit: -"]],
    ["one branch without a release", "const h = acquire(); if (x) release(h);", ["exit: -"]],
    ["one clause without a release", "const h = acquire(); switch (x) { case 1: release(h); break; case 2: break; }", ["exit: -"]],
    ["acquiring again in a loop", "while (x) { const h = acquire(); x = y; }", ["again: acquire()", "exit: -"]],
    ["acquiring again in a loop by `continue`", "while (x) { const h = acquire(); if (y) continue; release(h); }", ["again: acquire()"]],
    ["acquiring for each element", "for (const y of x) { const h = acquire(); if (y) continue; release(h); }", ["again: acquire()", "exit: -"]],
    ["leaving a loop by `break`", "while (x) { const h = acquire(); if (y) break; release(h); }", ["exit: -"]],
    ["another value for the variable", "let h = acquire(); h = other; release(h);", ["overwritten: h = other"]],
    ["a way into the `try` that comes late", "const h = acquire(); work(); try { await x; } finally { release(h); }", ["exception: work()"]],
    ["a release that nothing reaches", "const h = acquire(); if (x) throw y; return; release(h);", ["exception: throw y;", "exit: return;"]],
    ["another value that nothing gives", "let h = acquire(); return; h = other;", ["exit: return;"]],
    ["a function of the file that may fail", "const h = acquire(); note(); release(h); function note() { work(); }", ["exception: note()"]],
    ["a wait for a function of the file that may fail", "const h = acquire(); await note(); release(h); async function note() { await x; }", ["exception: await note()"]],
    ["functions of the file that call each other for ever", "const h = acquire(); one(); release(h); function one() { two(); } function two() { one(); }", ["exception: one()"]],
    ["two ways at once", "const h = acquire(); if (x) return 1; work(); release(h);", ["exception: work()", "exit: return 1;"]],
  ])("%s", (_, body, expected) => {
    expect(traceIn(body).told).toEqual(expected);
  });

  test("leaving a generator at a `yield`", () => {
    expect(traceIn("const h = acquire(); yield 1; release(h);", "function* f()").told).toEqual(["exception: yield 1", "exit: -"]);
  });
});

describe("no way out with the handle held", () => {
  test.each([
    ["a release straight after", "const h = acquire(); release(h);"],
    ["a release in `finally`", "const h = acquire(); try { work(); if (x) return 1; throw y; } finally { release(h); }"],
    ["a release in `catch` and after", "const h = acquire(); try { work(); } catch { release(h); return; } release(h);"],
    ["a release on every branch", "const h = acquire(); if (x) { release(h); return; } else { release(h); }"],
    ["handing it over", "const h = acquire(); give(h); work();"],
    ["calls that do not throw", "const h = acquire(); console.log(x); list.push(1); release(h);"],
    ["a call that never comes back", "const h = acquire(); if (x) process.exit(1); release(h);"],
    ["a release that throws itself", "const h = acquire(); await release(h);"],
    ["an acquisition that throws", "try { const h = acquire(); release(h); } catch { return; }"],
    ["a release in each turn of a loop", "for (const y of x) { const h = acquire(); release(h); }"],
    ["an endless loop", "const h = acquire(); for (;;) {}"],
    ["an acquisition that nothing reaches", "return; const h = acquire();"],
    ["an acquisition under a condition that is ruled out", "if (x) { const h = x ? null : acquire(); if (h) release(h); }"],
    ["another name for the handle", "const h = acquire(); const other = h; release(other);"],
    ["a function of the file that cannot fail", "const h = acquire(); note(h); release(h); function note(given) { console.log(given); }"],
    ["a function of the file that catches what fails in it", "const h = acquire(); attempt(); release(h); function attempt() { try { work(); } catch {} }"],
    ["the call of an async function of the file, nobody waiting", "const h = acquire(); const done = note(); release(h); async function note() { await x; }"],
    ["a wait for a function of the file that cannot fail", "const h = acquire(); await note(); release(h); async function note() { console.log(x); }"],
    ["functions of the file that call each other and cannot fail", "const h = acquire(); one(); release(h); function one() { two(); } function two() { console.log(x); }"],
  ])("%s", (_, body) => {
    expect(traceIn(body).told).toEqual([]);
  });
});

describe("a path that cannot be walked", () => {
  test.each([
    ["the same flag twice", "const h = x ? acquire() : null; if (x) release(h);"],
    ["a flag kept in a constant", "const own = !x; const h = own ? acquire() : x; if (own) release(h);"],
    ["the test of what the flag was made of", "const own = !x; const h = own ? acquire() : x; if (!x) release(h);"],
    ["a test of the handle", "let h; if (x) h = acquire(); if (h) release(h);"],
    ["a test of the handle for null", "let h = null; if (x) h = acquire(); if (h !== null) release(h);"],
    ["an optional chain on the handle", "let h; if (x) h = acquire(); h && release(h);"],
    ["the same comparison twice", "let h; if (x === 'own') h = acquire(); if (x === 'own') release(h);"],
    ["a comparison with what somebody else owns", "let h = y; if (x) h = acquire(); if (h !== this.shared) release(h);"],
    ["two flags that were one before the acquisition", "let own = false; if (x) own = true; const h = acquire(); if (x) release(h); if (!own) release(h);"],
    ["a test for null of what nothing has filled", "let h; let own = false; if (h !== null) { h = acquire(); own = true; } if (own) release(h);"],
    ["a flag that is set wherever the way to the acquisition leads", "let own = false; if (x) own = true; let h; if (x) h = acquire(); if (own) release(h);"],
    ["the clause of a `switch` asked before", "if (x.k !== 1) return; const h = acquire(); switch (x.k) { case 1: release(h); }"],
    ["another clause of a `switch` asked again", "switch (x.k) { case 1: { const h = acquire(); switch (x.k) { case 2: return; case 1: release(h); } } }"],
    ["the clause of what is not there", "const h = x.k === undefined ? acquire() : null; switch (x.k) { case 1: return; } if (h) release(h);"],
    ["a failing use of an empty variable", "let other; const h = acquire(); try { other.close(); return; } catch {} release(h);"],
    ["the return of a function that always throws", "const h = acquire(); try { fail(); return; } catch {} release(h); function fail() { { report(); } if (y) { throw y; } else { throw x; } }"],
    ["the end behind a function that runs on for ever", "const h = acquire(); loop(); function loop() { while (true) { console.log(1); } }"],
    ["a release by another name in an inner function", "const h = acquire(); end(); function end() { const other = h; release(other); }"],
    ["a flag that is set beside the acquisition", "let own = false; let h; if (x) { h = acquire(); own = true; } if (own) release(h);"],
  ])("%s", (_, body) => {
    expect(traceIn(body).told).toEqual([]);
  });

  test.each([
    ["a variable that an inner function fills", "let h; let other; run(() => { other = y; }); h = acquire(); if (other === undefined) release(h);", ["exit: -"]],
    ["a clause that runs into the next", "if (x.k !== 1) return; const h = acquire(); switch (x.k) { case 1: case 2: break; default: release(h); }", ["exit: -"]],
    ["a function that throws on one of its ways", "const h = acquire(); try { fail(); return; } catch {} release(h); function fail() { if (y) throw y; }", ["exit: return;"]],
    ["an assignment where there is none", "let h; if (x) h = y; h ??= acquire(); if (x) release(h);", ["exit: -"]],
    ["another name in an inner function", "const h = acquire(); look(); if (x) return; release(h); function look() { const other = h; console.log(other.size); }", ["exit: return;"]],
    ["another flag", "const h = x ? acquire() : null; if (y) release(h);", ["exit: -"]],
    ["a flag that is written in between", "const h = x ? acquire() : null; x = y; if (x) release(h);", ["exit: -"]],
    ["a call asked twice", "const h = x() ? acquire() : null; if (x()) release(h);", ["exception: x()", "exit: -"]],
    ["the opposite flag", "const h = x ? acquire() : null; if (!x) release(h);", ["exit: -"]],
  ])("but one by %s can", (_, body, expected) => {
    expect(traceIn(body).told).toEqual(expected);
  });
});

test("the path leads from the acquisition to the way out, the shortest first", () => {
  const { trace } = traceIn("const h = acquire(); if (x) { if (y) { work(); } return 1; } release(h);");
  const path = trace?.heldPaths?.find(({ leavesBy }) => leavesBy === "exit");
  expect(path?.edges.map(({ kind }) => kind)).toEqual(["normal", "true", "false", "return"]);
});

describe("a handle that a callback brings", () => {
  test("is held from its start", () => {
    expect(traceInCallback("(error, h) => { if (x) return; release(h); }").told).toEqual(["exit: return;"]);
  });

  test("is not there where the error is", () => {
    expect(traceInCallback("(error, h) => { if (error) return; release(h); }").told).toEqual([]);
  });

  test("is there where the error is not", () => {
    expect(traceInCallback("(error, h) => { if (!error) return; release(h); }").told).toEqual(["exit: return;"]);
  });
});

describe("the work bound", () => {
  const tests = (count: number): string => Array.from({ length: count }, (_, index) => `if (c${String(index)}) { a${String(index)} = 1; }`).join(" ");

  test("few conditions are searched through", () => {
    expect(traceIn(`const h = acquire(); ${tests(6)} if (x) return 1; release(h);`).told).toEqual(["exit: return 1;"]);
  });

  test("too many answer nothing", () => {
    expect(traceIn(`const h = acquire(); ${tests(40)} if (x) return 1; release(h);`).told).toEqual([]);
  });
});
