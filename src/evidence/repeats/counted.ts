import type { DroppedTimer } from "../../candidates/dropped-timer.ts";
import { isInTest } from "../../syntax/arms.ts";
import { findWithin } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

/** A retry that counts its attempts, or compares anything with a number, comes to an end. */
export const counted: Evidence<DroppedTimer, "yes" | "no"> = {
  id: "repeats/counted",
  asks: "Does the function that sets the timer compare sizes before it goes on, as one that counts its attempts does?",
  levels: { yes: ["it counts, and so comes to an end", "no leak"], no: ["nothing counts how often it runs", "leak"] },
  ask(file, { host }) {
    const at = findWithin(host, file.visitorKeys, (node) => node.type === "BinaryExpression" && /^[<>]=?$/.test(node.operator) && isInTest(node));
    return { level: at === undefined ? "no" : "yes", basis: "shown", at };
  },
};
