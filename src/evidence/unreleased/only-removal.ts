import type { TSESTree } from "@typescript-eslint/utils";

import { isTimedBeside, timerAround } from "../../candidates/answered-entry.ts";
import type { StayingEntry } from "../../candidates/staying-entry.ts";
import { enclosingFunction } from "../../syntax/tree.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

export const onlyRemoval: Evidence<StayingEntry, "yes" | "no"> = {
  id: "unreleased/only-removal",
  asks: "Is it the one removal of an entry in the file?",
  levels: {
    yes: ["no other code of the file removes entries", "leak"],
    no: ["other code of the file removes entries as well", "no leak"],
  },
  ask(_file, { kept: { operations }, end, insert }) {
    const other = operations.find((operation) => operation.kind === "remove" && operation !== end && !isOnOtherBranch(operation.node, insert.node));
    return { ...yesOrNo(other === undefined), at: other?.node };
  },
};

/** `if (timeout) setTimeout(() => waiting.delete(id), timeout)`: what waits only where somebody asked for it removes nothing elsewhere. */
function isOnOtherBranch(removal: TSESTree.Node, insert: TSESTree.Node): boolean {
  const timer = timerAround(removal);
  return timer !== undefined && enclosingFunction(timer) === enclosingFunction(insert) && !isTimedBeside(removal, insert);
}
