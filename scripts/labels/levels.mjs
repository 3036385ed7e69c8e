/** Hears labelled candidates again, so that their stored answers are those of today's engine. */
import { mkdtempSync, readFileSync, rmSync, existsSync } from "node:fs";
import os from "node:os";
import path from "node:path";

import { groupBy } from "../ecosystem/stored.mjs";
import { layOut } from "./checkout.mjs";

/** A line may hold what is reported, or begin it. */
const NEAR = 2;

/**
 * The rows of one repository with today's answers, alone (`alone`) and with the other files (`project`): `{confidence, grounds, levels}`;
 * null where the candidate is no more. `gitDirectory` has the commit.
 */
export function hearAgain(hear, gitDirectory, rows) {
  const cwd = mkdtempSync(path.join(os.tmpdir(), "labelled-"));
  try {
    layOut(gitDirectory, rows[0].commit, cwd);
    return [...groupBy(rows, ({ file }) => file)].flatMap(([file, own]) => {
      const target = path.join(cwd, file);
      if (!existsSync(target)) return own.map((row) => ({ ...row, alone: null, project: null }));
      const text = readFileSync(target, "utf8");
      const alone = hear(text, file, { cwd, answers: true, settings: { project: false } });
      const project = hear(text, file, { cwd, answers: true });
      return own.map((row) => ({ ...row, alone: answersAt(alone, row), project: answersAt(project, row) }));
    });
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

function answersAt(heard, { reason, line }) {
  const ofReason = heard.filter((candidate) => candidate.reason === reason && Math.abs(candidate.line - line) <= NEAR);
  const onLine = ofReason.filter((candidate) => candidate.line === line);
  // One thing may be heard several times, once for each callback that may forget it: what is told of it is what speaks.
  const found = surestOf(onLine.length > 0 ? onLine : ofReason);
  if (found === undefined) return null;
  const levels = Object.fromEntries(found.answers.filter(({ level }) => level !== "unknown").map(({ id, level, basis }) => [id, `${level}/${basis}`]));
  return { confidence: found.verdict, grounds: found.grounds, levels };
}

const BY_SURENESS = ["certain", "likely", "possible", "silent"];

function surestOf(candidates) {
  return BY_SURENESS.flatMap((verdict) => candidates.filter((candidate) => candidate.verdict === verdict))[0];
}
