import type { Owned } from "../../candidates/kept-field.ts";
import { standsIn } from "../../facts/reach.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

export const runsAtEnd: Evidence<Owned, "yes" | "no"> = {
  id: "outlives/runs-at-end",
  asks: "Does this code run when the owner ends?",
  levels: { yes: ["the end of its owner itself does this", "open"], no: ["it is done before its owner ends", "open"] },
  ask(_file, { node, life }) {
    const { reach, teardown } = life();
    return { ...yesOrNo(standsIn(node, reach)), at: teardown?.node };
  },
};
