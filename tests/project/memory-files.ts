/** File systems in memory, and the project of files that are written as data. */
import { buildModuleNames, type ModuleNames } from "../../src/project/module-names.ts";
import { buildSourceTree, type FileSystem, type SourceTree } from "../../src/project/source-tree.ts";

export type Files = Readonly<Record<string, string>>;

export const ROOT = "/app";
export const EVERYTHING = { include: [], exclude: [] };

/** The files of a record that may change, below the root, with a count of how often they were read. */
export class MemoryFiles implements FileSystem {
  readonly texts = new Map<string, string>();
  /** Paths below the root that throw when they are asked for. */
  readonly broken = new Set<string>();
  reads = 0;
  #folders = new Map<string, Set<string>>();
  #stamps = new Map<string, number>();

  constructor(files: Files) {
    for (const [path, text] of Object.entries(files)) this.write(path, text);
  }

  write(path: string, text: string): void {
    this.texts.set(`${ROOT}/${path}`, text);
    this.#stamps.set(`${ROOT}/${path}`, (this.#stamps.get(`${ROOT}/${path}`) ?? 0) + 1);
    let folder = ROOT;
    const steps = path.split("/");
    for (const [index, step] of steps.entries()) {
      const names = this.#folders.get(folder) ?? new Set<string>();
      this.#folders.set(folder, names.add(index === steps.length - 1 ? step : `${step}/`));
      folder = `${folder}/${step}`;
    }
  }

  namesIn(folder: string): readonly string[] {
    this.#refuse(folder);
    return [...(this.#folders.get(folder) ?? [])];
  }

  read(file: string): string {
    this.#refuse(file);
    this.reads += 1;
    const text = this.texts.get(file);
    if (text === undefined) throw new Error(`no ${file}`);
    return text;
  }

  statOf(file: string): { size: number; stamp: string } {
    const text = this.texts.get(file);
    if (text === undefined) throw new Error(`no ${file}`);
    return { size: text.length, stamp: String(this.#stamps.get(file)) };
  }

  #refuse(path: string): void {
    if (this.broken.has(path.slice(ROOT.length + 1))) throw new Error(`${path} is not for us`);
  }
}

export function treeOf(files: Files, scope = EVERYTHING): SourceTree {
  return buildSourceTree(ROOT, new MemoryFiles(files), scope);
}

export function namesOf(files: Files): ModuleNames {
  const tree = treeOf(files);
  return buildModuleNames(tree, tree.sources());
}
