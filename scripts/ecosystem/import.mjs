/** Takes the verdicts of read sheets into the ledger. */
import { foldOf } from "./folds.mjs";
import { keyOf, readExpected, readLedger, readLines, writeLedger } from "./stored.mjs";

const VERDICTS = new Set(["true", "false", "unclear"]);

/** Adds the rows of the sheets, read on a day (YYYY-MM-DD), to the ledger; answers how many were taken and says of each other row why it was not. */
export function importSheets(sheets, date) {
  const { ledger, taken, problems } = addVerdicts(readLedger(), readExpected(), sheets.flatMap(readLines), date);
  writeLedger(ledger);
  return { taken, problems };
}

/** Joins the rows of a sheet with the findings they are about; a later verdict replaces an earlier one. */
export function addVerdicts(ledger, findings, rows, date) {
  const known = new Map(ledger.map((row) => [keyOf(row), row]));
  const problems = [];
  let taken = 0;
  for (const row of rows) {
    const finding = findFinding(findings, row);
    const problem = findProblem(finding, row);
    if (problem !== undefined) problems.push(`${row.repo} ${row.file}:${row.line} ${row.rule}: ${problem}`);
    else {
      const { repository, file, line, rule, messageId, fingerprint, presets } = finding;
      known.set(keyOf(finding), { rule, repository, file, line, messageId, fingerprint, preset: presets[0], verdict: String(row.verdict), reason: row.reason.trim(), fold: foldOf(repository), date });
      taken++;
    }
  }
  return { ledger: [...known.values()], taken, problems };
}

/** The finding that a row is about. A drawn one counts even if it is no longer expected: its verdict stays true. */
function findFinding(findings, { repo, file, line, rule, messageId, fingerprint, preset }) {
  const isSame = (finding) => finding.repository === repo && finding.file === file && finding.rule === rule;
  if (fingerprint !== undefined && preset !== undefined) return { rule, repository: repo, file, line, messageId, fingerprint, presets: [preset] };
  if (fingerprint !== undefined) return findings.find((finding) => isSame(finding) && finding.fingerprint === fingerprint);
  return findings.find((finding) => isSame(finding) && finding.line === line && finding.messageId === messageId);
}

function findProblem(finding, { verdict, reason }) {
  if (finding === undefined) return "no such finding is expected";
  if (!VERDICTS.has(String(verdict))) return "the verdict is not true, false or unclear";
  if (typeof reason !== "string" || reason.trim() === "") return "there is no reason";
  return undefined;
}
