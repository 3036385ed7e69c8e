import { readFileSync } from "node:fs";

import { Linter } from "eslint";
import { defineConfig } from "eslint/config";
import { describe, expect, test } from "vitest";

import plugin from "../src/index.ts";
import { presetsFor } from "../src/presets.ts";

const { recommended, strict, audit } = plugin.configs;

/** A timer that nobody can stop: certain in every preset. */
const LEAK = "export class Watch { add(url) {\n  setInterval(() => fetch(url), 1000);\n} }\n";

function rulesReported(config: Linter.Config[]): readonly (string | null)[] {
  return new Linter().verify(LEAK, config, { filename: "src/watch.js" }).map(({ ruleId }) => ruleId);
}

describe("the presets", () => {
  test("recommended is a part of strict", () => {
    expect(Object.keys(strict.rules ?? {})).toEqual(expect.arrayContaining(Object.keys(recommended.rules ?? {})));
    expect(Object.keys(recommended.rules ?? {}).length).toBeGreaterThan(0);
  });

  test.each([["strict", strict], ["audit", audit]] as const)("%s has every rule", (_, preset) => {
    expect(Object.keys(preset.rules ?? {}).sort()).toEqual(Object.keys(plugin.rules).map((name) => `leakproof/${name}`).sort());
  });

  test.each([
    ["recommended", recommended, "certain"],
    ["strict", strict, "likely"],
    ["audit", audit, "possible"],
  ] as const)("%s asks each rule for its confidence", (_, preset, confidence) => {
    for (const entry of Object.values(preset.rules ?? {})) expect(entry).toEqual(["error", { confidence }]);
  });

  test("name themselves and bring the plugin", () => {
    expect(recommended.name).toBe("leakproof/recommended");
    expect(strict.name).toBe("leakproof/strict");
    expect(recommended.plugins).toEqual({ leakproof: plugin });
    expect(strict.plugins).toEqual({ leakproof: plugin });
  });

  test("leave languages, parsers and files to the user", () => {
    expect(Object.keys(recommended).sort()).toEqual(["name", "plugins", "rules"]);
    expect(Object.keys(strict).sort()).toEqual(["name", "plugins", "rules"]);
  });

  test("follow what the rules say of themselves", () => {
    const rules = { "in-both": { meta: { docs: { preset: "recommended" } } }, "in-strict": { meta: { docs: { preset: "strict" } } }, "without-docs": { meta: {} } };
    const presets = presetsFor({}, "own", rules);
    expect(presets.recommended.rules).toEqual({ "own/in-both": ["error", { confidence: "certain" }] });
    expect(Object.keys(presets.strict.rules ?? {})).toEqual(["own/in-both", "own/in-strict", "own/without-docs"]);
  });
});

describe("the plugin", () => {
  test("says what the package says", () => {
    const manifest = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { readonly name: string; readonly version: string };
    expect(plugin.meta).toEqual({ name: manifest.name, version: manifest.version, namespace: manifest.name.replace("eslint-plugin-", "") });
  });
});

describe("a configuration", () => {
  test.each([
    ["by the preset itself", defineConfig([recommended])],
    ["by `extends` with the preset", defineConfig([{ files: ["**/*.js"], extends: [recommended] }])],
    ["by `extends` with its name", defineConfig([{ files: ["**/*.js"], plugins: { leakproof: plugin }, extends: ["leakproof/recommended"] }])],
    ["by `extends` with the name of strict", defineConfig([{ files: ["**/*.js"], plugins: { leakproof: plugin }, extends: ["leakproof/strict"] }])],
    ["by both presets, one after the other", defineConfig([recommended, strict])],
  ])("reports %s", (_, config) => {
    expect(rulesReported(config)).toEqual(["leakproof/no-unreleased-resource"]);
  });

  test("may switch a rule of a preset off", () => {
    expect(rulesReported(defineConfig([recommended, { rules: { "leakproof/no-unreleased-resource": "off" } }]))).toEqual([]);
  });

  test("may ask for one rule alone", () => {
    expect(rulesReported(defineConfig([{ plugins: { leakproof: plugin }, rules: { "leakproof/no-unreleased-resource": "warn" } }]))).toEqual(["leakproof/no-unreleased-resource"]);
  });

  test("under another namespace is the user's to make", () => {
    expect(rulesReported(defineConfig([{ plugins: { leaks: plugin }, rules: { "leaks/no-unreleased-resource": "error" } }]))).toEqual(["leaks/no-unreleased-resource"]);
  });

  test("with an unknown confidence is refused", () => {
    expect(() => rulesReported(defineConfig([recommended, { rules: { "leakproof/no-unreleased-resource": ["error", { confidence: "sure" }] } }]))).toThrow(/"leakproof\/no-unreleased-resource":\s+Value "sure"/);
  });
});
