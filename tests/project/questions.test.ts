/** What other files decide of a report: base classes, helpers, makers of a class, and whoever empties a collection. */
import { describe, expect, it } from "vitest";

import type { Files } from "./memory-files.ts";
import { verdictIn } from "./project-facts.ts";

interface Case {
  readonly of: string;
  readonly says: string;
  readonly files: Files;
}

const project = (of: string, says: string, files: Files): Case => ({ of, says, files });

const PANEL = `import { Base } from "./base";
export class Panel extends Base {
  start(): void {
    this.timer = setInterval(tick, 1000); // here
  }
  dispose(): void {
    this.stopped = true;
    super.dispose();
  }
}
`;
const MAKES_MANY = 'import { Panel } from "./panel";\nserver.on("request", () => { const panel = new Panel(); panel.start(); });\n';

const BASES = [
  project("that releases the field", "silent by owned/base-class in base.ts:2", { "panel.ts": PANEL, "main.ts": MAKES_MANY, "base.ts": "export class Base {\n  dispose() { clearInterval(this.timer); }\n}" }),
  project("that releases the field in what it calls", "silent by owned/base-class in base.ts:3", { "panel.ts": PANEL, "main.ts": MAKES_MANY, "base.ts": "export class Base {\n  dispose() { this.stop(); }\n  stop() { clearInterval(this.timer); }\n}" }),
  project("two files up", "silent by owned/base-class in root.ts:1", { "panel.ts": PANEL, "main.ts": MAKES_MANY, "base.ts": 'import { Root } from "./root";\nexport class Base extends Root {}', "root.ts": "export class Root { dispose() { clearInterval(this.timer); } }" }),
  project("by a barrel", "silent by owned/base-class in lib/base.ts:1", { "panel.ts": PANEL.replace("./base", "./lib"), "main.ts": MAKES_MANY, "lib/index.ts": 'export * from "./base";', "lib/base.ts": "export class Base { dispose() { clearInterval(this.timer); } }" }),
  project("of CommonJS", "silent by owned/base-class in base.cjs:1", { "panel.ts": PANEL.replace('import { Base } from "./base";', 'const { Base } = require("./base.cjs");'), "main.ts": MAKES_MANY, "base.cjs": "class Base { dispose() { clearInterval(this.timer); } }\nmodule.exports = { Base };" }),
  project("that has nothing to do with the field", "certain field-forgotten", { "panel.ts": PANEL, "main.ts": MAKES_MANY, "base.ts": "export class Base { dispose() { this.socket.close(); } }" }),
  project("that only empties the field", "certain field-forgotten", { "panel.ts": PANEL, "main.ts": MAKES_MANY, "base.ts": "export class Base { dispose() { this.timer = undefined; } }" }),
  project("that releases it at another time", "certain field-forgotten", { "panel.ts": PANEL, "main.ts": MAKES_MANY, "base.ts": "export class Base { dispose() { }\n  pause() { clearInterval(this.timer); } }" }),
  project("that gives all its members away", "silent", { "panel.ts": PANEL, "main.ts": MAKES_MANY, "base.ts": "export class Base { dispose() { releaseAll(this); } }" }),
  project("of a package", "silent", { "panel.ts": PANEL.replace("./base", "some-package"), "main.ts": MAKES_MANY }),
];

const SLIDE = `import Base from "./base";
import bus from "./bus";
const OVER = "mouseover.slide";
export class Slide extends Base {
  listen() {
    bus.on(document.body, OVER, () => { this.next(); }); // here
  }
  dispose() {
    this.swipe.dispose();
    super.dispose();
  }
}
`;
const slides = (base: string): Files => ({ "slide.js": SLIDE, "bus.js": "export default { on() {}, off() {} };", "base.js": `import bus from "./bus";\nexport default class Base { dispose() { ${base} } }` });

const LISTENERS = [
  project("takes all off the object", "silent by unreleased/removed-by-base in base.js:2", slides("bus.off(document.body, this.constructor.GROUP);")),
  project("takes all off the object without a group", "silent by unreleased/removed-by-base in base.js:2", slides("bus.off(document.body);")),
  project("takes another event off", "likely listener-stays", slides('bus.off(document.body, "keydown");')),
  project("takes another event off, by a constant", "likely listener-stays", slides("bus.off(document.body, OUT);")),
  project("takes all off another object", "likely listener-stays", slides("bus.off(this.button, this.constructor.GROUP);")),
  project("takes one handler off", "likely listener-stays", slides("bus.off(document.body, this.constructor.GROUP, this.onClick);")),
  project("takes nothing off", "likely listener-stays", slides("this.body = null;")),
  project("is of a package", "likely listener-stays", { "slide.js": SLIDE.replace("./base", "some-package"), "bus.js": "export default { on() {}, off() {} };" }),
];

const CLOCK = `export class Clock {
  start(): void {
    this.timer = setInterval(tick, 1000); // here
  }
  dispose(): void {
    this.view.dispose();
  }
}
`;

const MAKERS = [
  project("once", "silent by repeats/owner-made in main.ts:2", { "clock.ts": CLOCK, "main.ts": 'import { Clock } from "./clock";\nexport const clock = new Clock();\nserver.on("request", () => clock.start());' }),
  project("once, by an extension of an editor", "silent by repeats/owner-made in main.ts:2", { "package.json": '{ "name": "a", "main": "main.js", "engines": { "vscode": "1" } }', "clock.ts": CLOCK, "main.ts": 'import { Clock } from "./clock";\nexport const clock = new Clock();\nserver.on("request", () => clock.start());' }),
  project("for each request", "certain field-forgotten", { "clock.ts": CLOCK, "main.ts": 'import { Clock } from "./clock";\nserver.on("request", () => { const clock = new Clock(); clock.start(); });' }),
  project("by strangers", "certain field-forgotten", { "package.json": '{ "name": "a", "main": "clock.ts" }', "clock.ts": CLOCK }),
  project("by a container", "certain field-forgotten", { "clock.ts": CLOCK, "main.ts": 'import { Clock } from "./clock";\nprovide([Clock]);' }),
  project("once, where its end is a pause", "certain field-forgotten", { "clock.ts": CLOCK.replace("dispose(): void", "stop(): void").replace("this.view.dispose()", "this.view.stop()"), "main.ts": 'import { Clock } from "./clock";\nexport const clock = new Clock();\nserver.on("request", () => clock.start());' }),
];

const USES = `import { open } from "node:fs/promises";
import { help } from "./help";
export async function load(path: string): Promise<number> {
  const file = await open(path); // here
  return help(file);
}
`;
const OPEN = `import { open } from "node:fs/promises";
import { help } from "./help";
export async function load(path: string): Promise<void> {
  const file = await open(path); // here
  if (path === "") throw new Error("no path");
  await help(file);
}
`;

const HELPERS = [
  project("that releases it", "silent", { "load.ts": USES, "help.ts": "export async function help(file) { await file.close(); }" }),
  project("that only reads it", "likely handle-never-released", { "load.ts": USES, "help.ts": "export function help(file) { return file.fd; }" }),
  project("that only reads it, by a barrel", "likely handle-never-released", { "load.ts": USES, "help/index.ts": 'export { read as help } from "./read";', "help/read.ts": "export const read = (file) => file.fd;" }),
  project("that hands it on to one that only reads it", "likely handle-never-released", { "load.ts": USES, "help.ts": 'import { read } from "./read";\nexport function help(file) { return read(file); }', "read.ts": "export const read = (file) => file.fd;" }),
  project("that keeps it", "silent", { "load.ts": USES, "help.ts": "const all = [];\nexport function help(file) { all.push(file); return 1; }" }),
  project("that returns it", "silent", { "load.ts": USES, "help.ts": "export function help(file) { return file; }" }),
  project("in a wrapper", "silent", { "load.ts": USES, "help.ts": "export const help = traced((file) => file.fd);" }),
  project("of a package", "silent", { "load.ts": USES.replace("./help", "some-package") }),
  project("that releases it, and that a way out misses", "certain held-on-way", { "load.ts": OPEN, "help.ts": "export async function help(file) { await file.close(); }" }),
  project("of a package, on ways out", "silent", { "load.ts": OPEN.replace("./help", "some-package") }),
];

const SESSIONS = `export const sessions = new Map();
export function handle(requestId, session) {
  sessions.set(requestId, session); // here
}
`;
const POOL = `export class Pool {
  requests = new Map();
  handle(requestId, request) {
    this.requests.set(requestId, request); // here
  }
}
export const pool = new Pool();
`;

const COLLECTIONS = [
  project("deletes from the export", "silent by unreleased/emptied-elsewhere in end.js:2", { "sessions.js": SESSIONS, "end.js": 'import { sessions } from "./sessions";\nexport const end = (id) => sessions.delete(id);' }),
  project("clears the export, by a namespace", "silent by unreleased/emptied-elsewhere in end.js:2", { "sessions.js": SESSIONS, "end.js": 'import * as all from "./sessions";\nexport const end = () => all.sessions.clear();' }),
  project("only reads the export", "possible grows", { "sessions.js": SESSIONS, "end.js": 'import { sessions } from "./sessions";\nexport const find = (id) => sessions.get(id);' }),
  project("of a package may do anything", "possible grows", { "sessions.js": SESSIONS, "end.js": 'import { end } from "some-package";\nend();' }),
  project("deletes from the field", "silent by unreleased/emptied-elsewhere in end.js:2", { "pool.js": POOL, "end.js": 'import { pool } from "./pool"; // the Pool\nexport const end = (id) => pool.requests.delete(id);' }),
  project("sets the field anew", "silent by unreleased/emptied-elsewhere in end.js:2", { "pool.js": POOL, "end.js": 'import { pool } from "./pool"; // the Pool\npool.requests = new Map();' }),
  project("has a field of that name of its own", "possible grows", { "pool.js": POOL, "end.js": 'import { pool } from "./pool"; // the Pool\nclass Other { requests = new Map(); end(id) { this.requests.delete(id); } }\nnew Other(pool);' }),
];

describe("a base class", () => {
  it.each(BASES)("$of", ({ says, files }) => expect(verdictIn(files)).toBe(says));
});

describe("a base class whose end", () => {
  it.each(LISTENERS)("$of", ({ says, files }) => expect(verdictIn(files)).toBe(says));
});

describe("a class that is made", () => {
  it.each(MAKERS)("$of", ({ says, files }) => expect(verdictIn(files)).toBe(says));
});

describe("a helper", () => {
  it.each(HELPERS)("$of", ({ says, files }) => expect(verdictIn(files)).toBe(says));
});

describe("another file that", () => {
  it.each(COLLECTIONS)("$of", ({ says, files }) => expect(verdictIn(files)).toBe(says));
});
