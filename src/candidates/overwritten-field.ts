/** Fields that get another value, or none, while what they held may still be to be released. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import type { Place } from "../facts/places.ts";
import { declaratorOf } from "../facts/variables.ts";
import { methodCallsOn } from "../subjects/handle/field-uses.ts";
import { lifeOf } from "../subjects/owner/lifecycle.ts";
import { enclosingFunction, isNothing, isWithin, receiverOf, unwrap, type CallNode, type FunctionNode } from "../syntax/tree.ts";
import type { Owned } from "./kept-field.ts";

export interface OverwrittenField extends Owned {
  readonly node: TSESTree.AssignmentExpression;
  readonly place: Place;
  /** The statements among which it happens, and the function they stand in. */
  readonly block: TSESTree.BlockStatement;
  readonly host: FunctionNode;
  /** The methods of the field that are called among them. */
  readonly calls: readonly CallNode[];
}

/** `this.scene = new Scene(); … this.scene.destroy();`: replaced in the run of statements that goes on to use the field. */
export function isReplacement({ node, block, host, calls }: OverwrittenField): boolean {
  return block.parent === host && calls.some((call) => call.range[0] > node.range[1] && enclosingFunction(call) === host);
}

/** `this.watcher.pause(); this.watcher = null;`: emptied after it was used. */
export function isSetAside({ node, calls }: OverwrittenField): boolean {
  return isEmptying(node.right) && calls.some((call) => call.range[1] <= node.range[0]);
}

/** Collects the fields that a function gives a new object, or nothing, as a statement of its own. */
export function collectOverwrittenFields(file: FileFacts): readonly OverwrittenField[] {
  return file.nodes.assignments.flatMap((node): OverwrittenField[] => {
    const block = node.parent.parent;
    const host = enclosingFunction(node);
    if (node.operator !== "=" || node.left.type !== "MemberExpression" || node.parent.type !== "ExpressionStatement" || block?.type !== "BlockStatement" || host === undefined) return [];
    if (unwrap(node.right).type !== "NewExpression" && !isEmptying(node.right)) return [];
    const place = file.places.writtenPlaceOf(node.left);
    if (place?.root.kind !== "instance" || place.path.length !== 1) return [];
    const calls = methodCallsOn(file, place).filter((call) => isWithin(call, block) && !isOnFormerValue(file, call, node));
    return [{ node, place, block, host, calls, life: () => lifeOf(file, place) }];
  });
}

/** `const { socket } = this; this.socket = null; socket.destroy();`: the variable took the value before the field got another. */
function isOnFormerValue(file: FileFacts, call: CallNode, write: TSESTree.AssignmentExpression): boolean {
  const receiver = receiverOf(call);
  const variable = receiver?.type === "Identifier" && call.range[0] > write.range[1] ? file.variables.variableOf(receiver) : undefined;
  const declared = variable === undefined ? undefined : declaratorOf(variable);
  return declared !== undefined && declared.range[1] <= write.range[0];
}

function isEmptying(value: TSESTree.Node): boolean {
  const node = unwrap(value);
  return isNothing(node) || (node.type === "UnaryExpression" && node.operator === "void");
}
