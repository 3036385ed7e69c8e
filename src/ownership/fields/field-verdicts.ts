/** What is to be said about the fields of a file that keep a resource longer than their owner lives. */
import { weakest } from "../../facts/confidence.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { describePlace } from "../../facts/places.ts";
import { collectDroppedTimers } from "./dropped-timers.ts";
import { collectEvidentFields } from "./field-evidence.ts";
import type { FieldVerdict } from "./field-finding.ts";
import { judgeReplacements } from "./field-replacements.ts";
import { collectFieldResources, type FieldResource } from "../../subjects/handle/fields.ts";
import { judgeForgotten } from "./forgotten-field.ts";
import { judgeReacquired } from "./reacquired-field.ts";
import { collectResources } from "../../subjects/resource/resource.ts";

/** Judges every field of the file. */
export function judgeFields(file: FileFacts): readonly FieldVerdict[] {
  if (file.kind !== "source") return [];
  const resources = collectResources(file);
  const catalogued = collectFieldResources(file, resources);
  const evident = collectEvidentFields(file, new Set(resources.filter(({ pair }) => pair.handle.from !== "identity").map((resource) => resource.acquisition)));
  return [...judgeKept(file, [...catalogued, ...evident]), ...judgeReplacements(file), ...collectDroppedTimers(file, resources)];
}

/** One verdict a field: the place where it is first filled stands for all. */
function judgeKept(file: FileFacts, fields: readonly FieldResource[]): FieldVerdict[] {
  const verdicts = new Map<string, FieldVerdict>();
  for (const field of fields) {
    const found = judgeForgotten(file, field) ?? judgeReacquired(file, field);
    if (found === undefined) continue;
    const verdict: FieldVerdict = {
      ...found,
      node: field.resource.acquisition,
      field: describePlace(field.place),
      resource: field.resource,
      confidence: weakest(field.resource.confidence, found.confidence),
    };
    const key = `${field.place.key} ${found.reason}`;
    const before = verdicts.get(key);
    if (before === undefined || (before.confidence === "likely" && verdict.confidence === "certain")) verdicts.set(key, verdict);
  }
  return [...verdicts.values()];
}
