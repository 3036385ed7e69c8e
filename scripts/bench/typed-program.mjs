/** A TypeScript program over files on disk, whose checker has looked at all of them. */
import path from "node:path";

import ts from "typescript";

import { root } from "../ecosystem/root.mjs";

/** Builds the program and checks it, so that what a rule asks later is not the checker's first question. Packages that are not installed stay unknown. */
export function buildCheckedProgram(files) {
  const program = ts.createProgram(files, {
    allowJs: true,
    checkJs: false,
    noEmit: true,
    skipLibCheck: true,
    strict: true,
    jsx: ts.JsxEmit.Preserve,
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ["lib.esnext.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
    typeRoots: [path.join(root, "node_modules/@types")],
    types: ["node"],
  });
  for (const file of program.getSourceFiles()) if (!file.isDeclarationFile) program.getSemanticDiagnostics(file);
  return program;
}
