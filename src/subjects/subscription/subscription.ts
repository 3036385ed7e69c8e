/** A subscription: what its call hands out to end it, how long its emitter lives, and what ends it without that. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { Pair, Release } from "../../catalogue/entry.ts";
import { anything, memberOf } from "../../catalogue/origin.ts";
import { endsOfSubscription } from "../../catalogue/words/removing.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { calleeName, isClass, isFunction, receiverOf } from "../../syntax/tree.ts";
import type { Resource } from "../resource/resource.ts";
import { emitterLifetimeOf, type EmitterLifetime } from "./emitter-lifetime.ts";
import { returnsRemover } from "./returned-remover.ts";
import { streamOf } from "./streams.ts";
import type { SubscribingCall } from "./subscribing-calls.ts";

/** The resource that such a call acquires. */
export function subscriptionOf({ call, kind, cleanup }: SubscribingCall): Resource {
  const verb = cleanup === "unsubscribe" || (cleanup === undefined && kind === "stream") ? "unsubscribe" : "dispose";
  const methods = [...new Set([verb, ...endsOfSubscription])].map((name): Release => ({ by: "method", name }));
  const releases: readonly Release[] = cleanup === "call" ? [{ by: "invoke" }, ...methods] : [...methods, { by: "invoke" }];
  const pair: Pair = {
    id: "language/subscription",
    noun: kind === "other" ? "what it sets up" : "the listener",
    acquire: { form: "call", callee: memberOf(anything, calleeName(call) ?? "") },
    handle: { from: "result" },
    releases,
    heldBy: "receiver",
  };
  return { acquisition: call, pair, confidence: "certain" };
}

/** What is listened to. */
export function emitterOf(file: FileFacts, { call, kind }: SubscribingCall): TSESTree.Node | undefined {
  return kind === "stream" ? streamOf(file, call)?.source : receiverOf(call);
}

/** How long that lives. */
export function lifetimeOfEmitter(file: FileFacts, found: SubscribingCall): EmitterLifetime {
  const { call, kind } = found;
  const emitter = emitterOf(file, found);
  if (kind === "stream") {
    const lifetime = emitter === undefined ? "unknown" : emitterLifetimeOf(file, emitter);
    // What a constant of the module was made as: whatever made it, it stays.
    return lifetime === "unknown" && emitter !== undefined && isMadeByModule(emitter) ? "process" : lifetime;
  }
  if (emitter === undefined && kind === "event") return emitterLifetimeOf(file, call.callee);
  if (emitter !== undefined && (kind === "event" || emitter.type !== "ThisExpression")) return emitterLifetimeOf(file, emitter);
  if (emitter !== undefined && !returnsRemover(file, call)) return "own";
  // A function is given what it puts something on.
  const [first] = call.arguments;
  return first !== undefined && emitterLifetimeOf(file, first) === "own" ? "own" : "unknown";
}

/** Whether the expression stands at the top level, where it is evaluated once and for good. */
function isMadeByModule(node: TSESTree.Node): boolean {
  for (let at: TSESTree.Node | undefined = node; at !== undefined; at = at.parent ?? undefined) if (isFunction(at) || isClass(at)) return false;
  return true;
}
