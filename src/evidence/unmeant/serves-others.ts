import type { TSESTree } from "@typescript-eslint/utils";

import type { LostHandle } from "../../candidates/lost-handle.ts";
import { addingNames } from "../../catalogue/data/subscriptions.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { valueLifetimeOf } from "../../facts/value-lifetime.ts";
import type { Variable } from "../../facts/variables.ts";
import { isWatcherForAll } from "../../subjects/handle/watcher-for-all.ts";
import { calleeName, enclosingFunction, receiverOf, wrapped, type FunctionNode } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

export const servesOthers: Evidence<LostHandle, "used-by-others" | "for-nobody"> = {
  id: "unmeant/serves-others",
  asks: "Does what may last go on serving?",
  levels: {
    "used-by-others": ["a function that others keep goes on using it", "no leak"],
    "for-nobody": ["it tells nobody in particular what it sees", "no leak"],
  },
  ask(file, { resource: { pair, acquisition }, holder }) {
    if (pair.longLived !== true || typeof holder !== "object") return { level: "unknown", basis: "shown" };
    if (pair.handle.from === "receiver" && isWatcherForAll(file, holder)) return { level: "for-nobody", basis: "shown" };
    const host = enclosingFunction(acquisition);
    const users = holder.references.map(({ identifier }) => outermostBelow(identifier, host));
    const at = users.find((user) => user !== undefined && isKeptByOther(file, user, holder));
    return { level: at === undefined ? "unknown" : "used-by-others", basis: "named", at };
  },
};

/** The function around the node that stands directly in `host`. */
function outermostBelow(node: TSESTree.Node, host: FunctionNode | undefined): FunctionNode | undefined {
  let below: FunctionNode | undefined;
  for (let at = enclosingFunction(node); at !== undefined && at !== host; at = enclosingFunction(at)) below = at;
  return below;
}

/** `server.on("upgrade", user)`, `metrics.register("lag", { calculate: user })`, where the object was there before. */
function isKeptByOther(file: FileFacts, user: FunctionNode, variable: Variable): boolean {
  let value: TSESTree.Node = wrapped(user);
  while (value.parent?.type === "Property" || value.parent?.type === "ObjectExpression") value = wrapped(value.parent);
  const call = value.parent;
  if (call?.type !== "CallExpression" || call.callee === value || !addingNames.test(calleeName(call) ?? "")) return false;
  const receiver = receiverOf(call);
  if (receiver === undefined) return false;
  const root = file.places.placeOf(receiver)?.root;
  return !(root?.kind === "variable" && root.variable === variable) && valueLifetimeOf(file, receiver) !== "own";
}
