/** What the file takes from other modules, and under which local names. */
import type { TSESTree } from "@typescript-eslint/utils";

import { dropInModules } from "../catalogue/data/global-objects.ts";
import { fileStem } from "../catalogue/origin.ts";
import { lazy } from "../syntax/lazy.ts";
import { memberName, unwrap } from "../syntax/tree.ts";
import { declaratorOf, isSingleAssignment, type Variable, type Variables } from "./variables.ts";

/** A value of another module: `path` is empty for the module itself, `["default"]` for its default export, `["promises", "open"]` for a nested member. */
export interface ImportedValue {
  readonly module: string;
  readonly path: readonly string[];
}

export interface Imports {
  /** The modules the file names in imports, re-exports, `require` and `import()`, without `node:`. */
  readonly modules: ReadonlySet<string>;
  /** The one name of a module that the file calls so: a path below the linter's folder for one of its files. */
  nameOfModule(specifier: string): string;
  /** What an expression takes from a module; undefined where it is nothing imported. */
  importedValueOf(expression: TSESTree.Node): ImportedValue | undefined;
}

/** A file within a package, by its ending: `lodash/memoize.js`, but not `decimal.js`. */
const FILE_OF_PACKAGE = /^((?:@[^/]+\/)?[^/@][^/]*\/.+)\.[cm]?js$/;

/**
 * A module's one name: without the `node:` prefix and without the ending of a file within a package, and a drop-in replacement under
 * the name of what it replaces.
 */
export function moduleName(specifier: string): string {
  const bare = (specifier.startsWith("node:") ? specifier.slice("node:".length) : specifier).replace(FILE_OF_PACKAGE, "$1");
  return dropInModules.get(bare) ?? bare;
}

/** Where a file stands: its own path, and the folder the linter was started in. */
export interface FileLocation {
  readonly filename: string;
  readonly directory: string;
}

/**
 * A file of the project under its one name: `../lib/lease.js`, imported by `src/jobs/run.ts`, is `./src/lib/lease`.
 * Outside of the linter's folder, files keep the names they are imported by.
 */
function fileName(specifier: string, folders: readonly string[] | undefined): string {
  if (folders === undefined) return specifier;
  const steps = [...folders];
  for (const step of specifier.split("/")) {
    if (step === "..") {
      if (steps.pop() === undefined) return specifier;
    } else if (step !== "." && step !== "") steps.push(step);
  }
  return fileStem(`./${steps.join("/")}`);
}

/** The folders from the linter's folder down to a file; undefined for a file outside. */
function foldersOf({ filename, directory }: FileLocation): readonly string[] | undefined {
  const folder = directory.replaceAll("\\", "/").replace(/\/$/, "");
  const path = filename.replaceAll("\\", "/");
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1).split("/").slice(0, -1) : undefined;
}

/** Reads the imports of a file; `calls` are those of `require` and `import()`. */
export function buildImports(program: TSESTree.Program, calls: readonly TSESTree.Node[], variables: Variables, location: FileLocation): Imports {
  const modules = new Set<string>();
  const names = new Map<string, string>();
  const folders = lazy(() => foldersOf(location));
  const moduleOf = (specifier: string): string => {
    const known = names.get(specifier);
    if (known !== undefined) return known;
    const name = /^\.\.?(?:\/|$)/.test(specifier) ? fileName(specifier, folders()) : moduleName(specifier);
    names.set(specifier, name);
    return name;
  };
  for (const statement of program.body) {
    const source = sourceOf(statement);
    if (source?.type === "Literal" && typeof source.value === "string") modules.add(moduleOf(source.value));
  }
  for (const call of calls) {
    const required = requiredModule(call, variables, moduleOf);
    if (required !== undefined) modules.add(required);
  }

  const known = new Map<Variable, ImportedValue | undefined>();
  const importedValueOf = (expression: TSESTree.Node, depth = 0): ImportedValue | undefined => {
    if (depth > 8) return undefined;
    const node = unwrap(expression);
    const required = requiredModule(node, variables, moduleOf);
    if (required !== undefined) return { module: required, path: [] };
    if (node.type === "MemberExpression") {
      const name = memberName(node);
      const object = name === undefined ? undefined : importedValueOf(node.object, depth + 1);
      return object === undefined || name === undefined ? undefined : extend(object, name);
    }
    if (node.type === "AwaitExpression") return importedValueOf(node.argument, depth + 1);
    if (node.type !== "Identifier") return undefined;
    const variable = variables.variableOf(node);
    if (variable === undefined) return undefined;
    if (known.has(variable)) return known.get(variable);
    const value = importedVariable(variable, moduleOf, (init) => importedValueOf(init, depth + 1));
    // What is cut off by the depth is not kept.
    if (value !== undefined || depth === 0) known.set(variable, value);
    return value;
  };
  return { modules, nameOfModule: moduleOf, importedValueOf: (expression) => importedValueOf(expression) };
}

/** The module an import, a re-export or `import x = require()` names. */
function sourceOf(statement: TSESTree.ProgramStatement): TSESTree.Node | null {
  if (statement.type !== "TSImportEqualsDeclaration") return "source" in statement ? statement.source : null;
  return statement.moduleReference.type === "TSExternalModuleReference" ? statement.moduleReference.expression : null;
}

function extend(value: ImportedValue, name: string): ImportedValue {
  // `import fs from "fs"` and `require("x").default` reach the same members as the namespace does.
  const path = value.path.length === 1 && value.path[0] === "default" && name !== "default" ? [] : value.path;
  return { module: value.module, path: [...path, name] };
}

type ModuleOf = (specifier: string) => string;

function requiredModule(node: TSESTree.Node, variables: Variables, moduleOf: ModuleOf): string | undefined {
  if (node.type === "ImportExpression") {
    // The parser of TypeScript takes `import.defer()` for a program, and gives it no source.
    const source = node.source as TSESTree.Expression | null;
    return source?.type === "Literal" && typeof source.value === "string" ? moduleOf(source.value) : undefined;
  }
  if (node.type !== "CallExpression" || node.callee.type !== "Identifier" || node.callee.name !== "require") return undefined;
  const [source] = node.arguments;
  if (source?.type !== "Literal" || typeof source.value !== "string" || !variables.isGlobal(node.callee)) return undefined;
  return moduleOf(source.value);
}

function importedVariable(variable: Variable, moduleOf: ModuleOf, valueOf: (init: TSESTree.Node) => ImportedValue | undefined): ImportedValue | undefined {
  const definition = variable.defs[0];
  if (definition?.type === "ImportBinding") return importedBinding(definition.node, moduleOf);
  const declarator = declaratorOf(variable);
  if (declarator?.init == null || !isSingleAssignment(variable)) return undefined;
  if (declarator.id.type === "Identifier") return valueOf(declarator.init);
  if (declarator.id.type !== "ObjectPattern") return undefined;
  for (const property of declarator.id.properties) {
    if (property.type !== "Property") continue;
    const name = memberName(property);
    const target = property.value.type === "AssignmentPattern" ? property.value.left : property.value;
    if (name === undefined || target.type !== "Identifier" || !variable.identifiers.includes(target)) continue;
    const object = valueOf(declarator.init);
    return object === undefined ? undefined : extend(object, name);
  }
  return undefined;
}

function importedBinding(node: TSESTree.Node, moduleOf: ModuleOf): ImportedValue | undefined {
  if (node.type === "TSImportEqualsDeclaration") {
    const reference = node.moduleReference;
    if (reference.type !== "TSExternalModuleReference" || reference.expression.type !== "Literal") return undefined;
    return typeof reference.expression.value === "string" ? { module: moduleOf(reference.expression.value), path: [] } : undefined;
  }
  const declaration = node.parent;
  if (declaration?.type !== "ImportDeclaration") return undefined;
  const module = moduleOf(declaration.source.value);
  if (node.type === "ImportNamespaceSpecifier") return { module, path: [] };
  if (node.type === "ImportDefaultSpecifier") return { module, path: ["default"] };
  if (node.type !== "ImportSpecifier") return undefined;
  return { module, path: [node.imported.type === "Identifier" ? node.imported.name : node.imported.value] };
}
