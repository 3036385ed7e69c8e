/** Growth in bundles and compiled files that have no source map, named by the sources that they were made of. */
import { readFileSync } from "node:fs";

import { BundledSources } from "../../heap/bundled-sources.ts";
import type { HeapGrowth } from "../../heap/growth.ts";
import { Sources } from "../../heap/sources.ts";
import { nameUnmapped } from "../../heap/unmapped-names.ts";
import { SOURCE_FILES } from "./source-files.ts";
import { collectGrowingFiles, fileOfUrl } from "./source-of-growth.ts";

/** So many characters of sources are read at most; what is beyond stays as it ran. */
const MOST_CHARACTERS = 2 ** 26;

/** Names what grew by these files, given by their paths, where what ran is none of them and leads to none by a map. */
export function nameBySources(growth: HeapGrowth, files: () => readonly string[]): HeapGrowth {
  const sources = new Sources(SOURCE_FILES);
  const ran = collectGrowingFiles(growth).filter((file) => sources.open(file) !== undefined && sources.open(file)?.map === undefined);
  if (ran.length === 0) return growth;
  const listed = new Set(files());
  if (ran.every((file) => listed.has(file))) return growth;
  return nameUnmapped(growth, new BundledSources(readTexts([...listed])), { sources, isSource: (url) => listed.has(fileOfUrl(url) ?? "") });
}

function readTexts(files: readonly string[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  let left = MOST_CHARACTERS;
  for (const file of files) {
    const text = readFileSync(file, "utf8");
    left -= text.length;
    if (left < 0) break;
    texts.set(file, text);
  }
  return texts;
}
