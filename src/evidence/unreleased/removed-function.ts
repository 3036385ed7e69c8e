import type { UnmatchedRemoval } from "../../candidates/unmatched-removal.ts";
import { freshnessOf, originsOf } from "../../subjects/listener/listener-identity.ts";
import { isSamePlace } from "../../subjects/listener/listener-uses.ts";
import type { Evidence } from "../evidence.ts";

export const removedFunction: Evidence<UnmatchedRemoval, "completion" | "new" | "made-again" | "known"> = {
  id: "unreleased/removed-function",
  asks: "What is the function that the removal is given?",
  levels: {
    "completion": ["a function that is written into `unsubscribe` may be told when it is done", "open"],
    "new": ["the removal is given a new function", "leak"],
    "made-again": ["the function is made again between addition and removal", "leak"],
    "known": ["the file shows where both functions come from", "leak"],
  },
  ask(file, { added, removed, difference }) {
    const [listener, given] = [added.listener, removed.listener];
    if (listener === undefined || given === undefined) return { level: "unknown", basis: "shown" };
    const fresh = freshnessOf(file, given);
    if (fresh !== undefined) return { level: fresh === "function" && removed.verbs.family === "channel" ? "completion" : "new", basis: "shown", at: given };
    if (difference === "listener" && isSamePlace(file, listener, given)) return { level: "made-again", basis: "shown", at: given };
    const isKept = difference !== "listener" || freshnessOf(file, listener) === undefined;
    return { level: isKept && originsOf(file, given) !== undefined ? "known" : "unknown", basis: "shown" };
  },
};
