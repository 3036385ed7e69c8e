/** What is said of broken settings, and that the published schema says the same of what is right and what is not. */
import { readFileSync } from "node:fs";
import path from "node:path";

import Ajv from "ajv";
import { describe, expect, test } from "vitest";

import { checkSettings, SettingsError } from "../../src/catalogue/check-settings.ts";
import { settingsSchema } from "../../src/catalogue/settings-schema.ts";
import { catalogue, pairs } from "../../src/catalogue/catalogue.ts";
import { catalogueUnder } from "../../src/catalogue/settings.ts";

const PUBLISHED = JSON.parse(readFileSync(path.resolve(import.meta.dirname, "../../schemas/settings.schema.json"), "utf8")) as Record<string, unknown>;
const isValid = new Ajv({ schemaId: "auto" }).compile(PUBLISHED);

const PAIR = { id: "acme/lease", acquire: { call: "lease", from: "acme" }, release: "end" };
const CACHE = { id: "acme/store", class: "Store", from: "acme" };

function messageFor(settings: unknown): string {
  try {
    checkSettings(settings);
  } catch (error) {
    expect(error).toBeInstanceOf(SettingsError);
    return (error as Error).message;
  }
  return "";
}

describe("settings of the right shape", () => {
  test.each<[string, unknown]>([
    ["nothing", {}],
    ["empty lists", { pairs: [], caches: [], lifecycles: [] }],
    ["the name of their schema", { $schema: "./node_modules/eslint-plugin-leakproof/schemas/settings.schema.json" }],
    ["the least of each", { pairs: [PAIR], caches: [CACHE], lifecycles: [{ teardown: "onGone" }] }],
    ["every form of a callee", { pairs: [{ call: "a.b" }, { new: "A", from: "x" }, { method: "m" }, { method: "m", of: "A", from: "x", madeBy: ["f", "A.make"] }].map((acquire, index) => ({ ...PAIR, id: `acme/x${index}`, acquire })) }],
    ["every form of a handle", { pairs: ["result", "awaited", "receiver", "identity", { argument: 0 }, { callback: -1, parameter: 1 }].map((handle, index) => ({ ...PAIR, id: `acme/x${index}`, handle })) }],
    ["every form of a release", { pairs: [{ ...PAIR, release: ["end", "()", { method: "end" }, { call: "end", from: "x", argument: 1 }, { receiver: "off", same: [0, 1] }, { receiver: "offAll", all: true }, { receiver: "take", argument: 0 }] }] }],
    ["every further field of a pair", { pairs: [{ ...PAIR, noun: "a lease", wrongReleases: [{ method: "pause", because: "only pauses" }], bounds: [{ option: "signal", argument: 1 }, { option: "auto", argument: 0, equals: true }, { callback: 0 }], heldBy: "receiver", lent: true, endsByItself: true, longLived: false, confidence: "likely", reason: "It runs.", docs: "https://example.com" }] }],
    ["every field of a cache", { caches: [{ ...CACHE, madeBy: "make", keys: "text", lookup: ["find"], insert: "put", delete: ["drop"], clear: "wipe", bounded: false }] }],
    ["every field of a lifecycle", { lifecycles: [{ teardown: ["a", "b"], setup: "c", extends: "Base", decorators: ["D"], cleanupCalls: "atEnd" }] }],
  ])("%s", (_what, settings) => {
    expect(messageFor(settings)).toBe("");
    expect(isValid(settings), JSON.stringify(isValid.errors)).toBe(true);
  });
});

describe("broken settings", () => {
  test.each<[unknown, string]>([
    [3, "settings.leakproof: must be an object, got 3."],
    [[], "settings.leakproof: must be an object, got a list."],
    [null, "settings.leakproof: must be an object, got null."],
    [{ pair: [] }, "settings.leakproof: `pair` is no field here; there are `$schema`, `pairs`, `caches`, `lifecycles` and `project`."],
    [{ pairs: PAIR }, "settings.leakproof: `pairs` must be a list, got an object."],
    [{ pairs: ["acme"] }, 'settings.leakproof.pairs[0]: must be an object, got "acme".'],
    [{ pairs: [{ ...PAIR, id: undefined }] }, "settings.leakproof.pairs[0]: `id` is missing."],
    [{ pairs: [{ ...PAIR, id: "lease" }] }, 'settings.leakproof.pairs[0] (`lease`): `id` must be written `origin/thing`, got "lease".'],
    [{ pairs: [PAIR, PAIR, { ...PAIR, release: { method: 3 } }] }, "settings.leakproof.pairs[2] (`acme/lease`): `release.method` must be a string, got 3."],
    [{ pairs: [{ ...PAIR, release: undefined }] }, "settings.leakproof.pairs[0] (`acme/lease`): `release` is missing."],
    [{ pairs: [{ ...PAIR, release: 3 }] }, "settings.leakproof.pairs[0] (`acme/lease`): `release` must be a string, an object or a list, got 3."],
    [{ pairs: [{ ...PAIR, release: [] }] }, "settings.leakproof.pairs[0] (`acme/lease`): `release` must not be empty."],
    [{ pairs: [{ ...PAIR, release: ["end", ""] }] }, "settings.leakproof.pairs[0] (`acme/lease`): `release[1]` must not be empty."],
    [{ pairs: [{ ...PAIR, release: { name: "end" } }] }, "settings.leakproof.pairs[0] (`acme/lease`): `release` must have `method`, `call` or `receiver`."],
    [{ pairs: [{ ...PAIR, relase: "end" }] }, "settings.leakproof.pairs[0] (`acme/lease`): `relase` is no field here; there are `id`, `noun`, `acquire`, `handle`, `release`, `wrongReleases`, `bounds`, `heldBy`, `lent`, `endsByItself`, `longLived`, `confidence`, `reason` and `docs`."],
    [{ pairs: [{ ...PAIR, acquire: { call: "lease", form: "acme" } }] }, "settings.leakproof.pairs[0] (`acme/lease`): `acquire.form` is no field here; there are `call` and `from`."],
    [{ pairs: [{ ...PAIR, handle: "output" }] }, 'settings.leakproof.pairs[0] (`acme/lease`): `handle` must be "result", "awaited", "receiver" or "identity", got "output".'],
    [{ pairs: [{ ...PAIR, handle: { argument: 0.5 } }] }, "settings.leakproof.pairs[0] (`acme/lease`): `handle.argument` must be a whole number, got 0.5."],
    [{ pairs: [{ ...PAIR, longLived: "yes" }] }, 'settings.leakproof.pairs[0] (`acme/lease`): `longLived` must be `true` or `false`, got "yes".'],
    [{ pairs: [{ ...PAIR, confidence: "certain" }] }, 'settings.leakproof.pairs[0] (`acme/lease`): `confidence` must be "likely", got "certain".'],
    [{ caches: [{ ...CACHE, keys: "any" }] }, 'settings.leakproof.caches[0] (`acme/store`): `keys` must be "identity", "text" or "outside", got "any".'],
    [{ lifecycles: [{ teardown: "a" }, { setup: "b" }] }, "settings.leakproof.lifecycles[1]: `teardown` is missing."],
    [{ lifecycles: [{ teardown: () => 1 }] }, "settings.leakproof.lifecycles[0]: `teardown` must be a string or a list, got a function."],
  ])("%#", (settings, message) => {
    expect(messageFor(settings)).toBe(message);
    expect(isValid(settings)).toBe(false);
  });
});

describe("the published schema", () => {
  test("is the one that is checked by: `npm run generate` writes it", () => {
    expect(PUBLISHED).toEqual(JSON.parse(JSON.stringify({ $schema: PUBLISHED.$schema, title: PUBLISHED.title, ...settingsSchema })));
  });
});

describe("the catalogue under settings", () => {
  test("is the shipped one where there are none", () => {
    expect(catalogueUnder(undefined)).toBe(catalogue);
  });

  test("has the user's pairs beside the shipped ones", () => {
    const extended = catalogueUnder({ pairs: [PAIR] });
    expect(extended.pairs).toHaveLength(pairs.length + 1);
    expect(extended.pairsForName("lease").map(({ id }) => id)).toContain("acme/lease");
    expect(extended.pairsForName("setInterval")).toEqual(catalogue.pairsForName("setInterval"));
  });

  test("is built once for one object, and for texts that are alike", () => {
    const settings = { pairs: [PAIR] };
    expect(catalogueUnder(settings)).toBe(catalogueUnder(settings));
    expect(catalogueUnder(structuredClone(settings))).toBe(catalogueUnder(settings));
    expect(catalogueUnder({ pairs: [{ ...PAIR, release: "other" }] })).not.toBe(catalogueUnder(settings));
  });

  test("refuses an id that is taken", () => {
    const [shipped] = pairs;
    expect(() => catalogueUnder({ pairs: [{ ...PAIR, id: shipped?.id }] })).toThrow("`id` is the id of a shipped entry, and settings replace none.");
    expect(() => catalogueUnder({ pairs: [PAIR, PAIR] })).toThrow("settings.leakproof.pairs[1] (`acme/lease`): `id` is the id of an earlier entry.");
  });

  test("tells a mistake once, and goes on with what is shipped", () => {
    const broken = Object.freeze({ pairs: 1 });
    expect(() => catalogueUnder(broken)).toThrow(SettingsError);
    expect(catalogueUnder(broken)).toBe(catalogue);
  });
});
