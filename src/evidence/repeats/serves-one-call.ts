import type { TSESTree } from "@typescript-eslint/utils";

import type { StayingListener } from "../../candidates/staying-listener.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { isParameter } from "../../facts/variables.ts";
import { runsAny, settlesPromise } from "../../subjects/listener/settling-listener.ts";
import { isWithin, type CallNode } from "../../syntax/tree.ts";
import { yesOrUnknown, type Evidence } from "../evidence.ts";

export const servesOneCall: Evidence<StayingListener, "yes"> = {
  id: "repeats/serves-one-call",
  asks: "Does it serve one call: does it settle the promise of that call, or call a function that was given to it?",
  levels: { yes: ["it serves one call, so there is one for each call", "leak"] },
  ask: (file, { resource }) => yesOrUnknown(settlesPromise(file, resource) || servesCaller(file, resource.acquisition)),
};

function servesCaller(file: FileFacts, acquisition: CallNode): boolean {
  // A listener's own parameters come from the emitter: `socket.on("message", (text, done) => done())`.
  return runsAny(file, acquisition, (callee) => isParameter(file.variables, callee) && !isWithin(declaringNode(file, callee), acquisition));
}

function declaringNode(file: FileFacts, parameter: TSESTree.Node): TSESTree.Node {
  return file.variables.variableOf(parameter)?.defs[0]?.node ?? parameter;
}
