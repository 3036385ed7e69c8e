import type { TSESTree } from "@typescript-eslint/utils";

import type { InvertedRemoval } from "../../candidates/inverted-removal.ts";
import { isListeningName } from "../../catalogue/words/callbacks.ts";
import { endingFunctions, keepsOthers, removingFunctions } from "../../catalogue/words/ends-of-entries.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { methodOfObject } from "../../facts/object-owners.ts";
import { eventsHeardBy, isEndEvent } from "../../subjects/listener/heard-events.ts";
import { calleeName, enclosingFunction, findWithin, isWithin, unwrap, type CallNode, type FunctionNode } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

export const filterAtEnd: Evidence<InvertedRemoval, "end-heard" | "by-name"> = {
  id: "unreleased/filter-at-end",
  asks: "Does the filter run when what it keeps has ended?",
  levels: {
    "end-heard": ["the one element that it keeps is the one that has ended", "leak"],
    "by-name": ["by the name of its function the one element that it keeps is the one to be taken out", "leak"],
  },
  ask(file, candidate) {
    const heard = findEnd(file, candidate);
    if (heard !== undefined) return { level: "end-heard", basis: "shown", at: heard };
    const { around, given } = candidate;
    const name = file.functions.factOf(around).name ?? "";
    const isNamed = given.defs[0]?.node === around && namesEnd(name) && !keepsOthers.test(name);
    return { level: isNamed ? "by-name" : "unknown", basis: "named", at: around };
  },
};

/** The place where the end of what is put in is heard by the filter, or by a function that gives it to the one that filters. */
function findEnd(file: FileFacts, { insert, given, around }: InvertedRemoval): TSESTree.Node | undefined {
  const inserting = enclosingFunction(insert.node);
  if (inserting === undefined) return undefined;
  const isPutIn = (part: TSESTree.Node): boolean => {
    const node = unwrap(part);
    const whole = node.type === "MemberExpression" ? unwrap(node.object) : node;
    const variable = whole.type === "Identifier" ? file.variables.variableOf(whole) : undefined;
    const isThat = (other: TSESTree.Node): boolean => other.type === "Identifier" && file.variables.variableOf(other) === variable;
    return variable !== undefined && [insert.key, insert.value].some((one) => one !== undefined && findWithin(one, file.visitorKeys, isThat) !== undefined);
  };
  if (isWithin(around, inserting)) return given.identifiers.some(isPutIn) ? endHeardBy(file, around, "") : undefined;
  const index = around.params.findIndex((parameter) => given.identifiers.some((identifier) => identifier === parameter));
  const name = file.functions.factOf(around).name ?? "";
  for (const call of index === -1 ? [] : file.calls.named(name)) {
    const [argument, hearer] = [call.arguments[index], enclosingFunction(call)];
    if (argument === undefined || hearer === undefined || !isWithin(hearer, inserting) || !isPutIn(argument)) continue;
    if (isCallOf(file, call, around)) return endHeardBy(file, hearer, name);
  }
  return undefined;
}

function isCallOf(file: FileFacts, call: CallNode, called: FunctionNode): boolean {
  return (file.functions.calledFunction(call) ?? methodOfObject(file, call)) === called;
}

/** `socket.once("close", hearer)`, and `player.onGone(hearer)` for a function that ends something by its name. */
function endHeardBy(file: FileFacts, hearer: FunctionNode, name: string): TSESTree.Node | undefined {
  const heard = eventsHeardBy(file, hearer).find(isEndEvent);
  if (heard !== undefined) return heard.at;
  const { parent } = hearer;
  return parent.type === "CallExpression" && parent.callee !== hearer && isListeningName(calleeName(parent) ?? "") && namesEnd(name) ? parent : undefined;
}

function namesEnd(name: string): boolean {
  return endingFunctions.test(name) || removingFunctions.test(name);
}
