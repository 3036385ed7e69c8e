/** The files that the pages show: a code block whose fence has a name after the language is the content of that file. */
import { readFileSync } from "node:fs";
import path from "node:path";

import { root } from "../support/typed-program.ts";
import { readRulePage } from "./rule-page.ts";

export interface DocumentedBlock {
  readonly page: string;
  /** The line of the page that the code starts on. */
  readonly line: number;
  readonly language: string;
  /** The file that the reader is to have; undefined for a part of one. */
  readonly file: string | undefined;
  readonly code: string;
}

/** Collects the code blocks of a page, given from the root of the repository. */
export function collectDocumentedBlocks(page: string): readonly DocumentedBlock[] {
  return readRulePage(readFileSync(path.join(root, page), "utf8")).blocks.map(({ info: [language = "", file], code, line }) => ({ page, line, language, file, code: `${code}\n` }));
}

/** The one content that a page gives to a file, among those with a word in it; throws if there is none, or several. */
export function readDocumentedFile(page: string, file: string, word = ""): string {
  const [block, ...others] = collectDocumentedBlocks(page).filter((candidate) => candidate.file === file && candidate.code.includes(word));
  if (block === undefined || others.length > 0) throw new Error(`${page} does not show one ${file} with "${word}".`);
  return block.code;
}
