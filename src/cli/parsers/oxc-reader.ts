/**
 * Reads a file with oxc-parser, several times as fast as TypeScript's own parser: its tree is that of typescript-estree but for what
 * `completeTree` adds. It knows no types.
 */
import { extname } from "node:path";

import type { Linter } from "eslint";

import type { OxcComment, OxcParser } from "../peers.ts";
import { completeTree, type OxcProgram } from "./complete-tree.ts";

/** What is needed of the options that ESLint hands to a parser. */
export interface ReadOptions {
  readonly filePath: string;
  readonly sourceType?: string;
  readonly ecmaFeatures?: { readonly globalReturn?: boolean };
}

/** TypeScript reads elements of JSX in every file but these. */
const WITHOUT_JSX: ReadonlySet<string> = new Set([".ts", ".mts", ".cts"]);

/** Builds the reader; it answers undefined for what oxc finds fault with, of which TypeScript's parser is to speak, and where a comment turns on rules that may ask for tokens. */
export function buildOxcReader({ parseSync, analyze, visitorKeys }: OxcParser): (code: string, options: ReadOptions) => Linter.ESLintParseResult | undefined {
  return (code, { filePath, sourceType, ecmaFeatures }) => {
    const lang = WITHOUT_JSX.has(extname(filePath)) ? "ts" : "tsx";
    const isModule = sourceType === "module";
    const { program, comments, errors } = parseSync(filePath, code, { lang, astType: "ts", sourceType: isModule ? "module" : "commonjs", range: true, preserveParens: false });
    if (errors.length > 0 || comments.some(setsRules)) return undefined;
    const ast = completeTree(program as OxcProgram, { code, comments, visitorKeys });
    ast.sourceType = isModule ? "module" : "script";
    const scopeManager = analyze(ast, { sourceType: isModule ? "module" : "script", globalReturn: ecmaFeatures?.globalReturn });
    return { ast, scopeManager, visitorKeys, services: {} } as unknown as Linter.ESLintParseResult;
  };
}

/** `/* eslint no-var: 2 *\/` in the code. */
function setsRules({ type, value }: OxcComment): boolean {
  return type === "Block" && /^\s*eslint(?:\s|$)/.test(value);
}
