/** The door to the engine: every analysis of a file, computed when a rule first asks for it, and once whichever rule that is. */
import type { TSESLint } from "@typescript-eslint/utils";

import { judgeCollections, type CollectionVerdicts } from "./bench/judge-collections.ts";
import type { Catalogue } from "./catalogue/lookup.ts";
import { catalogueUnder } from "./catalogue/settings.ts";
import { buildFileFacts, noProject, type FileFacts, type ProjectQuestions } from "./facts/file-facts.ts";
import { judgeMismatchedKeys, type MismatchedKeyVerdicts } from "./bench/judge-keys.ts";
import { judgeMismatches, type MismatchVerdicts } from "./bench/judge-mismatches.ts";
import { judgeUnstableKeys, type UnstableKeyVerdicts } from "./bench/judge-unstable-keys.ts";
import { judgeFields, type FieldVerdicts } from "./bench/judge-fields.ts";
import { buildGraphs } from "./subjects/way/graphs.ts";
import { buildExplainer } from "./bench/explain.ts";
import { handOver, isHostOf, type Explainer } from "./bench/explanation.ts";
import { judgeResources, type OwnershipVerdicts } from "./bench/judge-resources.ts";
import { judgeUsing, type UsingVerdicts } from "./bench/judge-using.ts";
import { collectLeftOpen, type OpenCandidate } from "./bench/open-candidates.ts";
import type { HeardCandidate } from "./bench/reason.ts";
import { ruleOf } from "./bench/reasons.ts";
import { isAsSureAs, type Confidence } from "./facts/confidence.ts";
import { wantConfidence, wantedConfidence } from "./facts/wanted-confidence.ts";
import { projectUnder } from "./project/project-settings.ts";
import { buildProjectView } from "./project/project-view.ts";
import type { ProjectParser } from "./project/source-reader.ts";
import { lazy } from "./syntax/lazy.ts";
import { typesOf } from "./types/types-of.ts";

/** What the rules can ask about a file. */
export interface FileAnalysis {
  readonly facts: FileFacts;
  /** What is acquired and not released. */
  ownership(): OwnershipVerdicts;
  /** The fields that keep a resource longer than their owner lives. */
  fields(): FieldVerdicts;
  /** The releases that cannot match what was acquired. */
  mismatches(): MismatchVerdicts;
  /** The releases by hand that a declaration can take over. */
  releasesByHand(): UsingVerdicts;
  /** The collections that grow without end, and those whose entries some way out misses. */
  collections(): CollectionVerdicts;
  /** The keys that change, are shared or are new each time. */
  unstableKeys(): UnstableKeyVerdicts;
  /** The look-ups and deletes under keys that no insert used. */
  mismatchedKeys(): MismatchedKeyVerdicts;
  /** What is possible only, of the candidates of a rule. */
  leftOpen(rule: string): readonly OpenCandidate[];
  /** Every candidate of the file that came before the bench, the silent ones among them. */
  heard(): readonly HeardCandidate[];
  /** Explains the candidates to hosts that show more than reports. */
  readonly explainer: Explainer;
}

/** What the door needs of a rule's context. */
type FileContext = Pick<Readonly<TSESLint.RuleContext<string, readonly unknown[]>>, "sourceCode" | "filename" | "cwd" | "settings"> & { readonly languageOptions?: { readonly parser?: ProjectParser | undefined } | undefined };

interface KnownAnalysis {
  readonly analysis: FileAnalysis;
  /** What it was made for: of less, it asked no other file. */
  readonly wanted: Confidence;
}

const analyses = new WeakMap<object, WeakMap<Catalogue, KnownAnalysis>>();

/** The analyses of the file that a rule runs on, under the settings of that run. Throws once where the settings are broken. */
export function analyzeFile(context: FileContext): FileAnalysis {
  const catalogue = catalogueUnder(context.settings.leakproof);
  const ofFile = analyses.get(context.sourceCode.ast) ?? new WeakMap<Catalogue, KnownAnalysis>();
  analyses.set(context.sourceCode.ast, ofFile);
  if (isHostOf(context)) wantConfidence(context.sourceCode, "possible");
  const wanted = wantedConfidence(context.sourceCode);
  const last = ofFile.get(catalogue);
  const known = last !== undefined && isAsSureAs(wanted, last.wanted) ? last : { analysis: buildAnalysis(context, catalogue), wanted };
  ofFile.set(catalogue, known);
  handOver(context, known.analysis.explainer);
  return known.analysis;
}

function buildAnalysis({ sourceCode, filename, cwd, settings, languageOptions }: FileContext, catalogue: Catalogue): FileAnalysis {
  const place = projectUnder(settings.leakproof, cwd);
  const isOwnRoot = place?.root === cwd.replaceAll("\\", "/").replace(/\/$/, "");
  // Modules are named from the root of the project, where that is another folder than the linter's.
  const own = lazy((): FileFacts => (isOwnRoot || place === undefined ? facts : buildFileFacts(sourceCode, facts.types, { filename, directory: place.root }, catalogue, project)));
  const project: ProjectQuestions = place === undefined ? noProject : buildProjectView({ ...place, filename, parser: languageOptions?.parser, catalogue, settings }, own);
  const facts: FileFacts = buildFileFacts(sourceCode, typesOf(sourceCode), { filename, directory: cwd }, catalogue, project);
  const graphs = lazy(() => buildGraphs(facts));
  const ownership = lazy(() => judgeResources(facts, graphs()));
  const fields = lazy(() => judgeFields(facts));
  const mismatches = lazy(() => judgeMismatches(facts));
  const releasesByHand = lazy(() => judgeUsing(facts, () => ownership().partlyReleased));
  const collections = lazy(() => judgeCollections(facts, (owner) => graphs().graphOf(owner)));
  const unstableKeys = lazy(() => judgeUnstableKeys(facts));
  const mismatchedKeys = lazy(() => judgeMismatchedKeys(facts));
  const heard = lazy(() => [ownership, fields, mismatches, releasesByHand, collections, unstableKeys, mismatchedKeys].flatMap((verdicts) => verdicts().heard));
  const allLeftOpen = lazy(() => collectLeftOpen(heard()));
  const leftOpen = (rule: string): readonly OpenCandidate[] => allLeftOpen().filter(({ reason }) => ruleOf(reason) === rule);
  return { facts, ownership, fields, mismatches, releasesByHand, collections, unstableKeys, mismatchedKeys, heard, leftOpen, explainer: buildExplainer(facts, heard) };
}
