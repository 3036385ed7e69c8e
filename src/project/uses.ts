/** Who uses what a file exports: a search by its name, and by the names that other files give it. */
import type { TSESTree } from "@typescript-eslint/utils";

import { aliasedModules, commandModule, startOfExtensions } from "../catalogue/words/project-files.ts";
import { fileKindOf } from "../facts/file-kind.ts";
import type { FileFacts, Located, Uses } from "../facts/file-facts.ts";
import type { Variable } from "../facts/variables.ts";
import { memberName, wrapped } from "../syntax/tree.ts";
import { exportsOf, type HandedOn } from "./exports.ts";
import { mayImport } from "./import-scan.ts";
import { handsOnName, takesModule, takesName } from "./name-scan.ts";
import type { Origin, Workspace } from "./workspace.ts";

/** What is looked for: exports of a file, which all stand for one thing. */
interface Target {
  readonly file: string;
  readonly names: ReadonlySet<string>;
  /** Those names, and the ones that other files hand it on by. */
  readonly aliases: Set<string>;
}

/** In files and in characters: what a question reads at most. */
const MOST_FILES = 25;
const MOST_TEXT = 300_000;

/** Finds the uses of what `file` declares by that identifier; undefined where the search is too wide. Files are read as the uses are gone through. */
export function findUses(workspace: Workspace, path: string, file: FileFacts, declaration: TSESTree.Node): Uses | undefined {
  // What a plain script declares is a global of its page.
  if (!isModule(file)) return undefined;
  const own = exportedNames(file, declaration);
  const target: Target = { file: path, names: own, aliases: new Set(own) };
  if (target.names.size === 0) return { at: [], isComplete: () => true, isMentioned: () => false, isPublished: () => false, isCalledByHost: () => false };
  const files = findFiles(workspace, target);
  if (files === undefined) return undefined;
  const search = new Search(workspace, target);
  return {
    at: search.readAll(files),
    isComplete: () => search.isComplete && !workspace.allowance.isSpent,
    // A folder without a package may be a part of anything.
    isMentioned: () => workspace.names.packageOf(path) === undefined || [...target.names].some((name) => workspace.tree.filesWith(wordOf(name, path))?.some((other) => other !== path && !isTest(workspace, other)) !== false),
    isPublished: () => workspace.isPublished(path, target.names, target.aliases),
    isCalledByHost: () => (target.names.has(startOfExtensions) && workspace.names.packageOf(path)?.isExtension === true) || (target.names.has(commandModule.handler) && exportsOf(file).own.has(commandModule.name)),
  };
}

function isModule(file: FileFacts): boolean {
  return file.imports.modules.size > 0 || exportsOf(file).own.size > 0 || file.program.body.some(({ type }) => type.startsWith("Export"));
}

/** The names under which a file exports what it declares by an identifier. */
function exportedNames(file: FileFacts, declaration: TSESTree.Node): ReadonlySet<string> {
  const variable = file.variables.variableOf(declaration);
  return new Set([...exportsOf(file).own].filter(([, node]) => node === declaration || (variable !== undefined && file.variables.variableOf(node) === variable)).map(([name]) => name));
}

/** The files that may name the target, by its own names and those that others hand it on by; tests aside. */
function findFiles(workspace: Workspace, target: Target): readonly string[] | undefined {
  const module = wordOf("", target.file);
  // Who takes the module as a whole need not write any of its names.
  const names = new Set([...target.names].map((name) => wordOf(name, target.file)));
  const words = new Set([...names, module]);
  const found = new Set<string>();
  let size = 0;
  for (const word of words) {
    const files = workspace.tree.filesWith(word);
    if (files === undefined) return undefined;
    for (const file of files) {
      const text = workspace.tree.textOf(file) ?? "";
      if (file === target.file || found.has(file) || isTest(workspace, file)) continue;
      const takesAll = word === module && takesModule(text, module);
      if (!takesAll && !(names.has(word) && takesName(text, word))) continue;
      if (!mayImport(workspace, file, text, { file: target.file, words: new Set([...names, module, ...target.aliases]) })) continue;
      found.add(file);
      size += text.length;
      if (found.size > MOST_FILES || size > MOST_TEXT) return undefined;
      if (takesAll || handsOnName(text, word)) {
        for (const name of newNamesIn(workspace, file, target)) {
          target.aliases.add(name);
          words.add(wordOf(name, file));
          names.add(wordOf(name, file));
        }
      }
    }
  }
  return [...found];
}

function isTest(workspace: Workspace, filename: string): boolean {
  return fileKindOf("", { filename, directory: workspace.tree.root }) === "test";
}

/** The word by which importers call an export: a default by the file's name, or by that of its folder. */
function wordOf(name: string, file: string): string {
  if (name !== "" && name !== "default") return name;
  const steps = file.replace(/\.[^./]+$/, "").split("/");
  return (steps.at(-1) === "index" ? steps.at(-2) : steps.at(-1)) ?? "";
}

/** The names by which a file hands the target on. */
function newNamesIn(workspace: Workspace, path: string, target: Target): readonly string[] {
  const file = workspace.factsOf(path);
  if (file === undefined) return [];
  return [...exportsOf(file).handedOn].filter(([, imported]) => meansTarget(workspace, path, imported, target) !== "no").map(([name]) => name);
}

/** Whether an import means the target, or the whole module that has it. */
function meansTarget(workspace: Workspace, importer: string, imported: HandedOn, { file, names, aliases }: Target): "yes" | "module" | "unknown" | "no" {
  const [taken] = imported.path;
  // Another name is not followed; a default may be the whole of a CommonJS module.
  if (taken !== undefined && taken !== "default" && !aliases.has(taken)) return "no";
  const origin = workspace.originOf(imported, importer);
  // Nobody knows which module an alias means that no `tsconfig.json` has, or a part of a package of ours that none of its files is.
  if (origin === undefined) return (aliasedModules.test(imported.module) || workspace.names.isOwn(imported.module)) && names.has(imported.path[0] ?? "") ? "unknown" : "no";
  const isWhole = origin.path.length === 0 || (origin.path[0] === "" && !names.has(""));
  if (isWhole) {
    const hasIt = (found: Origin | undefined): boolean => found?.file === file && names.has(found.path[0] ?? "");
    return origin.file === file || [...aliases].some((name) => hasIt(workspace.originOf({ module: imported.module, path: [name] }, importer))) ? "module" : "no";
  }
  return origin.file === file && names.has(origin.path[0] ?? "") ? "yes" : "no";
}

class Search {
  isComplete = true;
  readonly #workspace: Workspace;
  readonly #target: Target;

  constructor(workspace: Workspace, target: Target) {
    this.#workspace = workspace;
    this.#target = target;
  }

  *readAll(paths: readonly string[]): Iterable<Located> {
    for (const path of paths) {
      const file = this.#workspace.factsOf(path);
      if (file === undefined) this.isComplete = false;
      else yield* this.#readFile(path, file);
    }
  }

  *#readFile(path: string, file: FileFacts): Iterable<Located> {
    for (const variable of file.variables.declared) yield* this.#readVariable(path, file, variable);
    for (const node of file.nodes.importExpressions) if (!isAwaited(node)) yield* this.#readModule(path, file, node, false);
    for (const node of file.calls.named("require")) if (wrapped(node).parent?.type !== "VariableDeclarator") yield* this.#readModule(path, file, node, true);
  }

  *#readVariable(path: string, file: FileFacts, variable: Variable): Iterable<Located> {
    const [name] = variable.identifiers;
    const imported = name === undefined ? undefined : file.imports.importedValueOf(name);
    const means = imported === undefined ? "no" : meansTarget(this.#workspace, path, imported, this.#target);
    if (means === "unknown") this.isComplete = false;
    if (means === "no" || means === "unknown") return;
    for (const { identifier, init, isTypeReference, isValueReference } of variable.references) {
      if (init === true || (isTypeReference && !isValueReference) || /^(?:Export|TSExport)/.test(identifier.parent.type)) continue;
      if (means === "yes") yield { file, node: identifier };
      else yield* this.#readMember(path, file, identifier);
    }
  }

  /** `api.run()`: a member of the whole module; who hands the module on may use all of it. */
  *#readMember(path: string, file: FileFacts, module: TSESTree.Node): Iterable<Located> {
    const outer = wrapped(module);
    const member = outer.parent;
    if (member?.type === "VariableDeclarator" && member.id.type === "ObjectPattern" && member.id.properties.every(({ type }) => type === "Property")) return;
    if (member?.type !== "MemberExpression" || member.object !== outer || memberName(member) === undefined) {
      this.isComplete = false;
      return;
    }
    const imported = file.imports.importedValueOf(member);
    if (imported !== undefined && meansTarget(this.#workspace, path, imported, this.#target) === "yes") yield { file, node: member };
  }

  /** A module that is loaded in the midst of an expression. */
  *#readModule(path: string, file: FileFacts, node: TSESTree.Node, isRequired: boolean): Iterable<Located> {
    const imported = file.imports.importedValueOf(node);
    const means = imported === undefined ? "no" : meansTarget(this.#workspace, path, imported, this.#target);
    if (means === "no") return;
    if (!isRequired || means === "unknown") this.isComplete = false;
    else if (means === "yes") yield { file, node };
    else if (wrapped(node).parent?.type !== "ExpressionStatement") yield* this.#readMember(path, file, node);
  }
}

/** `await import("./run")` in a declaration, whose names are followed as those of any import. */
function isAwaited(node: TSESTree.ImportExpression): boolean {
  const { parent } = wrapped(node);
  return parent?.type === "AwaitExpression" && wrapped(parent).parent?.type === "VariableDeclarator";
}
