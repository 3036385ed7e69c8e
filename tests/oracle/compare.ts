/** Compares what runs leak with what the engine reports. */
import { askEngine, type Unfollowed } from "./engine.ts";
import type { GeneratedProgram } from "./program.ts";
import { explore } from "./run.ts";
import type { Cause } from "./writer.ts";

/** How the two disagree about one acquisition, or what broke. */
export type Disagreement = "false report" | "false report in recommended" | "missed leak" | "broken graph" | "crash" | "slow";

/** Why a leak may be missed, as docs/model/oracle.md says. */
export type Reason = Cause | Unfollowed | "unknown inside" | "left to audit";

export interface Comparison {
  readonly disagreements: ReadonlyMap<Disagreement, string>;
  /** Leaks that the engine misses, and false reports, for a documented cause. */
  readonly explained: readonly Reason[];
  /** Leaks found, and leaks found that `recommended` leaves to `strict`. */
  readonly agreed: number;
  readonly onlyLikely: number;
  /** Reports in code that no run reaches: they harm nobody, and say nothing. */
  readonly unreached: number;
  readonly runs: number;
  readonly isComplete: boolean;
  readonly cost: number;
}

/** A report is refuted only when so many runs, or all there are, leak nothing. */
const MOST_RUNS = 100;
const MOST_RUNS_TO_REFUTE = 20_000;
const PATIENCE_MS = 3000;

/** Runs and lints one program. */
export async function compare({ lintText, runText }: GeneratedProgram): Promise<Comparison> {
  const disagreements = new Map<Disagreement, string>();
  const explained: Reason[] = [];
  let opinion;
  try {
    opinion = askEngine(lintText);
  } catch (error) {
    disagreements.set("crash", String(error instanceof Error ? error.stack : error));
    return { disagreements, explained, agreed: 0, onlyLikely: 0, unreached: 0, runs: 0, isComplete: false, cost: 0 };
  }
  let truth = await explore(runText, opinion.hasAcquisitions ? MOST_RUNS : 1);
  const isRefuted = (site: number): boolean => !truth.leaks.has(site);
  if (!truth.isComplete && [...opinion.likely].some(isRefuted)) truth = await explore(runText, MOST_RUNS_TO_REFUTE);
  for (const fault of opinion.faults) disagreements.set("broken graph", fault);
  if (opinion.cost > PATIENCE_MS) disagreements.set("slow", `${String(opinion.cost)} ms`);
  const refuted = truth.isComplete ? [...opinion.likely].filter((site) => isRefuted(site) && truth.reached.has(site)) : [];
  const blind = refuted.length === 0 ? undefined : await explore(runText, MOST_RUNS_TO_REFUTE, true);
  for (const site of refuted) {
    if (blind?.leaks.has(site) === true) explained.push("unknown inside");
    else disagreements.set(opinion.certain.has(site) ? "false report in recommended" : "false report", String(site));
  }
  for (const [site, causes] of truth.leaks) {
    if (opinion.likely.has(site)) continue;
    const cause: Reason | undefined = opinion.unfollowed.get(site) ?? [...causes][0] ?? (opinion.possible.has(site) ? "left to audit" : undefined);
    if (cause === undefined) disagreements.set("missed leak", String(site));
    else explained.push(cause);
  }
  const found = [...truth.leaks.keys()].filter((site) => opinion.likely.has(site));
  return { disagreements, explained, agreed: found.length, onlyLikely: found.filter((site) => !opinion.certain.has(site)).length, unreached: [...opinion.likely].filter((site) => truth.isComplete && !truth.reached.has(site)).length, runs: truth.runs, isComplete: truth.isComplete, cost: opinion.cost };
}
