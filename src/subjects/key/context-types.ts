/** Which declared types stand for a request in flight, a context, or one event. */
import { anyModule, contextTypes, requestTypes, textualContexts } from "../../catalogue/words/contexts.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { TSESTree } from "@typescript-eslint/utils";

import { globalTypeName, type ImportedType, importedTypesOf } from "../../facts/type-annotations.ts";

/** Answers whether a type of this name and module is one. A file of the project may call anything so. */
export function isContextType({ name, module }: ImportedType): boolean {
  const modules = contextTypes.get(name);
  const bare = module.replace(/^node:/, "");
  return modules !== undefined && !bare.startsWith(".") && (modules.includes(anyModule) || modules.includes(bare));
}

/** Answers whether all values of a context type print the same: an error prints its message. */
export function hasPlainText({ name }: { readonly name: string }): boolean {
  return !textualContexts.has(name);
}

/** Finds the context that an annotation declares: an import, or a global of the language and the DOM. */
export function contextOfType(file: FileFacts, type: TSESTree.TypeNode): ImportedType | undefined {
  const name = globalTypeName(file, type);
  if (name !== undefined) return contextTypes.get(name)?.includes("lib") === true ? { name, module: "lib" } : undefined;
  return importedTypesOf(file, type).find(isContextType);
}

/** Answers whether an annotation declares what serves one request, and goes with it. */
export function isOfRequestType(file: FileFacts, type: TSESTree.TypeNode): boolean {
  const context = contextOfType(file, type);
  return context !== undefined && requestTypes.has(context.name);
}
