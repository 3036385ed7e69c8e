/**
 * Finds the packages the command works with but does not bring along: ESLint, the TypeScript parser, TypeScript.
 * The project in the current directory comes first, since its versions are the ones its code was written for;
 * then the place this package is installed in, so that `npx` and global installations work without a project.
 */
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import type { ESLint, Linter } from "eslint";

import { Failure } from "./failures.ts";

export interface TypeScriptParser {
  readonly parser: { parseForESLint(code: string, options: object): Linter.ESLintParseResult };
  readonly typescript: typeof import("typescript");
}

/** Either the parser, or the sentence that says why TypeScript files cannot be read. */
export type TypeScriptSupport = TypeScriptParser | { readonly missing: string };

/** A comment as oxc-parser gives it. */
export interface OxcComment {
  readonly type: "Line" | "Block";
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** oxc-parser, and what TypeScript's parser finds scopes with. */
export interface OxcParser {
  readonly parseSync: (file: string, code: string, options: object) => { readonly program: unknown; readonly comments: readonly OxcComment[]; readonly errors: readonly unknown[] };
  readonly analyze: (program: unknown, options: { readonly sourceType: "module" | "script"; readonly globalReturn: boolean | undefined }) => unknown;
  readonly visitorKeys: Readonly<Record<string, readonly string[] | undefined>>;
}

const OLDEST_ESLINT = 9;

/** Loads the ESLint class; throws a `Failure` if there is none that is recent enough. */
export async function loadESLint(cwd: string): Promise<typeof ESLint> {
  let outdated: string | undefined;
  for (const path of collectPaths("eslint", cwd)) {
    const module = (await import(pathToFileURL(path).href)) as { ESLint?: typeof ESLint; default?: { ESLint?: typeof ESLint } };
    const found = module.ESLint ?? module.default?.ESLint;
    if (found !== undefined && Number.parseInt(found.version, 10) >= OLDEST_ESLINT) return found;
    outdated ??= found?.version ?? "an old version";
  }
  throw new Failure(
    outdated === undefined
      ? "ESLint is not installed here; install it: npm i -D eslint"
      : `ESLint ${outdated} is too old; leakproof needs ESLint ${OLDEST_ESLINT} or newer: npm i -D eslint@latest`,
  );
}

/** Loads the TypeScript parser with the TypeScript it uses. */
export function loadTypeScriptSupport(cwd: string): TypeScriptSupport {
  let missing: string | undefined;
  for (const path of collectPaths("@typescript-eslint/parser", cwd)) {
    const support = loadParserAt(path);
    if (!("missing" in support)) return support;
    missing ??= support.missing;
  }
  return { missing: missing ?? "@typescript-eslint/parser is not installed; install it: npm i -D @typescript-eslint/parser typescript@6" };
}

function loadParserAt(path: string): TypeScriptSupport {
  const load = createRequire(path);
  let typescript: typeof import("typescript");
  try {
    typescript = load("typescript") as typeof import("typescript");
  } catch {
    return { missing: "@typescript-eslint/parser finds no TypeScript; install it: npm i -D typescript@6" };
  }
  try {
    return { parser: loadQuietly(load, path) as TypeScriptParser["parser"], typescript };
  } catch (error) {
    if (Number.parseInt(typescript.version, 10) >= 7) {
      return {
        missing: `@typescript-eslint/parser cannot work with TypeScript ${typescript.version}; install TypeScript 6 beside it: npm i -D typescript@npm:@typescript/typescript6@^6.0.2 @typescript/native@npm:typescript@^7`,
      };
    }
    const [reason] = String(error instanceof Error ? error.message : error).split("\n");
    return { missing: `@typescript-eslint/parser at ${path} cannot be loaded (${reason}); reinstall it: npm i -D @typescript-eslint/parser typescript@6` };
  }
}

/** Loads oxc-parser, where it is installed; undefined where it is not, or the sentence that says why it cannot be used. */
export async function loadOxcParser(cwd: string): Promise<OxcParser | { readonly trouble: string } | undefined> {
  const [path] = collectPaths("oxc-parser", cwd);
  const [typescriptParser] = collectPaths("@typescript-eslint/parser", cwd);
  if (path === undefined || typescriptParser === undefined) return undefined;
  try {
    const load = createRequire(typescriptParser);
    const { parseSync } = (await import(pathToFileURL(path).href)) as Pick<OxcParser, "parseSync">;
    const { analyze } = load("@typescript-eslint/scope-manager") as Pick<OxcParser, "analyze">;
    const { visitorKeys } = load("@typescript-eslint/visitor-keys") as Pick<OxcParser, "visitorKeys">;
    return { parseSync, analyze, visitorKeys };
  } catch (error) {
    const [reason] = String(error instanceof Error ? error.message : error).split("\n");
    return { trouble: `oxc-parser at ${path} cannot be loaded (${reason}). TypeScript's parser reads the files, which takes longer.` };
  }
}

/** The parser prints a paragraph of its own before it refuses a TypeScript it does not know; our line replaces it. */
function loadQuietly(load: NodeJS.Require, path: string): unknown {
  const print = console.error;
  console.error = () => {};
  try {
    return load(path);
  } finally {
    console.error = print;
  }
}

/** Where a package is installed, the nearest first: seen from the files given, from the current directory, and from this command. */
export function collectPaths(name: string, cwd: string, ...files: readonly string[]): string[] {
  const paths: string[] = [];
  for (const place of [...files, join(cwd, "package.json"), import.meta.url]) {
    try {
      paths.push(createRequire(place).resolve(name));
    } catch {
      // Not installed there; the next place may have it.
    }
  }
  return [...new Set(paths)];
}
