/** What an author's tags do: each program is silent or reported with its tag, and the other way round without it. */
import { describe, expect, test } from "vitest";

import { rules } from "../../src/rules/index.ts";
import { lintCase } from "../support/lint-case.ts";

function speaks(rule: string, code: string): boolean {
  return lintCase({ name: rule, rule: rules[rule] as never, code, options: { confidence: "likely" }, parser: "typescript" }).length > 0;
}

const LEAK = "export function run() { const lease = open(); use(lease.id); }";

describe("a tag makes it a report", () => {
  test.each([
    ["@owns of a function", "no-unreleased-resource", `/** @owns */\nfunction open() { return pool.next(); }\n${LEAK}`],
    ["@owns of a constant", "no-unreleased-resource", `/** Opens. @owns giveBack() */\nconst open = () => pool.next();\n${LEAK}`],
    ["@owns of a class", "no-unreleased-resource", "/** @owns */\nexport class Lease {}\nexport function run() { const lease = new Lease(); use(lease.id); }"],
    ["@owns with a release that one path misses", "no-partial-release", "/** @owns giveBack() */\nfunction open() { return pool.next(); }\nexport async function run() { const lease = open(); await work(); lease.giveBack(); }"],
  ])("%s", (_what, rule, code) => {
    expect(speaks(rule, code)).toBe(true);
    expect(speaks(rule, code.replace("@owns", ""))).toBe(false);
  });
});

describe("a tag makes it silent", () => {
  const timer = "export class Clock { start() { this.timer = setInterval(f, 9); this.other = setInterval(g, 9); } dispose() { clearInterval(this.other); } }";

  test.each([
    ["@borrowed", "of a variable", "no-unreleased-resource", "export function run() { /** @borrowed */ const socket = new WebSocket(u); use(socket.url); }"],
    ["@borrowed", "of a function", "no-unreleased-resource", "/** @borrowed */ function open() { return x; }\n/** */ function f() { const a = open(); a.close(); }\nexport function run() { const s = new WebSocket(u); s.close(); }"],
    ["@longLived", "of a class, for its fields", "no-unreleased-field", `/** @longLived */\n${timer}`],
    ["@longLived", "of a function", "no-unreleased-resource", "/** @longLived */\nexport function main() { const socket = new WebSocket(u); use(socket.url); }"],
    ["@bounded", "of a variable", "no-unbounded-collection", "import { bus } from './bus';\n/** One for each region. @bounded */\nconst sessions = new Map();\nbus.on('open', (requestId, s) => { sessions.set(requestId, s); });"],
    ["@bounded", "of a field", "no-unbounded-collection", "import { bus } from './bus';\nexport class SessionService {\n  /** @bounded */\n  sessions = new Map();\n  constructor() { bus.on('open', (requestId, s) => { this.sessions.set(requestId, s); }); }\n}\nexport const service = new SessionService();"],
  ])("%s %s", (tag, what, rule, code) => {
    expect(speaks(rule, code)).toBe(false);
    if (tag !== "@borrowed" || what === "of a variable") expect(speaks(rule, code.replace(tag, ""))).toBe(true);
  });

  test("@owns, where the release follows", () => {
    expect(speaks("no-unreleased-resource", "/** @owns giveBack() */\nfunction open() { return pool.next(); }\nexport function run() { const lease = open(); try { use(lease.id); } finally { lease.giveBack(); } }")).toBe(false);
  });
});

describe("@releases", () => {
  const code = (tag: string): string =>
    `/** ${tag} */\nfunction end(why, socket) { registry.drop(socket); }\nexport async function run() { const socket = new WebSocket(u); await work(); end("done", socket); }`;

  test("makes a call with the handle its release, so that a path can miss it", () => {
    expect(speaks("no-partial-release", code("@releases socket"))).toBe(true);
    expect(speaks("no-partial-release", code("@releases why"))).toBe(false);
    expect(speaks("no-partial-release", code(""))).toBe(false);
  });
});
