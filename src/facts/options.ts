/** What an argument says by name: `{ once: true }`, written at the call or held by a constant. */
import type { TSESTree } from "@typescript-eslint/utils";

import { memberName, unwrap } from "../syntax/tree.ts";
import type { FileFacts } from "./file-facts.ts";
import { initializerOf } from "./variables.ts";

/** The object an argument is, as it is written or as its constant holds it. */
export function optionsOf(file: FileFacts, argument: TSESTree.Node): TSESTree.ObjectExpression | undefined {
  const value = unwrap(argument);
  if (value.type === "ObjectExpression") return value;
  const variable = value.type === "Identifier" ? file.variables.variableOf(value) : undefined;
  const init = variable === undefined ? undefined : initializerOf(variable);
  return init?.type === "ObjectExpression" ? init : undefined;
}

/** The value an option is written with; undefined where the object has none of the name, or spreads another. */
export function optionNamed(options: TSESTree.ObjectExpression | undefined, name: string): TSESTree.Node | undefined {
  const property = options?.properties.find((entry) => entry.type === "Property" && memberName(entry) === name);
  return property?.type === "Property" ? unwrap(property.value) : undefined;
}
