import type { MarkedEntry } from "../../candidates/marked-entry.ts";
import { isInTest } from "../../syntax/arms.ts";
import { isWithin } from "../../syntax/tree.ts";
import { shownAt, type Evidence } from "../evidence.ts";

export const markTested: Evidence<MarkedEntry, "yes" | "no"> = {
  id: "real/mark-tested",
  asks: "Does other code look at the mark, and pass over the entries that have it?",
  levels: { yes: ["other code passes over the entries that are so marked", "leak"], no: ["nothing shows what the mark is for", "open"] },
  ask: (file, { mark, ending }) => shownAt(file.mentions.membersNamed(mark).find((member) => !isWithin(member, ending) && isInTest(member))),
};
