/** Variables that are named after a key and handed to a store of unknown make. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import { initializerOf, type Variable } from "../facts/variables.ts";
import { calleeName, receiverOf, unwrap } from "../syntax/tree.ts";
import { buildKeyForm } from "../subjects/key/build-key-form.ts";
import type { KeyForm } from "../subjects/key/key-form.ts";
import { isText } from "../subjects/key/key-form.ts";
import { collectKeyUses } from "../subjects/key/sinks.ts";
import type { UnstableKey } from "./verdicts.ts";
import { findVolatility } from "./volatility.ts";

const KEY_NAME = /^(?:cache|memo)Key$|(?:Cache|Memo)Key$/;
const STORE_METHODS = /^(?:get|has|set|put|add|delete|del|remove|fetch|getOrSet|wrap)$/;

/** Collects the volatile parts of keys that only their name tells, where the file asks a store for them: likely at most. */
export function collectNamedKeys(file: FileFacts): UnstableKey[] {
  const variables = file.variables.declared.filter(({ name }) => name.endsWith("Key") && KEY_NAME.test(name));
  if (variables.length === 0) return [];
  const known = new Set(collectKeyUses(file).map(({ key }) => unwrap(key)));
  return variables.flatMap((variable) => {
    const sites = usesIn(variable);
    if (sites.length === 0 || sites.some((site) => site.arguments.some((argument) => known.has(unwrap(argument))))) return [];
    const [found] = formsOf(file, variable).flatMap((form) => findVolatility(file, form, false) ?? []);
    return found === undefined ? [] : [{ reason: found.kind, subject: found.subject, holder: variable.name, sites, insert: undefined, clauses: found.reasons, confidence: "likely" as const }];
  });
}

/** The calls of a store's methods that take the variable. */
function usesIn({ references }: Variable): TSESTree.CallExpression[] {
  return references.flatMap(({ identifier }) => {
    const call = identifier.parent;
    const isUse = call?.type === "CallExpression" && call.callee !== identifier && receiverOf(call) !== undefined && STORE_METHODS.test(calleeName(call) ?? "");
    return isUse ? [call] : [];
  });
}

/** The form of the key, or of the parts of a key that is a list. */
function formsOf(file: FileFacts, variable: Variable): KeyForm[] {
  const init = initializerOf(variable);
  const value = init === undefined ? undefined : unwrap(init);
  if (value === undefined) return [];
  const parts = value.type === "ArrayExpression" ? value.elements.filter((element) => element !== null && element.type !== "SpreadElement") : [value];
  return parts.map((part) => buildKeyForm(file, part)).filter((form) => isText(form) || form.kind === "call");
}
