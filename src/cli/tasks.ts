/** A check in pieces that know nothing of each other, so that any thread may do any of them. */
import { relative } from "node:path";

import type { ChangedFile } from "./change/changed-files.ts";
import { checkChangedFile } from "./change/findings-of-change.ts";
import { describeBreakdown, isForAllFiles } from "./failures.ts";
import type { ListedFile } from "./list-files.ts";
import type { Notes } from "./notes.ts";
import type { Linted, Session } from "./session.ts";

/** Plain data: a thread can be given it. */
export type Task =
  | { readonly kind: "files"; readonly files: readonly string[] }
  | { readonly kind: "text"; readonly files: readonly [string]; readonly text: string }
  | { readonly kind: "change"; readonly files: readonly [string]; readonly change: ChangedFile };

/** What came of a task. Plain data: a thread can send it. */
export interface Part extends Linted {
  /** How many findings the change in hand did not make. */
  readonly older: number;
  readonly notes: Notes;
}

/** Few enough that the last thread is not waited for long, and enough to pay for the message. In characters. */
const TEXT_OF_TASK = 60_000;

/** Puts neighbours together until they are worth a task. */
export function taskFiles(files: readonly ListedFile[]): readonly Task[] {
  const tasks: string[][] = [];
  let room = 0;
  for (const { path, length } of files) {
    if (room <= 0) {
      tasks.push([]);
      room = TEXT_OF_TASK;
    }
    tasks.at(-1)?.push(path);
    room -= length;
  }
  return tasks.map((own) => ({ kind: "files", files: own }));
}

/** Does a task. A file whose check breaks down is told as a failure; throws what stops the check of every file. */
export async function performTask(session: Session, task: Task, cwd: string): Promise<Part> {
  try {
    const checked = await checkTask(session, task, cwd);
    return { ...checked, notes: session.takeNotes() };
  } catch (error) {
    if (isForAllFiles(error)) throw error;
    if (task.files.length > 1) return await performEach(session, task.files, cwd);
    return brokenPart(task.files, describeBreakdown(error), cwd, session.takeNotes());
  }
}

/** The part of a task that could not be done. */
export function brokenPart(files: readonly string[], reason: string, cwd: string, notes: Partial<Notes> = {}): Part {
  const broken = files.map((file) => `${relative(cwd, file)} was not checked: ${reason}`);
  return { results: [], findings: [], notices: [], older: 0, notes: { files: [], notices: [], unread: [], ...notes, broken } };
}

/** The parts as one, in their order. */
export function joinParts(parts: readonly Part[]): Omit<Part, "notes"> & { readonly notes: readonly Notes[] } {
  return {
    results: parts.flatMap(({ results }) => results),
    findings: parts.flatMap(({ findings }) => findings),
    notices: parts.flatMap(({ notices }) => notices),
    older: parts.reduce((sum, { older }) => sum + older, 0),
    notes: parts.map(({ notes }) => notes),
  };
}

async function checkTask(session: Session, task: Task, cwd: string): Promise<Omit<Part, "notes">> {
  if (task.kind === "change") return await checkChangedFile(session, task.change, cwd);
  const linted = await (task.kind === "files" ? session.lintFiles(task.files) : session.lintText(task.text, task.files[0]));
  return { ...linted, older: 0 };
}

/** One after the other, so that the one that breaks down is known and the others are checked. */
async function performEach(session: Session, files: readonly string[], cwd: string): Promise<Part> {
  session.takeNotes();
  const parts: Part[] = [];
  for (const file of files) parts.push(await performTask(session, { kind: "files", files: [file] }, cwd));
  const { notes, ...joined } = joinParts(parts);
  const gather = <Name extends keyof Notes>(name: Name): Notes[Name] => notes.flatMap((own): readonly unknown[] => own[name]) as unknown as Notes[Name];
  return { ...joined, notes: { files: gather("files"), notices: gather("notices"), unread: gather("unread"), broken: gather("broken") } };
}
