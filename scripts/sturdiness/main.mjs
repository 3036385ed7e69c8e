/** The command `npm run sturdiness`: every rule over every file of the parsers' own test collections. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

import { findGitDirectory, readTexts } from "../ecosystem/projects.mjs";
import { root } from "../ecosystem/root.mjs";
import { readCollections, listCollection } from "./collections.mjs";
import { buildProbe } from "./probe.mjs";

const HELP = `Runs all rules of the preset strict, and the invariants of every function's graph, over the files of parser test collections.

  npm run sturdiness -- --mirror DIR [--only owner/name] [--part 1/4] [--out FILE]
      DIR holds git directories as owner+name/repo. Absent ones are listed as absent, and the exit code is 1.
      A file that no parser reads is counted and passed over. A rule that throws, a broken graph and a file that takes
      longer than 2 s of CPU time are faults. --part takes every fourth file, beginning with the first. --out writes the
      faults, one JSON object a line.
`;
const PROGRESS = 5000;

const { values } = parseArgs({
  options: { mirror: { type: "string" }, only: { type: "string" }, part: { type: "string", default: "1/1" }, out: { type: "string" }, help: { type: "boolean", default: false } },
});
process.exitCode = await main();

async function main() {
  if (values.mirror === undefined || values.help) {
    console.log(HELP);
    return values.help ? 0 : 2;
  }
  const probe = buildProbe(await loadBuild("index.js"), await loadBuild("analyze-file.js"), await loadBuild("subjects/way/graphs.js"), await loadBuild("flow/check-graph.js"));
  const runs = readCollections()
    .filter(({ repository }) => values.only === undefined || repository === values.only)
    .map((collection) => runCollection(probe, collection));
  const faults = runs.flatMap((run) => run.faults);
  if (values.out !== undefined) writeFileSync(values.out, faults.map((fault) => `${JSON.stringify(fault)}\n`).join(""));
  return runs.every(({ isAbsent }) => !isAbsent) && faults.length === 0 ? 0 : 1;
}

function loadBuild(file) {
  return import(pathToFileURL(path.join(root, "dist", file)).href);
}

function runCollection(probe, collection) {
  const { repository, commit } = collection;
  const gitDirectory = findGitDirectory(values.mirror, collection);
  if (gitDirectory === undefined) {
    console.log(`${repository}: absent`);
    return { isAbsent: true, faults: [] };
  }
  const [part, parts] = values.part.split("/").map(Number);
  const files = listCollection(gitDirectory, collection).filter((_, index) => index % parts === part - 1);
  const texts = readTexts(gitDirectory, commit, files);
  const results = files.map((file, index) => {
    if (index > 0 && index % PROGRESS === 0) console.log(`  ${index} of ${files.length}`);
    return { repository, file, ...probe(file, texts[index]) };
  });
  return summarize(repository, results);
}

function summarize(repository, results) {
  const sum = (name) => results.reduce((total, result) => total + (result[name] ?? 0), 0);
  const faults = results.flatMap(({ file, faults: own = [] }) => own.map((fault) => ({ repository, file, fault })));
  const parsed = results.filter(({ isParsed }) => isParsed);
  const slowest = parsed.reduce((most, result) => (result.ms > most.ms ? result : most), { file: "none", ms: 0 });
  console.log(
    `${repository}: ${results.length} files, ${parsed.length} parsed, ${sum("graphs")} graphs, ${sum("tooLarge")} functions too large for one, ` +
      `${sum("reports")} reports, slowest ${slowest.file} ${Math.round(slowest.ms)} ms, ${faults.length} faults`,
  );
  for (const { file, fault } of faults.slice(0, 40)) console.log(`  ${file}: ${fault}`);
  return { isAbsent: false, faults };
}
