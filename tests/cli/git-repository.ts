/** Repositories for the options that ask git. */
import { execFileSync } from "node:child_process";

import { writeProject } from "./run-leakproof.ts";

/** Runs git in a directory and answers what it prints; throws with it where git fails. */
export function git(cwd: string, ...words: string[]): string {
  return execFileSync("git", ["-c", "user.name=Test", "-c", "user.email=test@example.org", ...words], { cwd, stdio: "pipe", encoding: "utf8" });
}

/** Writes a repository with a first commit of the files. */
export function writeRepository(files: Readonly<Record<string, string>>): string {
  const repository = writeProject(files);
  git(repository, "init", "--quiet", "--initial-branch", "main");
  commit(repository, "Begin");
  return repository;
}

/** Commits all there is. */
export function commit(repository: string, message: string): void {
  git(repository, "add", "--all");
  git(repository, "commit", "--quiet", "--message", message, "--allow-empty");
}
