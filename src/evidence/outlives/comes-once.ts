import type { StayingListener } from "../../candidates/staying-listener.ts";
import { optionNamed, optionsOf } from "../../facts/options.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

export const comesOnce: Evidence<StayingListener, "yes" | "no"> = {
  id: "outlives/comes-once",
  asks: "Does it go by itself with the first event?",
  levels: {
    yes: ["it goes with the first event, if that comes", "open"],
    no: ["it stays when the event has come", "open"],
  },
  ask(file, { resource: { acquisition } }) {
    const options = acquisition.arguments[2] === undefined ? undefined : optionsOf(file, acquisition.arguments[2]);
    const once = optionNamed(options, "once");
    return yesOrNo(once?.type === "Literal" && once.value === true);
  },
};
