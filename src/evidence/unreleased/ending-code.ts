import { endingEvents } from "../../catalogue/data/lifecycles.ts";
import type { StayingEntry } from "../../candidates/staying-entry.ts";
import { conditionalFunctions, endingFunctions, toldEnds } from "../../catalogue/words/ends-of-entries.ts";
import { eventsHeardBy, isEndEvent } from "../../subjects/listener/heard-events.ts";
import { enclosingFunction, type FunctionNode } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

export const endingCode: Evidence<StayingEntry, "yes" | "perhaps" | "no"> = {
  id: "unreleased/ending-code",
  asks: "Does the function, or the event that it hears, by its name end something?",
  levels: {
    yes: ["what it is for ends there, by the name of the function or event", "leak"],
    perhaps: ["what it is for may end there, by the name of the function", "open"],
    no: ["nothing by its name ends there", "no leak"],
  },
  ask(file, { end }) {
    for (let at = enclosingFunction(end.node); at !== undefined; at = enclosingFunction(at)) {
      const { name } = file.functions.factOf(at);
      const heard = eventsHeardBy(file, at).find(isEndEvent);
      if (heard !== undefined) return { level: "yes", basis: "named", at: heard.at };
      if (name === undefined && !isEndHandler(at)) continue;
      const isEnding = name === undefined || endingFunctions.test(name) || toldEnds.test(name);
      return { level: !isEnding ? "no" : conditionalFunctions.test(name ?? "") ? "perhaps" : "yes", basis: "named", at };
    }
    return { level: "no", basis: "named" };
  },
};

function isEndHandler({ parent }: FunctionNode): boolean {
  const event = parent.type === "CallExpression" ? parent.arguments[0] : undefined;
  return event?.type === "Literal" && endingEvents.has(String(event.value));
}
