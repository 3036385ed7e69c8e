/**
 * The parsers of single-file components. They belong to the project, as a rule to the package of the component, so each is looked
 * for when the first component comes that needs it, from where that lies.
 */
import { createRequire } from "node:module";
import { dirname } from "node:path";

import type { Linter } from "eslint";

import type { Unread } from "../notes.ts";
import { collectPaths } from "../peers.ts";

/** Reads components of one kind, and says which it could not read for want of a parser. */
export interface ComponentParser {
  /** The files that it is for. */
  readonly files: string;
  readonly parser: Linter.ESTreeParser;
  /** What each component has to be given with its code. */
  readonly parserOptions: Linter.ParserOptions;
}

interface Kind {
  readonly noun: Unread["noun"];
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

/** The files of all kinds. */
export const COMPONENT_FILES: readonly string[] = KINDS.map(({ ending }) => filesOf(ending));

type ParserModule = Extract<Linter.ESTreeParser, { readonly parseForESLint: unknown }>;
type Loaded = ParserModule | { readonly trouble: string };

/** Builds a parser for each kind of component. `noteUnread` hears what it cannot read; `scripts` reads TypeScript in them, or refuses it. */
export function buildComponentParsers(cwd: string, scripts: Linter.Parser, isTypeScriptRead: boolean, noteUnread: (unread: Unread) => void): readonly ComponentParser[] {
  return KINDS.map((kind) => buildComponentParser(kind, { cwd, parserOptions: optionsFor(kind, scripts, isTypeScriptRead), noteUnread }));
}

/** One parser reads all scripts where it can; otherwise those that say they are TypeScript are given to the one that refuses. */
function optionsFor({ ending }: Kind, scripts: Linter.Parser, isTypeScriptRead: boolean): Linter.ParserOptions {
  // The frontmatter of Astro is TypeScript always.
  const isOneForAll = isTypeScriptRead || ending === "astro";
  return { parser: isOneForAll ? scripts : { ts: scripts, tsx: scripts, typescript: scripts }, ecmaFeatures: { jsx: true } };
}

function filesOf(ending: string): string {
  return `**/*.${ending}`;
}

interface Surroundings {
  readonly cwd: string;
  readonly parserOptions: Linter.ParserOptions;
  readonly noteUnread: (unread: Unread) => void;
}

function buildComponentParser(kind: Kind, { cwd, parserOptions, noteUnread }: Surroundings): ComponentParser {
  const byDirectory = new Map<string, Loaded>();
  const load = (directory: string, file: string): Loaded => {
    const known = byDirectory.get(directory) ?? loadComponentParser(kind, file, cwd);
    byDirectory.set(directory, known);
    return known;
  };
  return {
    files: filesOf(kind.ending),
    parserOptions,
    parser: {
      meta: { name: `leakproof/${kind.ending}-parser` },
      parseForESLint(code: string, options: { readonly filePath: string }) {
        const loaded = load(dirname(options.filePath), options.filePath);
        if ("parseForESLint" in loaded) return loaded.parseForESLint(code, options);
        noteUnread({ noun: kind.noun, file: options.filePath, trouble: loaded.trouble });
        throw new Error(`A ${kind.noun} cannot be parsed without ${kind.package}.`);
      },
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
