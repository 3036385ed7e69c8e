import type { TSESTree } from "@typescript-eslint/utils";

import type { HeldWay } from "../../candidates/held-way.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { isFulfilledOnly } from "../../facts/sure-promises.ts";
import { importedFunction } from "../../subjects/program/imported-function.ts";
import { failingCall, failuresOf } from "../../subjects/way/failures.ts";
import { wrapped } from "../../syntax/tree.ts";
import { yesOrUnknown, type Evidence } from "../evidence.ts";

/** What the file that waits cannot see: `await sleep(100)` of another file, which rejects nothing. */
export const sureElsewhere: Evidence<HeldWay, "yes"> = {
  id: "reachable/sure-elsewhere",
  asks: "Can nothing that is waited for on the way fail, as other files of the project have it?",
  levels: { yes: ["what is waited for there never fails, by the file that has it", "no leak"] },
  ask(file, { way }) {
    const failures = failuresOf(way);
    return yesOrUnknown(failures.length > 0 && failures.every(({ node }) => isSureElsewhere(file, node)), "project");
  },
};

function isSureElsewhere(file: FileFacts, waited: TSESTree.Node): boolean {
  const call = failingCall(waited);
  const isWaitedFor = call.type === "CallExpression" && wrapped(call).parent?.type === "AwaitExpression";
  const callee = isWaitedFor ? importedFunction(file, call) : undefined;
  return callee !== undefined && isFulfilledOnly(callee.file, callee.node);
}
