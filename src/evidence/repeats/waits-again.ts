import type { Settlement } from "../../candidates/settlement.ts";
import { endingEvents } from "../../catalogue/data/lifecycles.ts";
import { failingEvents, onceAdders, openingEvents } from "../../catalogue/words/event-calls.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { optionNamed, optionsOf } from "../../facts/options.ts";
import { isInLoop } from "../../facts/run-count.ts";
import { functionOf } from "../../facts/variables.ts";
import { callAround, isForManyCalls } from "../../subjects/listener/lasting-target.ts";
import { eventHeard, isPutOn } from "../../subjects/settler/ended-target.ts";
import { calleeName, receiverOf, type CallNode, type FunctionNode } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

/** `res.once("drain", go); res.once("error", stop)`: each wait that `drain` ends leaves one more listener for `error`. */
export const waitsAgain: Evidence<Settlement, "again" | "once"> = {
  id: "repeats/waits-again",
  asks: "Does what settles the wait come again and again on the very object that the listener stays on?",
  levels: {
    again: ["it comes again on the same object, where each wait then leaves one more listener", "leak"],
    once: ["it comes once in the life of the object: that is open, has failed or has ended", "no leak"],
  },
  ask(file, { resource: { acquisition }, settler, wait }) {
    const host = callAround(file, acquisition);
    const hearers = [...settler.of].filter((hearer) => hearer !== acquisition && isPutOn(file, hearer, receiverOf(acquisition)));
    const events = hearers.map(eventHeard);
    // A listener for many events is asked about as what stays, whatever settles.
    if (!isHeardOnce(file, acquisition)) return { level: "unknown", basis: "shown" };
    if (host === undefined || hearers.length === 0 || events.some((event) => event === undefined)) return { level: "unknown", basis: "shown" };
    if (!events.some(comesOften)) return { level: "once", basis: "named", at: hearers[0] };
    const isSame = isInLoop(wait.home) || (isForManyCalls(file, host) && !isGivenToCall(file, receiverOf(acquisition), host));
    return { level: isSame ? "again" : "unknown", basis: "named", at: hearers[0] };
  },
};

function isHeardOnce(file: FileFacts, acquisition: CallNode): boolean {
  const [, , options] = acquisition.arguments;
  return onceAdders.test(calleeName(acquisition) ?? "") || (options !== undefined && optionNamed(optionsOf(file, options), "once") !== undefined);
}

function comesOften(event: string | undefined): boolean {
  return event !== undefined && !openingEvents.has(event) && !failingEvents.has(event) && !endingEvents.has(event);
}

/** Whether each call may be about another object, since it is a parameter or a local variable of the call. */
function isGivenToCall(file: FileFacts, target: ReturnType<typeof receiverOf>, host: FunctionNode): boolean {
  const root = target === undefined ? undefined : file.places.placeOf(target)?.root;
  return root?.kind === "variable" && functionOf(root.variable) === host;
}
