/** Classes of which a container makes one object for the whole program. */
import type { TSESTree } from "@typescript-eslint/utils";

import { containers, type Container } from "../../catalogue/words/project-files.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { decoratorsOf, memberName, type ClassNode } from "../../syntax/tree.ts";

/** Finds the decorator by which a container makes the class once; undefined where it makes it as often as it is asked, or nobody knows. */
export function providerOf(file: FileFacts, owner: ClassNode): TSESTree.Decorator | undefined {
  const decorators = decoratorsOf(owner);
  return decorators.find(({ expression }) => {
    const call = expression.type === "CallExpression" ? expression : undefined;
    const imported = call === undefined ? undefined : file.imports.importedValueOf(call.callee);
    const container = containers.find(({ module, names }) => imported?.module === module && names.includes(imported.path.join(".")));
    return call !== undefined && container !== undefined && makesOne(call, container);
  });
}

function makesOne({ arguments: [options] }: TSESTree.CallExpression, { unless, only }: Container): boolean {
  const isRead = options === undefined || options.type === "ObjectExpression";
  const properties = options?.type === "ObjectExpression" ? options.properties : [];
  if (!isRead || properties.some(({ type }) => type !== "Property")) return false;
  const named = (name: string): TSESTree.Property | undefined => properties.find((property): property is TSESTree.Property => property.type === "Property" && memberName(property) === name);
  if (unless.some((name) => named(name) !== undefined)) return false;
  if (only === undefined) return true;
  const { value } = named(only.property) ?? {};
  return value?.type === "Literal" && only.values.includes(String(value.value));
}
