/** Draws findings that nobody has judged yet and writes them out for a reader. */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

import { findGitDirectory } from "./git.mjs";
import { lintRepository } from "./lint-repository.mjs";
import { readProjects } from "./projects.mjs";
import { groupBy, keyOf, readExpected, readLedger, readLines } from "./stored.mjs";

/**
 * Chooses `count` findings without a verdict: those of `recommended` first, then of `strict`, each rule in its turn
 * and at random within the rule, no more than `perRule` of one rule. The same `seed` draws the same.
 */
export function chooseFindings(findings, ledger, { count, perRule, seed }) {
  const judged = new Set(ledger.map(keyOf));
  const open = shuffle(findings.filter((finding) => !judged.has(keyOf(finding))), randomFrom(seed));
  const isRecommended = ({ presets }) => presets.includes("recommended");
  const inTurn = [...takeTurns(open.filter(isRecommended)), ...takeTurns(open.filter((finding) => !isRecommended(finding)))];
  const drawn = new Map();
  const chosen = inTurn.filter(({ rule }) => {
    drawn.set(rule, (drawn.get(rule) ?? 0) + 1);
    return drawn.get(rule) <= perRule;
  });
  return chosen.slice(0, count);
}

/** Draws and writes the sheets `sheet-01.jsonl`, … of `size` findings each; answers how many findings they hold. */
export async function writeSheets({ mirror, findingsFile, out, count, perRule, seed, size }) {
  const chosen = chooseFindings(readExpected(), readLedger(), { count, perRule, seed });
  const messages = findingsFile === undefined ? await lintAgain(mirror, chosen) : messagesOf(readLines(findingsFile));
  const rows = chosen.filter((finding) => messages.has(keyOf(finding))).map((finding) => rowOf(finding, messages.get(keyOf(finding))));
  mkdirSync(out, { recursive: true });
  for (let from = 0; from < rows.length; from += size) {
    const name = `sheet-${String(from / size + 1).padStart(2, "0")}.jsonl`;
    writeFileSync(path.join(out, name), rows.slice(from, from + size).map((row) => `${JSON.stringify(row)}\n`).join(""));
  }
  return rows.length;
}

/** Lints the files again for the messages, which are not stored since they quote the source. */
async function lintAgain(mirror, chosen) {
  const found = [];
  for (const project of readProjects().projects) {
    const { repository } = project;
    const files = [...new Set(chosen.filter((finding) => finding.repository === repository).map(({ file }) => file))];
    const gitDirectory = findGitDirectory(mirror, project);
    if (files.length === 0 || gitDirectory === undefined) continue;
    const results = await lintRepository(gitDirectory, project, files);
    found.push(...results.flatMap(({ findings }) => findings.map((finding) => ({ repository, ...finding }))));
  }
  return messagesOf(found);
}

function messagesOf(findings) {
  return new Map(findings.map((finding) => [keyOf(finding), finding.message]));
}

function rowOf({ repository, file, line, rule, messageId, fingerprint, presets }, message) {
  const { commit } = readProjects().projects.find((project) => project.repository === repository);
  const relatedLines = [...message.matchAll(/\blines? (\d+)/g)].map(([, related]) => Number(related));
  return { repo: repository, commit, file, line, rule, messageId, message, relatedLines, preset: presets[0], fingerprint, verdict: "", reason: "" };
}

/** The first of each rule, then the second of each, and so on. */
function takeTurns(findings) {
  const rules = [...groupBy(findings, ({ rule }) => rule).values()];
  const rounds = Math.max(0, ...rules.map(({ length }) => length));
  return Array.from({ length: rounds }, (_, round) => rules.flatMap((own) => own.slice(round, round + 1))).flat();
}

function shuffle(list, random) {
  return list.map((entry) => ({ entry, place: random() })).sort((one, other) => one.place - other.place).map(({ entry }) => entry);
}

/** Mulberry32: numbers from 0 to 1 that look random and follow from the seed. */
function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
