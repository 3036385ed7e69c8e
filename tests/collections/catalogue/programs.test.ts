/** Runs both rules over the catalogue: the leaking program is reported where it says, the repaired one and the silent ones are silent. */
import { describe, expect, test } from "vitest";

import stranded from "../../../src/rules/no-stranded-entry.ts";
import unbounded from "../../../src/rules/no-unbounded-collection.ts";
import type { Confidence } from "../../../src/facts/confidence.ts";
import { lintCase } from "../../support/lint-case.ts";
import type { CollectionPair, SilentProgram } from "./collection-program.ts";
import { deletes } from "./deletes.ts";
import { exits } from "./exits.ts";
import { growth } from "./growth.ts";
import { kinds } from "./kinds.ts";
import { bounds } from "./silent-bounds.ts";
import { matchingDeletes } from "./silent-deletes.ts";
import { lives } from "./silent-lives.ts";

const rules = { "no-unbounded-collection": unbounded, "no-stranded-entry": stranded };
const pairs = { kinds, growth, deletes, exits };
const silent = { lives, bounds, "matching deletes": matchingDeletes };

/** The reports of both rules as `rule@line`. */
function reportsOf(code: string, { typed }: Pick<CollectionPair, "typed">, confidence: Confidence): string[] {
  return Object.entries(rules).flatMap(([name, rule]) =>
    lintCase({ name, rule: rule, code, options: { confidence, language: "ts", ...(typed === true && { typed }) }, parser: typed === true ? "typed" : "typescript" })
      .map(({ line, fatal, message }) => (fatal === true ? message : `${name}@${String(line)}`)));
}

function checkPair(pair: CollectionPair): void {
  const line = pair.leaking.split("\n").findIndex((text) => text.includes("// here")) + 1;
  const expected = [`${pair.rule}@${String(line)}`];
  if (pair.verdict === "possible") expect(reportsOf(pair.leaking, pair, "possible")).toContain(expected[0]);
  expect(reportsOf(pair.leaking, pair, "likely")).toEqual(pair.verdict === "possible" ? [] : expected);
  expect(reportsOf(pair.leaking, pair, "certain")).toEqual(pair.verdict === "certain" ? expected : []);
  expect(reportsOf(pair.repaired, pair, "likely")).toEqual([]);
}

function checkSilent(program: SilentProgram): void {
  expect(reportsOf(program.code, program, "certain")).toEqual([]);
  expect(reportsOf(program.code, program, "likely")).toEqual([]);
}

describe.each(Object.entries(pairs))("a pair of %s", (_topic, list) => {
  for (const pair of list) {
    const title = `${pair.name} (${pair.style}): ${pair.reason}`;
    if (pair.notYet === undefined) test(title, () => checkPair(pair));
    else test.fails(`${title}; not yet: ${pair.notYet}`, () => checkPair(pair));
  }
});

describe.each(Object.entries(silent))("silent, %s", (_topic, list) => {
  for (const program of list) test(`${program.name} (${program.style}): ${program.because}`, () => checkSilent(program));
});

test("the catalogue has at least sixty pairs and sixty silent programs, each under a name of its own", () => {
  const namesOf = (topics: Readonly<Record<string, readonly { readonly name: string }[]>>): string[] => Object.entries(topics).flatMap(([topic, list]) => list.map(({ name }) => `${topic}: ${name}`));
  for (const names of [namesOf(pairs), namesOf(silent)]) {
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThanOrEqual(60);
  }
});

test("the catalogue is written in every style", () => {
  const styles = new Set([...Object.values(pairs).flat(), ...Object.values(silent).flat()].map(({ style }) => style));
  expect([...styles].sort()).toEqual(["#private", "CommonJS", "class", "closure factory", "functions", "object literal", "prototype", "static", "symbol-keyed"]);
});
