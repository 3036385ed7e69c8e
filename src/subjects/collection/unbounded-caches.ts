/** Cache classes of packages, made without the options that would bound them: then they are Maps by another name. */
import type { TSESTree } from "@typescript-eslint/utils";

import { cacheClasses, type CacheClass } from "../../catalogue/data/cache-classes.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { matchOrigin } from "../../facts/value-origin.ts";
import { memberName, unwrap } from "../../syntax/tree.ts";

/** Whether a `new` makes a catalogued cache and its options, all written there, bound nothing. */
export function isUnboundedCache(file: FileFacts, made: TSESTree.NewExpression): boolean {
  const known = cacheClasses.find(({ origin }) => matchOrigin(file, made.callee, origin) !== undefined);
  if (known === undefined || made.arguments.length > 1) return false;
  const options = made.arguments[0] === undefined ? undefined : unwrap(made.arguments[0]);
  if (options === undefined) return true;
  return options.type === "ObjectExpression" && options.properties.every((property) => property.type === "Property" && !bounds(known, property));
}

/** Zero is how these caches write "no limit". */
function bounds({ bounds: names }: CacheClass, property: TSESTree.Property): boolean {
  const name = memberName(property);
  if (name === undefined) return true;
  return names.includes(name) && !(property.value.type === "Literal" && property.value.value === 0);
}
