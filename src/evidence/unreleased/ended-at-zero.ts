import type { TSESTree } from "@typescript-eslint/utils";

import type { KeptEntry } from "../../candidates/kept-entry.ts";
import { isReleaseName } from "../../catalogue/words/releases.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { isEntryOf } from "../../subjects/entry/entry-values.ts";
import { isSameKey } from "../../subjects/collection/same-key.ts";
import { guardsOf } from "../../syntax/guards.ts";
import { calleeName, enclosingFunction, findWithin, receiverOf, unwrap, type CallNode } from "../../syntax/tree.ts";
import { shownAt, type Evidence } from "../evidence.ts";

export const endedAtZero: Evidence<KeptEntry, "yes" | "no"> = {
  id: "unreleased/ended-at-zero",
  asks: "Is what was counted ended where the count has come down to zero, so that its key is of no more use?",
  levels: { yes: ["what was counted is ended when the count comes down to zero", "leak"], no: ["nothing ends what was counted", "open"] },
  ask(file, candidate) {
    const { key, node } = candidate.end;
    const host = enclosingFunction(node);
    if (key === undefined || host === undefined) return shownAt(undefined);
    const ends = file.calls.directlyIn(host).find((call) => (isReleaseName(calleeName(call)) || isTakenOutOfOther(file, call, candidate)) && namesKey(file, call, key) && guardsOf(call).some(({ test, holds }) => holds === isZero(file, candidate, test)));
    return shownAt(ends);
  },
};

/** `things.delete(key)`: what another collection has under the key goes. */
function isTakenOutOfOther(file: FileFacts, call: CallNode, { kept: { collection } }: KeptEntry): boolean {
  const receiver = calleeName(call) === "delete" ? receiverOf(call) : undefined;
  const place = receiver === undefined ? undefined : file.places.placeOf(receiver);
  return place !== undefined && place.key !== collection.place.key;
}

/** Whether the call is about the key: given it, or made on what another collection has under it. */
function namesKey(file: FileFacts, call: TSESTree.Node, key: TSESTree.Node): boolean {
  return findWithin(call, file.visitorKeys, (inner) => inner.type !== "CallExpression" && isSameKey(file, inner, key)) !== undefined;
}

/** How the test comes out when the count is zero: `left === 0`, `!left`, `left > 0`; undefined where it is about something else. */
function isZero(file: FileFacts, candidate: KeptEntry, test: TSESTree.Node): boolean | undefined {
  const node = unwrap(test);
  if (node.type === "UnaryExpression" && node.operator === "!") return opposite(isZero(file, candidate, node.argument));
  if (node.type !== "BinaryExpression") return isTheCount(file, candidate, node) ? false : undefined;
  const limit = node.right.type === "Literal" && isTheCount(file, candidate, node.left) ? node.right.value : undefined;
  if (limit === 0) return ["===", "==", "<="].includes(node.operator) ? true : ["!==", "!=", ">"].includes(node.operator) ? false : undefined;
  return limit === 1 ? (node.operator === "<" ? true : node.operator === ">=" ? false : undefined) : undefined;
}

function opposite(outcome: boolean | undefined): boolean | undefined {
  return outcome === undefined ? undefined : !outcome;
}

/** Whether an expression is the count: read from the collection, or what was just written there. */
function isTheCount(file: FileFacts, { end, kept: { collection } }: KeptEntry, expression: TSESTree.Node): boolean {
  const node = unwrap(expression);
  const written = end.value === undefined ? undefined : unwrap(end.value);
  if (node.type === "Identifier" && written?.type === "Identifier") return file.variables.variableOf(node) === file.variables.variableOf(written);
  return isEntryOf(file, node, collection);
}
