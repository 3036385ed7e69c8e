/** How many threads a check is worth, by what was measured on two cores. */
import { existsSync } from "node:fs";
import { availableParallelism, totalmem } from "node:os";
import { dirname, join } from "node:path";

import { CONFIG_NAMES } from "../parsers/typescript-projects.ts";

/** What there is to do, and where. */
export interface Load {
  /** The number of characters of all files. */
  readonly text: number;
  readonly isTyped: boolean;
}

export interface Machine {
  readonly cores: number;
  /** In bytes. */
  readonly memory: number;
}

/**
 * A thread loads ESLint and the parser for itself, and its code is slow at first. For each there has to be so much text, in characters:
 * some twenty thousand lines, or two hundred files.
 */
const TEXT_OF_THREAD = 700_000;

/** Each thread keeps what it knows of the project. */
const MOST_THREADS = 4;

/** Every thread builds the programs of its files for itself: two save a third of the time, and more of them memory alone. */
const MOST_TYPED_THREADS = 2;
const MEMORY_OF_TYPED_THREADS = 8e9;

/** The number of threads for a check; what the user asks for goes first. */
export function countThreads(asked: number | undefined, { text, isTyped }: Load, { cores, memory }: Machine = thisMachine()): number {
  if (asked !== undefined) return asked;
  const most = isTyped ? (memory < MEMORY_OF_TYPED_THREADS ? 1 : MOST_TYPED_THREADS) : MOST_THREADS;
  return Math.max(1, Math.min(cores, most, Math.floor(text / TEXT_OF_THREAD)));
}

/** Whether a project of TypeScript lies around one of the files. */
export function isAmongProjects(files: readonly string[]): boolean {
  const seen = new Set<string>();
  return files.some((file) => {
    for (let directory = dirname(file); !seen.has(directory); directory = dirname(directory)) {
      seen.add(directory);
      if (CONFIG_NAMES.some((name) => existsSync(join(directory, name)))) return true;
    }
    return false;
  });
}

/** A container may be given less than its host has. */
function thisMachine(): Machine {
  const constrained = process.constrainedMemory?.() ?? 0;
  return { cores: availableParallelism(), memory: constrained > 0 ? Math.min(constrained, totalmem()) : totalmem() };
}
