/** Calls by the verbs of listeners that are about listeners: `connect` and `subscribe` are also verbs of clients and brokers, which take a callback of completion. */
import type { FileFacts } from "../../facts/file-facts.ts";
import { collectListenerCalls, type ListenerCall, type ListenerCalls } from "./listener-calls.ts";
import { freshnessOf } from "./listener-identity.ts";

/** Whether the call is about listeners. */
export function isListening(file: FileFacts, call: ListenerCall): boolean {
  if (call.isOpen) return true;
  switch (call.verbs.family) {
    case "channel":
      return call.event === undefined || file.imports.modules.has("diagnostics_channel");
    case "signal":
      return call.listener !== undefined && (call.third?.type === "ThisExpression" || (call.third === undefined && freshnessOf(file, call.listener) === undefined));
    default:
      return true;
  }
}

const known = new WeakMap<FileFacts, Pick<ListenerCalls, "added" | "removed">>();

/** The additions and removals of a file that are about listeners. */
export function listeningCallsOf(file: FileFacts): Pick<ListenerCalls, "added" | "removed"> {
  const { added, removed } = collectListenerCalls(file);
  const calls = known.get(file) ?? { added: added.filter((call) => isListening(file, call)), removed: removed.filter((call) => isListening(file, call)) };
  known.set(file, calls);
  return calls;
}
