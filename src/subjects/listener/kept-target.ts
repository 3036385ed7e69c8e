/** Targets that one function keeps and another takes from there: `current = player; player.on(…)` against `current.off(…)`. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import type { Place } from "../../facts/places.ts";
import { functionOf, initializerOf, isSingleAssignment } from "../../facts/variables.ts";
import { enclosingFunction, unwrap } from "../../syntax/tree.ts";
import type { ListenerCall } from "./listener-calls.ts";

/** Whether the removal takes its object from the place in which the function that adds the listener keeps the very object that it adds it to. */
export function isTakenFromKept(file: FileFacts, addition: ListenerCall, removal: ListenerCall): boolean {
  const [setUp, end] = [enclosingFunction(addition.call), enclosingFunction(removal.call)];
  const given = addition.target === undefined ? undefined : unwrap(addition.target);
  const variable = given?.type === "Identifier" ? file.variables.variableOf(given) : undefined;
  if (setUp === undefined || setUp === end || variable === undefined || functionOf(variable) !== setUp || !isSingleAssignment(variable)) return false;
  const kept = keptPlaceOf(file, removal.target);
  return kept !== undefined && file.stores.storesTo(kept).some(({ value, site }) => {
    const stored = value === undefined ? undefined : unwrap(value);
    return stored?.type === "Identifier" && file.variables.variableOf(stored) === variable && enclosingFunction(site) === setUp;
  });
}

/** The place that an object is read from, also by way of a constant: `const player = current`. */
function keptPlaceOf(file: FileFacts, target: TSESTree.Node | undefined): Place | undefined {
  const node = target === undefined ? undefined : unwrap(target);
  const variable = node?.type === "Identifier" ? file.variables.variableOf(node) : undefined;
  const init = variable !== undefined && isSingleAssignment(variable) ? initializerOf(variable) : undefined;
  const read = init ?? node;
  return read === undefined ? undefined : file.places.placeOf(read);
}
