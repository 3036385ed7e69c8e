import type { TSESTree } from "@typescript-eslint/utils";

import { memberName } from "../../syntax/tree.ts";

/** The value that a literal gives a property or an element, as long as no spread may give it another one. */
export function propertyOf(node: TSESTree.Node, name: string): TSESTree.Node | undefined {
  if (node.type === "ArrayExpression") {
    const element = node.elements.slice(0, Number(name) + 1).some((one) => one?.type === "SpreadElement") ? undefined : node.elements[Number(name)];
    return element ?? undefined;
  }
  if (node.type !== "ObjectExpression") return undefined;
  const at = node.properties.findLastIndex((property) => property.type !== "Property" || memberName(property) === name);
  const property = node.properties[at];
  return property?.type === "Property" && property.kind === "init" && !property.method ? property.value : undefined;
}
