/** Entries that one function puts in and another takes out, under a key that it is given. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import { declaratorOf, type Variable } from "../facts/variables.ts";
import type { KeptCollection } from "../subjects/collection/kept-collections.ts";
import { calleeName, enclosingFunction, isFunction, isWithin, unwrap, walk } from "../syntax/tree.ts";
import { isPuttingIn, stayingEntry, type StayingEntry } from "./staying-entry.ts";

export interface AnsweredEntry extends StayingEntry {
  /** The parameters that the key is made of. */
  readonly given: readonly Variable[];
}

const MAXIMUM_DEPTH = 3;

/** Collects the removals under a key that is given, each with an insert of another function. */
export function collectAnswered(file: FileFacts, kept: KeptCollection): AnsweredEntry[] {
  return kept.operations.flatMap((removal) => {
    const { kind, key, node } = removal;
    if (kind !== "remove" || key === undefined) return [];
    const given = new Set<Variable>();
    collectGiven(file, key, given, 0);
    const inserts = given.size === 0 ? [] : kept.operations.filter((operation) => isPuttingIn(operation) && enclosingFunction(operation.node) !== enclosingFunction(node));
    const insert = inserts.find((operation) => !kept.operations.some((other) => other.kind === "remove" && isTimedBeside(other.node, operation.node))) ?? inserts[0];
    return insert === undefined ? [] : [{ ...stayingEntry(kept, insert, removal), given: [...given] }];
  });
}

/** The parameters that an expression is made of, also by way of what the function reads of them first. */
function collectGiven(file: FileFacts, expression: TSESTree.Node, given: Set<Variable>, depth: number): void {
  walk(unwrap(expression), file.visitorKeys, (part) => {
    const variable = part.type === "Identifier" ? file.variables.variableOf(part) : undefined;
    if (variable?.defs[0]?.type === "Parameter") given.add(variable);
    const source = variable === undefined ? undefined : declaratorOf(variable)?.init;
    if (source != null && depth < MAXIMUM_DEPTH) collectGiven(file, source, given, depth + 1);
    return undefined;
  });
}

/** Whether a removal waits in a timer that is started wherever the insert is done, and not on another branch only. */
export function isTimedBeside(removal: TSESTree.Node, insert: TSESTree.Node): boolean {
  const timer = timerAround(removal);
  if (timer === undefined || enclosingFunction(timer) !== enclosingFunction(insert)) return false;
  for (let at: TSESTree.Node = timer; at.parent != null && !isFunction(at); at = at.parent) {
    if (at.parent.type === "IfStatement" && at.parent.test !== at && !isWithin(insert, at)) return false;
  }
  return true;
}

/** The call that waits before it runs the function around a node. */
export function timerAround(node: TSESTree.Node): TSESTree.CallExpression | undefined {
  const call = enclosingFunction(node)?.parent;
  return call?.type === "CallExpression" && calleeName(call) === "setTimeout" ? call : undefined;
}
