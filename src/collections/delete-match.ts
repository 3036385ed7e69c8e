/** Whether a removal's key can be one that an insert used. */
import type { Confidence } from "../facts/confidence.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import { buildKeyForm } from "../subjects/key/build-key-form.ts";
import { compareKeys } from "../subjects/key/equality.ts";
import type { CollectionKind } from "../subjects/collection/collection.ts";
import type { Operation } from "../subjects/collection/operations.ts";

/** Answers how surely the two keys always differ; undefined where they may be equal. */
export function differenceOfKeys(file: FileFacts, kind: CollectionKind, insert: Operation, removal: Operation): Confidence | undefined {
  if (kind === "array" || insert.key === undefined || removal.key === undefined) return undefined;
  const equality = compareKeys(file, buildKeyForm(file, insert.key), buildKeyForm(file, removal.key), kind);
  return equality.kind === "never" ? equality.confidence : undefined;
}
