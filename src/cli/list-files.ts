/** Lists what ESLint would check for some patterns, by ESLint itself: only it knows which files those are, and in which order. */
import type { ESLint, Linter } from "eslint";

import { COMPONENT_FILES } from "./parsers/component-parsers.ts";
import { GENERATED_FILES, JAVASCRIPT_FILES, TYPESCRIPT_FILES } from "./linted-files.ts";

export interface ListedFile {
  readonly path: string;
  /** The number of characters. */
  readonly length: number;
}

export interface Listing {
  readonly files: readonly ListedFile[];
  /** What ESLint says of files that were named and are left out. */
  readonly leftOut: readonly ESLint.LintResult[];
}

/** Lists the files; throws what ESLint throws where a pattern leads to nothing, or a file cannot be read. */
export async function listFiles(ESLintClass: typeof ESLint, patterns: readonly string[], ignores: readonly string[], cwd: string): Promise<Listing> {
  const lengths = new Map<string, number>();
  const eslint = new ESLintClass({ cwd, overrideConfigFile: true, overrideConfig: configurationOf(ignores, (text, file) => lengths.set(file, text.length)) });
  const results = await eslint.lintFiles([...patterns]);
  const files = results.flatMap(({ filePath }) => (lengths.has(filePath) ? [{ path: filePath, length: lengths.get(filePath) ?? 0 }] : []));
  return { files, leftOut: results.filter(({ filePath }) => !lengths.has(filePath)) };
}

/** A processor that finds no block in a file: ESLint reads it, and parses nothing. */
function configurationOf(ignores: readonly string[], onFile: (text: string, file: string) => void): Linter.Config[] {
  const processor: Linter.Processor = {
    preprocess(text, file) {
      onFile(text, file);
      return [];
    },
    postprocess: () => [],
  };
  return [{ ignores: [...GENERATED_FILES, ...ignores] }, { files: [JAVASCRIPT_FILES, TYPESCRIPT_FILES, ...COMPONENT_FILES], processor }];
}
