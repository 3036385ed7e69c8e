/** Lists as keys of a Map or Set: found by identity, so that an equal list is another key. */
import type { FileFacts } from "../facts/file-facts.ts";
import { calleeName, unwrap } from "../syntax/tree.ts";
import type { KeyForm } from "./key-form.ts";
import { nameOf } from "./volatility.ts";

/** Describes why a parameter that serves as a key is a list; undefined where nothing shows it. */
export function findListEvidence(file: FileFacts, form: KeyForm): string | undefined {
  if (form.kind !== "input" || form.origin !== "parameter" || form.variable === undefined) return undefined;
  if (!isTestedAsList(file, form.variable)) return undefined;
  return `${nameOf(file, form.node)} is a list, which callers build anew`;
}

/** `Array.isArray(tags)` in the function that keys by `tags`. */
function isTestedAsList(file: FileFacts, variable: NonNullable<(KeyForm & { readonly kind: "input" })["variable"]>): boolean {
  return variable.references.some(({ identifier }) => {
    const call = identifier.parent;
    return call?.type === "CallExpression" && calleeName(call) === "isArray" && call.arguments[0] !== undefined && unwrap(call.arguments[0]) === identifier && file.variables.variableOf(identifier) === variable;
  });
}
