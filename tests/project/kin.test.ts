/** What other places of a project do with what the same call gives. */
import { describe, expect, it } from "vitest";

import type { Files } from "./memory-files.ts";
import { verdictIn } from "./project-facts.ts";

const IMPORT = 'import chokidar from "chokidar";\n';
const WATCH = `${IMPORT}export function follow(folder) {\n  const watcher = chokidar.watch(folder); // here\n  watcher.on("change", reload);\n}\n`;
const OPEN = `import * as files from "node:fs/promises";
import { help } from "./help";
export async function load(path: string): Promise<number> {
  const file = await files.open(path); // here
  return help(file);
}
`;
const HELP = "export function help(file) { return file.fd; }";
const places = (count: number, body: string, first: string): string => first + Array.from({ length: count }, (_, index) => `export async function f${String(index)}(path) { ${body} }`).join("\n");
const others = (count: number, body: string): string => places(count, body, 'import * as files from "node:fs/promises";\n');
const watchers = (count: number, body: string): string => places(count, body, IMPORT);
const CLOSED = "const file = await files.open(path); file.sync(); await file.close();";
const LEFT = "const file = await files.open(path); file.sync();";
const STOPPED = "const watcher = chokidar.watch(path); await run(); await watcher.close();";

const CASES: readonly (readonly [of: string, says: string, files: Files])[] = [
  ["none of which releases it", "possible handle-never-released", { "load.ts": OPEN, "help.ts": HELP, "other.ts": others(5, LEFT) }],
  ["all of which release it", "likely handle-never-released", { "load.ts": OPEN, "help.ts": HELP, "other.ts": others(5, CLOSED) }],
  ["too few to tell", "likely handle-never-released", { "load.ts": OPEN, "help.ts": HELP, "other.ts": others(4, LEFT) }],
  ["that give it away", "likely handle-never-released", { "load.ts": OPEN, "help.ts": HELP, "other.ts": others(5, "return files.open(path);") }],
  ["that call another object", "likely handle-never-released", { "load.ts": OPEN, "help.ts": HELP, "other.ts": others(5, LEFT.replace("files.", "this.disk.")) }],
  ["most of which release a thing that lasts", "likely handle-never-released", { "follow.js": WATCH, "other.js": watchers(6, STOPPED) }],
  ["too few, of a thing that lasts", "possible handle-never-released", { "follow.js": WATCH, "other.js": watchers(2, STOPPED) }],
];

describe("a handle beside other places", () => {
  it.each(CASES)("%s", (_of, says, files) => expect(verdictIn(files)).toBe(says));
});
