import type { Settlement } from "../../candidates/settlement.ts";
import { onceAdders } from "../../catalogue/words/event-calls.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { optionNamed, optionsOf } from "../../facts/options.ts";
import { isOnAbort } from "../../subjects/listener/listeners.ts";
import type { Resource } from "../../subjects/resource/resource.ts";
import { calleeName, isWithin } from "../../syntax/tree.ts";
import type { Basis, Evidence } from "../evidence.ts";

export const ownCallback: Evidence<Settlement, "last" | "own" | "no"> = {
  id: "unreleased/own-callback",
  asks: "Is it the callback of the thing itself that settles the promise, and does that run once?",
  levels: {
    last: ["its own callback settles the promise, and has run for the last time", "no leak"],
    own: ["its own callback settles the promise", "open"],
    no: ["another callback settles the promise", "leak"],
  },
  ask(file, { resource, settler }) {
    const { acquisition } = resource;
    const isOwn = settler.of.has(acquisition) || acquisition.arguments.some((argument) => isWithin(settler.node, argument));
    const basis = isOwn ? endsWithCallback(file, resource) : undefined;
    return { level: basis !== undefined ? "last" : isOwn ? "own" : "no", basis: basis ?? "shown", at: settler.node };
  },
};

/** What says that the callback runs once. A signal aborts once, and a stream or socket that has failed is destroyed. */
function endsWithCallback(file: FileFacts, resource: Resource): Basis | undefined {
  if (resource.pair.endsByItself === true || isOnAbort(file, resource)) return "shown";
  const [event, , options] = resource.acquisition.arguments;
  const once = options === undefined ? undefined : optionNamed(optionsOf(file, options), "once");
  if (once?.type === "Literal" && once.value === true) return "shown";
  return (event?.type === "Literal" && event.value === "error") || onceAdders.test(calleeName(resource.acquisition) ?? "") ? "named" : undefined;
}
