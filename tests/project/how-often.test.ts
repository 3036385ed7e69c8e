/** How often a program comes to the call `here()`, in projects of several files. */
import { describe, expect, it } from "vitest";

import { programRunsOf } from "../../src/subjects/program/runs.ts";
import { nodeOf } from "../support/file-facts.ts";
import type { Files } from "./memory-files.ts";
import { factsIn } from "./project-facts.ts";

/** The level, and the place that shows it. */
function runsIn(files: Files): string {
  const facts = factsIn(files, "here()");
  const { level, at } = programRunsOf(facts, nodeOf(facts, "here()"));
  return level === "unknown" || at === undefined ? level : `${level} ${facts.project.placeOf(at)}`;
}

const JOB = "export function run() { here(); }\n";
const CJS = "function run() { here(); }\nmodule.exports = { run };\n";
const CLASS = "export class Pool { constructor() { here(); } }\n";
const once = (of: string, where: string, files: Files) => ({ of, says: `once ${where}`, files });
const often = (of: string, where: string, files: Files) => ({ of, says: `often ${where}`, files });
const unknown = (of: string, files: Files) => ({ of, says: "unknown", files });
const strangers = (of: string, files: Files) => ({ of, says: "strangers", files });

const CASES = [
  once("a named import", "main.ts:2", { "job.ts": JOB, "main.ts": 'import { run } from "./job";\nrun();' }),
  often("a named import in a loop", "main.ts:2", { "job.ts": JOB, "main.ts": 'import { run } from "./job";\nfor (const each of list) run(each);' }),
  often("a handler of requests", "main.ts:2", { "job.ts": JOB, "main.ts": 'import { run } from "./job";\nserver.on("request", () => { run(); });' }),
  unknown("a function that nobody is known to call", { "job.ts": JOB, "main.ts": 'import { run } from "./job";\nuse({ run });' }),
  unknown("a member that goes round from object to object", { "job.ts": "export const job = { run() { here(); } };\n", "main.ts": 'import { job } from "./job";\nexport const facade = { run: job.run };\nexport const again = { run: facade.run };' }),
  once("a default import under another name", "main.ts:2", { "job.ts": "export default function () { }\nfunction start() { here(); }\nexport { start };\n", "main.ts": 'import { start as go } from "./job";\ngo();' }),
  once("a default import", "main.ts:2", { "job.ts": "export default function run() { here(); }\n", "main.ts": 'import go from "./job";\ngo();' }),
  once("a namespace", "main.ts:2", { "job.ts": JOB, "main.ts": 'import * as job from "./job";\njob.run();' }),
  often("a namespace in a loop", "main.ts:2", { "job.ts": JOB, "main.ts": 'import * as job from "./job";\nwhile (more) job.run();' }),
  unknown("a namespace that is handed on", { "job.ts": JOB, "a.ts": 'import { run } from "./job";\nrun();', "main.ts": 'import * as job from "./job";\nObject.values(job).forEach((each) => each());' }),
  unknown("a module that is loaded as the program runs", { "job.ts": JOB, "a.ts": 'import { run } from "./job";\nrun();', "main.ts": 'import("./job").then((job) => job.run());' }),
  once("an awaited module", "main.ts:2", { "job.ts": JOB, "main.ts": 'const { run } = await import("./job");\nrun();' }),
  once("a destructured require", "main.cjs:2", { "job.cjs": CJS, "main.cjs": 'const { run } = require("./job.cjs");\nrun();' }),
  once("a require in the midst", "main.cjs:1", { "job.cjs": CJS, "main.cjs": 'require("./job.cjs").run();' }),
  often("a require in a timer", "main.cjs:1", { "job.cjs": CJS, "main.cjs": 'setInterval(() => require("./job.cjs").run(), 9);' }),
  unknown("a required module that is handed on", { "job.cjs": CJS, "a.cjs": 'require("./job.cjs").run();', "main.cjs": 'register(require("./job.cjs"));' }),
  often("a CommonJS barrel", "b.cjs:1", { "job.cjs": CJS, "all.cjs": 'module.exports = require("./job.cjs");', "b.cjs": 'setInterval(() => require("./all.cjs").run(), 9);' }),
  often("a CommonJS barrel of several", "b.cjs:1", { "job.cjs": CJS, "all.cjs": 'module.exports = { ...require("./job.cjs") };', "b.cjs": 'setInterval(() => require("./all.cjs").run(), 9);' }),
  once("a barrel of stars", "main.ts:2", { "lib/job.ts": JOB, "lib/index.ts": 'export * from "./job";', "main.ts": 'import { run } from "./lib";\nrun();' }),
  often("a barrel that renames", "main.ts:2", { "lib/job.ts": JOB, "lib/index.ts": 'export { run as start } from "./job";', "main.ts": 'import { start } from "./lib";\nfor (;;) start();' }),
  once("barrels in a circle", "main.ts:2", { "lib/job.ts": JOB, "lib/a.ts": 'export * from "./index"; export * from "./a"', "lib/index.ts": 'export * from "./a"; export * from "./job";', "main.ts": 'import { run } from "./lib";\nrun();' }),
  often("a namespace of a barrel", "main.ts:2", { "lib/job.ts": JOB, "lib/index.ts": 'export { run as start } from "./job";', "main.ts": 'import * as lib from "./lib";\nfor (;;) lib.start();' }),
  once("an alias", "src/main.ts:2", { "tsconfig.json": '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }', "src/job.ts": JOB, "src/main.ts": 'import { run } from "@/job";\nrun();' }),
  unknown("an alias that nothing explains", { "src/job.ts": JOB, "src/a.ts": 'import { run } from "./job";\nrun();', "src/main.ts": 'import { run } from "@/job";\nfor (;;) run();' }),
  once("a test beside it, which does not count", "main.ts:2", { "job.ts": JOB, "job.test.ts": 'import { run } from "./job";\nfor (;;) run();', "main.ts": 'import { run } from "./job";\nrun();' }),
  unknown("a neighbour that cannot be parsed", { "job.ts": JOB, "a.ts": 'import { run } from "./job";\nrun();', "main.ts": 'import { run } from "./job"; run( {' }),
  once("a class that is made once", "main.ts:2", { "pool.ts": CLASS, "main.ts": 'import { Pool } from "./pool";\nexport const pool = new Pool();' }),
  often("a class that each request makes", "main.ts:2", { "pool.ts": CLASS, "main.ts": 'import { Pool } from "./pool";\nserver.on("request", () => new Pool());' }),
  unknown("a class that a container makes", { "pool.ts": `@Injectable() ${CLASS}`, "main.ts": 'import { Pool } from "./pool";\nnew Pool();' }),
  unknown("a component, which React renders", { "panel.tsx": "export function Panel() { here(); return null; }", "main.tsx": 'import { Panel } from "./panel";\nroot.render(<Panel />);' }),
  strangers("a published package", { "package.json": '{ "name": "a", "main": "dist/index.js" }', "src/index.ts": 'export { run } from "./job";', "src/job.ts": JOB }),
  strangers("a published package that gives all files", { "package.json": '{ "name": "a", "exports": { "./*": "./dist/*.js" } }', "src/job.ts": JOB }),
  once("a part of a published package that it keeps", "src/main.ts:2", { "package.json": '{ "name": "a", "main": "dist/index.js" }', "src/index.ts": "export const version = 1;", "src/job.ts": JOB, "src/main.ts": 'import { run } from "./job";\nrun();' }),
  once("an extension of an editor, which nobody imports", "main.ts:2", { "package.json": '{ "name": "a", "main": "dist/main.js", "engines": { "vscode": "^1.80.0" } }', "job.ts": JOB, "main.ts": 'import { run } from "./job";\nrun();' }),
  often("a namespace that a barrel hands on", "main.ts:2", { "job.ts": JOB, "all.ts": 'export * as job from "./job";', "main.ts": 'import { job } from "./all";\nfor (;;) job.run();' }),
  often("a namespace that is imported and handed on by another name", "main.ts:2", { "job.ts": JOB, "all.ts": 'import * as job from "./job";\nexport { job as work };', "main.ts": 'import { work } from "./all";\nfor (;;) work.run();' }),
  often("a part of a CommonJS module that is a module", "main.cjs:2", { "job.cjs": CJS, "all.cjs": 'exports.job = require("./job.cjs");', "main.cjs": 'const { job } = require("./all.cjs");\nfor (;;) job.run();' }),
  strangers("a published package that hands it on by another name", { "package.json": '{ "name": "a", "main": "index.js" }', "index.js": 'export { run as start } from "./job";', "job.js": JOB }),
  strangers("a published package that hands it on with all else", { "package.json": '{ "name": "a", "main": "index.js" }', "index.js": 'export * from "./all";', "all.js": 'export * as job from "./job";', "job.js": JOB }),
  once("a command", "src/cli.ts:2", { "package.json": '{ "name": "a", "private": true, "bin": "dist/cli.js" }', "src/job.ts": JOB, "src/cli.ts": 'import { run } from "./job";\nrun();' }),
  often("a package of the workspace", "apps/web/main.ts:2", { "packages/lib/package.json": '{ "name": "@acme/lib", "private": true, "main": "src/index.ts" }', "packages/lib/src/index.ts": JOB, "apps/web/main.ts": 'import { run } from "@acme/lib";\nfor (;;) run();' }),
  unknown("a part of a package of the workspace that no file is", { "packages/lib/package.json": '{ "name": "@acme/lib", "private": true, "main": "src/index.ts" }', "packages/lib/src/index.ts": JOB, "a.ts": 'import { run } from "@acme/lib";\nrun();', "main.ts": 'import { run } from "@acme/lib/none";\nfor (;;) run();' }),
  once("an extension, which the editor activates once", "extension.ts:2", { "package.json": '{ "name": "a", "main": "./extension.js", "engines": { "vscode": "^1.80.0" } }', "extension.ts": 'import { run } from "./job";\nexport function activate() { run(); }', "job.ts": JOB }),
  once("the handler of a command", "eph.ts:2", { "eph.ts": 'export const command = "eph";\nexport async function handler(argv) { here(); }' }),
  unknown("a handler of something else", { "eph.ts": 'export const path = "/eph";\nexport async function handler(event) { here(); }', "main.ts": 'import { handler } from "./eph";\nroute(handler);' }),
  { of: "a script that ends", says: "ends", files: { "package.json": '{ "scripts": { "build-icons": "tsx src/icons.ts" } }', "src/icons.ts": "for (const each of all) { here(); }" } },
  often("a file that a script writes", "icons.js:1", { "package.json": '{ "scripts": { "build": "esbuild src/main.js --outfile icons.js && cp icons.js site/" } }', "icons.js": "for (const each of all) { here(); }" }),
  often("a script that goes on", "src/icons.ts:1", { "package.json": '{ "scripts": { "build-icons": "tsx src/icons.ts", "watch": "tsx src/icons.ts --watch" } }', "src/icons.ts": "for (const each of all) { here(); }" }),
  often("a script that another file imports as well", "src/icons.ts:1", { "package.json": '{ "scripts": { "build-icons": "tsx src/icons.ts" } }', "src/icons.ts": "for (const each of all) { here(); }", "src/main.ts": 'import "./icons";' }),
  often("a file beside scripts", "src/icons.ts:1", { "package.json": '{ "scripts": { "build": "tsc -p ." } }', "src/icons.ts": "for (const each of all) { here(); }" }),
  unknown("an activation by nobody in sight", { "package.json": '{ "private": true, "main": "./extension.js" }', "extension.ts": 'import { run } from "./job";\nexport function activate() { run(); }', "job.ts": JOB }),
  once("a default export without a name", "main.ts:2", { "job.ts": "export default function () { here(); }\n", "main.ts": 'import go from "./job";\ngo();' }),
  often("an arrow that is the default export", "main.ts:2", { "job.ts": "export default () => { here(); };\n", "main.ts": 'import go from "./job";\nfor (;;) go();' }),
  once("an assigned export", "main.cjs:1", { "job.cjs": "exports.run = function () { here(); };\n", "main.cjs": 'require("./job.cjs").run();' }),
  often("an assigned export that its own file calls in a timer", "job.cjs:2", { "job.cjs": "exports.run = function () { here(); };\nsetInterval(() => exports.run(), 9);", "main.cjs": 'require("./job.cjs").run();' }),
  once("a method of an object", "main.ts:2", { "job.ts": "export const job = { run() { here(); } };\n", "main.ts": 'import { job } from "./job";\njob.run();' }),
  often("a method of an object in a loop", "main.ts:2", { "job.ts": "export const job = { run() { here(); } };\n", "main.ts": 'import { job } from "./job";\nfor (;;) job.run();' }),
  unknown("a method that is taken out of its object as well", { "job.ts": "export const job = { run() { here(); } };\njob.run();", "main.ts": 'import { job } from "./job";\nconst { run } = job;\nfor (;;) run();' }),
  unknown("a method of an object that is given to a framework", { "job.ts": "define({ run() { here(); } });\n", "main.ts": "other.run();" }),
  once("a function that is kept under a name", "main.ts:1", { "job.ts": "function run() { here(); }\nexport const job = { start: run };\n", "main.ts": 'import { job } from "./job"; job.start();' }),
  often("a method of a prototype", "main.js:2", { "job.js": "export function Job() {}\nJob.prototype.run = function () { here(); };\n", "main.js": 'import { Job } from "./job";\nsetInterval(() => new Job().run(), 9);' }),
  often("a private method, which no other file can call", "job.ts:1", { "job.ts": "export class Job { #run() { here(); } all() { for (const each of this.list) this.#run(each); } }\n" }),
  once("a function that another calls back once", "main.ts:3", { "load.ts": "export function load(done: () => void) { read((error, text) => { if (error) return done(error); done(text); }); }\n", "main.ts": 'import { load } from "./load";\nfunction run() { here(); }\nload(run);' }),
  often("a function that another calls back in a loop", "main.ts:3", { "load.ts": "export function load(done: () => void) { for (;;) done(); }\n", "main.ts": 'import { load } from "./load";\nfunction run() { here(); }\nload(run);' }),
  unknown("a function that another keeps", { "load.ts": "export function load(done: () => void) { list.push(done); }\n", "main.ts": 'import { load } from "./load";\nfunction run() { here(); }\nload(run);' }),
  once("what is called back with a failure", "main.ts:1", { "main.ts": 'read("a", (err, text) => { here(); });' }),
  { of: "an event of which only the name is known", says: "event main.ts:2", files: { "job.ts": JOB, "main.ts": 'import { run } from "./job";\nroot.on("opt", () => run());' } },
  once("a plugin that an application uses", "main.ts:2", { "job.ts": "export default function (state) { here(); }\n", "main.ts": 'import job from "./job";\napp.use(job);' }),
  unknown("what an application runs for each request", { "job.ts": "export default function (request, response, next) { here(); }\n", "main.ts": 'import job from "./job";\napp.use(job);' }),
  once("a function in another that is called back once", "main.ts:3", { "load.ts": "export function load(done: () => void) { function end() { done(); }\n read((error, text) => end()); }\n", "main.ts": 'import { load } from "./load";\nfunction run() { here(); }\nload(run);' }),
  unknown("a function in another that is kept", { "load.ts": "export function load(done: () => void) { function end() { done(); }\n list.push(end); }\n", "main.ts": 'import { load } from "./load";\nfunction run() { here(); }\nload(run);' }),
  once("a name that many others have as well", "main.ts:2", { ...Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`other${index}.ts`, `import { run } from "./job${index}";\nfor (;;) run();`])), "job.ts": JOB, "main.ts": 'import { run } from "./job";\nrun();' }),
  unknown("a name that many take from where nobody knows", { ...Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`other${index}.ts`, `import { run } from "@/job${index}";\nfor (;;) run();`])), "job.ts": JOB, "main.ts": 'import { run } from "./job";\nrun();' }),
  unknown("what answers each failing request", { "main.ts": "app.use((err, request, response, next) => { here(); });" }),
  often("what answers the requests for a path", "main.ts:1", { "main.ts": 'app.get("/jobs", (request, response) => { here(); });' }),
  once("a class that Nest makes", "pool.ts:2", { "pool.ts": `import { Injectable } from "@nestjs/common";\n@Injectable() ${CLASS}` }),
  unknown("a class that Nest makes for each request", { "pool.ts": `import { Injectable, Scope } from "@nestjs/common";\n@Injectable({ scope: Scope.REQUEST }) ${CLASS}` }),
  often("a class of Nest that each request makes by hand", "main.ts:2", { "pool.ts": `import { Injectable } from "@nestjs/common";\n@Injectable() ${CLASS}`, "main.ts": 'import { Pool } from "./pool";\nserver.on("request", () => new Pool());' }),
  once("a class that Angular provides for the page", "pool.ts:2", { "pool.ts": `import { Injectable } from "@angular/core";\n@Injectable({ providedIn: "root" }) ${CLASS}` }),
  unknown("a class that components of Angular may provide", { "pool.ts": `import { Injectable } from "@angular/core";\n@Injectable() ${CLASS}` }),
];

describe("how often the program comes to a place", () => {
  it.each(CASES)("by $of", ({ says, files }) => expect(runsIn(files)).toBe(says));

  it.each(["__proto__", "constructor", "toString"])("is told of an export called %s", (name) => {
    expect(runsIn({ "job.ts": `function run() { here(); }\nexport { run as ${name} };`, "main.ts": `import { ${name} as go } from "./job";\nfor (;;) go();` })).toBe("often main.ts:2");
  });

  it("is nobody's answer for a member without a name", () => {
    expect(runsIn({ "job.ts": 'export class A { ""() { here(); } }\nA' })).toBe("unknown");
  });

  it("is found among barrels that all hand on all", () => {
    const names = Array.from({ length: 20 }, (_, index) => `b${index}`);
    const all = names.map((name) => `export * from "./${name}";`).join("\n");
    expect(runsIn({ ...Object.fromEntries(names.map((name) => [`${name}.ts`, all])), "job.ts": JOB, "main.ts": 'import { run } from "./b0";\nrun();' })).toMatch(/^(?:unknown|nobody)/);
  });
});
