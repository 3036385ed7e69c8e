/** What an analysis of a field finds, and what a rule is told of it. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { Confidence } from "../../facts/confidence.ts";
import type { End } from "../../subjects/owner/closure-ends.ts";
import type { Resource } from "../../subjects/resource/resource.ts";

/**
 * - `forgotten`: the teardown does not release the field; - `no-teardown`: nothing ends the owner of the field;
 * - `acquired-again`: a second acquisition takes the place of one that is still held;
 * - `replaced`: the teardown gives the field another value and then releases that;
 * - `set-aside`: a method empties the field of a resource that it did not release;
 * - `dropped-loop`: a timer that arms itself again is dropped, so that the teardown cannot stop it.
 */
export type FieldReason = "forgotten" | "no-teardown" | "acquired-again" | "replaced" | "set-aside" | "dropped-loop";

export interface FieldVerdict {
  readonly reason: FieldReason;
  readonly node: TSESTree.Node;
  readonly confidence: Confidence;
  /** The field in the words of the source; empty for a dropped handle. */
  readonly field: string;
  readonly resource: Resource | undefined;
  readonly teardown: End | undefined;
  /** The second site where it is not the teardown: the release that comes too late. */
  readonly other: TSESTree.Node | undefined;
  /** The method of a base class that should have been given it, or the framework's hook that is missing. */
  readonly hook: string | undefined;
}

/** The part of a verdict that the judges of one field answer. */
export type FieldFinding = Pick<FieldVerdict, "reason" | "confidence" | "teardown" | "other" | "hook">;
