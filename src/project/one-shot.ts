/** Files that scripts of a package run to do a piece of work: their process ends when it is done. */
import { endingScripts, lastingScripts } from "../catalogue/words/project-files.ts";
import { mayImport } from "./import-scan.ts";
import type { Workspace } from "./workspace.ts";

/** Whether scripts of its package run a file, each of which ends by its name, and no other file may import it. */
export function isOneShot(workspace: Workspace, path: string): boolean {
  const scripts = workspace.names.packageOf(path)?.scriptsWith(path) ?? [];
  if (scripts.length === 0 || !scripts.every((name) => endingScripts.test(name) && !lastingScripts.test(name))) return false;
  const stem = (path.split("/").at(-1) ?? "").replace(/\.[^.]+$/, "");
  const sought = { file: path, words: new Set([stem]) };
  return workspace.tree.filesWith(stem)?.every((other) => other === path || !mayImport(workspace, other, workspace.tree.textOf(other) ?? "", sought)) === true;
}
