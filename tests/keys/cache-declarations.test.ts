/** Holds the caches and memoizers that the key rules know by name against the declarations of their packages. */
import type ts from "typescript";
import { beforeAll, describe, expect, test } from "vitest";

import type { CacheApi } from "../../src/catalogue/cache-entry.ts";
import { CACHE_APIS } from "../../src/catalogue/data/caches.ts";
import { MEMOIZER_APIS, type MemoizerApi } from "../../src/catalogue/data/memoizers.ts";
import { buildDeclaredTypes, collectModules, describeOrigin, importingEvery, PROOF_FILE, type DeclaredTypes } from "../catalogue/declared-types.ts";
import { installPackages } from "../catalogue/install-packages.ts";
import { buildPackageProgram } from "../catalogue/package-program.ts";

const origins = [...CACHE_APIS, ...MEMOIZER_APIS].flatMap(({ origin }) => (origin.kind === "oneOf" ? origin.of : [origin]));
const modules = [...new Set(origins.flatMap(collectModules))].sort();

let declared: DeclaredTypes;

beforeAll(() => {
  installPackages();
  declared = buildDeclaredTypes(buildPackageProgram(new Map([[PROOF_FILE, importingEvery(modules)]])), modules);
}, 600_000);

describe("every cache has the methods it is listed with", () => {
  test.each(CACHE_APIS.map((api) => [describeOrigin(api.origin), api] as const))("%s", (_name, api) => {
    expect(collectMissing(api)).toEqual([]);
  });
});

describe("every memoizer is to be had under its name", () => {
  test.each(MEMOIZER_APIS.map((api) => [describeOrigin(api.origin), api] as const))("%s", (_name, api) => {
    const types = alternativesOf(api).flatMap((origin) => declared.typesOf(origin));
    expect(declared.givenBy(types, api.form === "loader" ? "new" : "call").length).toBeGreaterThan(0);
  });
  test.each(MEMOIZER_APIS.filter(({ options }) => options.length > 0).map((api) => [describeOrigin(api.origin), api] as const))("%s takes its options", (_name, api) => {
    const types = alternativesOf(api).flatMap((origin) => declared.typesOf(origin));
    const given = declared.parametersOf(types, api.form === "loader" ? "new" : "call", api.resolver);
    expect(api.options.filter((option) => !given.some((type) => declared.memberOf(type, option) !== undefined))).toEqual([]);
  });
});

describe("the proof itself", () => {
  test("fails a method that was renamed", () => {
    expect(collectMissing({ ...(CACHE_APIS[0] as CacheApi), methods: { seek: "lookup" } })).toEqual(["seek"]);
  });
});

function collectMissing({ origin, methods, versions }: CacheApi): string[] {
  const types = declared.typesOf(origin);
  return Object.keys(methods).filter((name) => versions?.includes(name) !== true && !hasMethod(types, name));
}

function hasMethod(types: readonly ts.Type[], name: string): boolean {
  return types.some((type) => {
    const member = declared.memberOf(type, name);
    return member !== undefined && declared.givenBy([member], "call").length > 0;
  });
}

function alternativesOf({ origin }: MemoizerApi): readonly MemoizerApi["origin"][] {
  return origin.kind === "oneOf" ? origin.of : [origin];
}
