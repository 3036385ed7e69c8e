import type { Settlement } from "../../candidates/settlement.ts";
import { endsTarget, hearsEndOf, hearsFailureOfStream } from "../../subjects/settler/ended-target.ts";
import { receiverOf } from "../../syntax/tree.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

export const endedOnSettle: Evidence<Settlement, "yes" | "no"> = {
  id: "outlives/ended-on-settle",
  asks: "Does the callback that settles the promise end what it is put on, or hear its end?",
  levels: {
    yes: ["what it is put on ends when the promise settles so", "no leak"],
    no: ["what it is put on does not end when the promise settles so", "open"],
  },
  ask(file, { resource: { acquisition, pair }, settler, settlers }) {
    const target = pair.handle.from === "identity" ? receiverOf(acquisition) : undefined;
    return yesOrNo(hearsEndOf(file, settler, target) || endsTarget(file, settler, target) || (target !== undefined && hearsFailureOfStream(file, settler, settlers, acquisition)), "named");
  },
};
