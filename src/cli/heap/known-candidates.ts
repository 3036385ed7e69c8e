/** What the analysis has to say of the files that grow: every candidate, with the fields and variables that it names and the finding that it became. */
import type { CandidateExplanation, Explainer, NamedPlace } from "../../bench/explanation.ts";
import type { Finding } from "../accounts.ts";
import { checkFiles } from "../check.ts";
import { presetOf } from "../explain/verdict-words.ts";

export interface KnownCandidate {
  readonly filePath: string;
  readonly explanation: CandidateExplanation;
  readonly named: readonly NamedPlace[];
  /** The first preset that reports it; null where none does. */
  readonly preset: string | null;
  /** Its report; undefined where there is none, or a comment silences it. */
  readonly finding: Finding | undefined;
}

export interface KnownCandidates {
  /** By the path of the file; a file that was not checked has no list. */
  readonly byFile: ReadonlyMap<string, readonly KnownCandidate[]>;
  readonly failures: readonly string[];
}

/** Checks the files, each at its least confidence, and collects what the bench heard; throws a `Failure` where that cannot be done. */
export async function collectKnownCandidates(paths: readonly string[], settings: string | undefined, cwd: string): Promise<KnownCandidates> {
  if (paths.length === 0) return { byFile: new Map(), failures: [] };
  const heard = new Map<string, readonly Omit<KnownCandidate, "finding" | "preset">[]>();
  const meet = (filePath: string, explainer: Explainer): void => {
    if (heard.has(filePath)) return;
    const { candidates } = explainer.explainFile();
    heard.set(filePath, candidates.map((explanation) => ({ filePath, explanation, named: explainer.namedPlaces(explanation) })));
  };
  const { results, findings, failures } = await checkFiles({ paths, preset: "audit", settings, staged: false, since: undefined, applySuggestions: undefined, meet }, cwd);
  const findingOf = new Map(findings.map((finding) => [finding.explanation, finding]));
  const byFile = results.map(({ filePath }) => [filePath, (heard.get(filePath) ?? []).map((known) => ({ ...known, preset: presetOf(known.explanation) ?? null, finding: findingOf.get(known.explanation) }))] as const);
  return { byFile: new Map(byFile), failures };
}
