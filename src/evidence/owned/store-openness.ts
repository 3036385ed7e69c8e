import type { Candidate } from "../../candidates/candidate.ts";
import { isFilledFromOutside } from "../../subjects/key/key-use.ts";
import { opennessOf, type Openness } from "../../subjects/key/store-mentions.ts";
import type { UsedStore } from "../../subjects/key/uses-by-store.ts";
import type { Evidence } from "../evidence.ts";

/** Asked last, for it takes an index of all that the file mentions. */
export const storeOpenness: Evidence<Candidate & { readonly store: UsedStore }, Openness | "outside"> = {
  id: "owned/store-openness",
  asks: "Who else can fill or empty the store?",
  levels: {
    closed: ["the file sees all that happens to the store", "leak"],
    shared: ["other code can reach the store by its name", "open"],
    outside: ["other programs fill the store as well", "open"],
    open: ["the store is handed to code that may do anything with it", "no leak"],
  },
  ask(file, { store: { place, kind } }) {
    const openness = opennessOf(file, place);
    return { level: openness !== "open" && isFilledFromOutside(kind) ? "outside" : openness, basis: "shown" };
  },
};
