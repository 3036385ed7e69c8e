import type { OfResource } from "../../candidates/of-resource.ts";
import { returnedValues } from "../../subjects/owner/closure-ends.ts";
import { enclosingFunction } from "../../syntax/tree.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

export const effectResult: Evidence<OfResource, "yes" | "no"> = {
  id: "owned/effect-result",
  asks: "Does the effect give its framework something, perhaps a cleanup?",
  levels: {
    yes: ["the effect gives its framework something, perhaps a cleanup", "open"],
    no: ["the effect gives its framework nothing", "leak"],
  },
  ask(file, { node }) {
    const effect = enclosingFunction(node);
    const [at] = effect === undefined ? [] : returnedValues(file, effect);
    return { ...yesOrNo(at !== undefined), at };
  },
};
