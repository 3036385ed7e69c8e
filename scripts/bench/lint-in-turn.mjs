/** Lints one file with every engine in turn, and measures the CPU time of each. */
import { createRequire } from "node:module";
import path from "node:path";

import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";

const require = createRequire(import.meta.url);
/** What ESLint itself keeps its configurations in: one that is a plain list would be checked and merged anew for every file. */
const { FlatConfigArray } = require(path.join(path.dirname(require.resolve("eslint/package.json")), "lib/config/flat-config-array.js"));

const TYPESCRIPT = /\.(?:[cm]?ts|tsx)$/;
const EVERYTHING = ["**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}"];
const NOTHING = "nothing";

/**
 * Makes what lints files of one folder with the engines of `configs`, by name: `nothing`, which visits nothing, and others.
 * `settings` and `parserOptions` hold for all files.
 */
export function createTurns(configs, { folder, settings = {}, parserOptions = {} }) {
  const prepared = new Map();
  const isTyped = parserOptions.programs !== undefined;
  return lintInTurn;

  /**
   * Answers the milliseconds of `parse` (tree, scopes, and the linter's first way over them) and of each engine over the parsed
   * code; undefined where no parser reads the file. The presets share their analyses through the tree, so each engine but the
   * first two gets a tree of its own. `turn` decides which engine goes first, so that none always pays for what the first one warms.
   */
  function lintInTurn({ file, text, sourceType }, turn) {
    const options = { filename: path.join(folder, file), sourceType: file.endsWith(".cjs") ? "commonjs" : sourceType };
    const names = Object.keys(configs).filter((name) => name !== NOTHING);
    const trees = names.slice(0, Math.max(1, names.length - 1)).map(() => parse(text, options, isTyped || TYPESCRIPT.test(file)));
    if (trees.includes(undefined)) return undefined;
    const times = { parse: trees.reduce((sum, { ms }) => sum + ms, 0) / trees.length, [NOTHING]: measure(NOTHING, trees[0], options) };
    names.forEach((_, step) => {
      const index = (step + turn) % names.length;
      times[names[index]] = measure(names[index], trees[Math.max(0, index - 1)], options);
    });
    return times;
  }

  /** Parses as the file's project would: JavaScript with ESLint's own parser, and what that cannot read with the parser of TypeScript. */
  function parse(text, options, isTypeScript) {
    const parser = isTypeScript ? typescriptParser : undefined;
    const parsed = verify(text, options, configOf("parse", { rules: {} }, options.sourceType, parser));
    if (!parsed.messages.some(({ fatal }) => fatal)) return { ...parsed, parser };
    return isTypeScript ? undefined : parse(text, options, true);
  }

  function measure(name, { sourceCode, parser }, options) {
    return verify(sourceCode, options, configOf(name, configs[name], options.sourceType, parser)).ms;
  }

  function configOf(name, { plugins = {}, rules }, sourceType, parser) {
    const key = [name, sourceType, parser === undefined].join(" ");
    const known = prepared.get(key);
    if (known !== undefined) return known;
    const languageOptions = { ecmaVersion: "latest", sourceType, parserOptions: { ecmaFeatures: { jsx: true }, ...parserOptions }, ...(parser === undefined ? {} : { parser }) };
    const linterOptions = { noInlineConfig: true, reportUnusedDisableDirectives: "off" };
    const config = new FlatConfigArray([{ files: EVERYTHING, plugins, rules, settings, languageOptions, linterOptions }], { basePath: folder });
    config.normalizeSync();
    prepared.set(key, config);
    return config;
  }

  function verify(code, { filename }, config) {
    const linter = new Linter({ cwd: folder });
    const before = process.cpuUsage();
    const messages = linter.verify(code, config, { filename });
    const { user, system } = process.cpuUsage(before);
    return { ms: (user + system) / 1000, messages, sourceCode: linter.getSourceCode() };
  }
}
