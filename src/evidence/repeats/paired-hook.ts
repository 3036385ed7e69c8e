import type { Refilled } from "../../candidates/kept-field.ts";
import { pairedHooks } from "../../catalogue/words/starts.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

export const pairedHook: Evidence<Refilled, "yes" | "no"> = {
  id: "repeats/paired-hook",
  asks: "Is the method by its name called once in a life, or in pairs with the one that ends it?",
  levels: { yes: ["the method is by its name called once in a life, or in pairs with its end", "no leak"], no: ["the method may run at any time", "open"] },
  ask: (file, { method }) => yesOrNo(pairedHooks.test(file.functions.factOf(method).name?.replace(/^[_#]+/, "") ?? ""), "named"),
};
