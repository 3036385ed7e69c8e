/** The type questions, answered by the checker. */
import type { TSESTree } from "@typescript-eslint/utils";
import type ts from "typescript";

import { findAncestry, findOrigin } from "./ancestry.ts";
import { findAuthorTags } from "./author-tags.ts";
import { findCleanup } from "./cleanup.ts";
import { findDisposal, hasProperty } from "./properties.ts";
import { findText } from "./text.ts";
import { agreed, collectMembers, isFiniteMember, kindOf } from "./type-members.ts";
import type { TypeQuestions } from "./type-questions.ts";
import type { TypedProgram } from "./typed-program.ts";

/** Builds the questions of one file. Each is asked of the checker once per node and type, and answers undefined where the checker fails. */
export function buildCheckedTypes(typed: TypedProgram): TypeQuestions {
  const { checker } = typed;
  const question = <Answer>(answer: (type: ts.Type) => Answer | undefined) => buildQuestion(typed, answer);
  const members = new Map<string, (node: TSESTree.Node) => boolean | undefined>();
  return {
    available: true,
    originOf: question((type) => findOrigin(type, typed)),
    ancestryOf: question((type) => findAncestry(type, typed)),
    disposalOf: question((type) => findDisposal(type, checker)),
    cleanupOf: question((type) => findCleanup(type, checker)),
    hasMember(node, name) {
      const ask = members.get(name) ?? question((type) => hasProperty(type, name, checker));
      members.set(name, ask);
      return ask(node);
    },
    isPrimitive: question((type) => isPrimitiveType(type, checker)),
    isFiniteDomain: question((type) => isFiniteType(type, checker)),
    textOf: question((type) => findText(type, typed)),
    authorTagsOf: buildNodeQuestion(typed, (node) => findAuthorTags(node, typed)),
  };
}

function buildQuestion<Answer>(typed: TypedProgram, answer: (type: ts.Type) => Answer | undefined): (node: TSESTree.Node) => Answer | undefined {
  const answerOnce = memoize(answer);
  return buildNodeQuestion(typed, (node) => answerOnce(typed.checker.getTypeAtLocation(node)));
}

function buildNodeQuestion<Answer>(typed: TypedProgram, answer: (node: ts.Node) => Answer | undefined): (node: TSESTree.Node) => Answer | undefined {
  return memoize((node: TSESTree.Node) => {
    try {
      const located = typed.nodeOf(node);
      return located === undefined ? undefined : answer(located);
    } catch {
      // Checkers fail on half-written code, and some lack members that others have. Then nothing is known.
      return undefined;
    }
  });
}

function memoize<Subject extends object, Answer>(answer: (subject: Subject) => Answer): (subject: Subject) => Answer {
  const known = new WeakMap<Subject, { readonly answer: Answer }>();
  return (subject) => {
    const entry = known.get(subject) ?? { answer: answer(subject) };
    known.set(subject, entry);
    return entry.answer;
  };
}

/** Whether all values are primitives; undefined where some are and some are not. */
function isPrimitiveType(type: ts.Type, checker: ts.TypeChecker): boolean | undefined {
  const kinds = collectMembers(type, checker).map((member) => kindOf(member, checker));
  return kinds.length === 0 ? true : agreed(kinds.map((kind) => (kind === "unknown" ? undefined : kind === "primitive")));
}

function isFiniteType(type: ts.Type, checker: ts.TypeChecker): boolean | undefined {
  const answers = collectMembers(type, checker).map((member) => isFiniteMember(member, checker));
  if (answers.includes(undefined)) return undefined;
  return !answers.includes(false);
}
