import type { TSESTree } from "@typescript-eslint/utils";

import type { Settlement } from "../../candidates/settlement.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { endsTarget, heardOf, isEndHeard, isPutOn } from "../../subjects/settler/ended-target.ts";
import type { Settler } from "../../subjects/settler/settlers.ts";
import { enclosingFunction } from "../../syntax/tree.ts";
import { yesOrNo, type Evidence } from "../evidence.ts";

export const releasedByLaterEnd: Evidence<Settlement, "yes" | "no"> = {
  id: "unreleased/released-by-later-end",
  asks: "Is it released when that ends whose event settles the promise? `error` and `kill()` are followed by `close`.",
  levels: {
    yes: ["it is released by an end that soon follows", "no leak"],
    no: ["no end that follows releases it", "leak"],
  },
  ask(file, { releases, settler }) {
    const release = releases.find((one) => followsFrom(file, one, settler));
    return { ...yesOrNo(release !== undefined, "named"), at: release };
  },
};

function followsFrom(file: FileFacts, release: TSESTree.Node, settler: Settler): boolean {
  const handler = enclosingFunction(release)?.parent;
  if ((handler?.type !== "CallExpression" && handler?.type !== "AssignmentExpression") || !isEndHeard(handler)) return false;
  const emitter = heardOf(handler);
  return [...settler.of].some((hearer) => isPutOn(file, hearer, emitter)) || endsTarget(file, settler, emitter);
}
