/** Whether an event runs a function with each thing that it brings, whatever the function is called. */
import { isStartupEvent } from "../../catalogue/words/starting-up.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { methodOfObject } from "../../facts/object-owners.ts";
import { calleeName, enclosingFunction, type CallNode, type FunctionNode } from "../../syntax/tree.ts";
import { eventsHeardBy, nameOfSlot } from "../listener/heard-events.ts";

/** How many functions up a call is followed to the handler it stands in. */
const MAXIMUM_DEPTH = 3;

/** Answers it: the function is itself put on an event, or is called in sight by one that is, with what the event brings. */
export function isRunByEvents(file: FileFacts, node: FunctionNode, depth = 0): boolean {
  if (node.params.length > 0 && eventsHeardBy(file, node).some(({ isOnce, name, at }) => !isOnce && !isStartupEvent(name ?? nameOfSlot(at) ?? ""))) return true;
  return depth < MAXIMUM_DEPTH && callsRunning(file, node).some((call) => {
    const host = call.arguments.length > 0 ? enclosingFunction(call) : undefined;
    return host !== undefined && host !== node && isRunByEvents(file, host, depth + 1);
  });
}

/** The calls of the file that run a function, by its name, by `this`, or on an object that the file makes. */
function callsRunning(file: FileFacts, node: FunctionNode): readonly CallNode[] {
  const { name } = file.functions.factOf(node);
  if (name === undefined) return [];
  return file.calls.named(name).filter((call) => calleeName(call) === name && (file.functions.calledFunction(call) ?? methodOfObject(file, call)) === node);
}
