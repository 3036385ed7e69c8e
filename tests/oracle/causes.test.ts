/** Each cause under which a disagreement is counted: a program that has it, and one beside it that has not and stays a disagreement. */
import { describe, expect, it } from "vitest";

import { compare } from "./compare.ts";

const IMPORTS = 'import { closeSync, openSync } from "node:fs";\nimport { verify } from "./work.js";\n';

/** Compares a function whose text for the run differs by what `run` puts in the place of `HERE`, and `lint` for the engine. */
async function judge(program: string, lint: string, run: string): Promise<readonly string[]> {
  const lintText = `${IMPORTS}export ${program.replaceAll("HERE", lint)}`;
  const { disagreements, explained } = await compare({ lintText, runText: `${program.replaceAll("HERE", run)}\nreturn perform;` });
  return [...disagreements.keys(), ...explained];
}

const MARKED = (cause: string): string => `mark("${cause}", () => [file], file)`;
const LOST = "function perform(o, a, list) { try { const file = openSync(1); if (o.a) { closeSync(file); } return HERE; } finally { verify(2); } }";
const DROPPED = "function perform(o, a, list) { function make() { const file = openSync(1); if (o.a) { closeSync(file); } return HERE; } make(); }";
const OTHERWISE = "function perform(o, a, list) { const other = list.first ?? null; let own = false; if (HERE === undefined || other) { own = true; } const file = openSync(1); if (own) { closeSync(file); } }";
const INSIDE = "function perform(o, a, list) { let other = null; function use() { if (HERE) { verify(2); } } const file = openSync(1); use(); closeSync(file); }";

describe("a missed leak is counted under its cause", () => {
  it.each([
    ["returned from a try", LOST],
    ["dropped by its caller", DROPPED],
  ])("%s", async (cause, program) => {
    expect(await judge(program, "file", MARKED(cause))).toEqual([cause]);
    expect(await judge(program, "file", "file")).toEqual(["missed leak"]);
  });

  it("empty in another way", async () => {
    expect(await judge(OTHERWISE, "other", "asked(other, undefined)")).toEqual(["empty in another way"]);
    expect(await judge(OTHERWISE, "other", "other")).toEqual(["missed leak"]);
  });

  it("left to audit", async () => {
    const forgetting = "function perform(o, a, list) { const timer = setInterval(tick, 4); HERE }";
    expect(await judge(forgetting, "", "")).toEqual(["left to audit"]);
    expect(await judge(forgetting, "clearInterval(timer);", "clearInterval(timer);")).toEqual([]);
  });
});

describe("a false report is counted under its cause", () => {
  it("unknown inside", async () => {
    expect(await judge(INSIDE, "other", "perhaps(other)")).toEqual(["unknown inside"]);
    expect(await judge(INSIDE, "other", "other")).toEqual(["false report"]);
  });
});
