import { repeatedHooks } from "../../catalogue/data/subscriptions.ts";
import type { Candidate } from "../../candidates/candidate.ts";
import { enclosingFunction } from "../../syntax/tree.ts";
import { yesOrUnknown, type Evidence } from "../evidence.ts";

export const repeatedHook: Evidence<Candidate, "yes"> = {
  id: "repeats/repeated-hook",
  asks: "Does it stand in a hook that runs each time the widget is shown or attached?",
  levels: { yes: ["it stands in a hook that runs each time the widget is shown", "leak"] },
  ask(file, { node }) {
    const host = enclosingFunction(node);
    return yesOrUnknown(host !== undefined && repeatedHooks.has(file.functions.factOf(host).name ?? ""), "named");
  },
};
