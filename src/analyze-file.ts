/** The door to the engine: every analysis of a file, computed when a rule first asks for it, and once whichever rule that is. */
import type { TSESLint } from "@typescript-eslint/utils";

import { judgeCollections, type CollectionVerdicts } from "./collections/judge-collections.ts";
import { catalogue } from "./catalogue/catalogue.ts";
import { buildFileFacts, type FileFacts } from "./facts/file-facts.ts";
import { collectMismatchedKeys } from "./keys/mismatched-keys.ts";
import { collectUnstableKeys } from "./keys/unstable-keys.ts";
import type { MismatchedKey, UnstableKey } from "./keys/verdicts.ts";
import type { FieldVerdict } from "./ownership/fields/field-finding.ts";
import { judgeFields } from "./ownership/fields/field-verdicts.ts";
import { buildGraphs } from "./ownership/paths/graphs.ts";
import { collectMismatches, type Mismatch } from "./ownership/mismatches/mismatches.ts";
import { collectUsingCandidates, type UsingCandidate } from "./ownership/using-candidates.ts";
import { judgeResources, type OwnershipVerdicts } from "./ownership/verdicts.ts";
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
  mismatches(): readonly Mismatch[];
  /** The releases by hand that a declaration can take over. */
  usingCandidates(): readonly UsingCandidate[];
  /** The collections that grow without end, and those whose entries some way out misses. */
  collections(): CollectionVerdicts;
  /** The keys that change, are shared or are new each time. */
  unstableKeys(): readonly UnstableKey[];
  /** The look-ups and deletes under keys that no insert used. */
  mismatchedKeys(): readonly MismatchedKey[];
}

/** What the door needs of a rule's context. */
type FileContext = Pick<Readonly<TSESLint.RuleContext<string, readonly unknown[]>>, "sourceCode" | "filename" | "cwd">;

const analyses = new WeakMap<object, FileAnalysis>();

/** The analyses of the file that a rule runs on. */
export function analyzeFile(context: FileContext): FileAnalysis {
  const known = analyses.get(context.sourceCode.ast);
  if (known !== undefined) return known;
  const analysis = buildAnalysis(context);
  analyses.set(context.sourceCode.ast, analysis);
  return analysis;
}

function buildAnalysis({ sourceCode, filename, cwd }: FileContext): FileAnalysis {
  const facts = buildFileFacts(sourceCode, typesOf(sourceCode), { filename, directory: cwd });
  const graphs = lazy(() => buildGraphs(facts));
  const ownership = lazy(() => judgeResources(facts, catalogue(), graphs()));
  return {
    facts,
    ownership,
    fields: lazy(() => judgeFields(facts, catalogue())),
    mismatches: lazy(() => collectMismatches(facts, catalogue())),
    usingCandidates: lazy(() => collectUsingCandidates(facts, catalogue(), () => ownership().partlyReleased)),
    collections: lazy(() => judgeCollections(facts, (owner) => graphs().graphOf(owner))),
    unstableKeys: lazy(() => collectUnstableKeys(facts)),
    mismatchedKeys: lazy(() => collectMismatchedKeys(facts)),
  };
}
