/** The command `npm run fixes`. */
import { mkdirSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";

import { foldOf, MEASURED_FOLDS } from "../ecosystem/folds.mjs";
import { findRepository, listMirror } from "../ecosystem/git.mjs";
import { isKnown, readProjects } from "../ecosystem/projects.mjs";
import { root } from "../ecosystem/root.mjs";
import { writeLines } from "../ecosystem/stored.mjs";
import { chooseFixes, nameOfFix } from "./choose.mjs";
import { mineFixes } from "./mine.mjs";

const HELP = `Mines the histories of public repositories for commits that mend leaks.

  npm run fixes -- --mirror DIR
      DIR holds git directories as owner+name/repo. Writes ecosystem/fixes/train.jsonl and validation.jsonl: repository,
      commits, paths, and the places before the commit that it changes. Reserved histories are left alone, and so are those
      of validation that were read before there were folds.

  npm run fixes -- draw --mirror DIR --count N --out FILE
      Draws commits of train for a reader who says what share mends a leak; takes nothing in.
`;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { mirror: { type: "string" }, count: { type: "string", default: "100" }, out: { type: "string" } } });
process.exitCode = main();

function main() {
  if (values.mirror === undefined) return fail(HELP);
  const { projects } = readProjects();
  const names = listMirror(values.mirror).filter((repository) => MEASURED_FOLDS.includes(foldOf(repository)) && !(foldOf(repository) === "validation" && isKnown(projects, repository)));
  const fixes = chooseFixes(names.flatMap((repository) => mineFixes(findRepository(values.mirror, repository), repository)));
  return positionals[0] === "draw" ? draw(fixes) : store(fixes);
}

function draw(fixes) {
  if (values.out === undefined) return fail(HELP);
  const drawn = inDrawnOrder(fixes.filter(({ repository }) => foldOf(repository) === "train"), nameOfFix).slice(0, Number(values.count));
  writeLines(values.out, drawn.map(({ repository, fix, kind, subject, paths }) => ({ repository, fix, kind, subject, paths })));
  return 0;
}

function store(fixes) {
  const folder = path.join(root, "ecosystem/fixes");
  mkdirSync(folder, { recursive: true });
  for (const fold of MEASURED_FOLDS) {
    const own = fixes.filter(({ repository }) => foldOf(repository) === fold).sort((one, other) => (`${one.repository} ${one.fix}` < `${other.repository} ${other.fix}` ? -1 : 1));
    writeLines(path.join(folder, `${fold}.jsonl`), own.map(({ repository, fix, before, paths, hunks }) => ({ repository, fix, before, paths, hunks })));
    console.log(`${fold}: ${own.length} fixes of ${new Set(own.map(({ repository }) => repository)).size} repositories`);
  }
  return 0;
}

function fail(text) {
  console.error(text);
  return 2;
}
