import path from "node:path";
import ts from "typescript";
import { beforeAll, describe, expect, test } from "vitest";

import { pairs } from "../../src/catalogue/catalogue.ts";
import type { Pair } from "../../src/catalogue/entry.ts";
import { matchOrigin } from "../../src/facts/value-origin.ts";
import { buildDeclaredTypes, collectModules, importingEvery, PROOF_FILE, type DeclaredTypes } from "./declared-types.ts";
import { collectReports, exampleName, UNSEEN } from "./example-reports.ts";
import { buildTypedFactsOf } from "./facts-of.ts";
import { installPackages } from "./install-packages.ts";
import { buildPackageProgram, sourceFileNamed } from "./package-program.ts";
import { collectFaults } from "./prove-entry.ts";
import { namesType, withoutMakers } from "./stripped-origin.ts";

const modules = [...new Set(pairs.flatMap(collectModulesOf))].sort();
const provable = pairs.filter((pair) => pair.unproven === undefined);

let program: ts.Program;
let declared: DeclaredTypes;

beforeAll(() => {
  installPackages();
  const examples = pairs.flatMap((pair) => (["leaking", "clean"] as const).map((kind) => [exampleName(pair, kind), pair[kind]] as const));
  program = buildPackageProgram(new Map([[PROOF_FILE, importingEvery(modules)], ...examples]));
  declared = buildDeclaredTypes(program, modules);
}, 600_000);

describe("every entry against the declarations of its package", () => {
  test.each(provable.map((pair) => [pair.id, pair] as const))("%s", (_id, pair) => {
    expectNone(collectFaults(pair, declared));
  });
});

describe("every example type-checks against the declarations of its package", () => {
  test.each(provable.map((pair) => [pair.id, pair] as const))("%s", (_id, pair) => {
    expectNone([...collectTypeErrors(exampleName(pair, "leaking")), ...collectTypeErrors(exampleName(pair, "clean"))]);
  });
});

describe("every entry that names a type is recognised by the type alone", () => {
  const byType = provable.filter(({ acquire }) => namesType(acquire.callee));

  test.each(byType.map((pair) => [pair.id, pair] as const))("%s", (_id, pair) => {
    const facts = buildTypedFactsOf(program, exampleName(pair, "leaking"));
    const origin = withoutMakers(pair.acquire.callee);
    expect(facts.nodes.calls.map((call) => matchOrigin(facts, call.callee, origin))).toContain("certain");
  });
});

describe("the resource rules with types", () => {
  const entries = pairs.map((pair) => [pair.id, pair] as const);

  for (const [id, pair] of entries) {
    test(`report the leaking example of ${id}`, { fails: UNSEEN.has(id) }, () => {
      expect(collectReports(pair, "leaking", program)).not.toEqual([]);
    });
  }

  test.each(entries)("do not report the clean example of %s", (_id, pair) => {
    expectNone(collectReports(pair, "clean", program));
  });
});

describe("the proof itself", () => {
  const [watcher] = pairs.filter((pair) => pair.id === "node-fs/watcher");
  const altered = (change: Partial<Pair>): readonly string[] => collectFaults({ ...(watcher as Pair), ...change }, declared);

  test("fails an entry whose release was renamed", () => {
    expect(altered({ releases: [{ by: "method", name: "stop" }] })).toEqual(["no handle has the method stop()"]);
  });

  test("fails an entry whose export is not there", () => {
    const callee = { kind: "export", module: "node:fs", path: ["observe"] } as const;
    expect(altered({ acquire: { form: "call", callee } })).toEqual(['observe of "node:fs" is not declared']);
  });

  test("fails an entry whose handle comes another way", () => {
    expect(altered({ handle: { from: "awaited" } })).toEqual(["nothing comes as awaited"]);
  });

  test("fails an entry whose bound is no option", () => {
    expect(altered({ bounds: [{ option: "deadline", argument: 1 }] })).toEqual(["argument 1 has no option deadline"]);
  });
});

function expectNone(faults: readonly string[]): void {
  expect(faults, faults.join("; ")).toEqual([]);
}

function collectModulesOf({ acquire, releases }: Pair): readonly string[] {
  const origins = [acquire.callee, ...releases.flatMap((release) => (release.by === "callee" ? [release.callee] : []))];
  return origins.flatMap(collectModules);
}

function collectTypeErrors(name: string): readonly string[] {
  const file = sourceFileNamed(program, name);
  const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
  return found.map(({ messageText, start }) => {
    const line = start === undefined ? 0 : file.getLineAndCharacterOfPosition(start).line + 1;
    return `${path.basename(file.fileName)}:${line} ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
  });
}
