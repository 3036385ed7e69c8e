import type { TSESTree } from "@typescript-eslint/utils";

import type { AnsweredEntry } from "../../candidates/answered-entry.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { initializerOf } from "../../facts/variables.ts";
import { isEntryOf } from "../../subjects/entry/entry-values.ts";
import { executorAround, keepsSettler } from "../../subjects/settler/kept-settlers.ts";
import { calleeName, enclosingFunction, isFunction, memberName, unwrap, type CallNode } from "../../syntax/tree.ts";
import { shownAt, type Evidence } from "../evidence.ts";

export const waitsForAnswer: Evidence<AnsweredEntry, "yes" | "no"> = {
  id: "unmeant/waits-for-answer",
  asks: "Does the entry settle a promise or hold a callback of whoever asks, and does the code that removes it settle or call it with what it was given?",
  levels: {
    yes: ["a promise or a callback waits for it, and its removal answers that", "leak"],
    no: ["nothing shows that anybody waits for it", "open"],
  },
  ask(file, { insert, end, kept: { collection } }) {
    const { value, node } = insert;
    const host = enclosingFunction(end.node);
    if (value === undefined || host === undefined) return shownAt(undefined);
    const calls = file.calls.directlyIn(host);
    if (keepsSettler(file, value, executorAround(node))) return shownAt(calls.find((call) => isEntryOf(file, calledThing(call), collection)));
    // Of what is no settler only a call of itself, or of the member that holds it, shows that somebody waits to be called.
    return shownAt(calls.find((call) => isCallback(file, value, memberCalled(call)) && isEntryOf(file, calledThing(call), collection)));
  },
};

/** Whether what is kept, or what its member so named holds, is a callback that the inserting function was given, or a function that calls it. */
function isCallback(file: FileFacts, value: TSESTree.Node, member: string | undefined): boolean {
  const whole = unwrap(value);
  const variable = whole.type === "Identifier" ? file.variables.variableOf(whole) : undefined;
  const made = variable === undefined ? whole : unwrap(initializerOf(variable) ?? whole);
  if (member === undefined) return isGiven(file, made);
  const property = made.type === "ObjectExpression" ? made.properties.find((one) => one.type === "Property" && memberName(one) === member) : undefined;
  return property?.type === "Property" && isGiven(file, unwrap(property.value));
}

function isGiven(file: FileFacts, node: TSESTree.Node): boolean {
  const isParameter = (part: TSESTree.Node): boolean => part.type === "Identifier" && file.variables.variableOf(part)?.defs[0]?.type === "Parameter";
  if (!isFunction(node)) return isParameter(node);
  return file.calls.directlyIn(node).some((call) => isParameter(unwrap(call.callee)));
}

/** `reply` of `map.get(id).reply(answer)`; undefined where the entry itself is called. */
function memberCalled(call: CallNode): string | undefined {
  const callee = unwrap(call.callee);
  return callee.type === "MemberExpression" ? memberName(callee) : undefined;
}

/** `map.get(id)` of `map.get(id)?.(answer)` and of `map.get(id)?.resolve(answer)`. */
function calledThing(call: CallNode): TSESTree.Node {
  const callee = unwrap(call.callee);
  const isOfEntry = callee.type === "MemberExpression" && calleeName(call) !== "get" && calleeName(call) !== "delete" && calleeName(call) !== "has";
  return isOfEntry ? unwrap(callee.object) : callee.type === "MemberExpression" ? call.callee : callee;
}
