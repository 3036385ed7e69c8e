import type { DifferingKey } from "../../candidates/asked-key.ts";
import type { KeyDifference } from "../../subjects/key/key-difference.ts";
import type { Evidence } from "../evidence.ts";

type Level = "form" | "source" | "contents" | "identity" | "none";

const LEVELS: Readonly<Partial<Record<KeyDifference["difference"]["kind"], Level>>> = { value: "source", absent: "source", otherObject: "source", otherSource: "source", contents: "contents", identity: "identity" };

export const keyDifference: Evidence<DifferingKey, Level> = {
  id: "unreleased/key-difference",
  asks: "In what does the key differ from those of all inserts?",
  levels: {
    form: ["its key is made in another way than those of the inserts", "leak"],
    source: ["its key and that of the insert are taken from two things", "leak"],
    contents: ["by their names one key is what a file holds, and the other what it is found by", "leak"],
    identity: ["its key is a new object, which is another rule's to tell", "open"],
    none: ["an insert of the file may have used its key", "no leak"],
  },
  ask(_file, { difference }) {
    const found = difference();
    if (found === undefined) return { level: "none", basis: "shown" };
    const level = LEVELS[found.difference.kind] ?? "form";
    return { level, basis: level === "contents" ? "named" : found.confidence === "certain" ? "proved" : "shown", at: found.insert.node };
  },
};
