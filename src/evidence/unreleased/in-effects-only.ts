import type { RenderedEntry } from "../../candidates/rendered-entry.ts";
import { effectCalls } from "../../catalogue/data/lifecycles.ts";
import { calleeName } from "../../syntax/tree.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

export const inEffectsOnly: Evidence<RenderedEntry, "yes" | "no"> = {
  id: "unreleased/in-effects-only",
  asks: "Do all removals stand in effects of the function that puts it in?",
  levels: {
    yes: ["it is removed in an effect, which a render that is dropped never runs", "leak"],
    no: ["it is removed elsewhere than in effects", "no leak"],
  },
  ask: (_file, { takers, end }) => ({ ...yesOrNo(takers.every((calls) => calls.some((call) => effectCalls.test(calleeName(call) ?? "")))), at: end.node }),
};
