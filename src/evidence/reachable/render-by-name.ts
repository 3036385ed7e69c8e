import type { RenderedEntry } from "../../candidates/rendered-entry.ts";
import { renderFunctions } from "../../catalogue/words/components.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

export const renderByName: Evidence<RenderedEntry, "yes" | "no"> = {
  id: "reachable/render-by-name",
  asks: "Is the function by its name a component or hook, whose render may be dropped?",
  levels: {
    yes: ["it is put in by a render, which may be dropped", "leak"],
    no: ["it is not put in by a component or hook", "no leak"],
  },
  ask(file, { around }) {
    const { name, owner } = file.functions.factOf(around);
    return { ...yesOrNo(owner === undefined && renderFunctions.test(name ?? ""), "named"), at: around };
  },
};
