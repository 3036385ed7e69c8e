import type { DroppedSubscription } from "../../candidates/dropped-subscription.ts";
import { isClass, receiverOf } from "../../syntax/tree.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

export const emitterOfClass: Evidence<DroppedSubscription, "yes" | "no"> = {
  id: "repeats/emitter-of-class",
  asks: "Is the emitter the class's own, `Session.changes` inside `Session`, so that each object adds a listener to what all share?",
  levels: {
    yes: ["each object of the class adds a listener to what all of them share", "leak"],
    no: ["the emitter is none that the class shares among its objects", "open"],
  },
  ask(file, { found: { call }, scope }) {
    const receiver = receiverOf(call);
    const root = receiver === undefined ? undefined : file.places.placeOf(receiver)?.root;
    return yesOrNo(root?.kind === "static" && isClass(scope) && root.owner === scope);
  },
};
