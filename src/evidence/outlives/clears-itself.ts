import type { StayingListener } from "../../candidates/staying-listener.ts";
import { isOfAnother } from "../../subjects/listener/cleared-target.ts";
import { isWithin } from "../../syntax/tree.ts";
import { yesAt, type Evidence } from "../evidence.ts";

export const clearsItself: Evidence<StayingListener, "yes"> = {
  id: "outlives/clears-itself",
  asks: "Does the end of the owner take all listeners off the owner, and none off the target?",
  levels: { yes: ["its owner lets go of all that listens to it, and goes on listening itself", "leak"] },
  ask(file, { resource, owner: { teardown } }) {
    const clearing = resource.pair.releases.flatMap((release) => (release.by === "receiver-method" && "all" in release ? [...file.calls.named(release.name)] : []));
    return yesAt(teardown === undefined ? undefined : clearing.find((call) => isWithin(call, teardown.node) && call.arguments.length === 0 && isOfAnother(file, resource, call)));
  },
};
