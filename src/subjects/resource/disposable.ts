/** Values whose type says that they are to be disposed, without being in the catalogue. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { Handle, Pair, Release } from "../../catalogue/entry.ts";
import { anything, memberOf } from "../../catalogue/origin.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { calleeName, wrapped, type CallNode } from "../../syntax/tree.ts";

/** The verbs under which disposable types also offer their release. */
const RELEASE_VERBS = [
  "[dispose]", "[asyncDispose]", "dispose", "disposeAsync", "close", "end", "destroy", "release", "cancel", "stop", "terminate", "unsubscribe", "disconnect", "abort", "shutdown", "return", "kill", "unlock", "rollback", "commit", "finish", "unref", "move",
];
const RELEASES: readonly Release[] = [...RELEASE_VERBS.map((name): Release => ({ by: "method", name }))];

/** Types that can be disposed but are as a rule left to end by themselves, or that the catalogue knows better. */
const LEFT_TO_THEMSELVES = /^(?:Timeout|Immediate|NodeJS\.\w+|.*(?:Iterator|Generator|Iterable|IteratorObject))$/;
const CREATING_VERB = /^(?:create|open|make|build|new|start|connect|acquire|lock|watch|subscribe|begin|spawn|fork|listen|get(?:Connection|Lock|Reader|Writer|Client|Session)|allocate|attach|register|add|on[A-Z])/;

/** The pair for a call whose value is disposable by type; undefined where the type says no or lends what another owns. */
export function disposablePairOf(file: FileFacts, call: CallNode): Pair | undefined {
  const value = awaitedValueOf(call);
  const disposal = file.types.disposalOf(value) ?? file.types.disposalOf(call);
  if (disposal === undefined) return undefined;
  const origin = file.types.originOf(value);
  if (origin === undefined || LEFT_TO_THEMSELVES.test(origin.name) || origin.module === "lib" || isOfNode(origin.module)) return undefined;
  const name = calleeName(call);
  if (name === undefined || (call.type !== "NewExpression" && !CREATING_VERB.test(name))) return undefined;
  const handle: Handle = value === call ? { from: "result" } : { from: "awaited" };
  return {
    id: "language/disposable",
    noun: `a disposable \`${origin.name}\``,
    acquire: { form: call.type === "NewExpression" ? "new" : "call", callee: memberOf(anything, name) },
    handle,
    releases: RELEASES,
    heldBy: "process",
  };
}

function awaitedValueOf(call: CallNode): TSESTree.Node {
  const parent = wrapped(call).parent;
  return parent?.type === "AwaitExpression" ? parent : call;
}

function isOfNode(module: string | undefined): boolean {
  return module !== undefined && NODE_MODULES.has(module.split("/")[0] as string);
}

const NODE_MODULES = new Set(["node", "fs", "net", "http", "https", "http2", "timers", "child_process", "worker_threads", "readline", "stream", "events", "dgram", "sqlite", "async_hooks", "perf_hooks", "test", "repl", "tls", "zlib", "crypto"]);
