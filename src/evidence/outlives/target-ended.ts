import type { OfResource } from "../../candidates/of-resource.ts";
import { endsWithTarget } from "../../subjects/listener/listener-ends.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

export const targetEnded: Evidence<OfResource, "yes" | "no"> = {
  id: "outlives/target-ended",
  asks: "Does the end of the owner end the target, or wait for the target's own end?",
  levels: {
    yes: ["its target ends with its owner", "no leak"],
    no: ["the end of the owner does not end the target", "open"],
  },
  ask: (file, { resource, owner: { teardown } }) => (teardown === undefined ? { level: "unknown", basis: "shown" } : yesOrNo(endsWithTarget(file, resource, teardown))),
};
