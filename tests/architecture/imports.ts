/** What a file imports, read from its syntax tree. */
import path from "node:path";
import ts from "typescript";

import type { SourceFile } from "./source-files.ts";

export interface Import {
  readonly file: string;
  readonly specifier: string;
  /** `type` vanishes in the build, `static` and `dynamic` do not. */
  readonly kind: "type" | "static" | "dynamic";
}

/** Collects all imports and re-exports of a file, `import()` and import types included. */
export function collectImports(file: SourceFile): readonly Import[] {
  const tree = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true);
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    const [specifier, kind] = findImport(node) ?? [];
    if (specifier && kind && ts.isStringLiteralLike(specifier)) found.push({ file: file.path, specifier: specifier.text, kind });
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** Returns the file of the repository that an import names, or undefined for a package. */
export function findTarget({ file, specifier }: Import): string | undefined {
  return specifier.startsWith(".") ? path.posix.join(path.posix.dirname(file), specifier) : undefined;
}

function findImport(node: ts.Node): readonly [ts.Node | undefined, Import["kind"]] | undefined {
  if (ts.isImportDeclaration(node)) return [node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword ? "type" : "static"];
  if (ts.isExportDeclaration(node)) return [node.moduleSpecifier, node.isTypeOnly ? "type" : "static"];
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return [node.argument.literal, "type"];
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) return [node.arguments[0], "dynamic"];
  return undefined;
}
