/** Runs both rules over the catalogue: the broken program is reported where it says, the repaired one is silent even in the strict preset. */
import { describe, expect, test } from "vitest";

import mismatched from "../../../src/rules/no-mismatched-key.ts";
import unstable from "../../../src/rules/no-unstable-key.ts";
import type { Confidence } from "../../../src/facts/confidence.ts";
import { lintCase } from "../../support/lint-case.ts";
import { caches, memoizers } from "./caches.ts";
import { identities, readings } from "./identities.ts";
import type { KeyPair } from "./key-pair.ts";
import { normalization } from "./normalization.ts";
import { recomputed } from "./recomputed.ts";
import { shapes } from "./shapes.ts";
import { stores } from "./stores.ts";
import { json, texts } from "./texts.ts";

const rules = { "no-mismatched-key": mismatched, "no-unstable-key": unstable };
const topics = { shapes, normalization, recomputed, stores, texts, json, identities, readings, caches, memoizers };

/** The reports of both rules as `rule@line`. */
function reportsOf(code: string, { typed }: KeyPair, confidence: Confidence): string[] {
  return Object.entries(rules).flatMap(([name, rule]) =>
    lintCase({ name, rule: rule, code, options: { confidence, language: "ts", ...(typed === true && { typed }) }, parser: typed === true ? "typed" : "typescript" })
      .map(({ line, fatal, message }) => (fatal === true ? message : `${name}@${String(line)}`)));
}

function check(pair: KeyPair): void {
  const line = pair.broken.split("\n").findIndex((text) => text.includes("// here")) + 1;
  const expected = `${pair.rule}@${String(line)}`;
  expect(reportsOf(pair.broken, pair, pair.verdict)).toContain(expected);
  if (pair.verdict === "likely") expect(reportsOf(pair.broken, pair, "certain")).not.toContain(expected);
  expect(reportsOf(pair.repaired, pair, "likely")).toEqual([]);
}

describe.each(Object.entries(topics))("%s", (_topic, pairs) => {
  for (const pair of pairs) {
    const title = `${pair.name} (${pair.style}): ${pair.reason}`;
    if (pair.notYet === undefined) test(title, () => check(pair));
    else test.fails(`${title}; not yet, for ${pair.notYet}`, () => check(pair));
  }
});

test("the catalogue has at least sixty pairs, each under a name of its own", () => {
  const names = Object.entries(topics).flatMap(([topic, pairs]) => pairs.map(({ name }) => `${topic}: ${name}`));
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThanOrEqual(60);
});
