/** The command `npm run labels`. */
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";

import { foldOf } from "../ecosystem/folds.mjs";
import { findGitDirectory } from "../ecosystem/git.mjs";
import { root } from "../ecosystem/root.mjs";
import { groupBy, readLines, writeLines } from "../ecosystem/stored.mjs";
import { loadHearing } from "../silences/hear.mjs";
import { hearAgain } from "./levels.mjs";
import { labelsOf } from "./take.mjs";

const HELP = `Candidates of train that were read and judged: what the calibration learns from.

  npm run labels -- take NAME --out DIR
      Takes the answers (*.answers.jsonl) of the readers in DIR/sheets, who judged what stands in DIR/drawn.jsonl, into ecosystem/labels/NAME.jsonl.

  npm run labels -- levels --mirror DIR [--missing]
      Hears every labelled candidate (--missing: those that were not heard yet) alone and with the other files of its repository, and stores
      today's answers.
`;
const FOLDER = path.join(root, "ecosystem/labels");

const options = { mirror: { type: "string" }, out: { type: "string" }, missing: { type: "boolean", default: false } };
const { values, positionals: [command, name] } = parseArgs({ allowPositionals: true, options });
process.exitCode = await main();

async function main() {
  if (command === "take" && name !== undefined && values.out !== undefined) return take();
  if (command === "levels" && values.mirror !== undefined) return levels();
  console.error(HELP);
  return 2;
}

function take() {
  const sheets = path.join(values.out, "sheets");
  const answers = readdirSync(sheets).filter((file) => file.endsWith(".answers.jsonl")).sort().flatMap((file) => readLines(path.join(sheets, file)));
  const file = path.join(FOLDER, `${name}.jsonl`);
  const known = new Map((existsSync(file) ? readLines(file) : []).map((row) => [placeOf(row), row]));
  const { rows, problems } = labelsOf(readLines(path.join(values.out, "drawn.jsonl")), answers);
  mkdirSync(FOLDER, { recursive: true });
  const ofTrain = rows.filter(({ repository }) => foldOf(repository) === "train");
  writeLines(file, ofTrain.map((row) => withAnswers(row, known.get(placeOf(row)))));
  console.log(`${rows.length} labels of ${new Set(rows.map(({ repository }) => repository)).size} repositories; ${problems} answers are missing or not whole.`);
  return 0;
}

function placeOf({ repository, file, line, reason }) {
  return `${repository} ${file} ${line} ${reason}`;
}

/** What was heard before stays until it is heard again. */
function withAnswers(row, known) {
  return known !== undefined && "alone" in known ? { ...row, alone: known.alone, project: known.project } : row;
}

async function levels() {
  const hear = await loadHearing();
  for (const file of readdirSync(FOLDER).filter((one) => one.endsWith(".jsonl")).sort()) {
    const rows = readLines(path.join(FOLDER, file));
    const order = new Map(rows.map((row, at) => [placeOf(row), at]));
    const isKnown = (row) => values.missing && "alone" in row;
    const asked = rows.filter((row) => !isKnown(row));
    const heard = [...groupBy(asked, ({ repository, commit }) => `${repository} ${commit}`).values()].flatMap((own) => hearOne(hear, own));
    writeLines(path.join(FOLDER, file), [...rows.filter(isKnown), ...heard].sort((one, other) => order.get(placeOf(one)) - order.get(placeOf(other))));
  }
  process.stdout.write("\n");
  return 0;
}

/** What is not in the mirror keeps the answers that it had. */
function hearOne(hear, rows) {
  process.stdout.write(".");
  const gitDirectory = existsSync(values.mirror) ? findGitDirectory(values.mirror, rows[0]) : undefined;
  return gitDirectory === undefined ? rows : hearAgain(hear, gitDirectory, rows);
}
