/** Texts that a project has before its disk does, as those of git's index: the host hands them in with the settings of a run. */
import type { FileSystem } from "./source-tree.ts";

/** The texts by the paths of their files, which have forward slashes. */
export type TextsAhead = ReadonlyMap<string, string>;

/** Where they stand among the settings: as a function, since ESLint copies objects there, and one process may hold several copies of this module. */
export const textsAheadSetting = "leakproof/texts-ahead";

const layered = new WeakMap<object, FileSystem>();

/** The files of a run: those of the disk, with the texts that its settings hand in laid over them. */
export function filesUnder(settings: object, disk: FileSystem): FileSystem {
  const textsOf = (settings as Readonly<Record<string, unknown>>)[textsAheadSetting];
  if (typeof textsOf !== "function") return disk;
  const known = layered.get(textsOf) ?? layOver(disk, (textsOf as () => TextsAhead)());
  layered.set(textsOf, known);
  return known;
}

function layOver(disk: FileSystem, texts: TextsAhead): FileSystem {
  const names = namesByFolder(texts);
  return {
    namesIn(folder) {
      const own = names.get(folder);
      return own === undefined ? disk.namesIn(folder) : [...new Set([...namesOnDisk(disk, folder), ...own])];
    },
    read: (file) => texts.get(file) ?? disk.read(file),
    statOf(file) {
      const text = texts.get(file);
      return text === undefined ? disk.statOf(file) : { size: text.length, stamp: "ahead" };
    },
  };
}

/** The folder may be gone from the disk already. */
function namesOnDisk(disk: FileSystem, folder: string): readonly string[] {
  try {
    return disk.namesIn(folder);
  } catch {
    return [];
  }
}

function namesByFolder(texts: TextsAhead): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map<string, Set<string>>();
  for (const file of texts.keys()) {
    const steps = file.split("/");
    for (let depth = steps.length - 1; depth > 0; depth -= 1) {
      const folder = steps.slice(0, depth).join("/");
      const own = names.get(folder) ?? new Set<string>();
      names.set(folder, own.add(`${steps[depth] ?? ""}${depth === steps.length - 1 ? "" : "/"}`));
    }
  }
  return names;
}
