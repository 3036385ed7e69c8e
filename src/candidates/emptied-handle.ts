/** Fields that are emptied of a handle which the file elsewhere releases by them: what was not released before can then be released by nobody. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FieldUse } from "../subjects/handle/field-uses.ts";
import { enclosingFunction, isNothing, unwrap, type CallNode, type FunctionNode } from "../syntax/tree.ts";
import type { KeptField } from "./kept-field.ts";

export interface EmptiedHandle extends KeptField {
  readonly node: TSESTree.AssignmentExpression;
  /** The function that empties the field. */
  readonly host: FunctionNode;
  /** All that the file fills the field with. */
  readonly fillings: readonly CallNode[];
  /** All else that the file does with the field. */
  readonly otherUses: readonly FieldUse[];
}

/** Collects the places where a field is emptied that keeps a timer. Other things are reached by more than their handle: they tell, and are told, of their end. */
export function collectEmptiedHandles(fields: readonly KeptField[]): readonly EmptiedHandle[] {
  const seen = new Set<TSESTree.Node>();
  const timers = fields.filter(({ resource }) => resource.pair.id.startsWith("timers/"));
  return timers.flatMap((field): EmptiedHandle[] => {
    const uses = field.uses();
    if (!uses.some(({ kind }) => kind === "release")) return [];
    const fillings = timers.filter(({ place }) => place.key === field.place.key).map(({ resource }) => resource.acquisition);
    return uses.flatMap((use): EmptiedHandle[] => {
      const node = emptyingAt(use);
      const host = node === undefined ? undefined : enclosingFunction(node);
      if (node === undefined || host === undefined || seen.has(node)) return [];
      seen.add(node);
      return [{ ...field, node, host, fillings, otherUses: uses.filter((other) => other !== use) }];
    });
  });
}

/** Collects the places where a field is emptied of what is declared to have an end, and that nothing in the file ends by it; each told where it was filled. */
export function collectLostHandles(fields: readonly KeptField[]): readonly EmptiedHandle[] {
  const declared = fields.filter(({ shownBy }) => shownBy === "declared");
  return declared.flatMap((field): EmptiedHandle[] => {
    const uses = field.uses();
    if (uses.some(({ kind }) => kind === "release")) return [];
    const found = uses.flatMap((use) => {
      const emptying = emptyingAt(use);
      const host = emptying === undefined ? undefined : enclosingFunction(emptying);
      return emptying === undefined || host === undefined ? [] : [{ ...field, node: emptying, host, fillings: [], otherUses: uses.filter((other) => other !== use) }];
    });
    return found.slice(0, 1);
  });
}

/** `this.timer = null`, as an assignment of its own field and no other's. */
function emptyingAt({ kind, isExact, node }: FieldUse): TSESTree.AssignmentExpression | undefined {
  const { parent } = node;
  if (kind !== "write" || !isExact || parent?.type !== "AssignmentExpression" || parent.operator !== "=" || unwrap(parent.left) !== node) return undefined;
  return isNoHandle(parent.right) ? parent : undefined;
}

/** Whether a value is nothing, or stands for nothing: zero, false. */
export function isNoHandle(value: TSESTree.Node): boolean {
  const node = unwrap(value);
  return isNothing(node) || (node.type === "Literal" && (node.value === 0 || node.value === false)) || (node.type === "UnaryExpression" && node.operator === "void");
}
