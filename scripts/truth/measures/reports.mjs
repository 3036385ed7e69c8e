/** How loud an engine is on whole repositories: its reports by rule, and the lines that were linted for them. */
import { readTexts } from "../../ecosystem/git.mjs";
import { listSources } from "../../ecosystem/projects.mjs";

const BATCH = 100;

/** Counts for a pinned repository: a row for each rule and engine, and one for the thousand lines. */
export function measureReports({ gitDirectory, project, exclude, engines, lint }) {
  const files = listSources(gitDirectory, project, exclude);
  const counts = new Map();
  let lines = 0;
  const add = (engine, group, hits) => {
    const key = `${engine}\0${group}`;
    const count = counts.get(key) ?? { part: "reports", group, engine, hits: 0, of: 0, others: 0 };
    counts.set(key, { ...count, hits: count.hits + hits });
  };
  for (let from = 0; from < files.length; from += BATCH) {
    const batch = files.slice(from, from + BATCH);
    readTexts(gitDirectory, project.commit, batch).forEach((text, index) => {
      lines += text.split("\n").length;
      const reports = lint(text, batch[index]);
      for (const { name } of engines) for (const { rule } of reports?.[name] ?? []) add(name, rule, 1);
    });
  }
  return [...counts.values(), ...engines.map(({ name }) => ({ part: "lines", group: "all", engine: name, hits: 0, of: lines, others: 0 }))];
}
