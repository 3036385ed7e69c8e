import * as parser from "@typescript-eslint/parser";
import type { TSESLint } from "@typescript-eslint/utils";
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";

import { analyzeFile } from "../../src/analyze-file.ts";
import type { UnboundedCollection } from "../../src/bench/judge-growth.ts";
import { describePlace } from "../../src/facts/places.ts";
import { lineOf } from "../../src/syntax/tree.ts";

function judge(code: string): readonly UnboundedCollection[] {
  let verdicts: readonly UnboundedCollection[] = [];
  const probe = {
    create: (context: unknown) => ({
      Program: () => {
        verdicts = analyzeFile(context as TSESLint.RuleContext<string, []>).collections().unbounded;
      },
    }),
  };
  const [message] = new Linter().verify(code, {
    files: ["**/*.ts"],
    languageOptions: { parser },
    plugins: { probe: { rules: { probe: probe } } },
    rules: { "probe/probe": "error" },
  }, { filename: "file.ts" });
  if (message !== undefined) throw new Error(message.message);
  return verdicts;
}

describe("a verdict on a collection", () => {
  it("tells where it is created and filled, by whom, and for how long it lives", () => {
    const [verdict] = judge(`
      const seen = new Map();
      export function mark(req) { seen.set(req.url, 1); }
    `);
    expect(verdict).toMatchObject({ confidence: "possible", lifetime: "process", within: "mark", useless: [] });
    expect(describePlace(verdict!.collection.place)).toBe("seen");
    expect(lineOf(verdict!.collection.creation.site)).toBe(2);
    expect(lineOf(verdict!.insert.node)).toBe(3);
  });

  it("is one for each collection, on the insert that surely runs often", () => {
    const verdicts = judge(`
      const seen = new Map();
      function setUp(req) { seen.set(req.url, 0); }
      setUp({ url: "/" });
      export function mark(req) { seen.set(req.url, 1); }
    `);
    expect(verdicts.map(({ insert }) => lineOf(insert.node))).toEqual([5]);
  });

  it("lists each removal with the reason why it does not serve", () => {
    const [verdict] = judge(`
      export class StreamManager {
        #streams = new Map();
        open(requestId) { this.#streams.set("s:" + requestId, {}); }
        end(requestId) { this.#streams.delete(requestId); }
        dispose() { this.#streams.clear(); }
      }
    `);
    expect(verdict?.useless.map(({ reason, within }) => [reason, within])).toEqual([["key-never-matches", "end"], ["owner-end", "dispose"]]);
    expect(verdict?.lifetime).toBe("instance");
  });

  it("knows a key that is an object", () => {
    const [verdict] = judge(`
      const charts = new Map();
      export function area(chart) { charts.set(chart, chart.width * chart.height); }
      export const areaOf = (chart) => charts.get(chart);
    `);
    expect(verdict).toMatchObject({ hasObjectKey: true, confidence: "likely" });
  });

  it("survives cycles of calls and of aliases", () => {
    expect(judge(`
      const a = new Map();
      let b = c, c = b;
      function one(k) { two(k); }
      function two(k) { one(k); a.set(k, 1); }
    `)).toEqual([]);
  });
});
