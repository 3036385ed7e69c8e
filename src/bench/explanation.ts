/**
 * What the bench has to say of a file, as plain data: texts, numbers and places, no syntax tree. A host that shows verdicts
 * (the command's `explain`, its SARIF, JSON and page) asks for them in the context that it gives to the rules:
 *
 *     rule.create(Object.create(context, askForExplainer((explainer) => ...)));
 *
 * It travels under a symbol, so that a host which does not ask for it neither sees nor pays for it.
 */
import type { Basis, Leaning, Question } from "../evidence/evidence.ts";
import type { Confidence } from "../facts/confidence.ts";
import type { FileKind } from "../facts/file-kind.ts";

/** A place of the source. Lines and columns count from 1, as in ESLint's messages. */
export interface ExplainedPlace {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The answer to one thing that was asked of a candidate. */
export interface ExplainedAnswer {
  readonly id: string;
  /** Proofs stand beside the seven questions: each decides alone. */
  readonly question: Question | "proof";
  readonly asks: string;
  /** A level of the evidence, or `unknown`. */
  readonly level: string;
  /** What that level says, as a sentence without its full stop; absent where nothing is known, or where a proof does not hold. */
  readonly says?: string;
  readonly leans: Leaning;
  readonly basis: Basis;
  readonly place?: ExplainedPlace;
  /** The place of another file that shows it, as `src/main.ts:12`. */
  readonly where?: string;
}

/** A field or variable that a candidate names. */
export interface NamedPlace {
  readonly kind: "field" | "static" | "variable" | "global";
  /** The class or the variable; empty for a class without a name of its own. */
  readonly name: string;
  /** Members from there on. */
  readonly path: readonly string[];
  /** The lines of the class, or those that see the variable. */
  readonly line: number;
  readonly endLine: number;
}

export interface CandidateExplanation {
  /** The id of its reason. */
  readonly reason: string;
  /** What it is: "listener". */
  readonly noun: string;
  /** The rule that reports it, without the namespace. */
  readonly rule: string;
  readonly place: ExplainedPlace;
  /** The lines of its statement. */
  readonly statement: { readonly line: number; readonly endLine: number };
  /** Its source on one line, cut where it is long. */
  readonly source: string;
  readonly verdict: Confidence | "possible" | "silent";
  /** The ids of the answers that silenced it, or that the report rests on. */
  readonly decidedBy: readonly string[];
  /** The question that nothing answers with "leak", where it is silent for that. */
  readonly lacks?: Question;
  /** Proofs first, then by question. */
  readonly answers: readonly ExplainedAnswer[];
}

export interface FileExplanation {
  readonly kind: FileKind;
  /** In the order of the source. */
  readonly candidates: readonly CandidateExplanation[];
}

/** Explains a file to a host; nothing is asked before the host asks. */
export interface Explainer {
  /** Every candidate of the file. */
  explainFile(): FileExplanation;
  /** The fields and variables that a candidate names, without what the functions in it name. */
  namedPlaces(candidate: CandidateExplanation): readonly NamedPlace[];
  /** What a rule reports at a node of the syntax tree; undefined where its report has no candidate. */
  explainReport(rule: string, node: object): CandidateExplanation | undefined;
}

// The engine is one bundled file: the command has a copy of this module of its own, and finds the same symbol by its name.
const EXPLAINER = Symbol.for("leakproof/explainer");

/** The property with which a host asks, for a context that it builds. `take` is called as often as a rule asks the engine, with the same explainer for the same tree. */
export function askForExplainer(take: (explainer: Explainer) => void): PropertyDescriptorMap {
  return { [EXPLAINER]: { value: take } };
}

/** Whether the host of a context asks for the explainer. */
export function isHostOf(context: object): boolean {
  return EXPLAINER in context;
}

/** Gives the explainer to the host of a context, if it asks. */
export function handOver(context: object, explainer: Explainer): void {
  (context as { readonly [EXPLAINER]?: (explainer: Explainer) => void })[EXPLAINER]?.(explainer);
}
