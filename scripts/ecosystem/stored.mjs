/** What `ecosystem/` keeps: the expected findings and the verdicts, one line each, one file for each rule. */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

import { root } from "./root.mjs";

const FOLDER = path.join(root, "ecosystem");
const TOTALS = path.join(FOLDER, "expected/repositories.json");
const UNREAD = path.join(FOLDER, "expected/validation.json");

/** Reads the expected findings, each with its rule and the presets that report it. */
export function readExpected() {
  return readRows("expected");
}

/** Reads how much of each repository was linted, and what failed. */
export function readTotals() {
  return existsSync(TOTALS) ? JSON.parse(readFileSync(TOTALS, "utf8")) : [];
}

/** Writes findings and totals over what was expected before. */
export function writeExpected(findings, totals) {
  writeRows("expected", findings, ({ repository, file, line, messageId, fingerprint, presets }) => ({ repository, file, line, messageId, fingerprint, presets }));
  writeFileSync(TOTALS, `${JSON.stringify([...totals].sort(byText(({ repository }) => repository)), null, 2)}\n`);
}

/** Reads the totals of the repositories that nobody reads; undefined where none are stored. */
export function readUnread() {
  return existsSync(UNREAD) ? JSON.parse(readFileSync(UNREAD, "utf8")) : undefined;
}

/** Writes the totals of the repositories that nobody reads. Times are left out: they depend on the machine. */
export function writeUnread({ repositories, files, lines, crashes, unparsed, reports }) {
  writeFileSync(UNREAD, `${JSON.stringify({ repositories, files, lines, crashes, unparsed, reports }, null, 2)}\n`);
}

/** Reads the verdicts: a finding, the smallest preset that reported it, `true`, `false` or `unclear`, the reason, the fold and the day. */
export function readLedger() {
  return readRows("ledger");
}

/** Writes the verdicts over those of before. */
export function writeLedger(rows) {
  writeRows("ledger", rows, ({ repository, file, line, messageId, fingerprint, preset, verdict, reason, fold, date }) => ({ repository, file, line, messageId, fingerprint, preset, verdict, reason, fold, date }));
}

/** What tells one finding from all others: a fingerprint is unique in its repository. */
export function keyOf({ repository, fingerprint }) {
  return `${repository} ${fingerprint}`;
}

function readRows(name) {
  const folder = path.join(FOLDER, name);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".jsonl"))
    .sort()
    .flatMap((file) => readLines(path.join(folder, file)).map((row) => ({ rule: path.basename(file, ".jsonl"), ...row })));
}

/** Reads a file of one JSON object a line. */
export function readLines(file) {
  return readFileSync(file, "utf8").split("\n").filter((line) => line.trim() !== "").map((line) => JSON.parse(line));
}

/** The text of a file of one JSON object a line. */
export function linesOf(rows) {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join("");
}

/** Writes a file of one JSON object a line. */
export function writeLines(file, rows) {
  writeFileSync(file, linesOf(rows));
}

function writeRows(name, rows, pick) {
  const folder = path.join(FOLDER, name);
  mkdirSync(folder, { recursive: true });
  const rules = groupBy(rows, ({ rule }) => rule);
  for (const file of readdirSync(folder).filter((entry) => entry.endsWith(".jsonl"))) {
    if (!rules.has(path.basename(file, ".jsonl"))) rmSync(path.join(folder, file));
  }
  for (const [rule, own] of rules) {
    writeLines(path.join(folder, `${rule}.jsonl`), own.sort(byText(sortKey)).map(pick));
  }
}

/** Groups a list by what `pick` says of its entries. */
export function groupBy(list, pick) {
  const groups = new Map();
  for (const entry of list) {
    const key = pick(entry);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(entry);
  }
  return groups;
}

function sortKey({ repository, file, line, fingerprint }) {
  return `${repository}\0${file}\0${String(line).padStart(6, "0")}\0${fingerprint}`;
}

function byText(pick) {
  return (one, other) => (pick(one) < pick(other) ? -1 : pick(one) > pick(other) ? 1 : 0);
}
