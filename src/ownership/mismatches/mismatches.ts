/** All releases of a file that cannot do what they are there for. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import { collectAddedAgain, type AddedAgain } from "./added-again.ts";
import { collectListenerCalls } from "../../subjects/listener/listener-calls.ts";
import { collectMismatchedListeners, type MismatchedListener } from "./mismatched-listeners.ts";
import { collectMismatchedTimers, type MismatchedTimer } from "./mismatched-timers.ts";
import { collectEarlyReleases, collectUncalledReleases, type EarlyRelease, type UncalledRelease } from "./uncalled-releases.ts";
import { collectWrongVerbs, type WrongVerb } from "./wrong-verbs.ts";

export type Mismatch = MismatchedListener | AddedAgain | MismatchedTimer | WrongVerb | UncalledRelease | EarlyRelease;

/** Collects them. */
export function collectMismatches(file: FileFacts): readonly Mismatch[] {
  if (file.kind === "test") return [];
  const calls = collectListenerCalls(file);
  return [
    ...collectMismatchedListeners(file, calls),
    ...collectAddedAgain(file, calls),
    ...collectMismatchedTimers(file),
    ...collectUncalledReleases(file),
    ...collectEarlyReleases(file),
    ...collectWrongVerbs(file),
  ];
}

/** The node to mend: the release, or the timer whose handle is dropped. */
export function siteOf(mismatch: Mismatch): TSESTree.Node {
  switch (mismatch.kind) {
    case "listener":
      return mismatch.removed.call;
    case "added-again":
      return mismatch.repeated.call;
    case "timer":
      return mismatch.difference === "dropped" ? mismatch.started : mismatch.cleared;
    default:
      return mismatch.release;
  }
}
