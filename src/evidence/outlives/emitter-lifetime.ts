import type { TSESTree } from "@typescript-eslint/utils";

import type { Candidate } from "../../candidates/candidate.ts";
import { emitterLifetimeOf, type EmitterLifetime } from "../../subjects/subscription/emitter-lifetime.ts";
import type { Evidence } from "../evidence.ts";

export const emitterLifetime: Evidence<Candidate & { readonly target: TSESTree.Node | undefined }, Exclude<EmitterLifetime, "unknown">> = {
  id: "outlives/emitter-lifetime",
  asks: "Who has made what is listened to?",
  levels: {
    process: ["what it listens to lives as long as the program", "leak"],
    injected: ["what it listens to was injected", "leak"],
    parameter: ["what it listens to was given for a call", "open"],
    own: ["what it listens to is made by the same object", "no leak"],
  },
  ask: (file, { target }) => (target === undefined ? { level: "unknown", basis: "shown" } : { level: emitterLifetimeOf(file, target), basis: "shown" }),
};
