/** All verdicts on the collections of a file; each collection is reported under one of them. */
import { isAsSureAs } from "../facts/confidence.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import { collectKeptCollections } from "../subjects/collection/kept-collections.ts";
import type { Graphs } from "../subjects/way/graphs.ts";
import { collectStrandedEntries } from "./judge-entries.ts";
import { judgeGrowing, type UnboundedCollection } from "./judge-growth.ts";
import type { HeardCandidate } from "./reason.ts";
import type { StrandedEntry } from "./stranded-entry.ts";

export interface CollectionVerdicts {
  /** Every candidate, the silent ones among them. */
  readonly heard: readonly HeardCandidate[];
  /** Nothing can remove what is put in. */
  readonly unbounded: readonly UnboundedCollection[];
  /** Something removes, but not always, or not this. */
  readonly stranded: readonly StrandedEntry[];
}

/** Judges them. What ends an entry and misses it says more than that nothing removes it, unless it is less sure. */
export function judgeCollections(file: FileFacts, graphOf: Graphs["graphOf"]): CollectionVerdicts {
  if (file.kind !== "source" || file.isTestRunnerAdapter) return { heard: [], unbounded: [], stranded: [] };
  const all = collectKeptCollections(file);
  const { heard, unbounded } = judgeGrowing(file, all);
  const { heard: heardEntries, entries: stranded } = collectStrandedEntries(file, all.filter(({ collection }) => !collection.isGiven), graphOf);
  const outweighs = (one: StrandedEntry, other: UnboundedCollection): boolean => isAsSureAs(one.confidence, other.confidence);
  const isAbout = (one: StrandedEntry, other: UnboundedCollection): boolean => one.collection === other.collection;
  return {
    heard: [...heard, ...heardEntries],
    unbounded: unbounded.filter((verdict) => !stranded.some((entry) => isAbout(entry, verdict) && outweighs(entry, verdict))),
    stranded: stranded.filter((entry) => !unbounded.some((verdict) => isAbout(entry, verdict) && !outweighs(entry, verdict))),
  };
}
