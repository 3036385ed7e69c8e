/**
 * TypeScript programs for typed cases: one virtual file (and its virtual neighbours) beside the real library
 * and Node declarations. Those declarations are parsed once per worker, so that a further case costs milliseconds.
 */
import path from "node:path";
import ts from "typescript";

/** The folder that virtual files lie in, and that package look-ups start from. */
export const root = path.resolve(import.meta.dirname, "../..");

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ["lib.esnext.d.ts", "lib.dom.d.ts"],
  types: ["node"],
  jsx: ts.JsxEmit.Preserve,
  allowJs: true,
  noEmit: true,
  skipLibCheck: true,
  strict: true,
};

const realFiles = new Map<string, ts.SourceFile | undefined>();
const base = ts.createCompilerHost(options, true);
let previous: ts.Program | undefined;

/** Builds the program of one virtual file; `neighbours` are further virtual files by absolute path. */
export function buildProgram(filename: string, code: string, neighbours: Readonly<Record<string, string>> = {}): ts.Program {
  const virtual = new Map([...Object.entries(neighbours), [filename, code] as const]);
  const folders = new Set([...virtual.keys()].flatMap(collectParents));
  const host: ts.CompilerHost = {
    ...base,
    getCurrentDirectory: () => root,
    fileExists: (file) => virtual.has(file) || base.fileExists(file),
    readFile: (file) => virtual.get(file) ?? base.readFile(file),
    directoryExists: (folder) => folders.has(folder) || (base.directoryExists?.(folder) ?? true),
    getSourceFile: (file, languageVersion) => {
      const text = virtual.get(file);
      return text === undefined ? getRealFile(file, languageVersion) : ts.createSourceFile(file, text, languageVersion, true);
    },
  };
  const declarations = Object.keys(neighbours).filter((file) => file.endsWith(".d.ts") && !file.includes("node_modules"));
  previous = ts.createProgram({ rootNames: [filename, ...declarations], options, host, ...(previous && { oldProgram: previous }) });
  return previous;
}

/** Collects the type errors of one file, as text without positions. */
export function collectTypeErrors(program: ts.Program, filename: string): readonly string[] {
  const file = program.getSourceFile(filename);
  return program.getSemanticDiagnostics(file).map(({ code, messageText }) => `TS${code} ${ts.flattenDiagnosticMessageText(messageText, " ")}`);
}

function getRealFile(file: string, languageVersion: ts.ScriptTarget | ts.CreateSourceFileOptions): ts.SourceFile | undefined {
  if (!realFiles.has(file)) realFiles.set(file, base.getSourceFile(file, languageVersion));
  return realFiles.get(file);
}

function collectParents(file: string): readonly string[] {
  const parent = path.dirname(file);
  return parent === file ? [] : [parent, ...collectParents(parent)];
}
