/** The findings of every engine in the repositories that nobody reads: for sheets, and for nothing else. */
import { createHash } from "node:crypto";
import path from "node:path";
import { pathToFileURL } from "node:url";

import { findGitDirectory, readTexts } from "../ecosystem/git.mjs";
import { lintFile } from "../ecosystem/lint-file.mjs";
import { isUnread, listSources } from "../ecosystem/projects.mjs";
import { root } from "../ecosystem/root.mjs";
import { loadOther } from "../truth/engines.mjs";
import { createLint } from "../truth/lint-text.mjs";

/** The unread repositories that no earlier reading was drawn from: what was judged once is no measure again. */
export function freshProjects(projects, readings) {
  const read = new Set(readings.flatMap(({ found }) => found.repositories));
  return projects.filter((project) => isUnread(project) && !read.has(project.repository));
}

/**
 * Lints projects, which have to be in the mirror; answers `{repository, commit, engine, id, file, line, rule,
 * messageId, message}` for each of the `findings`, `id` unique in its repository, and how many `lines` were linted. With `other` (`{configFile, name}`) also those of that
 * configuration. Hands the name of each repository to `tell` when it is done.
 */
export async function collectFindings(projects, { mirror, exclude, other, tell }) {
  const lint = createFinder((await import(pathToFileURL(path.join(root, "dist/index.js")).href)).default, other === undefined ? [] : [await loadOther(other)]);
  let lines = 0;
  const findings = projects.flatMap((project) => {
    const gitDirectory = findGitDirectory(mirror, project);
    if (gitDirectory === undefined) throw new Error(`${project.repository} is not in ${mirror} at its commit`);
    const files = listSources(gitDirectory, project, exclude);
    const texts = readTexts(gitDirectory, project.commit, files);
    lines += texts.reduce((sum, text) => sum + text.split("\n").length, 0);
    const found = texts.flatMap((text, index) => lint(text, files[index], project.sourceType ?? "module"));
    tell(project.repository);
    return found.map((finding) => ({ repository: project.repository, commit: project.commit, ...finding }));
  });
  return { findings, lines };
}

function createFinder(plugin, others) {
  const lintOther = createLint(others);
  return (text, file, sourceType) => {
    const own = lintFile(plugin, { file, text, sourceType }).findings.map(({ presets, fingerprint, line, rule, messageId, message }) => ({ engine: presets[0], id: fingerprint, file, line, rule, messageId, message }));
    return [...own, ...others.flatMap(({ name }) => (lintOther(text, file)?.[name] ?? []).map((report, index) => rowOf(name, file, report, index)))];
  };
}

function rowOf(engine, file, { line, rule, messageId = "", message }, index) {
  const id = createHash("sha256").update(`${engine} ${file} ${line} ${rule} ${message} ${index}`).digest("hex").slice(0, 16);
  return { engine, id, file, line, rule, messageId, message };
}
