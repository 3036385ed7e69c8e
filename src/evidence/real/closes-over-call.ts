import type { ConnectedSlot } from "../../candidates/connected-slot.ts";
import { functionOf } from "../../facts/variables.ts";
import { walk } from "../../syntax/tree.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

export const closesOverCall: Evidence<ConnectedSlot, "yes" | "no"> = {
  id: "real/closes-over-call",
  asks: "Does it keep variables of the call that connects it?",
  levels: {
    yes: ["it keeps variables of the call that connects it", "leak"],
    no: ["it keeps nothing of the call that connects it", "open"],
  },
  ask(file, { slot, host }) {
    let closes = false;
    walk(slot.body, file.visitorKeys, (node) => {
      const variable = node.type === "Identifier" ? file.variables.variableOf(node) : undefined;
      if (variable !== undefined && functionOf(variable) === host) closes = true;
      return !closes;
    });
    return yesOrNo(closes);
  },
};
