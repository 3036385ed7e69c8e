/** The parsers of single-file components. */
import { createRequire } from "node:module";
import path from "node:path";

import type { Linter } from "eslint";

import { installWorkspace } from "../support/install-workspace.ts";

/** The folder of the parsers' workspace. */
export const parsersFolder = path.join(import.meta.dirname, "packages");

export type ComponentEnding = "vue" | "svelte" | "astro";

/** Installs the pinned parsers; does nothing where they are there. */
export function installParsers(): void {
  installWorkspace(parsersFolder);
}

/** Loads the parser of a kind of component; it has to be installed. */
export function loadComponentParser(ending: ComponentEnding): Linter.Parser {
  return createRequire(path.join(parsersFolder, "package.json"))(`${ending}-eslint-parser`) as Linter.Parser;
}
