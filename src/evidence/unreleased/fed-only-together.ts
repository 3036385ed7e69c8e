import type { ForgottenSibling } from "../../candidates/forgotten-sibling.ts";
import { enclosingFunction } from "../../syntax/tree.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

export const fedOnlyTogether: Evidence<ForgottenSibling, "yes" | "no"> = {
  id: "unreleased/fed-only-together",
  asks: "Does the sibling get its entries nowhere else, so that one there begins and ends with its id?",
  levels: {
    yes: ["its sibling gets its entries nowhere else, so that one ends with its id", "leak"],
    no: ["its sibling gets entries elsewhere too, so that one may end before its id", "open"],
  },
  ask(_file, { sibling, fed }) {
    const home = enclosingFunction(fed.node);
    const other = sibling.operations.find(({ kind, node }) => kind === "insert" && enclosingFunction(node) !== home);
    return { ...yesOrNo(other === undefined), at: other?.node };
  },
};
