import type { StayingListener } from "../../candidates/staying-listener.ts";
import { globalPathOf } from "../../facts/value-origin.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

export const toldByProcess: Evidence<StayingListener, "yes" | "no"> = {
  id: "unmeant/told-by-process",
  asks: "Does the process tell it of its input, its signals, its failures or its end, which one listener hears for all?",
  levels: {
    yes: ["it hears the process itself, as one listener does for the whole program", "no leak"],
    no: ["it does not hear the process itself", "open"],
  },
  ask: (file, { target }) => yesOrNo(target !== undefined && globalPathOf(file, target)?.[0] === "process"),
};
