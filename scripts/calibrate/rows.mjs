/** Labelled candidates as rows of a fit. */
import { readdirSync } from "node:fs";
import path from "node:path";

import { readProjects } from "../ecosystem/projects.mjs";
import { root } from "../ecosystem/root.mjs";
import { readLines } from "../ecosystem/stored.mjs";
import { featuresOf } from "./features.mjs";

/**
 * Reads the labels of which today's bench would report: `{repository, reason, confidence, grounds, isKnown, label, told}`, `told` the features
 * by `featuresOf`, `isKnown` whether the engine was developed with the repository. `leaningOf(id, level)` answers which way a level speaks.
 * `view` is `alone` (no other files are looked into) or `project`.
 */
export function readRows(leaningOf, view) {
  const folder = path.join(root, "ecosystem/labels");
  const known = new Set(readProjects().projects.map(({ repository }) => repository));
  const labels = readdirSync(folder).filter((file) => file.endsWith(".jsonl")).sort().flatMap((file) => readLines(path.join(folder, file)));
  return labels.flatMap(({ repository, reason, verdict, [view]: heard }) => {
    if (verdict === "unclear" || heard === undefined || heard === null || heard.confidence === "silent") return [];
    const { confidence, grounds, levels } = heard;
    const answers = Object.entries(levels).map(([id, answer]) => {
      const [level, basis] = answer.split("/");
      return { id, level, basis, leans: leaningOf(id, level) };
    });
    return [{ repository, reason, confidence, grounds, isKnown: known.has(repository), label: verdict === "true" ? 1 : 0, told: featuresOf({ reason, confidence, grounds, answers }) }];
  });
}
