/** The source files below a folder: which there are, which of them hold a word, and what they say now. */
import { moduleMaps, sourceExtensions, unreadFolders } from "../catalogue/words/project-files.ts";

/** As much of a file system as is read; hosts without one have no project. */
export interface FileSystem {
  /** The names in a folder; those of folders end in a slash. Symbolic links are left out. Throws where it cannot be read. */
  namesIn(folder: string): readonly string[];
  /** Throws where the file cannot be read. */
  read(file: string): string;
  /** Its size in bytes, and a text that changes whenever the file does. Throws where there is none. */
  statOf(file: string): { readonly size: number; readonly stamp: string };
}

/** Which files of the root belong to the project; both match paths below the root. */
export interface TreeScope {
  readonly include: readonly RegExp[];
  readonly exclude: readonly RegExp[];
}

export interface SourceTree {
  readonly root: string;
  /** The files that hold the word by itself, in order of their paths; undefined where there are too many files to say. */
  filesWith(word: string): readonly string[] | undefined;
  /** What a file of the tree says now; undefined where it is none, or cannot be read. */
  textOf(file: string): string | undefined;
  /** Its source files, in order of their paths. */
  sources(): readonly string[];
  /** The files of the tree that say how modules are called, in order of their paths. */
  moduleMaps(): readonly string[];
  /** A number that grows whenever a file of the tree has changed. */
  version(): number;
}

/** In files and in characters: whoever has more than that gets no answer, and waits for none. */
const MOST_FILES = 20_000;
const MOST_TEXT = 64_000_000;
/** In bytes: longer files are data or bundles. */
const LONGEST_FILE = 1_000_000;
/** In milliseconds: for at least so long nobody looks whether files changed. */
const FRESH = 1_500;
/** Looking again takes at most this share of the time. */
const LOOKING_SHARE = 1 / 30;

interface KnownFile {
  readonly stamp: string;
  readonly text: string;
}

/** Builds the tree below a folder; the folder is read when it is first asked about. */
export function buildSourceTree(root: string, files: FileSystem, scope: TreeScope, now: () => number = Date.now): SourceTree {
  let known = new Map<string, KnownFile>();
  let lookAgainAt = Number.NEGATIVE_INFINITY;
  let isTooLarge = false;
  let version = 0;
  let byWord = new Map<string, readonly string[]>();

  const look = (): void => {
    const start = now();
    if (start < lookAgainAt) return;
    const found = findSources(root, files, scope);
    const last = known;
    const read = found === undefined ? undefined : readAgain(found, last, files);
    isTooLarge = read === undefined;
    known = read ?? new Map<string, KnownFile>();
    if (known.size !== last.size || [...known].some(([file, each]) => last.get(file) !== each)) {
      version += 1;
      byWord = new Map();
    }
    lookAgainAt = now() + Math.max(FRESH, (now() - start) / LOOKING_SHARE);
  };
  return {
    root,
    filesWith(word) {
      look();
      if (isTooLarge) return undefined;
      const found = byWord.get(word) ?? [...known].filter(([file, { text }]) => sourceExtensions.test(file) && hasWord(text, word)).map(([file]) => file);
      byWord.set(word, found);
      return found;
    },
    textOf(file) {
      look();
      return known.get(file)?.text;
    },
    sources() {
      look();
      return [...known.keys()].filter((file) => sourceExtensions.test(file));
    },
    moduleMaps() {
      look();
      return [...known.keys()].filter((file) => !sourceExtensions.test(file));
    },
    version() {
      look();
      return version;
    },
  };
}

/** Whether the text has the word, and not only as a part of a longer one. */
export function hasWord(text: string, word: string): boolean {
  // The empty name, which a member can have, is in every text and says nothing.
  if (word === "") return true;
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (!isOfWord(text.charCodeAt(at - 1)) && !isOfWord(text.charCodeAt(at + word.length))) return true;
  }
  return false;
}

/** `[\w$]` without a pattern, since every text of a project is looked through for every name that is asked about. Nothing before a text and behind it is of a word. */
function isOfWord(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95 || code === 36;
}

function findSources(root: string, files: FileSystem, scope: TreeScope): readonly string[] | undefined {
  const found: string[] = [];
  const folders = [root];
  const ignored = ignoredNames(root, files);
  let opened = 0;
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    opened += 1;
    for (const name of namesIn(folder, files)) {
      if (name.startsWith(".") || ignored.has(name.replace(/\/$/, ""))) continue;
      if (name.endsWith("/")) {
        if (!unreadFolders.test(name.slice(0, -1))) folders.push(`${folder}/${name.slice(0, -1)}`);
      } else if ((sourceExtensions.test(name) && isInScope(`${folder}/${name}`.slice(root.length + 1), scope)) || moduleMaps.test(name)) found.push(`${folder}/${name}`);
    }
    if (found.length > MOST_FILES || folders.length + opened > MOST_FILES) return undefined;
  }
  return found.sort();
}

function isInScope(path: string, { include, exclude }: TreeScope): boolean {
  return (include.length === 0 || include.some((pattern) => pattern.test(path))) && !exclude.some((pattern) => pattern.test(path));
}

function namesIn(folder: string, files: FileSystem): readonly string[] {
  try {
    return files.namesIn(folder);
  } catch {
    return [];
  }
}

/** The plain names that the root's `.gitignore` has: what is made from the sources uses nothing on its own account. */
function ignoredNames(root: string, files: FileSystem): ReadonlySet<string> {
  try {
    if (files.statOf(`${root}/.gitignore`).size > LONGEST_FILE) return new Set();
    const lines = files.read(`${root}/.gitignore`).split("\n").map((line) => line.trim().replace(/^\//, "").replace(/\/$/, ""));
    return new Set(lines.filter((line) => /^[\w.@-]+$/.test(line)));
  } catch {
    return new Set();
  }
}

/** What the files say now; undefined where that is too much to be kept, of which no more is read. */
function readAgain(found: readonly string[], known: ReadonlyMap<string, KnownFile>, files: FileSystem): Map<string, KnownFile> | undefined {
  const current = new Map<string, KnownFile>();
  let length = 0;
  for (const file of found) {
    try {
      const { size, stamp } = files.statOf(file);
      const last = known.get(file);
      if (size > LONGEST_FILE) continue;
      const read = last?.stamp === stamp ? last : { stamp, text: files.read(file) };
      current.set(file, read);
      length += read.text.length;
    } catch {
      // It went while we looked.
    }
    if (length > MOST_TEXT) return undefined;
  }
  return current;
}
