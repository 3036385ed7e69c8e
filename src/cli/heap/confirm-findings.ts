/** `--confirm`: what heap snapshots of the program say of the findings of a check. */
import type { ESLint } from "eslint";

import type { Explainer } from "../../bench/explanation.ts";
import type { HeapGrowth } from "../../heap/growth.ts";
import type { Finding } from "../accounts.ts";
import type { Check } from "../check.ts";
import { presetOf } from "../explain/verdict-words.ts";
import { confirmFinding } from "./confirm-finding.ts";
import type { Confirmation } from "./confirmation.ts";
import { nameOfGrown, nameOfOwner } from "./describe-growth.ts";
import { candidatesOfOwner, joinKnown } from "./joined.ts";
import type { KnownCandidate } from "./known-candidates.ts";
import { collectGrowingFiles, fileOfUrl, namesakesAmong } from "./source-of-growth.ts";
import { nameBySources } from "./unmapped-sources.ts";

/** Hears the candidates of each file while it is checked. */
export interface Hearing {
  readonly meet: (filePath: string, explainer: Explainer) => void;
  /** Gives the findings what the snapshots say of them. */
  readonly confirm: (check: Check, growth: HeapGrowth) => Check;
}

/** Begins to listen to a check whose findings are to be compared with snapshots. */
export function hearForConfirmation(): Hearing {
  const heard = new Map<string, readonly Omit<KnownCandidate, "finding" | "preset">[]>();
  return {
    meet(filePath, explainer) {
      const { candidates } = explainer.explainFile();
      heard.set(filePath, candidates.map((explanation) => ({ filePath, explanation, named: explainer.namedPlaces(explanation) })));
    },
    confirm(check, growth) {
      const findingOf = new Map(check.findings.map((finding) => [finding.explanation, finding]));
      const byFile = new Map([...heard].map(([file, candidates]) => [file, candidates.map((known) => ({ ...known, preset: presetOf(known.explanation) ?? null, finding: findingOf.get(known.explanation) }))]));
      const confirmations = collectConfirmations(byFile, nameBySources(growth, () => [...heard.keys()]));
      return { ...check, findings: check.findings.map((finding) => withConfirmation(finding, confirmations.get(finding), check.results)) };
    },
  };
}

/** Growth speaks before steadiness: another instance of the same class may be steady. */
function collectConfirmations(byFile: ReadonlyMap<string, readonly KnownCandidate[]>, growth: HeapGrowth): ReadonlyMap<Finding, Confirmation> {
  const confirmations = new Map<Finding, Confirmation>();
  const steadyFiles = growth.steady.flatMap(({ owner }) => (owner.place === undefined ? [] : (fileOfUrl(owner.place.url) ?? [])));
  const known = { byFile, namesakes: namesakesAmong([...byFile.keys()], [...collectGrowingFiles(growth), ...steadyFiles]) };
  const note = (candidates: readonly KnownCandidate[], confirmation: Confirmation): void => {
    for (const { finding } of candidates) if (finding !== undefined && !confirmations.has(finding)) confirmations.set(finding, confirmation);
  };
  for (const grown of [...growth.places, ...growth.loose]) note(joinKnown(grown, known).candidates, { kind: "confirmed", name: nameOfGrown(grown), counts: grown.counts });
  for (const { owner, counts } of growth.steady) note(candidatesOfOwner(owner, known), { kind: "refuted", name: nameOfOwner(owner), counts });
  return confirmations;
}

/** What did not grow while it was filled is no longer certain. */
function withConfirmation(finding: Finding, confirmation: Confirmation | undefined, results: readonly ESLint.LintResult[]): Finding {
  if (confirmation === undefined) return finding;
  const said = confirmFinding(finding, confirmation);
  if (confirmation.kind === "confirmed" || said.explanation?.verdict !== "certain") return said;
  if (said.message.severity === 2) makeWarning(said, results);
  return { ...said, explanation: { ...said.explanation, verdict: "likely" } };
}

function makeWarning({ message }: Finding, results: readonly ESLint.LintResult[]): void {
  message.severity = 1;
  const result = results.find(({ messages }) => messages.includes(message));
  if (result === undefined) return;
  result.errorCount -= 1;
  result.warningCount += 1;
}
