/** Whether a name stands for one thing: no function of the judging folders has the name of another. */
import ts from "typescript";

import type { SourceFile } from "./source-files.ts";

/** Collects the names that functions of two files or more have. */
export function collectSharedNames(files: readonly SourceFile[]): readonly string[] {
  const homes = new Map<string, string[]>();
  for (const file of files) {
    for (const name of functionNamesOf(file)) homes.set(name, [...(homes.get(name) ?? []), file.path]);
  }
  return [...homes].filter(([, paths]) => paths.length > 1).map(([name, paths]) => `${name}: ${paths.join(", ")}`).sort();
}

function functionNamesOf(file: SourceFile): ReadonlySet<string> {
  const tree = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true);
  return new Set(tree.statements.flatMap((statement) => (ts.isFunctionDeclaration(statement) && statement.body !== undefined && statement.name !== undefined ? [statement.name.text] : [])));
}
