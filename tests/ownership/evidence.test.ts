import { describe, expect, test } from "vitest";

import { evidencePairOf } from "../../src/subjects/resource/released-by-name.ts";
import { releaseMethodsOf } from "../../src/subjects/resource/releases.ts";
import { factsOf } from "../support/file-facts.ts";

/** The handle of the pair that the code proves for its first call that is no release. */
function handleOf(body: string): string | undefined {
  const file = factsOf(`async function f(x, pool) { ${body} }`);
  const call = file.nodes.calls.find((candidate) => !/\.(?:release|close|dispose|end)\b|\]\(\)$/.test(file.sourceCode.getText(candidate as never)));
  return call === undefined ? undefined : evidencePairOf(file, call)?.pair.handle.from;
}

describe("code that releases what it creates", () => {
  test.each([
    ["result", "a creating call", "const h = pool.acquire(); h.release();"],
    ["result", "`new`", "const h = new Thing(); h.close();"],
    ["result", "a getter of something that is used for a while", "const h = pool.getConnection(); h.release();"],
    ["result", "a name that begins with the verb", "const h = createRunner(); h.dispose();"],
    ["awaited", "an awaited call", "const h = await pool.connect(); h.release();"],
    ["result", "an assignment", "let h; h = pool.acquire(); h.release();"],
    ["result", "a release in `finally`", "const h = pool.acquire(); try { use(h); } finally { h.release(); }"],
    ["result", "a release under a condition", "const h = pool.acquire(); if (x) h.release();"],
    ["result", "an optional release", "const h = pool.acquire(); h?.release();"],
    ["result", "disposal by the language's symbol", "const h = pool.acquire(); h[Symbol.dispose]();"],
    ["result", "a fallback", "const h = x ?? pool.acquire(); h.release();"],
    ["awaited", "a fallback that is awaited", "const h = x ?? await pool.acquire(); h.release();"],
    ["result", "an arm of a choice", "const h = x ? x : pool.acquire(); h.release();"],
  ])("%s: %s", (from, _, body) => {
    expect(handleOf(body)).toBe(from);
  });
});

describe("code that proves nothing", () => {
  test.each([
    ["a call that creates nothing by its name", "const h = pool.current(); h.release();"],
    ["a name that only begins like the verb", "const h = opener(); h.close();"],
    ["a look-up", "const h = pool.get(x); h.close();"],
    ["no release", "const h = pool.acquire(); h.use();"],
    ["a verb that is also a step of ordinary use", "const h = pool.acquire(); h.end();"],
    ["a release that is only named", "const h = pool.acquire(); on(h.release);"],
    ["a release in another function", "const h = pool.acquire(); on(() => h.release());"],
    ["a release of something else", "const h = pool.acquire(); x.release();"],
    ["a field", "this.h = pool.acquire(); this.h.release();"],
    ["a pattern", "const { h } = pool.acquire(); h.release();"],
    ["the first operand of a fallback", "const h = pool.acquire() ?? x; h.release();"],
    ["the test of a choice", "const h = pool.acquire() ? x : x; h.release();"],
    ["an argument", "const h = wrap(pool.acquire()); h.release();"],
  ])("%s", (_, body) => {
    const file = factsOf(`async function f(x, pool) { ${body} }`);
    const call = file.nodes.calls.find((candidate) => /^(?:pool\.\w+\(x?\)|opener\(\))$/.test(file.sourceCode.getText(candidate as never)));
    expect(call).toBeDefined();
    expect(call === undefined ? undefined : evidencePairOf(file, call)).toBeUndefined();
  });
});

test("any verb that ends what was created for one use then releases it", () => {
  const file = factsOf("function f(pool) { const h = pool.acquire(); h.release(); }");
  const [call] = file.nodes.calls;
  const pair = call === undefined ? undefined : evidencePairOf(file, call)?.pair;
  expect(pair?.noun).toBe("what `acquire` gives");
  expect(pair === undefined ? [] : [...releaseMethodsOf(pair)]).toEqual(expect.arrayContaining(["release", "close", "dispose", "destroy", "unlock", "[dispose]"]));
});
