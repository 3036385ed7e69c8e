import type { Settlement } from "../../candidates/settlement.ts";
import { outlivesExecutor, type Outliving } from "../../subjects/settler/executor-target.ts";
import type { Evidence } from "../evidence.ts";

export const outlivesPromise: Evidence<Settlement, Outliving> = {
  id: "outlives/outlives-promise",
  asks: "How surely does what the executor sets up outlive the promise?",
  levels: {
    "yes": ["it stays on what outlives the promise", "leak"],
    "signal": ["it waits for a signal that outlives the promise, and as a rule never comes", "leak"],
    "given-signal": ["it waits for a signal that the caller gives, who may make one for each call", "leak"],
    "perhaps": ["it is on what the caller gives, which may end with the call", "open"],
    "no": ["it is on what is made for this promise", "no leak"],
  },
  ask: (file, { resource, wait }) => ({ level: outlivesExecutor(file, resource, wait.home), basis: "shown" }),
};
