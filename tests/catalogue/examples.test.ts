import { beforeAll, describe, expect, test } from "vitest";

import { pairs } from "../../src/catalogue/catalogue.ts";
import { rules } from "../../src/rules/index.ts";
import { lintCase } from "../support/lint-case.ts";

const RULES = ["no-unreleased-resource", "no-partial-release", "no-unreleased-field", "no-mismatched-release"].filter((name) => rules[name] !== undefined);

/** What the engine does not see yet. An entry that it has learnt to see fails here until it is taken off the list. */
const UNSEEN = new Set([
  "node-events/once", "node-fs/watched-file", "node-http/agent", "node-worker/port-listener",
  "node-diagnostics-channel/subscription", "node-perf-hooks/mark", "bullmq/queue-events", "undici/dispatcher",
  "electron/global-shortcut", "async-sema/permit", "postgres/reserved", "svelte/store-subscription",
  // The token is a field, and nothing tells that `dispose` ends what the registration stands for.
  "language/finalization-registration",
]);

/** Lints with each resource rule, and collects what they say at this confidence. */
function collectReports(code: string, confidence: "certain" | "likely", filename = "src/example.ts"): readonly string[] {
  return RULES.flatMap((name) =>
    lintCase({ name, rule: rules[name] as never, code, options: { confidence, filename }, parser: "typescript" }).map(
      ({ message, line }) => `${name} ${line}: ${message}`,
    ),
  );
}

describe("the resource rules on the examples", () => {
  beforeAll(() => expect(RULES).toContain("no-unreleased-resource"));

  for (const pair of pairs) {
    const filename = pair.tier === "tests" ? "src/example.test.ts" : "src/example.ts";
    test(`${pair.id}: the leaking one is reported`, { fails: UNSEEN.has(pair.id) }, () => {
      expect(collectReports(pair.leaking, "likely", filename)).not.toEqual([]);
    });

    test(`${pair.id}: the clean one is not`, () => {
      const reports = collectReports(pair.clean, "likely", filename);
      expect(reports, reports.join("; ")).toEqual([]);
    });
  }
});
