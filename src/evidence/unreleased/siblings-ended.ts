import type { UnendedChild } from "../../candidates/unended-child.ts";
import { isReleaseName } from "../../catalogue/words/releases.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { standsIn } from "../../facts/reach.ts";
import { calleeName, receiverOf, unwrap, type CallNode } from "../../syntax/tree.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

export const siblingsEnded: Evidence<UnendedChild, "yes" | "no"> = {
  id: "unreleased/siblings-ended",
  asks: "Does the end of the owner end other objects that the owner has made for its fields?",
  levels: { yes: ["the end of the owner ends others that it has made", "leak"], no: ["the end of the owner ends no other that it has made", "open"] },
  ask(file, { place, life }) {
    const { reach } = life();
    const at = file.calls.whose(isReleaseName).find((call) => calleeName(call) !== undefined && standsIn(call, reach) && isOnOtherChild(file, call, place.key));
    return { ...yesOrNo(at !== undefined), at };
  },
};

function isOnOtherChild(file: FileFacts, call: CallNode, own: string): boolean {
  const receiver = receiverOf(call);
  const place = receiver === undefined ? undefined : file.places.placeOf(receiver);
  if (place?.root.kind !== "instance" || place.path.length !== 1 || place.key === own) return false;
  return file.stores.storesTo(place).some(({ value }) => value !== undefined && unwrap(value).type === "NewExpression");
}
