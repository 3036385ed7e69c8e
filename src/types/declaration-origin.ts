/** Which package or library a declaration belongs to. */
import type ts from "typescript";

import type { TypeOrigin } from "./type-questions.ts";

/** A node with the fields that tell one kind from another where its `kind` number may not be read. */
interface NamedNode extends ts.Node {
  readonly name?: ts.Node & { readonly text?: string };
  readonly body?: ts.Node;
  readonly parameters?: readonly ts.Node[];
}

/** The origins of a named symbol, the first being the one to show. A global type that a package declares also counts as `lib`. */
export function collectOrigins(symbol: ts.Symbol, program: ts.Program): readonly TypeOrigin[] {
  const declarations = symbol.declarations ?? [];
  const name = declaredName(symbol);
  if (name === undefined || declarations.length === 0) return [];
  const modules = declarations.map((declaration) => moduleOf(declaration, program));
  const module = modules.includes("lib") ? "lib" : modules.find((candidate) => candidate !== undefined);
  const origin: TypeOrigin = { name, module };
  // `AbortSignal` comes from the DOM library or, in a project for Node alone, from its declarations: the same global.
  const isAlsoGlobal = module !== undefined && module !== "lib" && declarations.some(isGlobal);
  return isAlsoGlobal ? [origin, { name, module: "lib" }] : [origin];
}

/** The name a type was declared under; undefined for anonymous ones. */
function declaredName(symbol: ts.Symbol): string | undefined {
  // A default export's symbol is called "default" whatever its declaration says.
  const name = symbol.name === "default" ? (symbol.declarations?.[0] as NamedNode | undefined)?.name?.text : symbol.name;
  return name === undefined || name.startsWith("__") ? undefined : name;
}

/** The package of a declaration, `"lib"` for the language and the DOM, undefined in the linted project's own files. */
export function moduleOf(declaration: ts.Node, program: ts.Program): string | undefined {
  const file = declaration.getSourceFile();
  const path = file.fileName.replaceAll("\\", "/");
  if (program.isSourceFileDefaultLibrary(file) || path.includes("/node_modules/@typescript/lib-")) return "lib";
  return ambientModuleOf(declaration) ?? packageOf(path);
}

/** `fs` for what stands inside `declare module "fs"` or `declare module "node:fs"`. */
function ambientModuleOf(declaration: ts.Node): string | undefined {
  for (let node: NamedNode | undefined = declaration.parent; node !== undefined; node = node.parent) {
    const name = moduleNameOf(node);
    if (name !== undefined && !name.startsWith(".")) return name.startsWith("node:") ? name.slice("node:".length) : name;
  }
  return undefined;
}

/** The quoted name of a module declaration. A method may be quoted too, but has parameters. */
function moduleNameOf(node: NamedNode): string | undefined {
  if (node.name === undefined || node.body === undefined || node.parameters !== undefined) return undefined;
  return /^["']/.test(node.name.getText()) ? node.name.text : undefined;
}

/** Whether a declaration stands in `declare global`, or at the top of a file without imports and exports. */
function isGlobal(declaration: ts.Node): boolean {
  const container = declaration.parent as NamedNode & Partial<ts.SourceFile> & { readonly externalModuleIndicator?: unknown };
  if (container.fileName !== undefined) return container.externalModuleIndicator === undefined;
  const block = container.parent as NamedNode | undefined;
  return block?.name?.text === "global" && block.body !== undefined && block.parameters === undefined;
}

function packageOf(path: string): string | undefined {
  const start = path.lastIndexOf("/node_modules/");
  if (start < 0) return undefined;
  const [first = "", second = ""] = path.slice(start + "/node_modules/".length).split("/");
  if (first === "@types") return typedPackageOf(second);
  return first.startsWith("@") ? `${first}/${second}` : first;
}

/** `@types/scope__name` holds the types of `@scope/name`. */
function typedPackageOf(folder: string): string {
  const [scope, name] = folder.split("__");
  return name === undefined ? folder : `@${scope}/${name}`;
}
