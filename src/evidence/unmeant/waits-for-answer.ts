import type { TSESTree } from "@typescript-eslint/utils";

import type { AnsweredEntry } from "../../candidates/answered-entry.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { isEntryOf } from "../../subjects/entry/entry-values.ts";
import { calleeName, enclosingFunction, findWithin, unwrap, type CallNode } from "../../syntax/tree.ts";
import { shownAt, type Evidence } from "../evidence.ts";

export const waitsForAnswer: Evidence<AnsweredEntry, "yes" | "no"> = {
  id: "unmeant/waits-for-answer",
  asks: "Does the entry settle a promise or call who waits, and does the code that removes it settle it with what it was given?",
  levels: {
    yes: ["a promise or a callback waits for it, and its removal settles that", "leak"],
    no: ["nothing shows that anybody waits for it", "open"],
  },
  ask(file, { insert, end, kept: { collection } }) {
    const executor = executorAround(insert.node);
    const { value } = insert;
    const isSettler = (node: TSESTree.Node): boolean => node.type === "Identifier" && file.variables.variableOf(node)?.defs[0]?.node === executor;
    const isCallback = value !== undefined && isWantedByCaller(file, value, insert.node);
    const isKept = isCallback || executor !== undefined && value !== undefined && findWithin(value, file.visitorKeys, isSettler) !== undefined;
    const host = enclosingFunction(end.node);
    if (!isKept || host === undefined) return shownAt(undefined);
    return shownAt(file.calls.directlyIn(host).find((call) => isEntryOf(file, calledThing(call), collection)));
  },
};

/** Whether what is put in is a parameter of the function that puts it in: what its caller wants to be called. */
function isWantedByCaller(file: FileFacts, value: TSESTree.Node, insert: TSESTree.Node): boolean {
  const definition = file.variables.variableOf(unwrap(value))?.defs[0];
  return definition?.type === "Parameter" && definition.node === enclosingFunction(insert);
}

/** The function given to `new Promise` that a node stands in. */
function executorAround(node: TSESTree.Node): TSESTree.Node | undefined {
  const host = enclosingFunction(node);
  return host?.parent.type === "NewExpression" && calleeName(host.parent) === "Promise" && host.parent.arguments[0] === host ? host : undefined;
}

/** `map.get(id)` of `map.get(id)?.(answer)` and of `map.get(id)?.resolve(answer)`. */
function calledThing(call: CallNode): TSESTree.Node {
  const callee = unwrap(call.callee);
  const isOfEntry = callee.type === "MemberExpression" && calleeName(call) !== "get" && calleeName(call) !== "delete" && calleeName(call) !== "has";
  return isOfEntry ? unwrap(callee.object) : callee.type === "MemberExpression" ? call.callee : callee;
}
