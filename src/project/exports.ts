/** What a file exports: its own, and what it hands on. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import { isClass, isFunction, memberName, unwrap } from "../syntax/tree.ts";

/** An export of another module, as it is named there; the empty path is all of the module. */
export interface HandedOn {
  readonly module: string;
  readonly path: readonly string[];
}

export interface ExportTable {
  /** What stands for a name: a declaration, a value, or the identifier of a variable; the empty name is all of a CommonJS module. */
  readonly own: ReadonlyMap<string, TSESTree.Node>;
  /** `export { run as start } from "./run"`, by the name it has here. */
  readonly handedOn: ReadonlyMap<string, HandedOn>;
  /** The modules of `export * from`, and of `module.exports = { ...require("./run") }`. */
  readonly whole: readonly string[];
}

const tables = new WeakMap<FileFacts, ExportTable>();

/** Reads the exports of a file, of ES modules and of CommonJS. */
export function exportsOf(file: FileFacts): ExportTable {
  const known = tables.get(file) ?? new Reader(file).read();
  tables.set(file, known);
  return known;
}

class Reader {
  readonly #file: FileFacts;
  readonly #own = new Map<string, TSESTree.Node>();
  readonly #handedOn = new Map<string, HandedOn>();
  readonly #whole: string[] = [];

  constructor(file: FileFacts) {
    this.#file = file;
  }

  read(): ExportTable {
    for (const statement of this.#file.program.body) {
      if (statement.type === "ExportNamedDeclaration") this.#readNamed(statement);
      else if (statement.type === "ExportDefaultDeclaration") this.#add("default", statement.declaration);
      else if (statement.type === "ExportAllDeclaration") this.#readWhole(statement);
      else if (statement.type === "TSExportAssignment") this.#add("", statement.expression);
    }
    if (this.#own.size + this.#handedOn.size + this.#whole.length === 0) for (const assignment of this.#file.nodes.assignments) this.#readAssignment(assignment);
    return { own: this.#own, handedOn: this.#handedOn, whole: this.#whole };
  }

  #readNamed(statement: TSESTree.ExportNamedDeclaration): void {
    const { declaration, specifiers, source } = statement;
    if (declaration?.type === "VariableDeclaration") for (const { id } of declaration.declarations) this.#readPattern(id);
    else if (declaration != null && "id" in declaration && declaration.id?.type === "Identifier") this.#own.set(declaration.id.name, declaration.id);
    for (const { local, exported } of specifiers) {
      const [from, to] = [textOf(local), textOf(exported)];
      if (source !== null) this.#handedOn.set(to, { module: this.#file.imports.nameOfModule(source.value), path: [from] });
      else if (local.type === "Identifier") this.#add(to, local);
    }
  }

  #readPattern(id: TSESTree.Node): void {
    if (id.type === "Identifier") this.#own.set(id.name, id);
    if (id.type === "ObjectPattern") for (const property of id.properties) this.#readPattern(property.type === "Property" ? property.value : property.argument);
  }

  #readWhole({ exported, source }: TSESTree.ExportAllDeclaration): void {
    const module = this.#file.imports.nameOfModule(source.value);
    if (exported === null) this.#whole.push(module);
    else this.#handedOn.set(textOf(exported), { module, path: [] });
  }

  /** `exports.run = run`, `module.exports = run`, `module.exports = { run }`, `module.exports.run = run`. */
  #readAssignment({ left, right, operator }: TSESTree.AssignmentExpression): void {
    if (left.type !== "MemberExpression" || operator !== "=") return;
    const value = unwrap(right);
    const name = memberName(left);
    if (isModuleExports(left)) {
      this.#add("", value);
      if (value.type === "ObjectExpression") this.#readObject(value);
    } else if (name !== undefined && ((left.object.type === "Identifier" && left.object.name === "exports") || isModuleExports(left.object))) this.#add(name, value);
  }

  #readObject(object: TSESTree.ObjectExpression): void {
    for (const property of object.properties) {
      const spread = property.type === "SpreadElement" ? this.#file.imports.importedValueOf(property.argument) : undefined;
      if (spread?.path.length === 0) this.#whole.push(spread.module);
      const name = property.type === "Property" ? memberName(property) : undefined;
      if (property.type === "Property" && name !== undefined) this.#add(name, property.value);
    }
  }

  /** What is imported and exported again is handed on. */
  #add(name: string, value: TSESTree.Node): void {
    const imported = this.#file.imports.importedValueOf(value);
    if (imported !== undefined) this.#handedOn.set(name, imported);
    else this.#own.set(name, (isFunction(value) || isClass(value)) && value.id !== null ? value.id : value);
  }
}

function textOf(name: TSESTree.Identifier | TSESTree.StringLiteral): string {
  return name.type === "Identifier" ? name.name : name.value;
}

function isModuleExports(node: TSESTree.Node): boolean {
  return node.type === "MemberExpression" && node.object.type === "Identifier" && node.object.name === "module" && memberName(node) === "exports";
}
