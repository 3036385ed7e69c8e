import type { Owned } from "../../candidates/kept-field.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

export const endUnread: Evidence<Owned, "yes" | "no"> = {
  id: "unreleased/end-unread",
  asks: "Does the end of the owner do what nobody can follow, such as to go through the fields by name?",
  levels: { yes: ["the end of its owner may release it in a way that nobody can follow", "no leak"], no: ["what the end of its owner does can be followed", "open"] },
  ask(_file, { life }) {
    const { isOpaque, teardown } = life();
    return { ...yesOrNo(isOpaque), at: teardown?.node };
  },
};
