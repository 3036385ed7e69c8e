/** What the analysis says of a growing place, as the lines below it. */
import { relative, sep } from "node:path";

import { describeVerdict } from "../explain/describe-explained.ts";
import { describeReason } from "../explain/verdict-words.ts";
import type { Joined, Standing } from "./joined.ts";
import type { KnownCandidate } from "./known-candidates.ts";

/** So many candidates of a place are told; the rest is counted. */
const MOST_TOLD = 3;

/** Describes how a growing place stands: the reports of it, or what keeps its candidates back. */
export function describeJoined({ standing, candidates }: Joined, cwd: string): string[] {
  if (standing === "unchecked") return ["  not checked: its place is in no JavaScript or TypeScript below --source"];
  if (standing === "unreported") return ["  unreported: no rule has a candidate for it"];
  const told = standing === "reported" ? candidates.filter(isReported) : candidates;
  const rest = told.length - MOST_TOLD;
  return [...told.slice(0, MOST_TOLD).flatMap((candidate) => describeCandidate(candidate, cwd)), ...(rest > 0 ? [`  and ${rest} more of it`] : [])];
}

/** "2 reported, 1 unreported". */
export function countStandings(joined: Iterable<Joined>): string {
  const counts = new Map<Standing, number>();
  for (const { standing } of joined) counts.set(standing, (counts.get(standing) ?? 0) + 1);
  const names: readonly (readonly [Standing, string])[] = [["reported", "reported"], ["possible", "possible"], ["unreported", "unreported"], ["unchecked", "not checked"]];
  return names.flatMap(([standing, name]) => (counts.has(standing) ? [`${String(counts.get(standing))} ${name}`] : [])).join(", ");
}

/** Whether a candidate is told by a check in `recommended` or `strict`. */
export function isReported({ finding, preset }: KnownCandidate): boolean {
  return finding !== undefined && preset !== null && preset !== "audit";
}

function describeCandidate(candidate: KnownCandidate, cwd: string): string[] {
  const { filePath, explanation, finding } = candidate;
  const { line, column } = explanation.place;
  const at = `${relative(cwd, filePath).replaceAll(sep, "/")}:${line}:${column}`;
  if (finding === undefined || !isReported(candidate)) return [`  possible: ${at} ${explanation.source}`, `    ${describeSilence(candidate)}`];
  const others = (finding.account?.sites ?? []).filter(({ role, loc }) => role !== "way" && loc.start.line !== finding.message.line);
  return [`  reported: ${at} ${explanation.rule}: ${finding.message.message}`, ...others.map(({ loc, text }) => `    line ${loc.start.line}: ${text}`)];
}

/** What keeps a candidate from being reported. */
export function describeSilence({ explanation, preset, finding }: KnownCandidate): string {
  const isDisabled = preset !== null && preset !== "audit" && finding === undefined;
  return `${describeVerdict({ ...explanation, preset })}: ${describeReason(explanation)}.${isDisabled ? " A comment silences the report." : ""}`;
}
