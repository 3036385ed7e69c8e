/** Reads other files as the linter reads the one at hand: with its parsers, and its analysis of scopes. */
import type { TSESLint } from "@typescript-eslint/utils";

/** A parser as ESLint's rules find it in their `languageOptions`. */
export type ProjectParser = object;

/** Reads a text; undefined where no known parser can. */
export type SourceReader = (path: string, text: string) => Readonly<TSESLint.SourceCode> | undefined;

/** What is used of ESLint's `Linter`. */
interface Linter {
  verify(text: string, configuration: readonly object[], options: { readonly filename: string }): readonly { readonly fatal?: boolean | undefined }[];
  getSourceCode(): Readonly<TSESLint.SourceCode> | null;
}

interface HostProcess {
  getBuiltinModule?(name: string): unknown;
}

type LinterClass = new (options: { readonly cwd: string }) => Linter;

let linterClass: { readonly found: LinterClass | undefined } | undefined;

/** The last parsers that files were linted with: a project may have files for each. */
const parsers: ProjectParser[] = [];
const MOST_PARSERS = 4;

/** Says that files are linted with a parser, so that others can be read with it. */
export function rememberParser(parser: ProjectParser): void {
  if (parsers[0] === parser) return;
  const at = parsers.indexOf(parser);
  if (at > 0) parsers.splice(at, 1);
  parsers.unshift(parser);
  parsers.length = Math.min(parsers.length, MOST_PARSERS);
}

/** A reader of the files below a folder; undefined in hosts without ESLint, which have no project. */
export function buildSourceReader(root: string): SourceReader | undefined {
  linterClass ??= { found: findLinter() };
  const { found } = linterClass;
  if (found === undefined) return undefined;
  const linter = new found({ cwd: root });
  return (path, text) => {
    for (const parser of parsers) {
      for (const sourceType of path.endsWith(".cjs") ? ["commonjs"] : ["module", "commonjs"]) {
        const source = readWith(linter, parser, sourceType, path, text);
        if (source !== undefined) return source;
      }
    }
    return undefined;
  };
}

function readWith(linter: Linter, parser: ProjectParser, sourceType: string, path: string, text: string): Readonly<TSESLint.SourceCode> | undefined {
  // Types are those of the file at hand: a project's program is not built for a neighbour.
  const parserOptions = { project: false, projectService: false, preserveNodeMaps: false, ecmaFeatures: { jsx: !/\.[cm]?ts$/.test(path) } };
  const configuration = [{ files: ["**/*.*"], languageOptions: { parser, sourceType, ecmaVersion: "latest", parserOptions }, linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "off" } }];
  try {
    const isBroken = linter.verify(text, configuration, { filename: path }).some(({ fatal }) => fatal === true);
    return isBroken ? undefined : (linter.getSourceCode() ?? undefined);
  } catch {
    // Another parser may know this language.
    return undefined;
  }
}

function findLinter(host = globalThis as { readonly process?: HostProcess }): LinterClass | undefined {
  try {
    const modules = host.process?.getBuiltinModule?.("node:module") as { createRequire(file: string): (name: string) => unknown } | undefined;
    return (modules?.createRequire(import.meta.url)("eslint") as { readonly Linter?: LinterClass } | undefined)?.Linter;
  } catch {
    return undefined;
  }
}
