/** Compares what an application holds in the long run with what the engine reports on it. */
import type { Application } from "./application.ts";
import type { Growth } from "./growth.ts";
import { PRESETS, type Preset, type Report } from "./reports.ts";

/** The thing that the generator put at stake; the others are released, and grow only where it holds them or their removal goes the same way. */
const AT_STAKE = 1;

export interface Judgement {
  /** Whether the thing at stake is reported. */
  readonly isReported: boolean;
  /** The reasons of the reports on it. */
  readonly reasons: readonly string[];
  /** The reasons of reports on things that do not grow. */
  readonly falseReasons: readonly string[];
  /** The reasons of reports on lines that say nothing of a thing; false where nothing grows. */
  readonly elsewhere: readonly string[];
}

export interface Outcome {
  readonly application: Application;
  readonly truth: Growth;
  readonly judgements: Readonly<Record<Preset, Judgement>>;
}

/** What came of an application. */
export function judgeApplication(application: Application, growth: ReadonlyMap<number, Growth>, reports: readonly Report[]): Outcome {
  const grows = (thing: number): boolean => growth.get(thing) === "grows";
  const judged = PRESETS.map((preset) => [preset, judgementOf(reports.filter((report) => report.preset === preset), grows)] as const);
  return { application, truth: growth.get(AT_STAKE) ?? "bounded", judgements: Object.fromEntries(judged) as Record<Preset, Judgement> };
}

function judgementOf(reports: readonly Report[], grows: (thing: number) => boolean): Judgement {
  const reasonsOf = (chosen: readonly Report[]): readonly string[] => [...new Set(chosen.map(({ reason }) => reason))];
  const onIt = reports.filter(({ things }) => things.includes(AT_STAKE));
  return {
    isReported: onIt.length > 0,
    reasons: reasonsOf(onIt),
    falseReasons: reasonsOf(reports.filter(({ things }) => things.length > 0 && !things.some(grows))),
    elsewhere: reasonsOf(reports.filter(({ things }) => things.length === 0)),
  };
}

/** The ways in which the engine and a run disagree. */
export type Disagreement = "missed" | "false report";

export interface Dispute {
  readonly disagreement: Disagreement;
  /** The reason of a false report; what makes the difference to the clean twin where a leak is missed. */
  readonly reason: string;
}

/** How `strict` and the run disagree about an application. */
export function disputesOf({ application, truth, judgements: { strict } }: Outcome): readonly Dispute[] {
  const { difference } = application.shape;
  const missed: Dispute[] = truth === "grows" && !strict.isReported ? [{ disagreement: "missed", reason: difference }] : [];
  const spoken = truth === "grows" ? strict.falseReasons : [...strict.falseReasons, ...strict.elsewhere];
  return [...missed, ...spoken.map((reason): Dispute => ({ disagreement: "false report", reason }))];
}
