/** The collections of a file with a way out that does not take all entries. */
import { collectAnswered, type AnsweredEntry } from "../candidates/answered-entry.ts";
import { collectDroppedResults } from "../candidates/dropped-result.ts";
import { collectOnSuccess, type EntryOnSuccess } from "../candidates/entry-on-success.ts";
import { collectForgottenByClear, type ForgottenByClear } from "../candidates/forgotten-by-clear.ts";
import { collectForgottenSiblings, type ForgottenSibling } from "../candidates/forgotten-sibling.ts";
import { collectHalfRemoved, type HalfRemovedEntry } from "../candidates/half-removed-entry.ts";
import { collectInterrupted, type InterruptedEntry } from "../candidates/interrupted-entry.ts";
import { collectInverted, type InvertedRemoval } from "../candidates/inverted-removal.ts";
import { collectKept, type KeptEntry } from "../candidates/kept-entry.ts";
import { collectMarked, type MarkedEntry } from "../candidates/marked-entry.ts";
import { collectDerived, type DerivedEntry } from "../candidates/never-stored-entry.ts";
import { collectRendered, type RenderedEntry } from "../candidates/rendered-entry.ts";
import type { StayingEntry } from "../candidates/staying-entry.ts";
import { nameOfFunctionAround, nameOfRunningFunction } from "../subjects/collection/growing-inserts.ts";
import { errorReturn } from "../evidence/reachable/error-return.ts";
import { wayOfEntry } from "../evidence/reachable/way-of-entry.ts";
import { endOfSibling } from "../evidence/unreleased/end-of-sibling.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import { mayOutliveEntries, type KeptCollection } from "../subjects/collection/kept-collections.ts";
import type { Graphs } from "../subjects/way/graphs.ts";
import { hear, type HeardCandidate, type Reason } from "./reason.ts";
import { entryByRender } from "./reasons/entry-by-render.ts";
import { entryForgottenClear } from "./reasons/entry-forgotten-clear.ts";
import { entryForgottenSibling } from "./reasons/entry-forgotten-sibling.ts";
import { entryHalfRemoved, forgetsNothing } from "./reasons/entry-half-removed.ts";
import { entryInterrupted, otherWaysOut } from "./reasons/entry-interrupted.ts";
import { entryKeptAlone } from "./reasons/entry-kept-alone.ts";
import { entryKept, noEndOfEntry } from "./reasons/entry-kept.ts";
import { entryMarked } from "./reasons/entry-marked.ts";
import { entryNeverStored } from "./reasons/entry-never-stored.ts";
import { entryOnAnswerOnly } from "./reasons/entry-on-answer-only.ts";
import { entryOnSuccessOnly } from "./reasons/entry-on-success-only.ts";
import { entryResultDropped } from "./reasons/entry-result-dropped.ts";
import type { StrandedEntry } from "./stranded-entry.ts";

export interface EntryVerdicts {
  /** Every candidate, the silent ones among them. */
  readonly heard: readonly HeardCandidate[];
  /** At most one for a collection, the surest; removals that are dropped count on their own. */
  readonly entries: readonly StrandedEntry[];
}

/** One way in which entries stay. */
interface Kind<Of extends StayingEntry> {
  collect(file: FileFacts, kept: KeptCollection, all: readonly KeptCollection[], graphOf: Graphs["graphOf"]): readonly Of[];
  reasonOf(candidate: Of): Reason<Of>;
  /** What a report says of it. */
  wordsFor(verdict: HeardCandidate<Of>, file: FileFacts): Pick<StrandedEntry, "reason"> & Partial<StrandedEntry>;
  /** Whether what silenced a candidate silences all later ones of its collection, or of its pair of collections. */
  settles?(verdict: HeardCandidate<Of>): boolean;
}

const interrupted: Kind<InterruptedEntry> = {
  collect: (file, kept, _all, graphOf) => collectInterrupted(file, kept, graphOf),
  reasonOf: () => entryInterrupted,
  wordsFor({ hearing }) {
    const { level, at: cause } = hearing.answer(wayOfEntry);
    return { reason: level === "early-exit" ? level : "failure", ...(cause && { cause }) };
  },
  settles: ({ decidedBy }) => decidedBy.some((asked) => otherWaysOut.has(asked)),
};

const onSuccess: Kind<EntryOnSuccess> = {
  collect: (file, kept, _all, graphOf) => collectOnSuccess(file, kept, graphOf),
  reasonOf: () => entryOnSuccessOnly,
  wordsFor({ hearing, decidedBy }) {
    const cause = decidedBy.some((asked) => asked === errorReturn) ? hearing.answer(errorReturn).at : undefined;
    return cause === undefined ? { reason: "success-only" } : { reason: "early-exit", cause };
  },
};

const neverStored: Kind<DerivedEntry> = { collect: collectDerived, reasonOf: () => entryNeverStored, wordsFor: () => ({ reason: "never-stored" }) };

const keptByEnd: Kind<KeptEntry> = {
  collect: collectKept,
  reasonOf: ({ how }) => entryKept[how],
  wordsFor: ({ hearing: { candidate } }, file) => ({ reason: candidate.how, within: nameOfRunningFunction(file, candidate.end.node) }),
  settles: ({ decidedBy }) => !decidedBy.some((asked) => noEndOfEntry.has(asked)),
};

const forgottenSibling: Kind<ForgottenSibling> = {
  collect: collectForgottenSiblings,
  reasonOf: () => entryForgottenSibling,
  wordsFor({ hearing }, file) {
    const { sibling, end } = hearing.candidate;
    const other = hearing.answer(endOfSibling).at ?? end.node;
    return { reason: "forgotten-sibling", sibling: sibling.collection, other, within: nameOfFunctionAround(file, other) };
  },
};

const forgottenByClear: Kind<ForgottenByClear> = {
  collect: collectForgottenByClear,
  reasonOf: () => entryForgottenClear,
  wordsFor: ({ hearing: { candidate } }, file) => ({ reason: "forgotten-clear", sibling: candidate.sibling.collection, within: nameOfFunctionAround(file, candidate.end.node) }),
};

const halfRemoved: Kind<HalfRemovedEntry> = {
  collect: collectHalfRemoved,
  reasonOf: () => entryHalfRemoved,
  wordsFor: ({ hearing: { candidate } }, file) => ({ reason: "forgotten-sibling", sibling: candidate.sibling.collection, within: nameOfFunctionAround(file, candidate.end.node) }),
  settles: ({ decidedBy }) => !decidedBy.some((asked) => forgetsNothing.has(asked)),
};

const onAnswer: Kind<AnsweredEntry> = { collect: collectAnswered, reasonOf: () => entryOnAnswerOnly, wordsFor: () => ({ reason: "answer-only" }) };

const marked: Kind<MarkedEntry> = { collect: collectMarked, reasonOf: () => entryMarked, wordsFor: () => ({ reason: "marked" }) };

const keptAlone: Kind<InvertedRemoval> = {
  collect: collectInverted,
  reasonOf: () => entryKeptAlone,
  wordsFor: ({ hearing: { candidate } }, file) => ({ reason: "kept-alone", within: nameOfRunningFunction(file, candidate.end.node) }),
};

const byRender: Kind<RenderedEntry> = { collect: collectRendered, reasonOf: () => entryByRender, wordsFor: () => ({ reason: "render-only" }) };

/** In the order in which one speaks for its collection where several could. */
const kinds: readonly Kind<StayingEntry>[] = [interrupted, onSuccess, neverStored, keptByEnd, forgottenSibling, forgottenByClear, halfRemoved, onAnswer, byRender, marked, keptAlone];

/** Judges every entry that may stay. */
export function collectStrandedEntries(file: FileFacts, all: readonly KeptCollection[], graphOf: Graphs["graphOf"]): EntryVerdicts {
  const dropped = collectDroppedResults(file).map((candidate) => hear(file, entryResultDropped, candidate));
  const entries: StrandedEntry[] = dropped.flatMap(({ confidence, hearing: { candidate: { node, collection } } }) => (confidence === undefined ? [] : [{ reason: "result-dropped", confidence, collection, node, other: node }]));
  const heard: HeardCandidate[] = [...dropped];
  const kept = all.filter((one) => mayOutliveEntries(file, one));
  for (const collection of all) {
    // Who hands out the end of an entry shows that the collection outlives it, whatever its owner is called.
    const asked = kept.includes(collection) ? kinds : collection.lifetime.passing === undefined ? [] : [marked, keptAlone];
    const found = asked.flatMap((kind) => {
      const verdicts = kind.collect(file, collection, kept, graphOf).map((candidate) => hear(file, kind.reasonOf(candidate), candidate));
      heard.push(...verdicts);
      return entryOf(file, kind, verdicts) ?? [];
    });
    const best = found.find(({ confidence }) => confidence === "certain") ?? found[0];
    if (best !== undefined) entries.push(best);
  }
  return { heard, entries };
}

/** What the first candidate that is not passed over says. */
function entryOf(file: FileFacts, kind: Kind<StayingEntry>, verdicts: readonly HeardCandidate<StayingEntry>[]): StrandedEntry | undefined {
  const settled = new Set<unknown>();
  for (const verdict of verdicts) {
    const { confidence, hearing: { candidate } } = verdict;
    const subject = "sibling" in candidate ? candidate.sibling : candidate.kept;
    if (settled.has(subject)) continue;
    const { node, kept, end } = candidate;
    if (confidence !== undefined) return { confidence, collection: kept.collection, node, other: end.node, ...kind.wordsFor(verdict, file) };
    if (kind.settles?.(verdict) === true) settled.add(subject);
  }
  return undefined;
}
