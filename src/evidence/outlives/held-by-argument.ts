import type { OfResource } from "../../candidates/of-resource.ts";
import { isParameter } from "../../facts/variables.ts";
import type { Evidence } from "../evidence.ts";

export const heldByArgument: Evidence<OfResource, "element" | "given"> = {
  id: "outlives/held-by-argument",
  asks: "Does it go with what the call was given?",
  levels: {
    element: ["what watches an element goes with the element, as a rule together with the code that made it", "open"],
    given: ["what holds it comes from the caller, perhaps for this one call", "open"],
  },
  ask(file, { resource: { pair, acquisition } }) {
    if (pair.heldBy !== "argument") return { level: "unknown", basis: "shown" };
    if (pair.id.startsWith("dom/")) return { level: "element", basis: "shown" };
    const [first] = acquisition.arguments;
    return { level: first !== undefined && isParameter(file.variables, first) ? "given" : "unknown", basis: "shown" };
  },
};
