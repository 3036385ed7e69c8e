/** The collections of a file with a way out that does not take all entries. */
import type { FileFacts } from "../facts/file-facts.ts";
import { findAwaitedAnswer } from "./awaited-answer.ts";
import { findFilledInRender } from "./filled-in-render.ts";
import { findForgottenByClear } from "./forgotten-clear.ts";
import { findForgottenSibling } from "./forgotten-sibling.ts";
import { findHalfRemoved } from "./half-removed.ts";
import { collectDroppedResults, findNeverStored } from "./ignored-removals.ts";
import { findInterrupted, type GraphOf } from "./interrupted-entry.ts";
import { findKeptEntry } from "./kept-entry.ts";
import type { KeptCollection } from "../subjects/collection/kept-collections.ts";
import type { StrandedEntry } from "./stranded-entry.ts";
import { findSuccessOnly } from "./success-callback.ts";

/** Collects at most one verdict for a collection, the surest; removals that are dropped count on their own. */
export function collectStrandedEntries(file: FileFacts, kept: readonly KeptCollection[], graphOf: GraphOf): readonly StrandedEntry[] {
  const closed = kept.filter(({ operations }) => operations.some(({ kind }) => kind === "insert") && !operations.some(({ kind }) => kind === "escape"));
  const found = closed.flatMap((collection) => {
    const verdicts = [
      findInterrupted(file, collection, graphOf),
      findSuccessOnly(file, collection, graphOf),
      findNeverStored(file, collection),
      findKeptEntry(file, collection),
      findForgottenSibling(file, collection, kept),
      findForgottenByClear(file, collection, kept),
      findHalfRemoved(file, collection, kept),
      findAwaitedAnswer(file, collection),
      findFilledInRender(file, collection),
    ].filter((verdict) => verdict !== undefined);
    return verdicts.find(({ confidence }) => confidence === "certain") ?? verdicts[0] ?? [];
  });
  return [...collectDroppedResults(file), ...found];
}
