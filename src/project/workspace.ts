/** The project around linted files: which files there are, what each says, and what each exports. */
import type { Catalogue } from "../catalogue/lookup.ts";
import { sourceExtensions } from "../catalogue/words/project-files.ts";
import { fileKindOf } from "../facts/file-kind.ts";
import { buildFileFacts, type FileFacts, type ProjectQuestions } from "../facts/file-facts.ts";
import { silentTypes } from "../types/silent.ts";
import type { Allowance } from "./allowance.ts";
import { exportsOf, type HandedOn } from "./exports.ts";
import { buildModuleNames, type ModuleNames } from "./module-names.ts";
import { mayHandOn } from "./name-scan.ts";
import type { SourceReader } from "./source-reader.ts";
import { hasWord, type SourceTree } from "./source-tree.ts";

/** What a file exports under a name, after all handing on: `path` are the members below the export. */
export interface Origin {
  readonly file: string;
  readonly path: readonly string[];
}

export interface Workspace {
  readonly tree: SourceTree;
  readonly names: ModuleNames;
  /** What may still be read for the file that is linted now; whoever asks for another file says so first. */
  allowance: Allowance;
  /** The facts of a file; undefined where it cannot be read, or where enough was read for the linted file. */
  factsOf(path: string): FileFacts | undefined;
  /** Follows a name through whatever hands it on; undefined where it leads out of the project. */
  originOf(imported: HandedOn, importer: string): Origin | undefined;
  /** Whether strangers can import one of these exports of a file from its package; `aliases` are all names by which files hand them on. */
  isPublished(file: string, names: ReadonlySet<string>, aliases: ReadonlySet<string>): boolean;
}

/** How many files a name is followed through: those that hand it on, and those that may. */
const MOST_STEPS = 24;
/** How many neighbours are kept in memory, and of how many characters. */
const MOST_KEPT = 100;
const MOST_KEPT_TEXT = 800_000;
/** Whoever has more entries than that publishes everything, as far as anybody can tell. */
const MOST_ENTRIES = 60;

/** Builds the view of a tree as it is now; after a change it is built anew, with what `kept` knows of files that are still the same. */
export class TreeWorkspace implements Workspace {
  readonly tree: SourceTree;
  readonly #catalogue: Catalogue;
  readonly #read: SourceReader;
  readonly #questionsOf: (file: string) => ProjectQuestions;
  readonly #kept = new Map<string, { readonly text: string; readonly facts: FileFacts | undefined }>();
  #names: { readonly version: number; readonly names: ModuleNames } | undefined;
  #keptText = 0;
  allowance: Allowance;

  constructor(tree: SourceTree, catalogue: Catalogue, read: SourceReader, questionsOf: (file: string) => ProjectQuestions, allowance: Allowance) {
    this.tree = tree;
    this.allowance = allowance;
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
    if (!this.allowance.allows(path, text.length)) return undefined;
    const known = this.#kept.get(path);
    if (known !== undefined) this.#forget(path, known.text);
    const entry = known?.text === text ? known : { text, facts: this.#readFacts(path, text) };
    this.#kept.set(path, entry);
    this.#keptText += text.length;
    for (const [oldest, { text: old }] of this.#kept) {
      if (oldest === path || (this.#kept.size <= MOST_KEPT && this.#keptText <= MOST_KEPT_TEXT)) break;
      this.#forget(oldest, old);
    }
    return entry.facts;
  }

  #forget(path: string, text: string): void {
    this.#kept.delete(path);
    this.#keptText -= text.length;
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
    const facts = seen.size > MOST_STEPS || seen.has(step) || !mayHandOn(this.tree.textOf(file) ?? "", path[0] ?? "") ? undefined : this.factsOf(file);
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
      // What is found in a third file was handed on by name.
      if (found !== undefined && (found.file !== next || this.#exports(found))) return found;
    }
    return { file, path };
  }

  #exports({ file, path: [name = ""] }: Origin): boolean {
    const facts = hasWord(this.tree.textOf(file) ?? "", name) ? this.factsOf(file) : undefined;
    return facts !== undefined && exportsOf(facts).own.has(name);
  }

  isPublished(file: string, names: ReadonlySet<string>, aliases: ReadonlySet<string>): boolean {
    const owner = this.names.packageOf(file);
    if (owner?.isPublished !== true) return false;
    if (owner.hasOtherEntries || owner.entries.length > MOST_ENTRIES || owner.entries.includes(file)) return true;
    return owner.entries.some((entry) =>
      [...aliases].some((alias) => {
        const found = this.#originIn(entry, [alias], new Set());
        return found.file === file && (found.path.length === 0 || names.has(found.path[0] ?? ""));
      }),
    );
  }
}
