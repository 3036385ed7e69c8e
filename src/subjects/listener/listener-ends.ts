/** What ends a listener that nothing removes: the end of its target, or that of the program, of which its owner is a part. */
import type { TSESTree } from "@typescript-eslint/utils";

import { endingEvents } from "../../catalogue/data/lifecycles.ts";
import { endsOfProgram, quittingNames } from "../../catalogue/words/ending.ts";
import { eventsOfProcess, listeningVerbs } from "../../catalogue/words/listening.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { FunctionFact } from "../../facts/functions.ts";
import { isMadeOnce } from "../../facts/instantiations.ts";
import { globalPathOf } from "../../facts/value-origin.ts";
import { calleeName, enclosingFunction, isClass, isNothing, memberName, receiverOf, unwrap, type CallNode, type FunctionNode } from "../../syntax/tree.ts";
import { reachedFrom, standsIn } from "../../facts/reach.ts";
import { targetOfListener } from "./listener-calls.ts";
import { teardownRankOf } from "../owner/teardown-names.ts";
import type { Resource } from "../resource/resource.ts";
import { scopeOf } from "../subscription/subscription-scope.ts";

/** Whether the listener goes with its target: the teardown ends that, or its own end is what the owner waits for. */
export function endsWithTarget(file: FileFacts, { acquisition }: Resource, teardown: FunctionFact): boolean {
  const target = targetOfListener(file, acquisition);
  const key = target === undefined ? undefined : file.places.placeOf(target)?.key;
  if (key === undefined) return false;
  const reach = reachedFrom(file, [teardown.node]);
  return file.nodes.calls.some((call) => {
    const receiver = receiverOf(call);
    const held = receiver === undefined ? undefined : file.places.placeOf(receiver);
    if (held === undefined || !(key === held.key || key.startsWith(`${held.key}.`)) || receiver?.type === "ThisExpression") return false;
    return (standsIn(call, reach) && isEnding(file, call)) || hearsItsEnd(file, call, held.key, teardown);
  });
}

function isEnding(file: FileFacts, call: CallNode): boolean {
  return teardownRankOf(file, calleeName(call)) === "final";
}

/** `socket.on("close", () => this.dispose())`, `window.on("closed", () => { this.window = undefined; })`. */
function hearsItsEnd(file: FileFacts, call: CallNode, key: string, teardown: FunctionFact): boolean {
  const [event, listener] = call.arguments;
  if (!listeningVerbs.test(calleeName(call) ?? "") || event?.type !== "Literal" || listener === undefined || !endingEvents.has(String(event.value))) return false;
  const bare = unbound(listener);
  if (bare.type === "MemberExpression" && teardownRankOf(file, memberName(bare)) !== undefined) return true;
  const run = runBy(file, bare);
  return run.has(teardown.node) || dropsPlace(file, run, key);
}

/** What runs when a part of an object tells of its end, `this.socket.on("close", this.onClose)`; nothing for another call. */
export function runAtEndOfPart(file: FileFacts, call: CallNode): ReadonlySet<FunctionNode> {
  const [event, listener] = call.arguments;
  const part = receiverOf(call);
  const place = part === undefined ? undefined : file.places.placeOf(part);
  if (place?.root.kind !== "instance" || place.path.length === 0 || event?.type !== "Literal" || listener === undefined || !endingEvents.has(String(event.value))) return new Set();
  return runBy(file, unbound(listener));
}

/** The functions that run with a listener. */
function runBy(file: FileFacts, listener: TSESTree.Node): ReadonlySet<FunctionNode> {
  return reachedFrom(file, handlersOf(file, listener).flatMap((handler) => file.functions.functionValueOf(handler) ?? []));
}

/** `this.onClose` for `this.onClose.bind(this)`. */
function unbound(expression: TSESTree.Node): TSESTree.Node {
  const node = unwrap(expression);
  if (node.type !== "CallExpression" || calleeName(node) !== "bind") return node;
  return receiverOf(node) ?? node;
}

/** The function itself, and what a field was given that names it. */
function handlersOf(file: FileFacts, expression: TSESTree.Node): readonly TSESTree.Node[] {
  const place = file.places.placeOf(expression);
  const stored = place?.root.kind === "instance" ? file.stores.storesTo(place).flatMap(({ value }) => (value === undefined ? [] : unbound(value))) : [];
  return [expression, ...stored];
}

/** Whether one of the functions lets go of what the place holds. */
function dropsPlace(file: FileFacts, functions: ReadonlySet<TSESTree.Node>, key: string): boolean {
  const isKey = (node: TSESTree.Node): boolean => file.places.placeOf(unwrap(node))?.key === key;
  return file.nodes.members.some((member) => {
    const host = enclosingFunction(member);
    if (host === undefined || !functions.has(host) || !isKey(member)) return false;
    const { parent } = member;
    return (parent.type === "AssignmentExpression" && parent.left === member && isNothing(parent.right)) || (parent.type === "UnaryExpression" && parent.operator === "delete");
  });
}

/** Whether the owner lives as long as the program: the module makes the only one, or the teardown by its name ends the program. */
export function endsWithProgram(file: FileFacts, resource: Resource, teardown: FunctionFact): boolean {
  const scope = scopeOf(file, resource.acquisition);
  if (isClass(scope) && isMadeOnce(file, scope)) return true;
  if (quittingNames.test(teardown.name ?? "")) return true;
  if (!isEndOfProcess(file, resource)) return false;
  return endsOfProgram.test(teardown.name ?? "") || (teardownRankOf(file, teardown.name) !== "final" && !isInConstructor(file, resource));
}

/** What a constructor puts on, each object puts on, whether it is ever started or not. */
function isInConstructor(file: FileFacts, { acquisition }: Resource): boolean {
  for (let at = enclosingFunction(acquisition); at !== undefined; at = enclosingFunction(at)) if (file.functions.factOf(at).role === "constructor") return true;
  return false;
}

/** Whether the process tells the listener of its own end: one listener of a command or server hears it for all. */
function isEndOfProcess(file: FileFacts, { acquisition }: Resource): boolean {
  const target = targetOfListener(file, acquisition);
  if (target === undefined || globalPathOf(file, target)?.join(".") !== "process") return false;
  const [event] = acquisition.arguments;
  const name = event === undefined ? undefined : unwrap(event);
  return name?.type !== "Literal" || eventsOfProcess.test(String(name.value));
}
