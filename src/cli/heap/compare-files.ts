/** Reads heap snapshots from files, each in pieces. */
import { createReadStream, statSync } from "node:fs";
import { resolve } from "node:path";

import { compareHeaps, type HeapGrowth } from "../../heap/growth.ts";
import type { HeapGraph } from "../../heap/heap-graph.ts";
import { readSnapshot } from "../../heap/read-snapshot.ts";
import { UnreadableHeapFile } from "../../heap/unreadable.ts";
import { Failure } from "../failures.ts";
import { SOURCE_FILES } from "./source-files.ts";

const PIECE = 2 ** 20;

/** What grows by less from the first snapshot to the last is left out: programs make a few objects as they warm up. */
const FEWEST = 5;

/** Compares the snapshots in these files, the first first; throws a `Failure` for one that is missing or no snapshot. */
export async function compareFiles(files: readonly string[], cwd: string): Promise<HeapGrowth> {
  // A missing file is told before minutes are spent on the others.
  for (const file of files) requireFile(file, cwd);
  return await compareHeaps(files.map((file) => () => readFile(file, cwd)), { fewest: FEWEST, sources: SOURCE_FILES });
}

/** Throws a `Failure` for a path at which there is no file. */
export function requireFile(file: string, cwd: string): void {
  const stats = statSync(resolve(cwd, file), { throwIfNoEntry: false });
  if (stats === undefined) throw new Failure(`There is nothing at "${file}"; check the path, which is taken from ${cwd}.`);
  if (!stats.isFile()) throw new Failure(`"${file}" is no file; name the snapshots themselves.`);
}

async function readFile(file: string, cwd: string): Promise<HeapGraph> {
  try {
    return await readSnapshot(createReadStream(resolve(cwd, file), { highWaterMark: PIECE }));
  } catch (error) {
    if (error instanceof UnreadableHeapFile) throw new Failure(`${file} ${error.message}.`);
    if (error instanceof SyntaxError) throw new Failure(`${file} is damaged; take the snapshot again.`);
    throw error;
  }
}
