import type { OfResource } from "../../candidates/of-resource.ts";
import { endingOf, scopeOf, type Ending } from "../../subjects/subscription/subscription-scope.ts";
import type { Evidence } from "../evidence.ts";

export const scopeEnd: Evidence<OfResource, Ending> = {
  id: "outlives/scope-end",
  asks: "How clearly does the object or factory around it end?",
  levels: {
    final: ["the object around it ends for good", "leak"],
    registry: ["the object around it ends with a list of what is to be disposed of", "leak"],
    pausing: ["the object around it stops, and may start again", "open"],
    none: ["nothing ends the object around it", "open"],
  },
  ask(file, { node, owner }) {
    const scope = scopeOf(file, node);
    return { level: scope === undefined ? "none" : endingOf(file, scope, owner), basis: "named", at: owner.teardown?.node };
  },
};
