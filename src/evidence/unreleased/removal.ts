import type { StayingListener } from "../../candidates/staying-listener.ts";
import { hasRemoval } from "../../subjects/listener/listeners.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

export const removal: Evidence<StayingListener, "yes" | "no"> = {
  id: "unreleased/removal",
  asks: "Is there a removal that cannot be told apart from one of this listener?",
  levels: {
    yes: ["a removal of the file may be one of this listener", "no leak"],
    no: ["no removal of the file can be one of this listener", "leak"],
  },
  ask: (file, { resource }) => yesOrNo(hasRemoval(file, resource)),
};
