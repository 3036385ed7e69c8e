/** Entries: whatever is put into a collection that outlives the call may stay there, also where something takes entries out. */
import { collectGrowingInserts, isBlanking, type GrowingInsert } from "../subjects/collection/growing-inserts.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import type { KeptCollection } from "../subjects/collection/kept-collections.ts";
import type { Operation } from "../subjects/collection/operations.ts";
import type { Candidate } from "./candidate.ts";

export interface StayingEntry extends Candidate {
  readonly kept: KeptCollection;
  /** What puts it in. */
  readonly insert: Operation;
  /** What takes it, or its like, out, or ends what it is for. */
  readonly end: Operation;
}

/** The candidate that an insert and an end are. */
export function stayingEntry(kept: KeptCollection, insert: Operation, end: Operation): StayingEntry {
  return { node: insert.node, kept, insert, end };
}

/** Whether an operation makes an entry, and does not blank one. */
export function isPuttingIn(operation: Operation): boolean {
  return operation.kind === "insert" && !isBlanking(operation);
}

/** Whether an operation takes out one entry of the object's own collection. */
export function isRemovalOfOne({ kind, key, isForeign }: Operation): boolean {
  return kind === "remove" && key !== undefined && !isForeign;
}

/** What takes entries out, one or all. */
export function removalsIn(operations: readonly Operation[]): Operation[] {
  return operations.filter(({ kind }) => kind === "remove" || kind === "empty");
}

const known = new WeakMap<KeptCollection, readonly GrowingInsert[]>();

/** The inserts that can bring another entry each time, the surest first. */
export function growingInsertsOf(file: FileFacts, kept: KeptCollection): readonly GrowingInsert[] {
  const growing = known.get(kept) ?? collectGrowingInserts(file, kept, false);
  known.set(kept, growing);
  return growing;
}

/** The insert of those that pass which is the surest to grow the collection; the first of them where none does. */
export function surestInsert(file: FileFacts, kept: KeptCollection, passes: (insert: Operation) => boolean): Operation | undefined {
  const first = kept.operations.find((operation) => operation.kind === "insert" && passes(operation));
  return first === undefined ? undefined : (growingInsertsOf(file, kept).find(({ insert }) => passes(insert))?.insert ?? first);
}
