import type { OfResource } from "../../candidates/of-resource.ts";
import { isUnreferenced } from "../../subjects/resource/unreferenced.ts";
import { yesOrUnknown, type Evidence } from "../evidence.ts";

export const unreferenced: Evidence<OfResource, "yes"> = {
  id: "unmeant/unreferenced",
  asks: "Does it let the process end without it, as what is meant to stay does?",
  levels: { yes: ["it lets the process end without it", "no leak"] },
  ask: (file, { node }) => yesOrUnknown(isUnreferenced(file, node)),
};
