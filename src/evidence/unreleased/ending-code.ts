import type { TSESTree } from "@typescript-eslint/utils";

import { endingEvents } from "../../catalogue/data/lifecycles.ts";
import type { StayingEntry } from "../../candidates/staying-entry.ts";
import { conditionalFunctions, endingFunctions, toldEnds } from "../../catalogue/words/ends-of-entries.ts";
import { eventsHeardBy, isEndEvent } from "../../subjects/listener/heard-events.ts";
import { enclosingFunction, isInFinalizer, isWithin, type FunctionNode } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

export const endingCode: Evidence<StayingEntry, "yes" | "finally" | "later" | "perhaps" | "no"> = {
  id: "unreleased/ending-code",
  asks: "Is it the end of what the entry is for: of the work that put it in, or by the name of the function or of the event that it hears?",
  levels: {
    "yes": ["what it is for ends there, by the name of the function or event", "leak"],
    "finally": ["the function that puts it in ends it in its `finally` block", "leak"],
    "later": ["a function that is made beside the insert ends it", "leak"],
    "perhaps": ["what it is for may end there, by the name of the function", "open"],
    "no": ["nothing by its name ends there", "no leak"],
  },
  ask(file, { end, insert }) {
    for (let at = enclosingFunction(end.node); at !== undefined; at = enclosingFunction(at)) {
      const { name } = file.functions.factOf(at);
      const heard = eventsHeardBy(file, at).find(isEndEvent);
      if (heard !== undefined) return { level: "yes", basis: "named", at: heard.at };
      if (name === undefined && !isEndHandler(at)) continue;
      const isEnding = name === undefined || endingFunctions.test(name) || toldEnds.test(name);
      if (isEnding) return { level: conditionalFunctions.test(name ?? "") ? "perhaps" : "yes", basis: "named", at };
      break;
    }
    const own = endOfOwnWork(insert.node, end.node);
    return own === undefined ? { level: "no", basis: "named" } : { level: own, basis: "shown", at: end.node };
  },
};

/** How the function that puts the entry in ends it as well: in a `finally` block of its own, or by a function that it makes for later. */
function endOfOwnWork(insert: TSESTree.Node, end: TSESTree.Node): "finally" | "later" | undefined {
  const worker = enclosingFunction(insert);
  const ender = enclosingFunction(end);
  if (worker === undefined || ender === undefined) return undefined;
  if (ender === worker) return isInFinalizer(end) && insert.range[0] < end.range[0] ? "finally" : undefined;
  return isWithin(ender, worker) ? "later" : undefined;
}
function isEndHandler({ parent }: FunctionNode): boolean {
  const event = parent.type === "CallExpression" ? parent.arguments[0] : undefined;
  return event?.type === "Literal" && endingEvents.has(String(event.value));
}
