/** Projects with components, the parsers beside them, and the command in them. */
import { mkdirSync, symlinkSync } from "node:fs";
import path from "node:path";

import { installCopy, writeProject, type Run } from "../cli/run-leakproof.ts";
import { parsersFolder } from "./install-parsers.ts";

export interface ComponentProject {
  readonly folder: string;
  readonly runLeakproof: (...words: string[]) => Run;
}

/** Writes a project in which some packages of this repository and some of the parsers are installed; the parsers lie in the folder `home` of it. */
export function writeComponentProject(files: Readonly<Record<string, string>>, packages: readonly string[], parsers: readonly string[], home = "."): ComponentProject {
  const folder = writeProject(files);
  const runLeakproof = installCopy(folder, packages);
  for (const name of parsers) {
    const link = path.join(folder, home, "node_modules", name);
    mkdirSync(path.dirname(link), { recursive: true });
    symlinkSync(path.join(parsersFolder, "node_modules", name), link, "junction");
  }
  return { folder, runLeakproof };
}
