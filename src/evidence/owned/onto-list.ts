import type { OfResource } from "../../candidates/of-resource.ts";
import { takesDisposables } from "../../subjects/subscription/subscribing-calls.ts";
import { yesOrUnknown, type Evidence } from "../evidence.ts";

export const ontoList: Evidence<OfResource, "yes"> = {
  id: "owned/onto-list",
  asks: "Is the call given a list that takes its disposable?",
  levels: { yes: ["the call puts it onto a list of what is to be disposed of", "no leak"] },
  ask: (_file, { resource: { acquisition } }) => yesOrUnknown(takesDisposables(acquisition), "named"),
};
