import type { TSESTree } from "@typescript-eslint/utils";

import type { Settlement } from "../candidates/settlement.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import { enclosingFunction, isWithin } from "../syntax/tree.ts";
import type { Proof } from "./proof.ts";

/** `on("data", () => { release(); on("close", resolve); })`: the callback around the settler has released before. */
export const releasedBefore: Proof<Settlement> = {
  id: "proof/released-before",
  says: "it is released before that callback can settle the promise",
  find: (file, settlement) => settlement.releases.find((release) => runsBefore(file, release, settlement)) ?? false,
};

function runsBefore(file: FileFacts, release: TSESTree.Node, { wait: { home: executor }, settler: { node } }: Settlement): boolean {
  const releaser = enclosingFunction(release);
  if (releaser === undefined || releaser === executor) return false;
  if (isWithin(node, releaser)) return release.range[0] < node.range[0];
  for (let around = enclosingFunction(node); around !== undefined && around !== executor; around = enclosingFunction(around)) {
    if (file.calls.directlyIn(around).some((call) => call.range[1] <= node.range[0] && file.functions.calledFunction(call) === releaser)) return true;
  }
  return false;
}
