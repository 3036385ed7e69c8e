import { parse } from "node:path";

import type { Linter } from "eslint";

import type { TypeScriptParser } from "../peers.ts";
import type { ReadOptions } from "./oxc-reader.ts";
import type { TypeScriptProjects } from "./typescript-projects.ts";

/** What ESLint, and the project that looks at a neighbour, hand to a parser. */
interface ParserOptions extends ReadOptions {
  /** False where types are not asked for. */
  readonly projectService?: boolean;
}

/** Reads a file fast and without types; undefined where it cannot. */
export type FastReader = (code: string, options: ReadOptions) => Linter.ESLintParseResult | undefined;

/**
 * Builds a parser that gives type information where a project covers the file, and goes without it otherwise.
 * A file outside every project, or one TypeScript stumbles over, is thus still checked; a true syntax error
 * comes up again in the last attempt. Without types `readFast` comes first, if there is one.
 */
export function buildTypedParser({ parser }: TypeScriptParser, projects: TypeScriptProjects, readFast: FastReader = () => undefined): Linter.ESTreeParser {
  // Otherwise the parser thinks of an editor session and reloads all projects for each file it does not find in one.
  process.env.TSESTREE_SINGLE_RUN ??= "true";
  return {
    meta: { name: "leakproof/typed-parser" },
    parseForESLint(code: string, options: ParserOptions) {
      const common = { ...options, onUnsupportedTypeScriptVersion: "ignore" };
      if (options.projectService !== false && projects.mayCover(options.filePath)) {
        // The root lets TypeScript search for the project as far up as an editor does.
        const typed = { ...common, projectService: true, tsconfigRootDir: parse(options.filePath).root };
        try {
          return parser.parseForESLint(code, typed);
        } catch {
          // Without types, then.
        }
      }
      // Only a program asks which node of TypeScript stands behind one of ESLint; without one the compiler's tree is garbage at once.
      return readFast(code, options) ?? parser.parseForESLint(code, { ...common, preserveNodeMaps: false });
    },
  };
}

/** Builds the stand-in for the missing TypeScript parser: it reads nothing and says what it was given. */
export function buildRefusingParser(noteUnread: (file: string) => void): Linter.ESTreeParser {
  return {
    meta: { name: "leakproof/refusing-parser" },
    parseForESLint(_code: string, options: ParserOptions): never {
      noteUnread(options.filePath);
      throw new Error("TypeScript cannot be parsed without @typescript-eslint/parser.");
    },
  };
}
