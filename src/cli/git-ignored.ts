import { spawnSync } from "node:child_process";

import { LINTED_FILE } from "./linted-files.ts";

const LISTING = ["-c", "core.fsmonitor=false", "ls-files", "--others", "--ignored", "--exclude-standard", "--directory", "-z"];

/**
 * Collects what git ignores below a directory, as patterns for ESLint. Git itself is asked, since only it knows
 * every ignore file and what is tracked in spite of them; where there is no git or no repository the list is empty.
 */
export function collectGitIgnored(cwd: string): string[] {
  const listing = spawnSync("git", LISTING, { cwd, encoding: "utf8", maxBuffer: 2 ** 26, timeout: 20_000, stdio: ["ignore", "pipe", "ignore"] });
  if (listing.status !== 0) return [];
  return listing.stdout
    .split("\0")
    // "./" stands for the directory itself, which the user has chosen to check.
    .filter((path) => path !== "./" && (path.endsWith("/") || LINTED_FILE.test(path)))
    .map((path) => path.replaceAll(/[\\*?[\]{}()!+@|#]/gu, "\\$&"));
}
