/** The command `npm run truth`. */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";

import { PARTS } from "./cases.mjs";
import { measureTruth } from "./measure.mjs";
import { isPageCurrent, writePage } from "./page.mjs";
import { storeTruth } from "./stored.mjs";
import { tabulate } from "./table.mjs";

const HELP = `Measures how many leaks are found and how much is reported, on code that is read (train) and on code that nobody reads (validation).

  npm run truth -- --mirror DIR [--part NAME ...] [--config FILE --name NAME] [--out FILE] [--dry]
      DIR holds git directories as owner+name/repo. Parts: ${PARTS.join(", ")}; all but the last one, which lints
      whole repositories, if none is named.
      --config measures the rules of that module (a flat configuration) beside our presets, under --name.
      --out writes where each case of train stands and what became of it, one JSON object a line.
      Prints the table, stores counts in ecosystem/truth.json and writes docs/truth.md, unless --dry is given.

  npm run truth -- --page     writes docs/truth.md and its picture from what is stored
  npm run truth -- --check    fails if they differ from it
`;

const { values } = parseArgs({
  options: {
    mirror: { type: "string" },
    part: { type: "string", multiple: true, default: ["curated", "fixes", "mutants"] },
    config: { type: "string" },
    name: { type: "string", default: "other" },
    out: { type: "string" },
    dry: { type: "boolean", default: false },
    page: { type: "boolean", default: false },
    check: { type: "boolean", default: false },
  },
});
process.exitCode = await main();

async function main() {
  if (values.check) return check();
  if (values.page) return writePage();
  if (values.mirror === undefined || values.part.some((part) => !PARTS.includes(part))) {
    console.error(HELP);
    return 2;
  }
  return measure();
}

async function measure() {
  const { mirror, part: parts, config: configFile, name } = values;
  const { counts, rows, missing } = await measureTruth({ mirror, parts, engineOptions: { configFile, name }, tell: showProgress });
  console.log(`\n${tabulate(counts)}`);
  for (const { part, fold, why, repositories } of missing) console.log(`${part}, ${fold}: ${repositories} repositories ${why}`);
  if (values.out !== undefined) writeFileSync(values.out, rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
  if (!values.dry) {
    storeTruth(counts, new Date().toISOString().slice(0, 10));
    writePage();
  }
  return missing.length === 0 ? 0 : 1;
}

function showProgress(done, all) {
  if (process.stderr.isTTY || done % 50 === 0) process.stderr.write(`\r${done} of ${all}`);
}

function check() {
  if (isPageCurrent()) return 0;
  console.error("docs/truth.md is out of step with what is stored: run `npm run truth -- --page`.");
  return 1;
}
