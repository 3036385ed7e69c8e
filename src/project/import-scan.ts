/** Which modules a text imports, told by its words: a file that imports nothing which can have a thing need not be parsed for it. */
import { aliasedModules } from "../catalogue/words/project-files.ts";
import { mayHandOn } from "./name-scan.ts";
import type { Workspace } from "./workspace.ts";

const SPECIFIER = /(?<![\w$.])(?:from|import|require\s{0,9}\(|import\s{0,9}\()\s{0,9}(["'`])([^"'`\n]{0,300})\1/g;
/** A module whose name is made as the program runs. */
const MADE_NAME = /(?<![\w$.])(?:require|import)\s{0,9}\(\s{0,9}(?!["'])/;

/** What is looked for: a file, and the words that whoever hands on what it exports writes. */
export interface Sought {
  readonly file: string;
  readonly words: ReadonlySet<string>;
}

/** Whether a file may have imported what is sought: from its own file, from one that may hand it on, or from where nobody knows. */
export function mayImport(workspace: Workspace, importer: string, text: string, sought: Sought): boolean {
  if (MADE_NAME.test(text)) return true;
  for (const [, , specifier = ""] of text.matchAll(SPECIFIER)) {
    const found = workspace.names.fileOf(rootedName(workspace, importer, specifier), importer);
    if (found === sought.file) return true;
    if (found === undefined ? mayBeOurs(workspace, specifier) : handsOnAny(workspace, found, sought)) return true;
  }
  return false;
}

function mayBeOurs(workspace: Workspace, specifier: string): boolean {
  return specifier.includes("${") || aliasedModules.test(specifier) || workspace.names.isOwn(specifier);
}

function handsOnAny(workspace: Workspace, file: string, { words }: Sought): boolean {
  const text = workspace.tree.textOf(file) ?? "";
  return [...words].some((word) => mayHandOn(text, word));
}

/** A path from the importer as a path from the root: `../lib/lease` in `src/jobs/run.ts` is `./src/lib/lease`. */
function rootedName({ tree }: Workspace, importer: string, specifier: string): string {
  if (!specifier.startsWith(".")) return specifier;
  const steps = importer.slice(tree.root.length + 1).split("/").slice(0, -1);
  for (const step of specifier.split("/")) {
    if (step === ".." && steps.length > 0) steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.length === 0 ? "." : `./${steps.join("/")}`;
}
