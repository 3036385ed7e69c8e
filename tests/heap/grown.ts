/** Runs programs that write three heap snapshots of themselves, and answers what grew. */
import { spawnSync } from "node:child_process";
import { createReadStream, writeFileSync } from "node:fs";
import { join } from "node:path";

import { compareHeaps, type HeapGrowth } from "../../src/heap/growth.ts";
import { readSnapshot } from "../../src/heap/read-snapshot.ts";
import { makeTemporaryDirectory } from "../support/temporary-directory.ts";

const NAMES = ["a", "b", "c"];

/** Writes a program whose `round()` is run between the snapshots, runs it, and answers the paths of its snapshots. */
export function takeSnapshots(program: string, file = "program.mjs"): readonly string[] {
  const directory = makeTemporaryDirectory("heap");
  const shots = NAMES.map((name) => join(directory, `${name}.heapsnapshot`));
  writeFileSync(join(directory, file), `import v8 from "node:v8";${program}\nfor (const shot of ${JSON.stringify(shots)}) { for (let n = 0; n < 40; n += 1) round(n); v8.writeHeapSnapshot(shot); }\nprocess.exit();\n`);
  const { status, stderr } = spawnSync(process.execPath, [join(directory, file)], { encoding: "utf8", timeout: 120_000 });
  if (status !== 0) throw new Error(`The program ended with ${String(status)}: ${stderr}`);
  return shots;
}

/** Compares snapshots in files. */
export async function compareShots(shots: readonly string[]): Promise<HeapGrowth> {
  return await compareHeaps(shots.map((shot) => () => readSnapshot(createReadStream(shot))), { fewest: 5 });
}
