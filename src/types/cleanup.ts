/** Whether a value is there to end something: a disposable, a subscription, or a function that takes off what was put on. */
import type ts from "typescript";

import { agreed, collectMembers, kindOf } from "./type-members.ts";
import type { CleanupAnswer } from "./type-questions.ts";

const METHODS = ["dispose", "unsubscribe"] as const;
const REMOVER_RESULTS = new Set(["void", "undefined", "boolean"]);

/** Answers how every value of the type ends something; `none` for types that end nothing, undefined where the type does not say. */
export function findCleanup(type: ts.Type, checker: ts.TypeChecker): CleanupAnswer | undefined {
  const members = collectMembers(type, checker);
  return members.length === 0 ? "none" : agreed(members.map((member) => findOwnCleanup(member, checker)));
}

function findOwnCleanup(type: ts.Type, checker: ts.TypeChecker): CleanupAnswer | undefined {
  const kind = kindOf(type, checker);
  if (kind === "unknown") return undefined;
  if (kind !== "object") return "none";
  return METHODS.find((name) => checker.getPropertyOfType(type, name) !== undefined) ?? (isRemover(type, checker) ? "call" : "none");
}

/** A function that takes nothing and gives at most whether there was something to remove. */
function isRemover(type: ts.Type, checker: ts.TypeChecker): boolean {
  const signatures = type.getCallSignatures();
  const [signature] = signatures;
  if (signature === undefined || signatures.length !== 1 || signature.parameters.length > 0) return false;
  return REMOVER_RESULTS.has(checker.typeToString(signature.getReturnType()));
}
