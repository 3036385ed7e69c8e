import type { TSESTree } from "@typescript-eslint/utils";

import type { GrowingCollection } from "../../candidates/growing-collection.ts";
import { eventRegistrations } from "../../catalogue/words/callbacks.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { Operation } from "../../subjects/collection/operations.ts";
import { calleeName, enclosingFunction, walk } from "../../syntax/tree.ts";
import { yesAt, type Evidence } from "../evidence.ts";

export const fedByEvents: Evidence<GrowingCollection, "yes"> = {
  id: "repeats/fed-by-events",
  asks: "Does an event bring what is put in?",
  levels: { yes: ["an event brings what is put in", "leak"] },
  ask: (file, { insert }) => yesAt(findEvent(file, insert), "named"),
};

/** The insert stands in an event handler and takes what the event brings. */
function findEvent(file: FileFacts, { node, key }: Operation): TSESTree.Node | undefined {
  const handler = enclosingFunction(node);
  if (handler === undefined || key === undefined || handler.parent.type !== "CallExpression" || !eventRegistrations.has(calleeName(handler.parent) ?? "")) return undefined;
  let found = false;
  walk(key, file.visitorKeys, (part) => {
    const variable = part.type === "Identifier" ? file.variables.variableOf(part) : undefined;
    if (variable?.defs[0]?.type === "Parameter" && variable.scope.block === handler) found = true;
    return !found;
  });
  return found ? handler.parent : undefined;
}
