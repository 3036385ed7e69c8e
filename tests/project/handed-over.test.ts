/** What functions of other files do with what they are given, and whether what they answer may fail. */
import { join } from "node:path";

import * as parser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";

import plugin from "../../src/index.ts";
import { writeProject } from "../cli/run-leakproof.ts";

/** The rules that report on `src/main.ts`, beside `src/helper.ts`. */
function reportsOn(main: string, helper: string): readonly (string | null)[] {
  const root = writeProject({ "src/main.ts": main, "src/helper.ts": helper });
  const configuration = [{ ...plugin.configs.strict, files: ["**/*.ts"], languageOptions: { parser } }] as unknown as Linter.Config[];
  return new Linter({ cwd: root }).verify(main, configuration, { filename: join(root, "src/main.ts") }).map(({ ruleId }) => ruleId);
}

describe("a listener that is given to a helper", () => {
  const main = `import { removeSafely } from "./helper";
export class Panel {
  constructor() { this.show = () => {}; window.addEventListener("message", this.show); }
  destroy() { removeSafely(window, "message", this.show); }
}
`;

  it("is taken off where the helper does that", () => {
    expect(reportsOn(main, "export function removeSafely(target, event, listener) { try { target.removeEventListener(event, listener); } catch {} }")).toEqual([]);
  });

  it("stays where the helper does something else with it", () => {
    expect(reportsOn(main, "export function removeSafely(target, event, listener) { log(target, event, listener); }")).toEqual(["leakproof/no-unreleased-resource"]);
  });

  it("stays, as far as anybody knows, where the helper is out of sight", () => {
    expect(reportsOn(main.replace("./helper", "elsewhere"), "")).toEqual(["leakproof/no-unreleased-resource"]);
  });
});

describe("an object URL that is given to a helper", () => {
  const main = `import { reset } from "./helper";
export function show(element, blob, ended) {
  const url = URL.createObjectURL(blob);
  element.src = url;
  ended.register(() => reset(element, url));
}
`;

  it("is revoked where the helper does that", () => {
    expect(reportsOn(main, "export function reset(element, url) { element.removeAttribute('src'); if (url !== null) URL.revokeObjectURL(url); }")).toEqual([]);
  });

  it("stays where the helper only reads it", () => {
    expect(reportsOn(main, "export function reset(element, url) { if (element.src === url) element.removeAttribute('src'); }")).toEqual(["leakproof/no-unreleased-resource"]);
  });

  it("stays where the helper is out of sight", () => {
    expect(reportsOn(main.replace("./helper", "elsewhere"), "")).toEqual(["leakproof/no-unreleased-resource"]);
  });
});

describe("a way out behind a wait", () => {
  const main = `import fs from "node:fs";
import { rest } from "./helper";
export async function keep(path) {
  const stream = fs.createReadStream(path);
  await rest(100);
  stream.destroy();
}
`;

  it("is not gone where the wait never fails", () => {
    expect(reportsOn(main, "export const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));")).toEqual([]);
  });

  it("is gone where it may fail", () => {
    expect(reportsOn(main, "export const rest = async (ms: number) => { await fetch(`/rest/${ms}`); };")).toEqual(["leakproof/no-partial-release"]);
  });

  it("is gone, as far as anybody knows, where the wait is out of sight", () => {
    expect(reportsOn(main.replace("./helper", "elsewhere"), "")).toEqual(["leakproof/no-partial-release"]);
  });
});

describe("a signal that callers give", () => {
  const main = `export async function ask(port, signal) {
  const own = new AbortController();
  signal.addEventListener("abort", () => own.abort());
  return await fetch(port, { signal: own.signal });
}
`;
  const importing = (code: string): string => `import { ask } from "./main";\n${code}`;

  it("goes with the call where each makes one", () => {
    expect(reportsOn(main, importing("export async function run(port) { const mine = new AbortController(); try { await ask(port, mine.signal); } finally { mine.abort(); } }"))).toEqual([]);
  });

  it("goes with the call where each hands on one that was made for it", () => {
    expect(reportsOn(main, importing("const pass = (port, signal) => ask(port, signal);\nexport const run = (port) => pass(port, new AbortController().signal);"))).toEqual([]);
  });

  it("stays where one gives a signal that it keeps", () => {
    const kept = importing("const all = new AbortController();\nexport const run = (port) => ask(port, all.signal);\nexport const other = (port) => ask(port, new AbortController().signal);");
    expect(reportsOn(main, kept)).toEqual(["leakproof/no-unreleased-resource"]);
  });

  it("stays, as far as anybody knows, where the function is given to somebody", () => {
    expect(reportsOn(main, importing("export const run = (port) => ask(port, new AbortController().signal);\nregister(ask);"))).toEqual(["leakproof/no-unreleased-resource"]);
  });
});
