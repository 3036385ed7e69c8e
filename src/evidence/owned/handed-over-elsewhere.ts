import type { HeldWay } from "../../candidates/held-way.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

export const handedOverElsewhere: Evidence<HeldWay, "yes" | "no"> = {
  id: "owned/handed-over-elsewhere",
  asks: "Is it only handed over on other ways, and never released here?",
  levels: {
    yes: ["other ways hand it over, and nothing here releases it", "no leak"],
    no: ["another way releases it", "leak"],
  },
  ask: (_file, { releases: [release] }) => ({ ...yesOrNo(release === undefined), at: release }),
};
