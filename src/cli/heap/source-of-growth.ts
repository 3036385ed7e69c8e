/** Which files of a directory the growing places are written in. */
import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, isAbsolute, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

import type { HeapGrowth } from "../../heap/growth.ts";
import { Failure } from "../failures.ts";
import { GENERATED_DIRECTORIES, GENERATED_NAME, LINTED_FILE } from "../linted-files.ts";

/** The directories and files that are looked at for a source of the same name, at most. */
const MOST_ENTRIES = 50_000;

/** The directory that a user names; throws a `Failure` where there is none. */
export function resolveSource(source: string, cwd: string): string {
  const directory = resolve(cwd, source);
  const stats = statSync(directory, { throwIfNoEntry: false });
  if (stats === undefined) throw new Failure(`There is nothing at "${source}"; check the path after --source, which is taken from ${cwd}.`);
  if (!stats.isDirectory()) throw new Failure(`"${source}" is no directory; --source needs the one that the program's source is in.`);
  return directory;
}

/** The path of a script; undefined for one that no file has. */
export function fileOfUrl(url: string): string | undefined {
  if (url.startsWith("file:///")) return fileURLToPath(url);
  return isAbsolute(url) ? url : undefined;
}

/** Collects the files that growth names, each once. */
export function collectGrowingFiles({ places, loose }: Pick<HeapGrowth, "places" | "loose">): readonly string[] {
  const urls = [...places.flatMap(({ owner, contents }) => [owner.place?.url, ...contents.map(({ place }) => place.url)]), ...loose.map(({ place }) => place.url)];
  return [...new Set(urls.flatMap((url) => (url === undefined ? [] : (fileOfUrl(url) ?? []))))];
}

/** Whether a file lies below a directory. */
export function isBelow(directory: string, file: string): boolean {
  const way = relative(directory, file);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Whether a file is one of the directory that can be checked as it is. */
export function isSource(directory: string, file: string): boolean {
  return isBelow(directory, file) && LINTED_FILE.test(file) && !relative(directory, file).split(sep).includes("node_modules") && existsSync(file);
}

/** For files that ran and are no source themselves, such as compiled ones: the files of the directory with the same name, whatever their ending. */
export function findNamesakes(directory: string, files: readonly string[]): ReadonlyMap<string, readonly string[]> {
  if (files.length === 0) return new Map();
  const byStem = new Map<string, string[]>();
  for (const path of listFiles(directory)) if (!files.includes(path)) byStem.set(stemOf(path), [...(byStem.get(stemOf(path)) ?? []), path]);
  return new Map(files.map((file) => [file, byStem.get(stemOf(file)) ?? []]));
}

/** The files of a directory that are written by hand. */
export function listWritten(directory: string): readonly string[] {
  return [...listFiles(directory, GENERATED_DIRECTORIES)].filter((path) => !GENERATED_NAME.test(path));
}

function* listFiles(directory: string, leftOut: ReadonlySet<string> = new Set()): Iterable<string> {
  const pending = [directory];
  let seen = 0;
  for (let at = pending.pop(); at !== undefined && seen < MOST_ENTRIES; at = pending.pop()) {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      seen += 1;
      const path = join(at, entry.name);
      if (entry.isDirectory() && entry.name !== "node_modules" && !entry.name.startsWith(".") && !leftOut.has(entry.name)) pending.push(path);
      else if (entry.isFile() && LINTED_FILE.test(entry.name)) yield path;
    }
  }
}

/** Of files that were checked, those with the name of one that ran and was not. */
export function namesakesAmong(checked: readonly string[], files: readonly string[]): ReadonlyMap<string, readonly string[]> {
  return new Map(files.filter((file) => !checked.includes(file)).map((file) => [file, checked.filter((other) => stemOf(other) === stemOf(file))]));
}

function stemOf(file: string): string {
  return basename(file).replace(/\.[mc]?[jt]sx?$/u, "");
}
