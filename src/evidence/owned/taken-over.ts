import type { HeldField } from "../../candidates/kept-field.ts";
import { takesDisposables } from "../../subjects/subscription/subscribing-calls.ts";
import { wrapped } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

export const takenOver: Evidence<HeldField, "registered" | "handed-on" | "namesake-registered" | "takes-list" | "no"> = {
  id: "owned/taken-over",
  asks: "Is it given to what disposes of it?",
  levels: {
    "registered": ["the field is given to what disposes of it", "no leak"],
    "handed-on": ["it is given to another call where the field gets it", "no leak"],
    "namesake-registered": ["a field of the same name, which may be this one, is given to what disposes of it", "no leak"],
    "takes-list": ["the call that makes it is given the list of ends", "no leak"],
    "no": ["nothing takes it over", "open"],
  },
  ask(_file, { uses, store, resource }) {
    const registered = uses().filter(({ kind }) => kind === "register");
    const exact = registered.find(({ isExact }) => isExact);
    if (exact !== undefined) return { level: "registered", basis: "named", at: exact.node };
    // `this.disposables.push((this.item = make()))`: the list it is given to disposes of it.
    const taker = store.type === "AssignmentExpression" ? wrapped(store).parent : undefined;
    if (taker?.type === "CallExpression" || taker?.type === "NewExpression" || taker?.type === "ArrayExpression") return { level: "handed-on", basis: "shown", at: taker };
    if (registered[0] !== undefined) return { level: "namesake-registered", basis: "named", at: registered[0].node };
    return { level: takesDisposables(resource.acquisition) ? "takes-list" : "no", basis: "named" };
  },
};
