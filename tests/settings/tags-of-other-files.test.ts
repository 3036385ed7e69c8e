/** Tags of declarations in other files: read with type information, and silent without the tag or without types. */
import { describe, expect, test } from "vitest";

import { rules } from "../../src/rules/index.ts";
import { lintCase } from "../support/lint-case.ts";

type Files = Readonly<Record<string, string>>;

function speaks(rule: string, code: string, files: Files, parser: "typed" | "typescript" = "typed"): boolean {
  return lintCase({ name: rule, rule: rules[rule] as never, code, options: { confidence: "likely", files }, parser }).length > 0;
}

/** The same files without any tag. */
function untagged(files: Files): Files {
  return Object.fromEntries(Object.entries(files).map(([file, text]) => [file, text.replaceAll(/@\w+/g, "")]));
}

const LEASE = "export interface Lease { id: string; giveBack(): void }";
const DROPPED = "export function run() { const lease = open(); use(lease.id); }";

describe("@owns of another file", () => {
  test.each([
    ["a function", `import { open } from "./pool"; ${DROPPED}`, { "src/pool.ts": `${LEASE}\n/** @owns giveBack() */\nexport function open(): Lease { return next(); }` }],
    ["a constant", `import { open } from "./pool"; ${DROPPED}`, { "src/pool.ts": `${LEASE}\n/** Opens.\n * @owns giveBack()\n */\nexport const open = (): Lease => next();` }],
    ["a function under another name", `import { lend as open } from "./pool"; ${DROPPED}`, { "src/pool.ts": `${LEASE}\n/** @owns giveBack() */\nexport function lend(): Lease { return next(); }` }],
    ["a function that is exported again", `import { open } from "./index"; ${DROPPED}`, { "src/index.ts": `export { open } from "./pool";`, "src/pool.ts": `${LEASE}\n/** @owns giveBack() */\nexport function open(): Lease { return next(); }` }],
    ["a member of a module", `import * as pool from "./pool"; export function run() { const lease = pool.open(); use(lease.id); }`, { "src/pool.ts": `${LEASE}\n/** @owns giveBack() */\nexport function open(): Lease { return next(); }` }],
    ["a class", `import { Lease } from "./pool"; export function run() { const lease = new Lease(); use(lease.id); }`, { "src/pool.ts": "/** @owns giveBack() */\nexport class Lease { id = 1; giveBack() {} }" }],
    ["a method, by the type of its object", `import type { Pool } from "./pool"; export function run(pool: Pool) { const lease = pool.open(); use(lease.id); }`, { "src/pool.ts": `${LEASE}\nexport class Pool {\n/** @owns giveBack() */\nopen(): Lease { return next(); } }` }],
    ["a declaration of a package", `import { open } from "acme"; ${DROPPED}`, { "node_modules/acme/package.json": `{ "name": "acme", "version": "1.0.0", "types": "index.d.ts" }`, "node_modules/acme/index.d.ts": `${LEASE}\n/** @owns giveBack() */\nexport declare function open(): Lease;` }],
  ] as readonly (readonly [string, string, Files])[])("%s", (_what, code, files) => {
    expect(speaks("no-unreleased-resource", code, files)).toBe(true);
    expect(speaks("no-unreleased-resource", code, untagged(files))).toBe(false);
    expect(speaks("no-unreleased-resource", code, files, "typescript")).toBe(false);
    expect(speaks("no-unreleased-resource", code.replace(/use\((\w+)\.id\)/, "$1.giveBack()"), files)).toBe(false);
  });

  test("says which path misses the release", () => {
    const files = { "src/pool.ts": `${LEASE}\n/** @owns giveBack() */\nexport function open(): Lease { return next(); }` };
    const code = `import { open } from "./pool"; export async function run() { const lease = open(); await work(); lease.giveBack(); }`;
    expect(speaks("no-partial-release", code, files)).toBe(true);
    expect(speaks("no-partial-release", code, untagged(files))).toBe(false);
  });

  test("says nothing of its neighbours", () => {
    const files = { "src/pool.ts": `${LEASE}\n/** @owns giveBack() */\nexport function take(): Lease { return next(); }\nexport function open(): Lease { return next(); }` };
    expect(speaks("no-unreleased-resource", `import { open } from "./pool"; ${DROPPED}`, files)).toBe(false);
  });
});

describe("@borrowed of another file", () => {
  test("makes what a function gives somebody else's", () => {
    const files = { "src/sockets.ts": "export class Link implements Disposable { id = 1; [Symbol.dispose]() {} }\n/** @borrowed */\nexport function connect(): Link { return shared; }" };
    const code = `import { connect } from "./sockets"; export function run() { const socket = connect(); use(socket.id); }`;
    expect(speaks("no-unreleased-resource", code, files)).toBe(false);
    expect(speaks("no-unreleased-resource", code, untagged(files))).toBe(true);
  });
});

describe("@releases of another file", () => {
  const code = `import { end } from "./ends"; export async function run(u: string) { const socket = new WebSocket(u); await work(); end("done", socket); }`;
  const files = (tag: string): Files => ({ "src/ends.ts": `/** ${tag} */\nexport function end(why: string, socket: WebSocket): void { registry.drop(socket); }` });

  test.each([["@releases socket", true], ["@releases why", false], ["@releases", false], ["", false]])("%s", (tag, expected) => {
    expect(speaks("no-partial-release", code, files(tag))).toBe(expected);
    expect(speaks("no-partial-release", code, files(tag), "typescript")).toBe(false);
  });
});
