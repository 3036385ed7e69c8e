import type { ReleaseByHand } from "../../candidates/release-by-hand.ts";
import { isPlainDisposal } from "../../subjects/resource/disposal.ts";
import { isWithin, wrapped } from "../../syntax/tree.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

export const releasedTwice: Evidence<ReleaseByHand, "yes" | "no"> = {
  id: "unreleased/released-twice",
  asks: "Does other code release it as well?",
  levels: {
    yes: ["other code releases it as well", "no leak"],
    no: ["nothing else releases it", "leak"],
  },
  ask(file, { variable, call, name, pair }) {
    const at = variable.references.find(({ identifier }) => {
      const member = wrapped(identifier).parent;
      const other = member?.type === "MemberExpression" ? wrapped(member).parent : undefined;
      return other !== undefined && other !== call && !isWithin(call, other) && isPlainDisposal(file, other, name, pair);
    })?.identifier;
    return { ...yesOrNo(at !== undefined), at };
  },
};
