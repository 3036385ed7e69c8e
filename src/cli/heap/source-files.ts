/** Reads the files that a snapshot names, and those that their source maps do. */
import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

import type { SourceReader } from "../../heap/sources.ts";

/** Longer files are no source that a line could be told of. */
const LONGEST = 2 ** 27;

/** Reads files of this machine; what is elsewhere or gone has no text. */
export const SOURCE_FILES: SourceReader = { read: readText, resolve: resolveReference };

function readText(url: string): string | undefined {
  try {
    const path = url.startsWith("file:") ? fileURLToPath(url) : url;
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats?.isFile() === true && stats.size < LONGEST ? readFileSync(path, "utf8") : undefined;
  } catch {
    // Unreadable files and addresses of other machines: their lines are told as they ran.
    return undefined;
  }
}

function resolveReference(reference: string, from: string): string {
  // Node names CommonJS by its path and modules by their address; what is read off a file is named as the file is.
  const isPath = !URL.canParse(from) || /^[a-z]:[\\/]/iu.test(from);
  try {
    const url = new URL(reference, isPath ? pathToFileURL(resolve(from)) : from);
    return isPath && url.protocol === "file:" ? fileURLToPath(url) : url.href;
  } catch {
    return reference;
  }
}
