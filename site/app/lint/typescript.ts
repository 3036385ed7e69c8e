/** The parser of TypeScript and its checker. They are three times the size of all the rest, so they are loaded when first needed. */
import * as parserModule from "@typescript-eslint/parser";
import type { Linter } from "eslint";
import ts from "typescript";

/** typescript-eslint's own parser. */
export const parser = parserModule as unknown as Linter.Parser;

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ["lib.esnext.d.ts", "lib.dom.d.ts"],
  types: ["node"],
  jsx: ts.JsxEmit.Preserve,
  noEmit: true,
  skipLibCheck: true,
  strict: true,
};

/** The declarations of the language, the browser and Node, by path. */
type Declarations = ReadonlyMap<string, string>;

let loading: Promise<Declarations> | undefined;
let previous: ts.Program | undefined;
const parsed = new Map<string, ts.SourceFile>();

/** Builds the program of one file beside the declarations; throws where these cannot be loaded. */
export async function buildProgram(filename: string, code: string): Promise<ts.Program> {
  loading ??= loadDeclarations();
  const declarations = await loading.catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  previous = ts.createProgram({ rootNames: [filename], options: OPTIONS, host: buildHost(filename, code, declarations), ...(previous && { oldProgram: previous }) });
  return previous;
}

async function loadDeclarations(): Promise<Declarations> {
  const response = await fetch(new URL("declarations.json", import.meta.url));
  if (!response.ok) throw new Error(`The declarations that types are read from could not be loaded: ${response.status} ${response.statusText}`);
  return new Map(Object.entries((await response.json()) as Record<string, string>));
}

function buildHost(filename: string, code: string, declarations: Declarations): ts.CompilerHost {
  const textOf = (file: string): string | undefined => (file === filename ? code : declarations.get(file));
  return {
    fileExists: (file) => textOf(file) !== undefined,
    readFile: textOf,
    directoryExists: (folder) => folder === "/src" || "/node_modules/@types/node".startsWith(folder) || folder.startsWith("/node_modules/@types/node"),
    getCurrentDirectory: () => "/",
    getDirectories: () => [],
    getDefaultLibFileName: () => "/lib/lib.esnext.d.ts",
    getDefaultLibLocation: () => "/lib",
    getCanonicalFileName: (file) => file,
    getNewLine: () => "\n",
    useCaseSensitiveFileNames: () => true,
    writeFile: () => {},
    getSourceFile: (file, version) => {
      const text = textOf(file);
      if (text === undefined) return undefined;
      if (file === filename) return ts.createSourceFile(file, text, version, true);
      const source = parsed.get(file) ?? ts.createSourceFile(file, text, version, true);
      parsed.set(file, source);
      return source;
    },
  };
}
