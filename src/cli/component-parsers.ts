/**
 * The parsers of single-file components. They belong to the project, as a rule to the package of the component, so each is looked
 * for when the first component comes that needs it, from where that lies.
 */
import { createRequire } from "node:module";
import { dirname } from "node:path";

import type { Linter } from "eslint";

import { collectPaths } from "./peers.ts";

/** Reads components of one kind, and remembers those that it could not read for want of a parser. */
export interface ComponentParser {
  /** The files that it is for. */
  readonly files: string;
  readonly parser: Linter.ESTreeParser;
  /** What each component has to be given with its code. */
  readonly parserOptions: Linter.ParserOptions;
  /** The sentence about what was not read; undefined where all was. */
  describeMissing(): string | undefined;
}

interface Kind {
  readonly noun: string;
  readonly ending: string;
  readonly package: string;
  /** What a project needs besides, to install it. */
  readonly with: string;
}

const KINDS: readonly Kind[] = [
  { noun: "Vue component", ending: "vue", package: "vue-eslint-parser", with: "" },
  { noun: "Svelte component", ending: "svelte", package: "svelte-eslint-parser", with: " svelte" },
  { noun: "Astro component", ending: "astro", package: "astro-eslint-parser", with: "" },
];

type ParserModule = Extract<Linter.ESTreeParser, { readonly parseForESLint: unknown }>;
type Loaded = ParserModule | { readonly trouble: string };

/** Builds a parser for each kind of component. What it cannot read goes into `refused`; `scripts` reads TypeScript in them, or refuses it. */
export function buildComponentParsers(cwd: string, scripts: Linter.Parser, isTypeScriptRead: boolean, refused: Set<string>): readonly ComponentParser[] {
  return KINDS.map((kind) => buildComponentParser(kind, { cwd, parserOptions: optionsFor(kind, scripts, isTypeScriptRead), refused }));
}

/** One parser reads all scripts where it can; otherwise those that say they are TypeScript are given to the one that refuses. */
function optionsFor({ ending }: Kind, scripts: Linter.Parser, isTypeScriptRead: boolean): Linter.ParserOptions {
  // The frontmatter of Astro is TypeScript always.
  const isOneForAll = isTypeScriptRead || ending === "astro";
  return { parser: isOneForAll ? scripts : { ts: scripts, tsx: scripts, typescript: scripts }, ecmaFeatures: { jsx: true } };
}

interface Surroundings {
  readonly cwd: string;
  readonly parserOptions: Linter.ParserOptions;
  readonly refused: Set<string>;
}

function buildComponentParser(kind: Kind, { cwd, parserOptions, refused }: Surroundings): ComponentParser {
  const byDirectory = new Map<string, Loaded>();
  const unread = new Map<string, string>();
  const load = (directory: string, file: string): Loaded => {
    const known = byDirectory.get(directory) ?? loadComponentParser(kind, file, cwd);
    byDirectory.set(directory, known);
    return known;
  };
  return {
    files: `**/*.${kind.ending}`,
    parserOptions,
    parser: {
      meta: { name: `leakproof/${kind.ending}-parser` },
      parseForESLint(code: string, options: { readonly filePath: string }) {
        const loaded = load(dirname(options.filePath), options.filePath);
        if ("parseForESLint" in loaded) return loaded.parseForESLint(code, options);
        refused.add(options.filePath);
        unread.set(options.filePath, loaded.trouble);
        throw new Error(`A ${kind.noun} cannot be parsed without ${kind.package}.`);
      },
    },
    describeMissing() {
      const [trouble] = unread.values();
      return trouble === undefined ? undefined : `${unread.size} ${kind.noun}${unread.size === 1 ? " was" : "s were"} not checked: ${trouble}`;
    },
  };
}

/** Loads the parser that the package of a component has, or else the one beside the current directory or this command. */
function loadComponentParser({ package: name, with: besides }: Kind, file: string, cwd: string): Loaded {
  const install = `npm i -D ${name}${besides}`;
  const [path] = collectPaths(name, cwd, file);
  if (path === undefined) return { trouble: `${name} is not installed; install it: ${install}` };
  try {
    return createRequire(path)(path) as ParserModule;
  } catch (error) {
    const [reason] = String(error instanceof Error ? error.message : error).split("\n");
    return { trouble: `${name} at ${path} cannot be loaded (${reason}); reinstall it: ${install}` };
  }
}
