import type { TSESTree } from "@typescript-eslint/utils";

import type { GrowingCollection } from "../../candidates/growing-collection.ts";
import { looking } from "../../catalogue/words/collection-methods.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { Collection } from "../../subjects/collection/collection.ts";
import { mentions } from "../../subjects/collection/mentioned-place.ts";
import type { Operation } from "../../subjects/collection/operations.ts";
import { enclosingFunction, isFunction, isWithin, receiverOf } from "../../syntax/tree.ts";
import { shownAt, type Evidence } from "../evidence.ts";

export const lookedUpFirst: Evidence<GrowingCollection, "yes" | "no"> = {
  id: "repeats/looked-up-first",
  asks: "Is it searched for an element with the same part before the insert?",
  levels: {
    yes: ["it is searched for the element before the insert", "no leak"],
    no: ["nothing looks for the element before the insert", "open"],
  },
  ask: (file, { collection, insert }) => shownAt(findLookUp(file, insert, collection)),
};

/** `list.find((one) => one.target === target)` before the push: there are as many elements as targets, which nobody has counted. */
function findLookUp(file: FileFacts, { node }: Operation, collection: Collection): TSESTree.Node | undefined {
  const around = enclosingFunction(node);
  if (around === undefined) return undefined;
  return file.calls.namedOneOf(looking).find((call) => {
    const receiver = receiverOf(call);
    const test = call.arguments[0];
    return call.range[0] < node.range[0] && isWithin(call, around) && receiver !== undefined && mentions(file, receiver, collection.place) && test !== undefined && comparesPart(file, test);
  });
}

function comparesPart(file: FileFacts, test: TSESTree.Node): boolean {
  const [element] = isFunction(test) ? test.params : [];
  const variable = element?.type === "Identifier" ? file.variables.variableOf(element) : undefined;
  return variable?.references.some(({ identifier }) => identifier.parent.type === "MemberExpression" && identifier.parent.object === identifier) === true;
}
