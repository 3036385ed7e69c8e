import type { ForgottenListener } from "../../candidates/forgotten-listener.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

export const mostRemoved: Evidence<ForgottenListener, "yes" | "no"> = {
  id: "unreleased/most-removed",
  asks: "Are at least as many of the listeners that its function adds removed as stay?",
  levels: {
    yes: ["most of the listeners beside it are removed", "leak"],
    no: ["more of the listeners beside it stay than are removed", "no leak"],
  },
  ask: (_file, { staying, siblings }) => yesOrNo(staying <= siblings.length),
};
