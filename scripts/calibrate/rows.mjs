/** Labelled candidates as rows of a fit. */
import { readdirSync } from "node:fs";
import path from "node:path";

import { root } from "../ecosystem/root.mjs";
import { readLines } from "../ecosystem/stored.mjs";
import { featuresOf } from "./features.mjs";

/**
 * Reads the labels of which today's bench would report: `{repository, label, weight, told}`, `told` the features by `featuresOf`.
 * `leaningOf(id, level)` answers which way a level speaks. `view` is `alone` or `project`.
 */
export function readRows(leaningOf, view = "alone") {
  const folder = path.join(root, "ecosystem/labels");
  const labels = readdirSync(folder).filter((file) => file.endsWith(".jsonl")).sort().flatMap((file) => readLines(path.join(folder, file)));
  return labels.flatMap((row) => {
    const heard = row[view];
    if (row.verdict === "unclear" || heard === undefined || heard === null || heard.confidence === "silent") return [];
    const answers = Object.entries(heard.levels).map(([id, answer]) => {
      const [level, basis] = answer.split("/");
      return { id, level, basis, leans: leaningOf(id, level) };
    });
    const told = featuresOf({ reason: row.reason, confidence: heard.confidence, grounds: heard.grounds, answers });
    return [{ repository: row.repository, reason: row.reason, label: row.verdict === "true" ? 1 : 0, weight: 1, told }];
  });
}
