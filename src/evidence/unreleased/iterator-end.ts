import type { TSESTree } from "@typescript-eslint/utils";

import type { OfResource } from "../../candidates/of-resource.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { enclosingFunction, memberName, unwrap, type FunctionNode } from "../../syntax/tree.ts";
import { yesAt, type Evidence } from "../evidence.ts";

/** Whoever leaves a `for await` early calls `return`, and nothing else: what the iterator listens to is to be ended there. */
export const iteratorEnd: Evidence<OfResource, "yes"> = {
  id: "unreleased/iterator-end",
  asks: "Does the function hand out an iterator whose end leaves it?",
  levels: { yes: ["the function hands out an iterator, and the end of that leaves it", "leak"] },
  ask(file, { node }) {
    const host = enclosingFunction(node);
    return yesAt(host === undefined ? undefined : host.generator ? host : returnedIterator(file, host));
  },
};

/** The object with `next` and `return` that a function gives. */
function returnedIterator(file: FileFacts, host: FunctionNode): TSESTree.Node | undefined {
  return file.functions.returnedBy(host).map(unwrap).find((value) => {
    const names = value.type === "ObjectExpression" ? value.properties.map((property) => (property.type === "Property" ? memberName(property) : undefined)) : [];
    return names.includes("next") && names.includes("return");
  });
}
