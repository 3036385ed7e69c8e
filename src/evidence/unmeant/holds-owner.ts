import type { DroppedTimer } from "../../candidates/dropped-timer.ts";
import { callbackOf } from "../../subjects/resource/timer-callback.ts";
import { calleeName, findWithin } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

export const holdsOwner: Evidence<DroppedTimer, "yes" | "no"> = {
  id: "unmeant/holds-owner",
  asks: "Does the callback keep its object: does it name `this`, or is it bound to it?",
  levels: { yes: ["its callback keeps the object alive", "leak"], no: ["its callback does not keep the object", "no leak"] },
  ask(file, { resource: { acquisition } }) {
    const [bound] = acquisition.arguments;
    if (bound?.type === "CallExpression" && calleeName(bound) === "bind") return { level: "yes", basis: "shown", at: bound };
    const callback = callbackOf(file, acquisition);
    const at = callback === undefined ? undefined : findWithin(callback, file.visitorKeys, (node) => node.type === "ThisExpression");
    return { level: at === undefined ? "no" : "yes", basis: "shown", at };
  },
};
