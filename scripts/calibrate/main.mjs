/**
 * The command `npm run calibrate`: how often reports are true by what they rest on, as labelled candidates tell, and whether a fitted model would
 * order them better than the formulas do. Writes ecosystem/calibration.json and docs/calibration.md; `--check` writes nothing and fails where
 * the page differs from what the stored measurement says. To measure takes half a minute.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

import { root } from "../ecosystem/root.mjs";
import { countClasses, countRight } from "./classes.mjs";
import { hasDeclaredSign } from "./features.mjs";
import { measurePredictions, predictHeldOut } from "./held-out.mjs";
import { listModels, seenBy } from "./models.mjs";
import { describeCalibration } from "./page.mjs";
import { readRows } from "./rows.mjs";

const MEASURED = path.join(root, "ecosystem/calibration.json");
const PAGE = path.join(root, "docs/calibration.md");

const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });
process.exitCode = values.check ? check() : await measure();

function check() {
  const page = describeCalibration(JSON.parse(readFileSync(MEASURED, "utf8")));
  if (existsSync(PAGE) && readFileSync(PAGE, "utf8") === page) return 0;
  console.error("docs/calibration.md is not up to date: run `npm run calibrate`.");
  return 1;
}

async function measure() {
  const leaningOf = await loadLeanings();
  const alone = readRows(leaningOf, "alone");
  const measured = { alone: describeRows(alone), project: describeRows(readRows(leaningOf, "project")), models: listModels().map((model) => measureModel(model, alone)), classes: countClasses(alone) };
  writeFileSync(MEASURED, `${JSON.stringify(measured, null, 2)}\n`);
  writeFileSync(PAGE, describeCalibration(measured));
  return 0;
}

/** Which way each level speaks, by the reasons of the engine that was built last. */
async function loadLeanings() {
  const { REASONS } = await import(pathToFileURL(path.join(root, "dist/bench/reasons.js")).href);
  const levels = new Map(REASONS.flatMap(([{ asks }]) => asks).filter((asked) => "levels" in asked).map((asked) => [asked.id, asked.levels]));
  return (id, level) => levels.get(id)?.[level]?.[1] ?? "open";
}

function describeRows(rows) {
  const levels = Object.fromEntries(["certain", "likely", "possible"].map((level) => {
    const own = rows.filter(({ confidence }) => confidence === level);
    return [level, { unknown: countRight(own.filter(({ isKnown }) => !isKnown)), known: countRight(own.filter(({ isKnown }) => isKnown)) }];
  }));
  return { rows: rows.length, repositories: new Set(rows.map(({ repository }) => repository)).size, levels };
}

function measureModel(model, rows) {
  const predicted = predictHeldOut(seenBy(model, rows), { hasDeclaredSign, stiffnessOf: model.stiffnessOf });
  const from = (least) => countRight(predicted.filter(({ share }) => share >= least).map(({ row }) => row));
  return { name: model.name, stiffness: model.stiffness, ...measurePredictions(predicted), sure: from(0.6), likely: from(0.4) };
}
