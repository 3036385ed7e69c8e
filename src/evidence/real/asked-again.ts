import type { KeyText } from "../../candidates/key-text.ts";
import type { Evidence } from "../evidence.ts";

/** A record of what was seen, under a text that nobody asks for again, is no cache. */
export const askedAgain: Evidence<KeyText, "alike" | "yes" | "no"> = {
  id: "real/asked-again",
  asks: "Is the store asked for its entries again, and under the key that fills it?",
  levels: {
    alike: ["the file fills and reads it under one key, as a cache is used", "leak"],
    yes: ["it is asked for its entries again", "leak"],
    no: ["nobody asks for the entries again", "no leak"],
  },
  ask: (_file, { asked }) => ({ level: asked(), basis: "shown" }),
};
