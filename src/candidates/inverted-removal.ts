/** Lists that are exchanged for those of their elements that are the one which is given: `list = list.filter((one) => one === gone)` keeps it, and drops the rest. */
import type { TSESTree } from "@typescript-eslint/utils";

import { isIdName } from "../catalogue/words/key-names.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import type { Variable } from "../facts/variables.ts";
import type { KeptCollection } from "../subjects/collection/kept-collections.ts";
import { isEntryOf } from "../subjects/entry/entry-values.ts";
import { enclosingFunction, isFunction, isWithin, memberName, receiverOf, unwrap, wrapped, type FunctionNode } from "../syntax/tree.ts";
import { isPuttingIn, stayingEntry, type StayingEntry } from "./staying-entry.ts";

export interface InvertedRemoval extends StayingEntry {
  /** What the filter is given, and keeps. */
  readonly given: Variable;
  /** The function that filters. */
  readonly around: FunctionNode;
}

/** Collects the filters of a list, or of a list in it, that take the place of what they filter and keep what they are given alone. */
export function collectInverted(file: FileFacts, kept: KeptCollection): InvertedRemoval[] {
  const inserts = kept.operations.filter((operation) => isPuttingIn(operation) || operation.kind === "element-insert");
  if (inserts.length === 0) return [];
  return file.calls.named("filter").flatMap((call) => {
    const around = enclosingFunction(call);
    const given = call.type === "CallExpression" && around !== undefined ? keptAlone(file, call) : undefined;
    if (given === undefined || around === undefined || call.type !== "CallExpression" || !replacesItself(file, call, kept)) return [];
    const others = inserts.filter(({ node, value }) => enclosingFunction(node) !== around && (value === undefined || !isWithin(call, value)));
    return others.map((insert) => ({ ...stayingEntry(kept, insert, { kind: "remove", node: call, key: undefined, value: undefined, isForeign: false }), given, around }));
  });
}

/** The variable from outside that an element has to equal to be kept: `other === player`, `other.id === player.id`, `other.id === id`. */
function keptAlone(file: FileFacts, call: TSESTree.CallExpression): Variable | undefined {
  const [test] = call.arguments;
  if (!isFunction(test)) return undefined;
  const [element] = test.params;
  const returned = file.functions.returnedBy(test);
  const comparison = returned[0] === undefined ? undefined : unwrap(returned[0]);
  if (element?.type !== "Identifier" || returned.length !== 1 || comparison?.type !== "BinaryExpression" || !/^===?$/.test(comparison.operator)) return undefined;
  const [left, right] = [comparedPart(file, comparison.left), comparedPart(file, comparison.right)];
  const own = file.variables.variableOf(element);
  if (left === undefined || right === undefined) return undefined;
  const [mine, other] = left.variable === own ? [left, right] : [right, left];
  if (mine.variable !== own || other.variable === own || other.variable.scope.block === test) return undefined;
  return mine.member === other.member || (other.member === undefined && isIdName(mine.member ?? "")) ? other.variable : undefined;
}

interface Part {
  readonly variable: Variable;
  readonly member: string | undefined;
}

/** `player`, and `player.id`. */
function comparedPart(file: FileFacts, expression: TSESTree.Node): Part | undefined {
  const node = unwrap(expression);
  const whole = node.type === "MemberExpression" ? unwrap(node.object) : node;
  const variable = whole.type === "Identifier" ? file.variables.variableOf(whole) : undefined;
  const member = node.type === "MemberExpression" ? memberName(node) : undefined;
  return variable === undefined || (node.type === "MemberExpression" && member === undefined) ? undefined : { variable, member };
}

/** `this.players = this.players.filter(…)`, `const left = lists.get(key).filter(…); lists.set(key, left)`. */
function replacesItself(file: FileFacts, call: TSESTree.CallExpression, { collection, operations }: KeptCollection): boolean {
  const list = receiverOf(call);
  if (list === undefined) return false;
  if (collection.reductions.some(({ value }) => value !== undefined && unwrap(value) === call)) return file.places.placeOf(list)?.key === collection.place.key;
  if ((collection.kind !== "map" && collection.kind !== "record") || !isEntryOf(file, list, collection)) return false;
  const { parent } = wrapped(call);
  const name = parent?.type === "VariableDeclarator" ? file.variables.variableOf(parent.id) : undefined;
  return operations.some(({ kind, value }) => {
    const put = kind === "insert" && value !== undefined ? unwrap(value) : undefined;
    return put === call || (put?.type === "Identifier" && name !== undefined && file.variables.variableOf(put) === name);
  });
}
