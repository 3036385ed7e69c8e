import type { ConnectedSlot } from "../../candidates/connected-slot.ts";
import { memberName, receiverOf } from "../../syntax/tree.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

export const disconnected: Evidence<ConnectedSlot, "yes" | "no"> = {
  id: "unreleased/disconnected",
  asks: "Does the file take anything off a signal of this name?",
  levels: {
    yes: ["the file takes slots off a signal of this name", "no leak"],
    no: ["the file takes nothing off a signal of this name", "leak"],
  },
  ask(file, { target }) {
    const at = file.calls.named("disconnect").find((call) => {
      const receiver = receiverOf(call);
      return receiver?.type === "MemberExpression" && memberName(receiver) === memberName(target);
    });
    return { ...yesOrNo(at !== undefined), at };
  },
};
