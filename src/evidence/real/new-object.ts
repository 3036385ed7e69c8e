import type { AskedObject } from "../../candidates/asked-key.ts";
import type { NewObject } from "../../subjects/key/new-object.ts";
import type { Evidence } from "../evidence.ts";

export const newObject: Evidence<AskedObject, NewObject["how"]> = {
  id: "real/new-object",
  asks: "Where does the object come from that the store is asked for?",
  levels: {
    "made-for-it": ["the object is made for the look-up", "leak"],
    "made-before": ["the object is made, asked for, and only then put in", "leak"],
    "built-by-callers": ["the calls of the file build the object in place", "leak"],
    "list": ["the object is a list, which callers build anew", "leak"],
  },
  ask: (_file, { newness }) => ({ level: newness()?.how ?? "unknown", basis: "shown" }),
};
