import type { TSESTree } from "@typescript-eslint/utils";

import type { Settlement } from "../../candidates/settlement.ts";
import { eventHeard, isPutOn } from "../../subjects/settler/ended-target.ts";
import { runsIn } from "../../subjects/settler/settlers.ts";
import { isWithin, receiverOf } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

/** `onReply` takes `onFault` off, which settles the same promise: then `onFault` has to take `onReply` off as well. */
export const otherOutcome: Evidence<Settlement, "yes" | "failed" | "no"> = {
  id: "unreleased/other-outcome",
  asks: "Does its own callback take the listener for the other outcome off, which leaves it?",
  levels: {
    yes: ["its own callback takes the listener for the other outcome off", "leak"],
    failed: ["the other outcome is a failure of the very object, which mostly ends it", "no leak"],
    no: ["nothing tells that the listeners are to take each other off", "open"],
  },
  ask(file, { resource: { acquisition }, settler, settlers, siblingReleases }) {
    const own = settlers.find((other) => other !== settler && (other.of.has(acquisition) || acquisition.arguments.some((argument: TSESTree.Node) => isWithin(other.node, argument))));
    const release = own === undefined ? undefined : siblingReleases.find((sibling) => runsIn(own, sibling));
    if (release === undefined) return { level: "no", basis: "shown" };
    const isFailure = [...settler.of].some((hearer) => eventHeard(hearer) === "error" && isPutOn(file, hearer, receiverOf(acquisition)));
    return isFailure ? { level: "failed", basis: "named", at: settler.node } : { level: "yes", basis: "shown", at: release };
  },
};
