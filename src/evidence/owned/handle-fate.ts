import type { LostHandle } from "../../candidates/lost-handle.ts";
import type { Evidence } from "../evidence.ts";

export const handleFate: Evidence<LostHandle, "nobody" | "variable" | "named-again" | "handed-on"> = {
  id: "owned/handle-fate",
  asks: "Who has the handle?",
  levels: {
    "nobody": ["nobody has the handle", "leak"],
    "variable": ["only a variable of the function has the handle", "leak"],
    "named-again": ["whoever names it again can release it", "open"],
    "handed-on": ["the handle is handed on, and whoever has it may release it", "no leak"],
  },
  ask(_file, { fate, isNamedAgain, trace }) {
    if (fate.kind === "discarded") return { level: "nobody", basis: "shown", at: fate.at };
    if (fate.kind === "handed-over" || trace?.escapes === true) return { level: "handed-on", basis: "shown" };
    if (isNamedAgain) return { level: "named-again", basis: "shown" };
    return { level: fate.kind === "unknown" ? "unknown" : "variable", basis: "shown" };
  },
};
