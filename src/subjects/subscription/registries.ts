/** Where code keeps what is to be ended with its owner: `this._register(x)`, `this.toDispose.push(x)`, `this.subscriptions.add(x)`. */
import type { TSESTree } from "@typescript-eslint/utils";

import { registeringNames, registryMethods, registryNames } from "../../catalogue/data/subscriptions.ts";
import { partialRegistries, registryClasses } from "../../catalogue/words/disposables.ts";
import { takingOff } from "../../catalogue/words/removing.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { calleeName, memberName, receiverOf, unwrap, wrapped, type CallNode } from "../../syntax/tree.ts";
import { teardownRankOf } from "../owner/teardown-names.ts";

/** Whether the call puts its arguments on a list of what is to be ended. */
export function isRegistration(call: CallNode): boolean {
  const name = calleeName(call);
  if (name === undefined || call.type === "NewExpression") return false;
  if (registeringNames.test(name)) return true;
  const receiver = receiverOf(call);
  return receiver !== undefined && registryMethods.test(name) && registryNames.test(nameOf(receiver) ?? "");
}

/** Whether the call puts something on the list that a whole object ends with, not on one for a part of its life (`toDisposeOnHide`) or by key. */
export function isLastingRegistration(call: CallNode): boolean {
  const receiver = receiverOf(call);
  if (!isRegistration(call) || receiver === undefined || calleeName(call) === "set") return false;
  return receiver.type === "ThisExpression" || !partialRegistries.test(nameOf(receiver) ?? "");
}

/** Whether a value is kept for its end at once: registered, or put into a field or a list. */
export function isKeptForItsEnd(value: TSESTree.Node): boolean {
  for (let at = wrapped(value); at.parent !== undefined; at = wrapped(at.parent)) {
    const { parent } = at;
    switch (parent.type) {
      case "ArrayExpression":
      case "SpreadElement":
      case "ConditionalExpression":
      case "LogicalExpression":
        continue;
      case "CallExpression":
        return parent.callee !== at && isRegistration(parent);
      case "NewExpression":
        return registryClasses.test(calleeName(parent) ?? "");
      case "AssignmentExpression":
        return parent.right === at && unwrap(parent.left).type === "MemberExpression";
      case "PropertyDefinition":
        return parent.value === at;
      default:
        return false;
    }
  }
  return false;
}

const ended = new WeakMap<FileFacts, ReadonlySet<string>>();

/** Whether the file ends what the place holds, registers it to be ended, or takes listeners off it by name. */
export function isEndedByFile(file: FileFacts, key: string): boolean {
  const places = ended.get(file) ?? collectEndedPlaces(file);
  ended.set(file, places);
  return places.has(key);
}

function collectEndedPlaces(file: FileFacts): ReadonlySet<string> {
  const places = new Set<string>();
  const add = (node: TSESTree.Node): void => {
    const value = unwrap(node);
    if (value.type === "ArrayExpression") for (const element of value.elements) if (element !== null) add(element);
    const key = value.type === "Identifier" || value.type === "MemberExpression" ? file.places.placeOf(value)?.key : undefined;
    if (key !== undefined) places.add(key);
  };
  for (const call of file.nodes.calls) {
    const receiver = receiverOf(call);
    const name = calleeName(call) ?? "";
    if (receiver !== undefined && (teardownRankOf(file, name) === "final" || (takingOff.test(name) && call.arguments.length < 2))) add(receiver);
    if (isRegistration(call)) for (const argument of call.arguments) add(argument);
  }
  return places;
}

function nameOf(node: TSESTree.Node): string | undefined {
  if (node.type === "Identifier") return node.name;
  return node.type === "MemberExpression" ? memberName(node) : undefined;
}
