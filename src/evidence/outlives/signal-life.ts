import type { TSESTree } from "@typescript-eslint/utils";

import type { StayingListener } from "../../candidates/staying-listener.ts";
import { declaredTypeOf } from "../../facts/declared-types.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { isOfRequestType } from "../../subjects/key/context-types.ts";
import { signalLifeOf, type SignalLife } from "../../subjects/listener/signal-life.ts";
import { unwrap } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

export const signalLife: Evidence<StayingListener, SignalLife> = {
  id: "outlives/signal-life",
  asks: "Who has made the signal that it waits on?",
  levels: {
    made: ["the signal is made for the call, or for the request that it serves, and goes with it", "no leak"],
    kept: ["the signal is kept for many calls", "leak"],
    given: ["the signal is given by a caller, who may keep it for many calls", "leak"],
  },
  ask(file, { target }) {
    if (target === undefined) return { level: "unknown", basis: "shown" };
    return { level: isOfRequest(file, target) ? "made" : (signalLifeOf(file, target) ?? "unknown"), basis: "shown" };
  },
};

/** `request.signal` of what is declared to be a request. */
function isOfRequest(file: FileFacts, signal: TSESTree.Node): boolean {
  const node = unwrap(signal);
  const holder = node.type === "MemberExpression" ? declaredTypeOf(file, node.object) : undefined;
  return holder !== undefined && isOfRequestType(file, holder);
}
