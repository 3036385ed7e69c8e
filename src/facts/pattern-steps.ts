/** How a pattern reaches the names it declares, with its defaults looked through. */
import type { TSESTree } from "@typescript-eslint/utils";

import { memberName } from "../syntax/tree.ts";

/**
 * The members by which a pattern reaches an identifier: `["a", "0"]` for `b` in `{ a: [b] }`. Undefined where it takes the
 * rest of something, or a member that is worked out.
 */
export function stepsInPattern(pattern: TSESTree.Node, identifier: TSESTree.Node): readonly string[] | undefined {
  switch (pattern.type) {
    case "Identifier":
      return pattern === identifier ? [] : undefined;
    case "AssignmentPattern":
      return stepsInPattern(pattern.left, identifier);
    case "TSParameterProperty":
      return stepsInPattern(pattern.parameter, identifier);
    case "ObjectPattern":
      return firstSteps(pattern.properties.map((property) => (property.type === "Property" ? [memberName(property), property.value] : [undefined, property])), identifier);
    case "ArrayPattern":
      return firstSteps(pattern.elements.map((element, index) => [String(index), element]), identifier);
    default:
      return undefined;
  }
}

function firstSteps(members: readonly (readonly [name: string | undefined, value: TSESTree.Node | null])[], identifier: TSESTree.Node): readonly string[] | undefined {
  for (const [name, value] of members) {
    const steps = name === undefined || value === null ? undefined : stepsInPattern(value, identifier);
    if (name !== undefined && steps !== undefined) return [name, ...steps];
  }
  return undefined;
}

/** The type annotation of a parameter as a whole, its default and its accessibility looked through. */
export function wholeParameter(parameter: TSESTree.Parameter): Exclude<TSESTree.Parameter, TSESTree.AssignmentPattern | TSESTree.TSParameterProperty> {
  if (parameter.type === "TSParameterProperty") return wholeParameter(parameter.parameter);
  return parameter.type === "AssignmentPattern" ? parameter.left : parameter;
}
