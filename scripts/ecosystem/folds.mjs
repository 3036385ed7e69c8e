/**
 * Which part of the public code a repository belongs to. A hash of its name decides, so that nobody chooses.
 *
 * `train` is there to be read and tuned to. Of `validation` only totals are stored and printed: nobody reads it, or what
 * is measured there is no measure any more. `reserved` is left alone: not pinned anew, its history not mined.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";

import { root } from "./root.mjs";

/** The folds that are measured, in the order in which figures are given. */
export const MEASURED_FOLDS = ["train", "validation"];

const RESERVED_PERCENT = 20;
const VALIDATION_UP_TO_PERCENT = 50;
/** Changing it would deal all repositories anew. */
const SALT = "leakproof folds 2";

/** Histories that are reserved whatever their hash, in lower case. */
const reservedHistories = new Set(JSON.parse(readFileSync(path.join(root, "ecosystem/reserved-histories.json"), "utf8")));

/** The fold of `owner/name`: `"train"`, `"validation"` or `"reserved"`. */
export function foldOf(repository) {
  const name = repository.toLowerCase();
  if (reservedHistories.has(name)) return "reserved";
  const hash = createHash("sha1").update(`${SALT} ${name}`).digest("hex");
  const percent = Number.parseInt(hash.slice(0, 8), 16) % 100;
  if (percent < RESERVED_PERCENT) return "reserved";
  return percent < VALIDATION_UP_TO_PERCENT ? "validation" : "train";
}
