/** Which file of the project a module name means: a path, an alias of a `tsconfig.json`, or a package of the workspace. */
import { fileStem } from "../catalogue/origin.ts";
import { builtFolders, hostsOfExtensions, packagersOfPrograms, scriptRunners } from "../catalogue/words/project-files.ts";
import { buildBundledNames } from "./bundled-names.ts";
import { parseJson } from "./json-text.ts";
import type { SourceTree } from "./source-tree.ts";

/** A `package.json` of the project, as far as it is read. */
export interface PackageMap {
  /** Its folder. */
  readonly folder: string;
  /** The packages that it says it needs. */
  readonly needs: ReadonlySet<string>;
  readonly name: string | undefined;
  /** Strangers may import it. */
  readonly isPublished: boolean;
  /** A host loads it, as an editor does its extensions. */
  readonly isExtension: boolean;
  /** The files that importers of the package get, without what the project does not hold. */
  readonly entries: readonly string[];
  /** The names of its scripts that run a file. */
  scriptsWith(file: string): readonly string[];
  /** Importers get more than the entries: files by a pattern, or files that are not where a source would be. */
  readonly hasOtherEntries: boolean;
  /** The source that a name below the package's own means: `feature` of `@acme/lease/feature`. */
  fileBelow(name: string): string | undefined;
}

export interface ModuleNames {
  /** The file that a module's name means in a file of the project: `./src/lib/lease`, `@/lib/lease`, `@acme/lease`. */
  fileOf(module: string, importer: string): string | undefined;
  /** Whether a package of the project goes by a module's name, or by its beginning. */
  isOwn(module: string): boolean;
  /** The package that a file belongs to. */
  packageOf(file: string): PackageMap | undefined;
}

interface Aliases {
  readonly folder: string;
  /** Pattern and targets, both with at most one star; targets are paths. */
  readonly paths: readonly (readonly [pattern: string, targets: readonly string[]])[];
  readonly base: string | undefined;
}

/** In patterns of one file: nobody writes more, and each import is held against all. */
const MOST_ALIASES = 500;

/** Reads the module maps of a tree. */
export function buildModuleNames(tree: SourceTree, sources: readonly string[]): ModuleNames {
  const byStem = new Map<string, string>();
  for (const file of sources) {
    const stem = fileStem(file);
    // Of `run.ts` and `run/index.ts` an import means the file.
    if (!byStem.has(stem) || !/\/index\.\w+$/.test(file)) byStem.set(stem, file);
  }
  const isSource = new Set(sources);
  const at = (path: string): string | undefined => (isSource.has(path) ? path : byStem.get(fileStem(path)));
  const maps = tree.moduleMaps();
  const packages = maps.filter((file) => file.endsWith("/package.json")).map((file) => readPackage(tree, file, at));
  const aliases = maps.filter((file) => !file.endsWith("/package.json")).map((file) => readAliases(tree, file));
  const byName = new Map([...packages].reverse().map((each) => [each.name, each]));
  const ownerOf = (module: string): PackageMap | undefined => byName.get(module.split("/").slice(0, module.startsWith("@") ? 2 : 1).join("/"));
  const packagesAround = nearestFirst(packages);
  const aliasesAround = nearestFirst(aliases);

  const bundled = buildBundledNames(byStem);

  const fileOf = (module: string, importer: string): string | undefined => {
    if (module.startsWith("./") || module === ".") return at(`${tree.root}/${module.slice(2)}`) ?? at(`${tree.root}/${module.slice(2)}/index`);
    for (const each of aliasesAround(importer)) {
      const found = targetsOf(each, module).map((target) => at(target)).find((target) => target !== undefined);
      if (found !== undefined) return found;
    }
    const owner = ownerOf(module);
    if (owner?.name === undefined) return bundled(module, packagesAround(importer)[0]);
    return module === owner.name ? owner.entries[0] : owner.fileBelow(module.slice(owner.name.length + 1));
  };
  return { fileOf, isOwn: (module) => ownerOf(module) !== undefined, packageOf: (file) => packagesAround(file)[0] };
}

/** Finds the items whose folders are around a file, the nearest first; asked once for each folder. */
function nearestFirst<Item extends { readonly folder: string }>(items: readonly Item[]): (file: string) => readonly Item[] {
  const known = new Map<string, readonly Item[]>();
  return (file) => {
    const folder = file.slice(0, file.lastIndexOf("/") + 1);
    const found = known.get(folder) ?? items.filter((each) => folder.startsWith(`${each.folder}/`)).sort((one, other) => other.folder.length - one.folder.length);
    known.set(folder, found);
    return found;
  };
}

type FileAt = (path: string) => string | undefined;

function readPackage(tree: SourceTree, file: string, at: FileAt): PackageMap {
  const folder = file.slice(0, file.lastIndexOf("/"));
  const content = parseJson(tree.textOf(file) ?? "");
  const name = typeof content.name === "string" ? content.name : undefined;
  const needs = new Set(["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"].flatMap((field) => Object.keys(content[field] ?? {})));
  const isProgram = packagersOfPrograms.some((packager) => needs.has(packager));
  const named = ["source", "exports", "module", "main", "types", "typings", "browser"].flatMap((field) => textsIn(content[field]));
  const entries = [...named, "src/index", "index", "lib/index"].flatMap((entry) => sourceOf(folder, entry, at) ?? []);
  return {
    folder,
    needs,
    name,
    hasOtherEntries: named.some((entry) => entry.includes("*")) || (named.length > 0 && entries.length === 0),
    fileBelow: (below) => exportedFile(content.exports, folder, below, at) ?? at(`${folder}/${below}`) ?? at(`${folder}/src/${below}`) ?? sourceOf(folder, below, at),
    isExtension: isExtension(content.engines),
    scriptsWith: (file) => scriptsOf(content).flatMap(([script, command]) => (filesRunBy(command).some((each) => sourceOf(folder, each, at) === file) ? [script] : [])),
    isPublished: content.private !== true && !isProgram && !isExtension(content.engines) && name !== undefined && (named.length > 0 || content.files !== undefined || content.publishConfig !== undefined),
    entries: [...new Set(entries)],
  };
}

function isExtension(engines: unknown): boolean {
  return typeof engines === "object" && engines !== null && hostsOfExtensions.some((host) => host in engines);
}

function scriptsOf({ scripts }: Readonly<Record<string, unknown>>): readonly (readonly [name: string, command: string])[] {
  if (typeof scripts !== "object" || scripts === null) return [];
  return Object.entries(scripts).flatMap(([name, command]) => (typeof command === "string" ? [[name, command] as const] : []));
}

/** The files that a command runs: `src/icons.ts` of `tsx src/icons.ts --all`, and not what `rollup` writes. */
function filesRunBy(command: string): readonly string[] {
  return command.split(/[;&|]+/).flatMap((part) => {
    const words = part.split(/[\s"']+/);
    const runner = words.findIndex((word) => scriptRunners.test(word));
    const file = runner === -1 ? undefined : words.slice(runner + 1).find((word) => /^[\w.@][\w./@-]*$/.test(word) && (word.includes("/") || /\.[cm]?[jt]sx?$/.test(word)));
    return file ?? [];
  });
}

/** What `exports` has for a part of a package, by its name or by a pattern. */
function exportedFile(map: unknown, folder: string, below: string, at: FileAt): string | undefined {
  if (typeof map !== "object" || map === null) return undefined;
  for (const [key, target] of Object.entries(map)) {
    const part = starredPart(key, `./${below}`);
    const found = part === undefined ? [] : textsIn(target).flatMap((text) => sourceOf(folder, text.replace("*", () => part), at) ?? []);
    if (found[0] !== undefined) return found[0];
  }
  return undefined;
}

/** What the star of a pattern stands for in a name; the empty text for a pattern without one that is the name. */
function starredPart(pattern: string, name: string): string | undefined {
  const [before = "", after] = pattern.split("*", 2);
  if (after === undefined) return pattern === name ? "" : undefined;
  return name.startsWith(before) && name.endsWith(after) && name.length >= before.length + after.length ? name.slice(before.length, name.length - after.length) : undefined;
}

/** The texts in a value, at whatever depth. */
function textsIn(value: unknown, depth = 0): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null || depth > 6) return [];
  return Object.values(value).flatMap((each) => textsIn(each, depth + 1));
}

/** The source of what a package names: `dist/index.js` is made from `src/index.ts`. */
function sourceOf(folder: string, entry: string, at: FileAt): string | undefined {
  const steps = entry.replace(/^\.\//, "").split("/");
  if (steps.includes("..") || steps.includes("*")) return undefined;
  const own = at(`${folder}/${steps.join("/")}`);
  if (own !== undefined) return own;
  while (steps.length > 1 && builtFolders.test(steps[0] ?? "")) steps.shift();
  const below = steps.join("/");
  return at(`${folder}/src/${below}`) ?? at(`${folder}/${below}`) ?? at(`${folder}/lib/${below}`);
}

function readAliases(tree: SourceTree, file: string, depth = 0): Aliases {
  const folder = file.slice(0, file.lastIndexOf("/"));
  const content = parseJson(tree.textOf(file) ?? "");
  const options = (typeof content.compilerOptions === "object" && content.compilerOptions !== null ? content.compilerOptions : {}) as Readonly<Record<string, unknown>>;
  const base = typeof options.baseUrl === "string" ? pathFrom(folder, options.baseUrl) : undefined;
  const extended = typeof content.extends === "string" && content.extends.startsWith(".") ? content.extends : undefined;
  if (typeof options.paths !== "object" || options.paths === null) {
    const from = extended === undefined || depth > 3 ? undefined : readAliases(tree, pathFrom(folder, extended.endsWith(".json") ? extended : `${extended}.json`), depth + 1);
    return { folder, paths: from?.paths ?? [], base: base ?? from?.base };
  }
  const paths = Object.entries(options.paths).slice(0, MOST_ALIASES).map(([pattern, targets]) => [pattern, textsIn(targets).map((target) => pathFrom(base ?? folder, target))] as const);
  return { folder, paths, base };
}

function targetsOf({ paths, base }: Aliases, module: string): readonly string[] {
  const found = paths.flatMap(([pattern, targets]) => {
    const part = starredPart(pattern, module);
    return part === undefined ? [] : targets.map((target) => target.replace("*", () => part));
  });
  return base === undefined ? found : [...found, `${base}/${module}`];
}

/** A relative path from a folder, without its dots. */
function pathFrom(folder: string, path: string): string {
  const steps = folder.split("/");
  for (const step of path.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}
