/** The outcome of a run of the fuzzer, as text. */
import type { Finding, Tally } from "./fuzz.ts";

/** A disagreement, with what makes it again. */
export function describeFinding({ kind, seed, detail, text }: Finding): string {
  return `=== ${kind}: ${detail} (npm run fuzz -- --replay ${String(seed)})\n${text}`;
}

/** The table at the end of a run. */
export function describeTally({ programs, runs, incomplete, agreed, onlyLikely, slowest, explained, unreached, findings }: Tally): string {
  const byKind = new Map<string, number>();
  for (const { kind } of findings) byKind.set(kind, (byKind.get(kind) ?? 0) + 1);
  const rows: readonly (readonly [string, number])[] = [
    ["programs", programs],
    ["runs", runs],
    ["programs with more runs than were tried", incomplete],
    ["leaks reported by `strict`", agreed],
    ["of these left out by `recommended`", onlyLikely],
    ["reports in code that no run reaches", unreached],
    ["slowest program, in ms of CPU time", Math.round(slowest)],
    ...[...explained].sort().map(([cause, count]) => [`explained by: ${cause}`, count] as const),
    ...[...byKind].sort().map(([kind, count]) => [`disagreements: ${kind}`, count] as const),
    ["disagreements", findings.length],
  ];
  return rows.map(([name, count]) => `${name.padEnd(50)}${String(count).padStart(10)}`).join("\n");
}
