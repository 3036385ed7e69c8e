/** What an argument says by name: `{ once: true }`, written at the call or held by a constant. */
import type { TSESTree } from "@typescript-eslint/utils";

import { memberName, unwrap } from "../syntax/tree.ts";
import type { FileFacts } from "./file-facts.ts";
import { initializerOf } from "./variables.ts";

/** The object an argument is, as it is written or as its constant holds it. */
export function optionsOf(file: FileFacts, argument: TSESTree.Node): TSESTree.ObjectExpression | undefined {
  const value = unwrap(argument);
  if (value.type === "ObjectExpression") return value;
  if (value.type === "MemberExpression") return optionsInField(file, value);
  const variable = value.type === "Identifier" ? file.variables.variableOf(value) : undefined;
  const init = variable === undefined ? undefined : initializerOf(variable);
  return init?.type === "ObjectExpression" ? init : undefined;
}

/** The one object that the file ever gives a field. */
function optionsInField(file: FileFacts, member: TSESTree.MemberExpression): TSESTree.ObjectExpression | undefined {
  const place = file.places.placeOf(member);
  if (place?.root.kind !== "instance" && place?.root.kind !== "static") return undefined;
  const [store, ...others] = file.stores.storesTo(place);
  const value = store?.value === undefined || others.length > 0 ? undefined : unwrap(store.value);
  return value?.type === "ObjectExpression" ? value : undefined;
}

/** The value an option is written with; undefined where the object has none of the name, or spreads another. */
export function optionNamed(options: TSESTree.ObjectExpression | undefined, name: string): TSESTree.Node | undefined {
  const property = options?.properties.find((entry) => entry.type === "Property" && memberName(entry) === name);
  return property?.type === "Property" ? unwrap(property.value) : undefined;
}
