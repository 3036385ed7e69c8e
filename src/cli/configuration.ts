import type { Linter } from "eslint";

import { textsAheadSetting, type TextsAhead } from "../project/texts-ahead.ts";
import type { ComponentParser } from "./parsers/component-parsers.ts";
import { COMMONJS_FILES, GENERATED_FILES, JAVASCRIPT_FILES, TYPESCRIPT_FILES } from "./linted-files.ts";

export interface ConfigurationParts {
  readonly preset: Linter.Config;
  /** Reads JavaScript too if given; otherwise ESLint's own parser does. */
  readonly javascriptParser: Linter.Parser | undefined;
  readonly typescriptParser: Linter.Parser;
  readonly componentParsers: readonly ComponentParser[];
  /** Patterns left out besides the generated files. */
  readonly ignores: readonly string[];
  /** What stands at `settings.leakproof`; undefined for nothing. */
  readonly settings: unknown;
  /** What the project says before its disk does, by absolute paths. */
  readonly textsAhead: TextsAhead | undefined;
  readonly onFile: (path: string) => void;
}

/** Builds the whole flat config of a run; the project's own config is never read. */
export function buildConfiguration(parts: ConfigurationParts): Linter.Config[] {
  const { preset, javascriptParser, typescriptParser, componentParsers, ignores, settings, textsAhead, onFile } = parts;
  return [
    { ignores: [...GENERATED_FILES, ...ignores] },
    {
      // Comments that silence the project's other rules are not ours to judge.
      linterOptions: { reportUnusedDisableDirectives: "off" },
      languageOptions: { ecmaVersion: "latest", parserOptions: { ecmaFeatures: { jsx: true } } },
    },
    { files: [JAVASCRIPT_FILES], languageOptions: { sourceType: "module", ...(javascriptParser && { parser: javascriptParser }) } },
    { files: [COMMONJS_FILES], languageOptions: { sourceType: "commonjs" } },
    { files: [TYPESCRIPT_FILES], languageOptions: { sourceType: "module", parser: typescriptParser } },
    ...componentParsers.map(({ files, parser, parserOptions }) => ({ files: [files], languageOptions: { sourceType: "module" as const, parser, parserOptions } })),
    preset,
    ...(settings === undefined ? [] : [{ settings: { leakproof: settings } }]),
    ...(textsAhead === undefined ? [] : [{ settings: { [textsAheadSetting]: () => textsAhead } }]),
    buildFileListener(onFile),
  ];
}

/** ESLint says nothing while it works; a rule that never reports hears of each file. */
function buildFileListener(onFile: (path: string) => void): Linter.Config {
  return {
    plugins: {
      "leakproof-run": {
        rules: {
          "file-listener": {
            create(context) {
              onFile(context.filename);
              return {};
            },
          },
        },
      },
    },
    rules: { "leakproof-run/file-listener": "error" },
  };
}
