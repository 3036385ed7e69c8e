import type { SiblingEntry } from "../../candidates/forgotten-sibling.ts";
import { happenTogether } from "../../subjects/entry/siblings.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

export const fedWithSibling: Evidence<SiblingEntry, "yes" | "no"> = {
  id: "unreleased/fed-with-sibling",
  asks: "Does the function that puts it in put an entry into the sibling under the same key?",
  levels: {
    yes: ["it is put in together with an entry of its sibling", "leak"],
    no: ["its sibling gets no entry with it", "no leak"],
  },
  ask(file, { insert, sibling }) {
    const fed = sibling.operations.find((other) => other.kind === "insert" && happenTogether(file, insert, other));
    return { ...yesOrNo(fed !== undefined), at: fed?.node };
  },
};
