/** Components written as an object of options, as Vue takes them: `export default { mounted() { … }, beforeUnmount() { … } }`. */
import type { TSESTree } from "@typescript-eslint/utils";

import { beginningOptions, componentMakers, endOfOptions } from "../../catalogue/data/lifecycles.ts";
import { componentOfOptionsPaths } from "../../catalogue/words/paths.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { InstanceOwner } from "../../facts/this-owner.ts";
import { memberName, unwrap, wrapped, type FunctionNode } from "../../syntax/tree.ts";

/** The hook that ends the instances of a component, for a function among its options that runs once for each of them; undefined for every other function. */
export function hookOfOptions(file: FileFacts, node: FunctionNode): string | undefined {
  const property = wrapped(node).parent;
  if (property?.type !== "Property" || property.parent.type !== "ObjectExpression") return undefined;
  return beginningOptions.has(memberName(property) ?? "") ? endNamedBy(file, property.parent) : undefined;
}

/** The hook that ends the objects of an owner which is the options of a component; a root ends with its page. */
export function endOfComponent(file: FileFacts, owner: InstanceOwner): string | undefined {
  return owner.type === "ObjectExpression" && !file.isRootComponent ? endNamedBy(file, owner) : undefined;
}

/** Whether an object is what a framework makes the instances of a component by. */
export function isComponentOptions(file: FileFacts, object: TSESTree.ObjectExpression): boolean {
  return endNamedBy(file, object) !== undefined;
}

/** The option that ends an instance, for an object that is given to `defineComponent` or that a component's file exports. */
function endNamedBy(file: FileFacts, object: TSESTree.ObjectExpression): string | undefined {
  const value = wrapped(object);
  const { parent } = value;
  if (parent?.type === "ExportDefaultDeclaration") return componentOfOptionsPaths.test(file.filename) ? endOfOptions : undefined;
  if (parent?.type !== "CallExpression" || parent.arguments.at(-1) !== value) return undefined;
  const imported = file.imports.importedValueOf(unwrap(parent.callee));
  return imported === undefined ? undefined : componentMakers.get(imported.module)?.get(imported.path.join("."));
}
