import type { StayingListener } from "../../candidates/staying-listener.ts";
import { isFunction } from "../../syntax/tree.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

/** `createServer((socket) => { socket.on(…); })`: each call of the callback has its own, which no end of the owner is about. */
export const givenToCallback: Evidence<StayingListener, "yes" | "no"> = {
  id: "outlives/given-to-callback",
  asks: "Is the target given to a callback, anew with each call?",
  levels: {
    yes: ["its target comes anew with each call of the callback", "no leak"],
    no: ["its target is not given to a callback", "open"],
  },
  ask(file, { target }) {
    const place = target === undefined ? undefined : file.places.placeOf(target);
    const [definition] = place?.root.kind === "variable" && place.path.length === 0 ? place.root.variable.defs : [];
    return yesOrNo(definition?.type === "Parameter" && isFunction(definition.node) && file.functions.factOf(definition.node).role === "callback");
  },
};
