import type { OfResource } from "../../candidates/of-resource.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

export const longLivedKind: Evidence<OfResource, "yes" | "no"> = {
  id: "unmeant/long-lived-kind",
  asks: "Is it a kind of thing that mostly lives as long as the program?",
  levels: {
    yes: ["such a thing mostly lives as long as the program", "no leak"],
    no: ["such a thing mostly ends before the program", "open"],
  },
  ask: (_file, { resource }) => yesOrNo(resource.pair.longLived === true),
};
