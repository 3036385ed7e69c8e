/** The door to the engine: every analysis of a file, computed when a rule first asks for it, and once whichever rule that is. */
import type { TSESLint } from "@typescript-eslint/utils";

import { judgeCollections, type CollectionVerdicts } from "./collections/judge-collections.ts";
import type { Catalogue } from "./catalogue/lookup.ts";
import { catalogueUnder } from "./catalogue/settings.ts";
import { buildFileFacts, type FileFacts } from "./facts/file-facts.ts";
import type { FieldVerdict } from "./ownership/fields/field-finding.ts";
import { judgeFields } from "./ownership/fields/field-verdicts.ts";
import { buildGraphs } from "./subjects/way/graphs.ts";
import { collectUsingCandidates, type UsingCandidate } from "./ownership/using-candidates.ts";
import { judgeMismatchedKeys, type MismatchedKeyVerdicts } from "./bench/judge-keys.ts";
import { judgeUnstableKeys, type UnstableKeyVerdicts } from "./bench/judge-unstable-keys.ts";
import { judgeMismatches, type MismatchVerdicts } from "./bench/judge-mismatches.ts";
import { judgeResources, type OwnershipVerdicts } from "./bench/judge-resources.ts";
import { lazy } from "./syntax/lazy.ts";
import { typesOf } from "./types/types-of.ts";

/** What the rules can ask about a file. */
export interface FileAnalysis {
  readonly facts: FileFacts;
  /** What is acquired and not released. */
  ownership(): OwnershipVerdicts;
  /** The fields that keep a resource longer than their owner lives. */
  fields(): readonly FieldVerdict[];
  /** The releases that cannot match what was acquired. */
  mismatches(): MismatchVerdicts;
  /** The releases by hand that a declaration can take over. */
  usingCandidates(): readonly UsingCandidate[];
  /** The collections that grow without end, and those whose entries some way out misses. */
  collections(): CollectionVerdicts;
  /** The keys that change, are shared or are new each time. */
  unstableKeys(): UnstableKeyVerdicts;
  /** The look-ups and deletes under keys that no insert used. */
  mismatchedKeys(): MismatchedKeyVerdicts;
}

/** What the door needs of a rule's context. */
type FileContext = Pick<Readonly<TSESLint.RuleContext<string, readonly unknown[]>>, "sourceCode" | "filename" | "cwd" | "settings">;

const analyses = new WeakMap<object, WeakMap<Catalogue, FileAnalysis>>();

/** The analyses of the file that a rule runs on, under the settings of that run. Throws once where the settings are broken. */
export function analyzeFile(context: FileContext): FileAnalysis {
  const catalogue = catalogueUnder(context.settings.leakproof);
  const ofFile = analyses.get(context.sourceCode.ast) ?? new WeakMap<Catalogue, FileAnalysis>();
  analyses.set(context.sourceCode.ast, ofFile);
  const analysis = ofFile.get(catalogue) ?? buildAnalysis(context, catalogue);
  ofFile.set(catalogue, analysis);
  return analysis;
}

function buildAnalysis({ sourceCode, filename, cwd }: FileContext, catalogue: Catalogue): FileAnalysis {
  const facts = buildFileFacts(sourceCode, typesOf(sourceCode), { filename, directory: cwd }, catalogue);
  const graphs = lazy(() => buildGraphs(facts));
  const ownership = lazy(() => judgeResources(facts, graphs()));
  return {
    facts,
    ownership,
    fields: lazy(() => judgeFields(facts)),
    mismatches: lazy(() => judgeMismatches(facts)),
    usingCandidates: lazy(() => collectUsingCandidates(facts, () => ownership().partlyReleased)),
    collections: lazy(() => judgeCollections(facts, (owner) => graphs().graphOf(owner))),
    unstableKeys: lazy(() => judgeUnstableKeys(facts)),
    mismatchedKeys: lazy(() => judgeMismatchedKeys(facts)),
  };
}
