import type { TSESTree } from "@typescript-eslint/utils";

import type { GrowingCollection } from "../../candidates/growing-collection.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { Place } from "../../facts/places.ts";
import { functionOf, initializerOf } from "../../facts/variables.ts";
import { enclosingFunction, unwrap, type FunctionNode } from "../../syntax/tree.ts";
import { yesAt, type Evidence } from "../evidence.ts";

export const lifeInSight: Evidence<GrowingCollection, "yes"> = {
  id: "owned/life-in-sight",
  asks: "Does the file, which hangs it on a global object, itself show what becomes of an entry after it is put in?",
  levels: { yes: ["the file itself comes back to an entry under the key it was put in by, and leaves it", "leak"] },
  ask: (file, candidate) => yesAt(findReturn(file, candidate)),
};

/** `NS.end = function (call) { … NS.calls[call.id] … }`: the function for a later time in the life of what `NS.begin` has put in. */
function findReturn(file: FileFacts, { collection, insert, operations }: GrowingCollection): TSESTree.Node | undefined {
  const { key } = insert;
  if (key === undefined || !isShared(collection.place)) return undefined;
  const inserting = enclosingFunction(insert.node);
  const text = file.sourceCode.getText(unwrap(key));
  const found = operations.find(({ kind, node }) => {
    const around = enclosingFunction(node);
    const asked = kind === "read" ? keyAskedFor(node) : undefined;
    return asked !== undefined && around !== undefined && around !== inserting && file.functions.factOf(around).name !== undefined && (file.sourceCode.getText(asked) === text || isOfParameter(file, asked, around));
  });
  return found?.node;
}

/** What every script of a page shares: a global object, and `var NS = window.NS || {}`. */
function isShared({ root }: Place): boolean {
  if (root.kind !== "variable") return root.kind === "global";
  const init = initializerOf(root.variable);
  const value = init?.type === "AssignmentExpression" ? init.right : init;
  return functionOf(root.variable) === undefined && value?.type === "LogicalExpression" && value.operator !== "&&";
}

/** `NS.end = function (id) { … NS.calls[id] … }`. */
function isOfParameter(file: FileFacts, asked: TSESTree.Node, around: FunctionNode): boolean {
  const root = asked.type === "MemberExpression" ? unwrap(asked.object) : asked;
  const definition = root.type === "Identifier" ? file.variables.variableOf(root)?.defs[0] : undefined;
  return definition?.type === "Parameter" && definition.node === around;
}

function keyAskedFor(read: TSESTree.Node): TSESTree.Node | undefined {
  const node = unwrap(read);
  if (node.type === "MemberExpression") return node.computed ? unwrap(node.property) : undefined;
  const [first] = node.type === "CallExpression" ? node.arguments : [];
  return first === undefined ? undefined : unwrap(first);
}
