import type { OfResource } from "../../candidates/of-resource.ts";
import { endOfMaker } from "../../subjects/resource/maker.ts";
import type { Evidence } from "../evidence.ts";

export const makerEnded: Evidence<OfResource, "yes"> = {
  id: "outlives/maker-ended",
  asks: "Does the function that makes what it was got from also end that, as a browser with its pages?",
  levels: { yes: ["what it was got from is ended by the same function, and takes it along", "no leak"] },
  ask(file, { resource }) {
    const at = endOfMaker(file, resource);
    return { level: at === undefined ? "unknown" : "yes", basis: "named", at };
  },
};
