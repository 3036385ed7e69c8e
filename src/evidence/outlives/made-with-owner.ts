import type { HeldField } from "../../candidates/kept-field.ts";
import { enclosingFunction } from "../../syntax/tree.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

/** `stop()` and `disconnect()` end what a start began; what the object is made with may go on to the next start. */
export const madeWithOwner: Evidence<HeldField, "yes" | "no"> = {
  id: "outlives/made-with-owner",
  asks: "Is the field filled where the object is made, so that it may outlast a pause?",
  levels: { yes: ["it is made with its owner, and may outlast a pause", "open"], no: ["it is made after its owner", "leak"] },
  ask(_file, { store }) {
    const host = enclosingFunction(store);
    return yesOrNo(host === undefined ? store.type !== "AssignmentExpression" : host.parent.type === "MethodDefinition" && host.parent.kind === "constructor");
  },
};
