/** Projects whose program takes three heap snapshots of itself, with forty rounds before each. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";

import { writeProject } from "./run-leakproof.ts";

export const SHOTS = ["a.heapsnapshot", "b.heapsnapshot", "c.heapsnapshot"];

const MAIN = `
import v8 from "node:v8";
import { round } from "./src/program.js";
process.setMaxListeners(0);
for (const shot of ${JSON.stringify(SHOTS)}) { for (let n = 0; n < 40; n += 1) round("key" + n + shot); v8.writeHeapSnapshot(shot); }
process.exit();
`;

/** Writes the project, whose `src/program.js` exports `round`, runs it, and answers its directory with the snapshots in it. */
export function writeGrownProject(files: Readonly<Record<string, string>>): string {
  const directory = writeProject({ "package.json": '{ "type": "module" }', "main.js": MAIN, ...files });
  const { status, stderr } = spawnSync(process.execPath, [join(directory, "main.js")], { cwd: directory, encoding: "utf8", timeout: 120_000 });
  if (status !== 0) throw new Error(`The program ended with ${String(status)}: ${stderr}`);
  return directory;
}
