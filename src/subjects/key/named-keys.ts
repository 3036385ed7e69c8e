/** Variables that are named after a key and handed to a store of unknown make. */
import type { TSESTree } from "@typescript-eslint/utils";

import { cacheKeys, keyedMethods } from "../../catalogue/words/key-makers.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { initializerOf, type Variable } from "../../facts/variables.ts";
import { calleeName, receiverOf, unwrap } from "../../syntax/tree.ts";
import { buildKeyForm } from "./build-key-form.ts";
import { isText, type KeyForm } from "./key-form.ts";
import { collectKeyUses } from "./sinks.ts";

export interface NamedKey {
  readonly variable: Variable;
  /** The calls of a store's methods that take it. */
  readonly sites: readonly TSESTree.CallExpression[];
}

/** Collects them; a key of a store that the file shows is none of them. */
export function collectNamedKeys(file: FileFacts): readonly NamedKey[] {
  const variables = file.variables.declared.filter(({ name }) => name.endsWith("Key") && cacheKeys.test(name));
  if (variables.length === 0) return [];
  const known = new Set(collectKeyUses(file).map(({ key }) => unwrap(key)));
  return variables.flatMap((variable) => {
    const sites = usesIn(variable);
    return sites.length === 0 || sites.some((site) => site.arguments.some((argument) => known.has(unwrap(argument)))) ? [] : [{ variable, sites }];
  });
}

function usesIn({ references }: Variable): TSESTree.CallExpression[] {
  return references.flatMap(({ identifier }) => {
    const call = identifier.parent;
    const isUse = call?.type === "CallExpression" && call.callee !== identifier && receiverOf(call) !== undefined && keyedMethods.test(calleeName(call) ?? "");
    return isUse ? [call] : [];
  });
}

/** The form of the key, or of the parts of a key that is a list, as far as they are text. */
export function formsOfNamedKey(file: FileFacts, { variable }: NamedKey): KeyForm[] {
  const init = initializerOf(variable);
  const value = init === undefined ? undefined : unwrap(init);
  if (value === undefined) return [];
  const parts = value.type === "ArrayExpression" ? value.elements.filter((element) => element !== null && element.type !== "SpreadElement") : [value];
  return parts.map((part) => buildKeyForm(file, part)).filter((form) => isText(form) || form.kind === "call");
}
