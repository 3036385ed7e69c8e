import { clearsSame } from "../../catalogue/data/timer-calls.ts";
import type { UnreachedTimer } from "../../candidates/unreached-timer.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { mentionsOf } from "../../subjects/listener/listener-uses.ts";
import { unwrap, wrapped } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

export const timerOtherwise: Evidence<UnreachedTimer, "given" | "cleared" | "one-of-several" | "read" | "no"> = {
  id: "unreleased/timer-otherwise",
  asks: "May the timer be cleared in another way, or another timer be meant?",
  levels: {
    "given": ["what the clear is given may be a timer as well", "no leak"],
    "cleared": ["another call clears it rightly", "no leak"],
    "one-of-several": ["the clear may be meant for one of several timers", "no leak"],
    "read": ["the field that keeps it is read, and may be cleared there under another name", "no leak"],
    "no": ["nothing else clears it", "leak"],
  },
  ask(file, candidate) {
    const { difference, others, started } = candidate;
    if (others > 0) return { level: "one-of-several", basis: "shown", at: started };
    if (difference === "callback" && isGivenTimer(file, candidate)) return { level: "given", basis: "shown" };
    if (difference === "other-kind") {
      const right = candidate.timers.cleared.find(({ name, handle }) => clearsSame(name, candidate.remedy) && file.places.placeOf(handle)?.key === candidate.place.key);
      if (right !== undefined) return { level: "cleared", basis: "shown", at: right.call };
    }
    return { level: difference === "other-place" && isRead(file, candidate) ? "read" : "no", basis: "shown" };
  },
};

function isGivenTimer(file: FileFacts, { place }: UnreachedTimer): boolean {
  return file.stores.storesTo(place).some(({ value }) => value === undefined || unwrap(value).type === "CallExpression");
}

/** Whether the field that has the timer is read anywhere. */
function isRead(file: FileFacts, { started }: UnreachedTimer): boolean {
  const assignment = wrapped(started).parent;
  return assignment?.type === "AssignmentExpression" && mentionsOf(file, assignment.left).some((use) => use.parent?.type !== "AssignmentExpression" || use.parent.left !== use);
}
