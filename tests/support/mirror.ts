/** A mirror of made-up repositories. */
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

import { makeTemporaryDirectory } from "./temporary-directory.ts";

const DAY = "2026-11-29T00:00:00Z";

/** Makes a git directory for each repository, with one commit for each set of files; answers the commits, which are the same in all of them. */
export function makeMirror(repositories: readonly string[], states: readonly Readonly<Record<string, string>>[]): { readonly mirror: string; readonly commits: readonly string[] } {
  const mirror = makeTemporaryDirectory("mirror");
  const histories = repositories.map((repository) => {
    const folder = path.join(mirror, repository.replace("/", "+"), "repo");
    mkdirSync(folder, { recursive: true });
    const env = { ...process.env, GIT_AUTHOR_DATE: DAY, GIT_COMMITTER_DATE: DAY };
    const git = (...words: string[]): string => execFileSync("git", ["-C", folder, "-c", "user.name=A", "-c", "user.email=a@example.org", ...words], { encoding: "utf8", env });
    git("init", "--quiet");
    return states.map((files) => {
      for (const [file, text] of Object.entries(files)) writeFileSync(path.join(folder, file), text);
      git("add", "--all");
      git("commit", "--quiet", "--message", "Change");
      return git("rev-parse", "HEAD").trim();
    });
  });
  return { mirror, commits: histories[0] ?? [] };
}
