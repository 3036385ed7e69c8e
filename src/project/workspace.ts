/** The project around linted files: which files there are, what each says, and what each exports. */
import type { Catalogue } from "../catalogue/lookup.ts";
import { sourceExtensions } from "../catalogue/words/project-files.ts";
import { fileKindOf } from "../facts/file-kind.ts";
import { buildFileFacts, type FileFacts, type ProjectQuestions } from "../facts/file-facts.ts";
import { silentTypes } from "../types/silent.ts";
import { exportsOf, type HandedOn } from "./exports.ts";
import { buildModuleNames, type ModuleNames, type PackageMap } from "./module-names.ts";
import type { SourceReader } from "./source-reader.ts";
import type { SourceTree } from "./source-tree.ts";

/** What a file exports under a name, after all handing on: `path` are the members below the export. */
export interface Origin {
  readonly file: string;
  readonly path: readonly string[];
}

export interface Workspace {
  readonly tree: SourceTree;
  readonly names: ModuleNames;
  /** The facts of a file; undefined where it cannot be read. */
  factsOf(path: string): FileFacts | undefined;
  /** Follows a name through whatever hands it on; undefined where it leads out of the project. */
  originOf(imported: HandedOn, importer: string): Origin | undefined;
  /** The exports that strangers can import from the package of a file: `FILE#NAME`, `FILE#*` for all of a file, and `*` for all there are; undefined where it is not published. */
  publishedBy(file: string): ReadonlySet<string> | undefined;
}

/** How many files a name is followed through: those that hand it on, and those that may. */
const MOST_STEPS = 24;
/** How many neighbours are kept in memory. */
const MOST_KEPT = 40;

/** Stands for every export of every file: nobody can say which ones strangers get. */
export const ALL_EXPORTS = "*";

/** Builds the view of a tree as it is now; after a change it is built anew, with what `kept` knows of files that are still the same. */
export class TreeWorkspace implements Workspace {
  readonly tree: SourceTree;
  readonly #catalogue: Catalogue;
  readonly #read: SourceReader;
  readonly #questionsOf: (file: string) => ProjectQuestions;
  readonly #kept = new Map<string, { readonly text: string; readonly facts: FileFacts | undefined }>();
  #names: { readonly version: number; readonly names: ModuleNames } | undefined;
  #published: { readonly version: number; readonly byFolder: Map<string, ReadonlySet<string>> } | undefined;

  constructor(tree: SourceTree, catalogue: Catalogue, read: SourceReader, questionsOf: (file: string) => ProjectQuestions) {
    this.tree = tree;
    this.#catalogue = catalogue;
    this.#read = read;
    this.#questionsOf = questionsOf;
  }

  get names(): ModuleNames {
    const version = this.tree.version();
    if (this.#names?.version !== version) this.#names = { version, names: buildModuleNames(this.tree, this.tree.sources()) };
    return this.#names.names;
  }

  factsOf(path: string): FileFacts | undefined {
    const text = this.tree.textOf(path);
    if (text === undefined || !sourceExtensions.test(path)) return undefined;
    const known = this.#kept.get(path);
    this.#kept.delete(path);
    const entry = known?.text === text ? known : { text, facts: this.#readFacts(path, text) };
    this.#kept.set(path, entry);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return entry.facts;
  }

  #readFacts(filename: string, text: string): FileFacts | undefined {
    const location = { filename, directory: this.tree.root };
    if (fileKindOf(text, location) === "generated") return undefined;
    const source = this.#read(filename, text);
    return source === undefined ? undefined : buildFileFacts(source, silentTypes, location, this.#catalogue, this.#questionsOf(filename));
  }

  originOf(imported: HandedOn, importer: string): Origin | undefined {
    return this.#follow(imported, importer, new Set());
  }

  #follow({ module, path }: HandedOn, importer: string, seen: Set<string>): Origin | undefined {
    const file = this.names.fileOf(module, importer);
    return file === undefined ? undefined : this.#originIn(file, path, seen);
  }

  /** Where what a file exports is declared: there, or in a file that it hands on. */
  #originIn(file: string, path: readonly string[], seen: Set<string>): Origin {
    const step = `${file}#${path.join(".")}`;
    const facts = seen.size > MOST_STEPS || seen.has(step) || !mayHandOn(this.tree.textOf(file) ?? "") ? undefined : this.factsOf(file);
    seen.add(step);
    if (facts === undefined) return { file, path };
    const { own, handedOn, whole } = exportsOf(facts);
    const [first = "", ...below] = path;
    // What a CommonJS module is as a whole is its default for importers.
    const name = first === "default" && !own.has(first) && !handedOn.has(first) ? "" : first;
    if (own.has(name)) return { file, path: [name, ...below] };
    const other = handedOn.get(name);
    if (other !== undefined) return this.#follow({ module: other.module, path: [...other.path, ...below] }, file, seen) ?? { file, path };
    // `module.exports = require("./run")` has whatever that has.
    const all = handedOn.get("");
    if (all !== undefined) return this.#follow({ module: all.module, path: [...all.path, ...path] }, file, seen) ?? { file, path };
    for (const module of name === "" ? [] : whole) {
      const next = this.names.fileOf(module, file);
      const found = next === undefined ? undefined : this.#originIn(next, path, seen);
      if (found !== undefined && this.#exports(found)) return found;
    }
    return { file, path };
  }

  #exports({ file, path: [name = ""] }: Origin): boolean {
    const facts = this.factsOf(file);
    return facts !== undefined && exportsOf(facts).own.has(name);
  }

  publishedBy(file: string): ReadonlySet<string> | undefined {
    const owner = this.names.packageOf(file);
    if (owner?.isPublished !== true) return undefined;
    const version = this.tree.version();
    if (this.#published?.version !== version) this.#published = { version, byFolder: new Map<string, ReadonlySet<string>>() };
    const known = this.#published.byFolder.get(owner.folder) ?? this.#collectPublished(owner);
    this.#published.byFolder.set(owner.folder, known);
    return known;
  }

  #collectPublished({ entries, hasOtherEntries }: PackageMap): ReadonlySet<string> {
    const published = new Set<string>(hasOtherEntries ? [ALL_EXPORTS] : []);
    const pending = [...entries];
    const seen = new Set(pending);
    for (let file = pending.pop(); file !== undefined; file = pending.pop()) {
      if (seen.size > MOST_KEPT) return published.add(ALL_EXPORTS);
      published.add(`${file}#*`);
      const facts = mayHandOn(this.tree.textOf(file) ?? "") ? this.factsOf(file) : undefined;
      if (facts === undefined) continue;
      const { handedOn, whole } = exportsOf(facts);
      for (const each of handedOn.values()) {
        const origin = this.originOf(each, file);
        if (origin !== undefined) published.add(`${origin.file}#${origin.path[0] ?? "*"}`);
      }
      for (const module of whole) {
        const next = this.names.fileOf(module, file);
        if (next !== undefined && !seen.has(next)) pending.push(next);
        if (next !== undefined) seen.add(next);
      }
    }
    return published;
  }
}

/** Whether a file can hand on what another one exports; most cannot, and need not be read for it. */
function mayHandOn(text: string): boolean {
  return /\bexport\s*(?:type\s*)?[*{]|\bexport\s+default\s+\w|\bexports\b/.test(text);
}
