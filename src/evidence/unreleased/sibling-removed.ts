import type { StayingListener } from "../../candidates/staying-listener.ts";
import { hasRemovedSibling } from "../../subjects/listener/listeners.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

export const siblingRemoved: Evidence<StayingListener, "yes" | "no"> = {
  id: "unreleased/sibling-removed",
  asks: "Is another listener that the same function puts on the same target removed?",
  levels: {
    yes: ["another listener that the same function puts on the same target is removed", "leak"],
    no: ["no other listener on the same target is removed", "open"],
  },
  ask: (file, { resource, all }) => yesOrNo(hasRemovedSibling(file, resource, all)),
};
