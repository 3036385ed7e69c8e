/** What is kept of the measurements: counts by part, group, engine and fold in `ecosystem/truth.json`, and nothing that could be read. */
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";

import { root } from "../ecosystem/root.mjs";
import { readLines } from "../ecosystem/stored.mjs";
import { keyOfCount } from "./counts.mjs";

const FILE = path.join(root, "ecosystem/truth.json");
const READINGS = path.join(root, "ecosystem/readings");

/** Reads the counts, and the day on which each engine was last measured. */
export function readTruth() {
  return existsSync(FILE) ? JSON.parse(readFileSync(FILE, "utf8")) : { days: {}, counts: [] };
}

/** Takes counts in: those of the same parts and engines are replaced, all others stay. */
export function storeTruth(counts, day) {
  const before = readTruth();
  const isMeasured = ({ part, engine }) => counts.some((count) => part === count.part && engine === count.engine);
  const all = [...before.counts.filter((count) => !isMeasured(count)), ...counts].sort((one, other) => (keyOfCount(one) < keyOfCount(other) ? -1 : 1));
  const days = { ...before.days, ...Object.fromEntries(counts.map(({ part, engine }) => [`${part} ${engine}`, day])) };
  writeFileSync(FILE, `{\n"days": ${JSON.stringify(days)},\n"counts": [\n${all.map((count) => JSON.stringify(count)).join(",\n")}\n]\n}\n`);
}

/** Reads the counts of the blind readings, the oldest first, each with its name. */
export function readReadings() {
  if (!existsSync(READINGS)) return [];
  const names = readdirSync(READINGS).filter((name) => existsSync(path.join(READINGS, name, "counts.json"))).sort();
  return names.map((name) => ({ name, ...JSON.parse(readFileSync(path.join(READINGS, name, "counts.json"), "utf8")) }));
}

/** Reads what was judged of the mutants of train that `strict` does not report: an operator and a verdict each, `defect` or `equivalent`. */
export function readSurvivors() {
  return readRows("survivors.jsonl");
}

/** Reads what was judged of mined commits of train: whether each mends a leak (`yes`, `no`, `unclear`), and where that can be seen. */
export function readFixSample() {
  return readRows("fixes.jsonl");
}

function readRows(name) {
  const file = path.join(READINGS, name);
  return existsSync(file) ? readLines(file) : [];
}
