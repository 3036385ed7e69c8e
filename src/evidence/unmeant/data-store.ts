import type { GrowingCollection } from "../../candidates/growing-collection.ts";
import { memoryStores } from "../../catalogue/words/meant-to-stay.ts";
import { nameOfHolder } from "../../subjects/collection/container-lifetime.ts";
import { yesOrUnknown, type Evidence } from "../evidence.ts";

export const dataStore: Evidence<GrowingCollection, "yes"> = {
  id: "unmeant/data-store",
  asks: "Does what holds it by its name hold the data themselves, which nobody removes as long as they are wanted?",
  levels: { yes: ["what holds it is by its name the store of the data themselves", "no leak"] },
  ask: (_file, { collection }) => yesOrUnknown(memoryStores.test(nameOfHolder(collection.place) ?? ""), "named"),
};
