/** Runs programs that write three heap snapshots of themselves, and answers what grew. */
import { spawnSync } from "node:child_process";
import { createReadStream, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";

import { SOURCE_FILES } from "../../src/cli/heap/source-files.ts";
import { compareHeaps, type HeapGrowth } from "../../src/heap/growth.ts";
import { readSnapshot } from "../../src/heap/read-snapshot.ts";
import { makeTemporaryDirectory } from "../support/temporary-directory.ts";

/** The Node that runs, and others that `LEAKPROOF_NODES` lists, separated as in `PATH`. */
export const NODES: readonly string[] = [process.execPath, ...(process.env.LEAKPROOF_NODES ?? "").split(delimiter).filter((path) => path !== "")];

const NAMES = ["a", "b", "c"];

/** Writes a program whose `round()` is run between the snapshots, runs it, and answers the paths of its snapshots. */
export function takeSnapshots(program: string, node = process.execPath): readonly string[] {
  const directory = makeTemporaryDirectory("heap");
  const shots = NAMES.map((name) => join(directory, `${name}.heapsnapshot`));
  const file = join(directory, "program.mjs");
  writeFileSync(file, `import v8 from "node:v8";${program}\nfor (const shot of ${JSON.stringify(shots)}) { for (let n = 0; n < 40; n += 1) await round(n); v8.writeHeapSnapshot(shot); }\nprocess.exit();\n`);
  runNode(node, [file]);
  return shots;
}

/** Runs Node, and throws what it says if it fails. */
export function runNode(node: string, words: readonly string[], env: NodeJS.ProcessEnv = process.env): void {
  const { status, stderr } = spawnSync(node, words, { encoding: "utf8", env, timeout: 120_000 });
  if (status !== 0) throw new Error(`The program ended with ${String(status)}: ${stderr}`);
}

/** Compares snapshots in files. */
export async function compareShots(shots: readonly string[]): Promise<HeapGrowth> {
  return await compareHeaps(shots.map((shot) => () => readSnapshot(createReadStream(shot))), { fewest: 5, sources: SOURCE_FILES });
}
