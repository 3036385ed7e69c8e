/** What the users' own entries do in each rule, and that without them the same programs are silent. */
import { describe, expect, test } from "vitest";

import type { LeakproofSettings } from "../../src/catalogue/user-settings.ts";
import { rules } from "../../src/rules/index.ts";
import { lintCase } from "../support/lint-case.ts";

/** The pair of the tests: a lease of a client, which is awaited and has one right verb and one wrong one. */
const LEASE: LeakproofSettings = {
  pairs: [
    {
      id: "acme/lease",
      acquire: { method: "lease", of: "Client", from: "acme" },
      handle: "awaited",
      release: ["giveBack", "[asyncDispose]"],
      wrongReleases: [{ method: "pause", because: "only pauses it" }],
    },
  ],
};

function reportsOf(rule: string, code: string, settings?: LeakproofSettings, filename = "src/jobs/case.ts", confidence: "likely" | "possible" = "likely"): readonly string[] {
  const options = { confidence, filename, ...(settings && { settings: { leakproof: settings } }) };
  return lintCase({ name: rule, rule: rules[rule] as never, code, options, parser: "typescript" }).map(({ message }) => message);
}

const HEAD = 'import { Client } from "acme";\nconst client = new Client();\n';

const LEAKS: Readonly<Record<string, readonly [leaking: string, clean: string]>> = {
  "no-unreleased-resource": [
    "export async function run() { const lease = await client.lease(); await work(lease.id); }",
    "export async function run() { const lease = await client.lease(); try { await work(lease.id); } finally { await lease.giveBack(); } }",
  ],
  "no-partial-release": [
    "export async function run() { const lease = await client.lease(); await work(); await lease.giveBack(); }",
    "export async function run() { const lease = await client.lease(); try { await work(); } finally { await lease.giveBack(); } }",
  ],
  "no-unreleased-field": [
    "export class Job { async start() { this.held = await client.lease(); this.timer = setInterval(f, 9); } dispose() { clearInterval(this.timer); } }",
    "export class Job { async start() { this.held = await client.lease(); this.timer = setInterval(f, 9); } dispose() { clearInterval(this.timer); this.held.giveBack(); } }",
  ],
  "no-mismatched-release": [
    "export class Job { async start() { this.held = await client.lease(); } dispose() { this.held.pause(); } }",
    "export class Job { async start() { this.held = await client.lease(); } dispose() { this.held.giveBack(); } }",
  ],
  "prefer-using": [
    "export async function run() { const lease = await client.lease(); try { await work(); } finally { await lease.giveBack(); } }",
    "export async function run() { await using lease = await client.lease(); await work(); }",
  ],
};

describe("a user's pair", () => {
  test.each(Object.entries(LEAKS))("speaks in %s", (rule, [leaking]) => {
    expect(reportsOf(rule, HEAD + leaking, LEASE)).toHaveLength(1);
  });

  test.each(Object.entries(LEAKS))("is silent in %s where it is kept", (rule, [, clean]) => {
    expect(reportsOf(rule, HEAD + clean, LEASE)).toEqual([]);
  });

  test.each(Object.entries(LEAKS))("is needed for what %s says", (rule, [leaking]) => {
    expect(reportsOf(rule, HEAD + leaking)).toEqual([]);
  });

  test("is about that class alone", () => {
    const [leaking] = LEAKS["no-unreleased-resource"] as [string, string];
    expect(reportsOf("no-unreleased-resource", `import { Client } from "other";\nconst client = new Client();\n${leaking}`, LEASE)).toEqual([]);
  });

  test("is named by its noun, or by its id", () => {
    const [leaking] = LEAKS["no-unreleased-resource"] as [string, string];
    const [own] = LEASE.pairs ?? [];
    expect(reportsOf("no-unreleased-resource", HEAD + leaking, { pairs: [{ ...own, noun: "an hour's lease" } as never] })[0]).toContain("hour's lease");
    expect(reportsOf("no-unreleased-resource", HEAD + leaking, LEASE)[0]).toContain("lease");
  });
});

describe("the ways to name what is called", () => {
  const body = "export function run() { const x = CALL; use(x.id); }";
  const speaks = (acquire: unknown, code: string, filename?: string): boolean =>
    reportsOf("no-unreleased-resource", code, { pairs: [{ id: "acme/x", acquire, release: "end" } as never] }, filename).length === 1;

  test.each([
    ["an export", { call: "open", from: "acme" }, `import { open as o } from "acme"; ${body.replace("CALL", "o()")}`],
    ["a default export", { call: "default", from: "acme" }, `import acme from "acme"; ${body.replace("CALL", "acme()")}`],
    ["a required module", { call: "open", from: "acme" }, `const { open: o } = require("acme"); ${body.replace("CALL", "o()")}`],
    ["a class", { new: "Lease", from: "acme" }, `import { Lease } from "acme"; ${body.replace("CALL", "new Lease()")}`],
    ["a global", { call: "acme.open" }, body.replace("CALL", "acme.open()")],
    ["a method of what a factory makes", { method: "open", of: "Acme", from: "acme", madeBy: "create" }, `import { create } from "acme"; const a = create(); ${body.replace("CALL", "a.open()")}`],
    ["a method by its name alone", { method: "openAcme" }, body.replace("CALL", "given.openAcme()")],
    ["a file of the project", { call: "open", from: "./src/lib/acme.js" }, `import { open } from "../lib/acme"; ${body.replace("CALL", "open()")}`],
    ["a folder of the project", { call: "open", from: "./src/lib" }, `import { open } from "../lib/index.js"; ${body.replace("CALL", "open()")}`],
  ])("%s", (_what, acquire, code) => {
    expect(speaks(acquire, code)).toBe(true);
  });

  test.each([
    ["another export", { call: "open", from: "acme" }, `import { close as o } from "acme"; ${body.replace("CALL", "o()")}`],
    ["a local function of the global's name", { call: "open" }, `function open() { return { id: 1 }; } ${body.replace("CALL", "open()")}`],
    ["another file of the project", { call: "open", from: "./src/lib/acme" }, `import { open } from "./lib/acme"; ${body.replace("CALL", "open()")}`],
  ])("not %s", (_what, acquire, code) => {
    expect(speaks(acquire, code)).toBe(false);
  });
});

describe("the ways to release", () => {
  const speaks = (release: unknown, handle: unknown, body: string): boolean =>
    reportsOf("no-unreleased-resource", `import { Acme } from "acme"; const a = new Acme(); export function run(fn) { ${body} }`, {
      pairs: [{ id: "acme/x", acquire: { method: "open", of: "Acme", from: "acme" }, handle, release } as never],
    }).length > 0;

  test.each([
    ["a method", "end", "result", "const x = a.open(); x.end();"],
    ["the handle itself", "()", "result", "const stop = a.open(); stop();"],
    ["a method of the receiver with the same arguments", { receiver: "off", same: [0, 1] }, "identity", "a.open('x', fn); a.off('x', fn);"],
    ["a method of a callback's parameter", "end", { callback: -1, parameter: 1 }, "a.open((error, x) => { if (error) return; x.end(); });"],
  ])("%s", (_what, release, handle, body) => {
    expect(speaks(release, handle, body)).toBe(false);
    expect(speaks("otherwise", handle === "identity" ? "result" : handle, body)).toBe(true);
  });
});

describe("a release that takes the handle", () => {
  const paths = (release: unknown, body: string): number =>
    reportsOf("no-partial-release", `import { Acme, endIt } from "acme"; const a = new Acme(); export async function run() { const x = a.open(); ${body} }`, {
      pairs: [{ id: "acme/x", acquire: { method: "open", of: "Acme", from: "acme" }, release } as never],
    }).length;

  test.each([
    ["a function", { call: "endIt", from: "acme" }, "endIt(x);"],
    ["a method of the receiver", { receiver: "giveBack" }, "a.giveBack(x);"],
  ])("is %s", (_what, release, end) => {
    expect(paths(release, `await work(); ${end}`)).toBe(1);
    expect(paths(release, `try { await work(); } finally { ${end} }`)).toBe(0);
    expect(paths("otherwise", `await work(); ${end}`)).toBe(0);
  });
});

describe("a user's cache", () => {
  const settings: LeakproofSettings = { caches: [{ id: "acme/store", class: "Store", from: "acme", insert: "put", lookup: "find", delete: "drop", clear: "wipe", bounded: false }] };
  const head = 'import { Store } from "acme";\n';

  test("has its keys judged", () => {
    const code = `${head}const store = new Store(); export function save(user, now) { store.put({ id: user.id }, now); return store.find({ id: user.id }); }`;
    expect(reportsOf("no-unstable-key", code, settings)).not.toEqual([]);
    expect(reportsOf("no-unstable-key", code)).toEqual([]);
    expect(reportsOf("no-unstable-key", code.replaceAll("{ id: user.id }", "user.id"), settings)).toEqual([]);
  });

  test("has its keys compared", () => {
    const code = `${head}const store = new Store(); export function open(id, s) { store.put(\`s:\${id}\`, s); } export function close(id) { store.drop(id); }`;
    expect(reportsOf("no-mismatched-key", code, settings)).not.toEqual([]);
    expect(reportsOf("no-mismatched-key", code)).toEqual([]);
    expect(reportsOf("no-mismatched-key", code.replace("drop(id)", "drop(`s:${id}`)"), settings)).toEqual([]);
  });

  const growing = `${head}import { bus } from "./bus"; const sessions = new Store(); bus.on("open", (requestId, s) => { sessions.put(requestId, s); });`;

  test("that does not bound itself is a collection", () => {
    expect(reportsOf("no-unbounded-collection", growing, settings)).not.toEqual([]);
    expect(reportsOf("no-unbounded-collection", growing)).toEqual([]);
  });

  test.each(["export const close = (requestId) => sessions.drop(requestId);", "setInterval(() => sessions.wipe(), 60_000);"])("is let go by %s", (removal) => {
    expect(reportsOf("no-unbounded-collection", `${growing}\n${removal}`, settings)).toEqual([]);
  });

  test("that bounds itself is none", () => {
    const [cache] = settings.caches ?? [];
    expect(reportsOf("no-unbounded-collection", growing, { caches: [{ ...cache, bounded: true } as never] })).toEqual([]);
  });

  test("that has entries left behind is told", () => {
    const code = `${head}const open = new Store();\nexport async function run(id, work) { open.put(id, work); await work(); open.drop(id); }`;
    expect(reportsOf("no-stranded-entry", code, settings)).not.toEqual([]);
    expect(reportsOf("no-stranded-entry", code.replace("await work();", "try { await work(); } finally { open.drop(id); }"), settings)).toEqual([]);
  });
});

describe("a user's lifecycle", () => {
  const field = (end: string, extend = ""): string => `export class Panel${extend} { onShown() { this.timer = setInterval(f, 9); this.socket = new WebSocket(u); } ${end} }`;
  const settings: LeakproofSettings = { lifecycles: [{ teardown: "whenGone", setup: "onShown", extends: "Panel", decorators: "Widget", cleanupCalls: "atTheEnd" }] };

  test("makes a method a teardown", () => {
    const code = field("whenGone() { clearInterval(this.timer); }");
    expect(reportsOf("no-unreleased-field", code, settings).join()).toContain("socket");
    expect(reportsOf("no-unreleased-field", code).join()).not.toContain("whenGone");
    expect(reportsOf("no-unreleased-field", field("whenGone() { clearInterval(this.timer); this.socket.close(); }"), settings)).toEqual([]);
  });

  test("knows what a base class or a decorator would call", () => {
    expect(reportsOf("no-unreleased-field", field("", " extends Panel"), settings).join()).toContain("whenGone");
    expect(reportsOf("no-unreleased-field", `@Widget() ${field("")}`.replace("@Widget() export", "export @Widget()").replace("export @Widget() class", "@Widget()\nexport class"), settings).join()).toContain("whenGone");
    expect(reportsOf("no-unreleased-field", field("", " extends Other"), settings).join()).not.toContain("whenGone");
  });

  test("knows whose callbacks run at the end", () => {
    const code = field("constructor() { atTheEnd(() => { clearInterval(this.timer); this.socket.close(); }); }", " extends Panel");
    expect(reportsOf("no-unreleased-field", code, settings, undefined, "possible")).toEqual([]);
    expect(reportsOf("no-unreleased-field", code.replace("atTheEnd", "soon"), settings, undefined, "possible")).not.toEqual([]);
  });
});
