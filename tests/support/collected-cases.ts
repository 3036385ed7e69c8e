/** The cases of the rule tests as data, for tests that run them elsewhere than in this process. */
import type { LintJob } from "./lint-case.ts";

let collected: LintJob[] | undefined;

/** Runs what defines rule tests, and answers their cases instead of defining them. */
export async function collectCases(define: () => Promise<unknown>): Promise<readonly LintJob[]> {
  const found: LintJob[] = [];
  collected = found;
  try {
    await define();
  } finally {
    collected = undefined;
  }
  return found;
}

/** Takes a case if cases are being collected; answers whether they are. */
export function takeCase(job: LintJob): boolean {
  collected?.push(job);
  return collected !== undefined;
}

/** Whether cases are being collected, so that no test is to be defined. */
export function isCollecting(): boolean {
  return collected !== undefined;
}
