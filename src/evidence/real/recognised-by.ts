import type { TSESTree } from "@typescript-eslint/utils";

import type { HeldWay } from "../../candidates/held-way.ts";
import { givingBack } from "../../catalogue/words/handle-calls.ts";
import type { Resource } from "../../subjects/resource/resource.ts";
import { calleeName } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

export const recognisedBy: Evidence<HeldWay, "catalogue" | "language" | "own-release"> = {
  id: "real/recognised-by",
  asks: "What tells that it is a resource?",
  levels: {
    "catalogue": ["the catalogue knows it", "leak"],
    "language": ["its type, its tag or what is given back tells that it is a resource", "leak"],
    "own-release": ["nothing but the name of its release tells that it is a resource", "open"],
  },
  ask(_file, { resource, releases: [release] }) {
    if (!resource.pair.id.startsWith("language/")) return { level: "catalogue", basis: "proved" };
    return isUnknownThing(resource, release) ? { level: "own-release", basis: "named", at: release } : { level: "language", basis: "shown", at: release };
  },
};

/** Whether its release alone tells that it is one, and gives nothing back to anybody: what `release()` and `unlock()` give back, somebody else waits for. */
export function isUnknownThing({ pair }: Resource, release: TSESTree.Node | undefined): boolean {
  return pair.id === "language/released-by-name" && !(release?.type === "CallExpression" && givingBack.test(calleeName(release) ?? ""));
}
