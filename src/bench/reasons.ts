/** All reasons, one a line, each with the rule that reports it. The commands and the pages that show verdicts read them here. */
import type { Reason } from "./reason.ts";
import { listenerStays } from "./reasons/listener-stays.ts";

export const REASONS: readonly (readonly [reason: Reason, rule: string])[] = [
  [listenerStays, "no-unreleased-resource"],
];
