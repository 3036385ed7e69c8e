/** Entries whose end is handed out, and only marks them: `return () => { probe.open = false; }`, while the list keeps the probe. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import { initializerOf, type Variable } from "../facts/variables.ts";
import type { KeptCollection } from "../subjects/collection/kept-collections.ts";
import type { Operation } from "../subjects/collection/operations.ts";
import { enclosingFunction, isNothing, isWithin, memberName, unwrap, type FunctionNode } from "../syntax/tree.ts";
import { isPuttingIn, removalsIn, stayingEntry, type StayingEntry } from "./staying-entry.ts";

export interface MarkedEntry extends StayingEntry {
  /** The member of the entry that the end writes. */
  readonly mark: string;
  /** The function that is handed out to end it. */
  readonly ending: FunctionNode;
}

/** Collects the entries of a collection that nothing is taken out of, each with what marks it. */
export function collectMarked(file: FileFacts, kept: KeptCollection): MarkedEntry[] {
  return removalsIn(kept.operations).length > 0 ? [] : kept.operations.flatMap((insert) => markedBy(file, kept, insert));
}

function markedBy(file: FileFacts, kept: KeptCollection, insert: Operation): MarkedEntry[] {
  const value = isPuttingIn(insert) && insert.value !== undefined ? unwrap(insert.value) : undefined;
  const host = enclosingFunction(insert.node);
  const variable = value?.type === "Identifier" ? file.variables.variableOf(value) : undefined;
  const made = variable === undefined ? undefined : initializerOf(variable);
  if (host === undefined || variable === undefined || made === undefined || !["ObjectExpression", "NewExpression"].includes(unwrap(made).type)) return [];
  for (const ending of handedOutBy(file, host)) {
    const mark = findMark(file, variable, ending);
    if (mark !== undefined) return [{ ...stayingEntry(kept, insert, { kind: "read", node: mark, key: undefined, value: undefined, isForeign: false }), mark: memberName(mark.left as TSESTree.MemberExpression) as string, ending }];
  }
  return [];
}

/** The functions that a function returns, alone or as the members of an object. */
function handedOutBy(file: FileFacts, host: FunctionNode): readonly FunctionNode[] {
  return file.functions.returnedBy(host).flatMap((returned) => {
    const node = unwrap(returned);
    const values = node.type === "ObjectExpression" ? node.properties.flatMap((property) => (property.type === "Property" ? [property.value] : [])) : [node];
    return values.flatMap((value) => file.functions.functionValueOf(value) ?? []).filter((one) => isWithin(one, host));
  });
}

/** `probe.open = false`, `probe.hear = null`. */
function findMark(file: FileFacts, variable: Variable, ending: FunctionNode): TSESTree.AssignmentExpression | undefined {
  return file.nodes.assignments.find(({ left, right, operator, range }) => {
    if (operator !== "=" || left.type !== "MemberExpression" || range[0] < ending.range[0] || range[1] > ending.range[1]) return false;
    const value = unwrap(right);
    const isMark = isNothing(value) || (value.type === "Literal" && typeof value.value === "boolean");
    return isMark && memberName(left) !== undefined && file.variables.variableOf(unwrap(left.object)) === variable;
  });
}
