/** Reads sampling profiles of the heap from files. */
import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";

import { compareProfiles, type Allocation } from "../../heap/allocation.ts";
import { readProfile, type ProfileNode } from "../../heap/read-profile.ts";
import { UnreadableHeapFile } from "../../heap/unreadable.ts";
import { Failure } from "../failures.ts";
import { requireFile } from "./compare-files.ts";
import { SOURCE_FILES } from "./source-files.ts";

/** Node takes a sample every 512 KiB; what is far less is chance. */
const FEWEST_BYTES = 2 ** 16;
/** About the longest string there can be. */
const LONGEST = 2 ** 29 - 2 ** 10;

/** Compares the profiles in these files, the first first; throws a `Failure` for one that is missing or no profile. */
export function compareProfileFiles(files: readonly string[], cwd: string): Allocation {
  for (const file of files) requireFile(file, cwd);
  return compareProfiles(files.map((file) => readFile(file, cwd)), { fewestBytes: FEWEST_BYTES, sources: SOURCE_FILES });
}

function readFile(file: string, cwd: string): ProfileNode {
  const path = resolve(cwd, file);
  if (statSync(path).size > LONGEST) throw new Failure(`${file} is too long for a profile that can be read; take one over a shorter time.`);
  try {
    return readProfile(readFileSync(path, "utf8"));
  } catch (error) {
    if (error instanceof UnreadableHeapFile) throw new Failure(`${file} ${error.message}.`);
    throw error;
  }
}
