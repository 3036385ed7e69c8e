import { applicationNames } from "../../catalogue/data/subscriptions.ts";
import type { Candidate } from "../../candidates/candidate.ts";
import { isSingleton, scopeOf } from "../../subjects/subscription/subscription-scope.ts";
import type { Evidence } from "../evidence.ts";

export const singletonByName: Evidence<Candidate, "application" | "singleton"> = {
  id: "repeats/singleton-by-name",
  asks: "Is the class around it by its name one that exists once?",
  levels: {
    application: ["its class is by its name a part of the program that exists once", "no leak"],
    singleton: ["its class is by its name one that exists once", "no leak"],
  },
  ask(file, { node }) {
    const scope = scopeOf(file, node);
    if (scope === undefined || !isSingleton(scope)) return { level: "unknown", basis: "named" };
    return { level: isSingleton(scope, applicationNames) ? "application" : "singleton", basis: "named", at: scope };
  },
};
