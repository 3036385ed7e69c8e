/** What the rules about resources offer, the best first. */
import type { FileFacts } from "../facts/file-facts.ts";
import { findLocalHandle } from "../subjects/handle/local-handle.ts";
import type { UnreleasedResource } from "../bench/judge-resources.ts";
import type { PartlyReleasedResource } from "../bench/reasons/held-on-way.ts";
import { suggestCleanup } from "./suggest-cleanup.ts";
import { suggestFinally, type FinallyId } from "./suggest-finally.ts";
import type { Suggestion } from "./suggestion.ts";
import { suggestRemoval, suggestSignal } from "./suggest-teardown.ts";
import { suggestUsing } from "./suggest-using.ts";

/** The suggestions for a resource that some way out forgets. */
export type PartialReleaseId = "declareWithUsing" | FinallyId;

/** The suggestions for a resource that nothing releases. */
export type UnreleasedId = "declareWithUsing" | "returnCleanup" | "passSignal" | "removeInTeardown";

/** Collects the suggestions for a resource that is released on some ways out. */
export function collectPartialReleaseSuggestions(file: FileFacts, { resource }: PartlyReleasedResource, allowsUsing: boolean): Suggestion<PartialReleaseId>[] {
  const handle = findLocalHandle(file, resource);
  if (handle === undefined) return [];
  return [allowsUsing ? suggestUsing(file, handle) : undefined, suggestFinally(file, handle)].filter((suggestion) => suggestion !== undefined);
}

/** Collects the suggestions for a resource that nothing releases; `all` are those of the file. */
export function collectUnreleasedSuggestions(file: FileFacts, verdict: UnreleasedResource, all: readonly UnreleasedResource[], allowsUsing: boolean): Suggestion<UnreleasedId>[] {
  // A removal in the teardown is there already.
  if (verdict.reason === "target-replaced") return [];
  const cleanup = suggestCleanup(file, verdict, all);
  if (cleanup !== undefined) return [cleanup];
  const handle = verdict.reason === "never-released" && allowsUsing && verdict.owner.kind !== "effect" ? findLocalHandle(file, verdict.resource) : undefined;
  const using = handle === undefined ? undefined : suggestUsing(file, handle);
  return [using, suggestSignal(file, verdict), suggestRemoval(file, verdict)].filter((suggestion) => suggestion !== undefined);
}
