/** One TypeScript program over the fixture workspace: virtual files beside the real declarations of the packages. */
import path from "node:path";
import ts from "typescript";

import { packagesFolder } from "./install-packages.ts";

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.Preserve,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  lib: ["lib.esnext.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  types: ["node", "vscode", "chrome"],
  typeRoots: [path.join(packagesFolder, "node_modules/@types")],
  jsx: ts.JsxEmit.Preserve,
  esModuleInterop: true,
  noEmit: true,
  skipLibCheck: true,
  strict: true,
  experimentalDecorators: true,
};

/** The path of a virtual file. */
export function pathInWorkspace(name: string): string {
  return path.join(packagesFolder, name);
}

/** Builds the program of virtual files, given by their path relative to the workspace. */
export function buildPackageProgram(files: ReadonlyMap<string, string>): ts.Program {
  const base = ts.createCompilerHost(options, true);
  const virtual = new Map([...files].map(([name, text]) => [pathInWorkspace(name), text]));
  const host: ts.CompilerHost = {
    ...base,
    getCurrentDirectory: () => packagesFolder,
    fileExists: (file) => virtual.has(file) || base.fileExists(file),
    readFile: (file) => virtual.get(file) ?? base.readFile(file),
    getSourceFile: (file, version) => {
      const text = virtual.get(file);
      return text === undefined ? base.getSourceFile(file, version) : ts.createSourceFile(file, text, version, true);
    },
  };
  return ts.createProgram({ rootNames: [...virtual.keys()], options, host });
}

/** Finds a virtual file of the program. */
export function sourceFileNamed(program: ts.Program, name: string): ts.SourceFile {
  const file = program.getSourceFile(pathInWorkspace(name));
  if (file === undefined) throw new Error(`${name} is not in the program.`);
  return file;
}
