/** Nested stores: a key of the inner ones that the outer one is asked for. */
import type { Confidence } from "../../facts/confidence.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { enclosingFunction, type FunctionNode } from "../../syntax/tree.ts";
import { compareKeys } from "./equality.ts";
import type { InputForm } from "./key-form.ts";
import { ELEMENT } from "./stores-of.ts";
import { usedStoreAt, type FormedUse, type UsedStore } from "./uses-by-store.ts";

export interface OtherLevel {
  readonly difference: { readonly kind: "level" };
  readonly confidence: Confidence;
}

/** Finds that a delete asks the outer store for what all entries of the inner ones are under: `rooms[room][user] = …`, `delete rooms[user]`. */
export function findOtherLevel(file: FileFacts, store: UsedStore, insert: FormedUse, asked: FormedUse): OtherLevel | undefined {
  if (asked.use.operation !== "delete" || (insert.form.kind !== "input" && insert.form.kind !== "literal") || asked.form.kind === "unknown") return undefined;
  const inner = usedStoreAt(file, file.places.memberOf(store.place, ELEMENT));
  const home = enclosingFunction(asked.use.node);
  if (inner === undefined || inner.inserts.length === 0 || home === undefined) return undefined;
  const isAsked = ({ form }: FormedUse): boolean => compareKeys(file, form, asked.form, inner.kind).kind === "same";
  // Where both levels are cleared of one key, both are kept under keys of one sort.
  if (!inner.inserts.every(isAsked) || inner.deletes.some((other) => isAsked(other) && enclosingFunction(other.use.node) === home)) return undefined;
  return { difference: { kind: "level" }, confidence: insert.form.kind === "input" && isAtHand(store, insert.form, home) ? "certain" : "likely" };
}

/** Whether the function has the key of the outer level as well. */
function isAtHand({ lookups }: UsedStore, outer: InputForm, home: FunctionNode): boolean {
  const isParameterOf = home.params.some((parameter) => parameter.type === "Identifier" && parameter.name === outer.name);
  return isParameterOf || lookups.some(({ use, form }) => enclosingFunction(use.node) === home && form.kind === "input" && form.name === outer.name);
}
