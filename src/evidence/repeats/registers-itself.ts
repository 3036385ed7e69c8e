import type { TSESTree } from "@typescript-eslint/utils";

import type { GrowingCollection } from "../../candidates/growing-collection.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { yesOrUnknown, type Evidence } from "../evidence.ts";

export const registersItself: Evidence<GrowingCollection, "yes"> = {
  id: "repeats/registers-itself",
  asks: "Does an object with an end of its own put itself into a collection that it shares?",
  levels: { yes: ["objects that have an end put themselves into it", "leak"] },
  ask: (file, { collection, insert }) => yesOrUnknown(isSelf(file, collection.place.root.kind, insert.key)),
};

function isSelf(file: FileFacts, root: string, key: TSESTree.Node | undefined): boolean {
  if (key?.type !== "ThisExpression" || root === "instance") return false;
  const owner = file.places.placeOf(key)?.root;
  return owner?.kind === "instance" && file.functions.membersOf(owner.owner).some(({ role }) => role === "teardown");
}
