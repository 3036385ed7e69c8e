/** Turns candidates that were heard into plain data for readers. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { Answer, Question } from "../evidence/evidence.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import { lazy } from "../syntax/lazy.ts";
import { bySource, isClass, isFunction } from "../syntax/tree.ts";
import type { CandidateExplanation, ExplainedAnswer, ExplainedPlace, Explainer } from "./explanation.ts";
import type { Asked } from "./hearing.ts";
import { collectNamedPlaces } from "./named-places.ts";
import { isLeftOpen } from "./open-candidates.ts";
import { answersOf, type HeardCandidate } from "./reason.ts";
import { ruleOf } from "./reasons.ts";

/** In the order in which a reader asks them. */
const QUESTIONS: readonly ExplainedAnswer["question"][] = ["proof", "real", "unreleased", "owned", "outlives", "repeats", "unmeant", "reachable"];

const LONGEST_SOURCE = 80;

/** Builds the explainer of a file. It asks for the candidates when it is asked itself. */
export function buildExplainer(file: FileFacts, hearAll: () => readonly HeardCandidate[]): Explainer {
  const known = new Map<HeardCandidate, CandidateExplanation>();
  const nodes = new Map<CandidateExplanation, TSESTree.Node>();
  const explainOnce = (heard: HeardCandidate): CandidateExplanation => {
    const explanation = known.get(heard) ?? explain(file, heard);
    known.set(heard, explanation);
    nodes.set(explanation, nodeOf(heard));
    return explanation;
  };
  const explainFile = lazy(() => ({ kind: file.kind, candidates: [...hearAll()].sort((one, other) => bySource(nodeOf(one), nodeOf(other))).map(explainOnce) }));
  return {
    explainFile,
    namedPlaces(candidate) {
      const node = nodes.get(candidate);
      return node === undefined ? [] : collectNamedPlaces(file, node);
    },
    explainReport(rule, node) {
      const reported = hearAll().find((heard) => nodeOf(heard) === node && (heard.confidence !== undefined || isLeftOpen(heard)) && ruleOf(heard.reason) === rule);
      return reported && explainOnce(reported);
    },
  };
}

function nodeOf({ hearing }: HeardCandidate): TSESTree.Node {
  return hearing.candidate.node;
}

function explain(file: FileFacts, heard: HeardCandidate): CandidateExplanation {
  const { reason, confidence, decidedBy, lacks } = heard;
  const node = nodeOf(heard);
  return {
    reason: reason.id,
    noun: reason.noun,
    rule: ruleOf(reason),
    place: placeOf(node),
    statement: linesOf(node),
    source: excerptOf(file, node),
    verdict: confidence ?? (isLeftOpen(heard) ? "possible" : "silent"),
    decidedBy: decidedBy.map(({ id }) => id),
    ...(lacks !== undefined && { lacks }),
    answers: [...answersOf(heard)].map(([asked, answer]) => explainAnswer(asked, answer)).sort((one, other) => QUESTIONS.indexOf(one.question) - QUESTIONS.indexOf(other.question)),
  };
}

function explainAnswer(asked: Asked, { level, basis, at, where }: Answer): ExplainedAnswer {
  const [says, leans] = sayingOf(asked, level);
  return {
    id: asked.id,
    question: questionOf(asked),
    asks: "find" in asked ? `Is it proved that ${asked.says}?` : asked.asks,
    level,
    ...(says !== undefined && { says }),
    leans,
    basis,
    ...(at !== undefined && { place: placeOf(at) }),
    ...(where !== undefined && { where }),
  };
}

/** What is not known speaks for neither side; nor does a proof, of which the formula alone knows whether it silences. */
function sayingOf(asked: Asked, level: string): readonly [says: string | undefined, leans: ExplainedAnswer["leans"]] {
  if ("find" in asked) return [level === "yes" ? asked.says : undefined, "open"];
  return (asked.levels as Readonly<Record<string, readonly [string, ExplainedAnswer["leans"]]>>)[level] ?? [undefined, "open"];
}

function questionOf(asked: Asked): ExplainedAnswer["question"] {
  return "find" in asked ? "proof" : (asked.id.split("/")[0] as Question);
}

function placeOf({ loc: { start, end } }: TSESTree.Node): ExplainedPlace {
  return { line: start.line, column: start.column + 1, endLine: end.line, endColumn: end.column + 1 };
}

/** What has statements in it: the lines of what stands in its head end before them. */
const HOLDS_STATEMENTS = /^(?:Program|ClassBody|StaticBlock|TSModuleBlock|SwitchCase|CatchClause|(?:Block|If|For|ForIn|ForOf|While|DoWhile|Switch|Try|With|Labeled)Statement)$/;

/** The lines of the statement around a node, as far as they are of the same function. */
function linesOf(node: TSESTree.Node): CandidateExplanation["statement"] {
  let at = node;
  while (at.parent != null && !isFunction(at.parent) && !isClass(at.parent) && !HOLDS_STATEMENTS.test(at.parent.type)) at = at.parent;
  return { line: at.loc.start.line, endLine: at.loc.end.line };
}

function excerptOf(file: FileFacts, node: TSESTree.Node): string {
  const [start, end] = node.range;
  // A class may be long: what will be cut is not looked at.
  const text = file.sourceCode.text.slice(start, Math.min(end, start + 10 * LONGEST_SOURCE)).replace(/\s+/g, " ");
  return text.length <= LONGEST_SOURCE ? text : `${text.slice(0, LONGEST_SOURCE - 1)}…`;
}
