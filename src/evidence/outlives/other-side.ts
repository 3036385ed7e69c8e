import type { OfResource } from "../../candidates/of-resource.ts";
import { yesOrUnknown, type Evidence } from "../evidence.ts";

export const otherSide: Evidence<OfResource, "yes"> = {
  id: "outlives/other-side",
  asks: "Is it one end of something whose other end may close it as well?",
  levels: { yes: ["a connection, a port or a process of its own, which its other side may end as well", "no leak"] },
  ask: (_file, { resource }) => yesOrUnknown(resource.pair.hasOtherSide === true),
};
