import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

import plugin from "../../src/index.ts";
import { rules } from "../../src/rules/index.ts";
import { collectMessageFaults, collectMetaFaults, collectOptionFaults } from "./rule-faults.ts";

const root = path.resolve(import.meta.dirname, "../..");
const names = listNames("src/rules", ".ts").filter((name) => name !== "index");

describe("the rules", () => {
  it("are exported under the names of their files", () => {
    expect(Object.keys(rules).sort()).toEqual(names);
    expect(Object.keys(plugin.rules).sort()).toEqual(names);
  });
  it("have pages, and no page stands without its rule", () => {
    expect(listNames("docs/rules", ".md")).toEqual(names);
  });
  it("are all in strict, and those of recommended say so themselves", () => {
    const recommended = names.filter((name) => rules[name]?.meta.docs?.preset === "recommended");
    expect(plugin.configs.strict.rules).toEqual(Object.fromEntries(names.map((name) => [`leakproof/${name}`, ["error", { confidence: "likely" }]])));
    expect(plugin.configs.recommended.rules).toEqual(Object.fromEntries(recommended.map((name) => [`leakproof/${name}`, ["error", { confidence: "certain" }]])));
  });
});

describe.each(Object.entries(rules))("%s", (name, { meta }) => {
  it("has a test of its name", () => {
    expect(existsSync(path.join(root, `tests/rules/${name}.test.ts`))).toBe(true);
  });
  it("has tests that name each of its messages", () => {
    const tests = readTests(name);
    expect(Object.keys(meta.messages).filter((id) => !new RegExp(`\\b${id}\\b`).test(tests))).toEqual([]);
  });
  it("describes itself as the house does", () => {
    expect(collectMetaFaults(name, meta)).toEqual([]);
  });
  it("has options that are described and have defaults", () => {
    expect(collectOptionFaults(meta)).toEqual([]);
  });
  it("speaks in the tone of the house", () => {
    expect(collectMessageFaults(name, meta.messages)).toEqual([]);
  });
});

function listNames(folder: string, ending: string): readonly string[] {
  const absolute = path.join(root, folder);
  const files = existsSync(absolute) ? readdirSync(absolute) : [];
  return files.filter((file) => file.endsWith(ending)).map((file) => file.slice(0, -ending.length)).sort();
}

/** Returns the text of a rule's test and of its continuations, `no-x.more-words.test.ts`. */
function readTests(name: string): string {
  const folder = path.join(root, "tests/rules");
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.startsWith(`${name}.`)) : [];
  return files.map((file) => readFileSync(path.join(folder, file), "utf8")).join("\n");
}
