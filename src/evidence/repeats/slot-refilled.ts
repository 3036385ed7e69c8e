import type { TSESTree } from "@typescript-eslint/utils";

import type { ReplacedTarget } from "../../candidates/replaced-target.ts";
import { derivingMethods } from "../../catalogue/words/promises.ts";
import { beginningVerbs, pairedHooks, settingUp } from "../../catalogue/words/starts.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { isInLoop } from "../../facts/run-count.ts";
import { functionOf } from "../../facts/variables.ts";
import { mentions } from "../../subjects/collection/mentioned-place.ts";
import { isCleanupCallback } from "../../subjects/owner/closure-ends.ts";
import { teardownRankOf } from "../../subjects/owner/teardown-names.ts";
import { listeningVerbs } from "../../catalogue/words/listening.ts";
import { leavesFunction } from "../../syntax/arms.ts";
import { guardsOf, type Guard } from "../../syntax/guards.ts";
import { calleeName, enclosingFunction, isFunction, isNothing, isWithin, unwrap, wrapped, type FunctionNode } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

export const slotRefilled: Evidence<ReplacedTarget, "setter" | "handler" | "old-one-used" | "loop" | "on-demand" | "only-at-end" | "filled-once" | "set-up"> = {
  id: "repeats/slot-refilled",
  asks: "Does the file show that the slot gets another object while it has one?",
  levels: {
    "setter": ["a setter fills the slot", "leak"],
    "handler": ["the slot is filled with each event", "leak"],
    "old-one-used": ["the function does something with the object before it", "leak"],
    "loop": ["the slot is filled in a loop", "leak"],
    "on-demand": ["the slot may still be empty at the end of its owner, so it is filled when somebody asks for it, and only the end takes the listener off", "leak"],
    "only-at-end": ["only the end of the owner takes the listener off", "open"],
    "filled-once": ["the slot is filled only while it is empty, or once for each run of the function that has it", "no leak"],
    "set-up": ["the slot is filled by a set-up, by its name", "no leak"],
  },
  ask(file, candidate) {
    const { host, filling, removals } = candidate;
    const { parent } = host;
    if ((parent.type === "MethodDefinition" || parent.type === "Property") && parent.kind === "set") return { level: "setter", basis: "shown", at: host };
    if (isFilledWhileEmpty(file, candidate) || isFilledOnce(file, candidate)) return { level: "filled-once", basis: "shown", at: filling };
    const old = useOfOld(file, candidate);
    if (old !== undefined) return { level: "old-one-used", basis: "shown", at: old };
    const loop = callsOfHost(file, host).find((call) => isInLoop(call));
    if (loop !== undefined || isInLoop(filling)) return { level: "loop", basis: "shown", at: loop ?? filling };
    const handler = callsOfHost(file, host).find((call) => isInHandlerOfEvents(call));
    if (handler !== undefined || isInHandlerOfEvents(filling)) return { level: "handler", basis: "shown", at: handler ?? host };
    const { name, role } = file.functions.factOf(host);
    if (role === "setup" || settingUp.test(name ?? "") || pairedHooks.test(name ?? "")) return { level: "set-up", basis: "named", at: host };
    if (!removals.every(({ call }) => standsInEnd(file, call))) return { level: "unknown", basis: "shown" };
    const isOnDemand = removals.every(({ call }) => mayBeEmpty(file, candidate, call)) && !beginningVerbs.test(name ?? "");
    return { level: isOnDemand ? "on-demand" : "only-at-end", basis: "named", at: removals[0]?.call };
  },
};

/** `this.current?.classList.remove("on"); this.current = next;`: whoever writes that knows that there is one. */
function useOfOld(file: FileFacts, { slot, filling, host }: ReplacedTarget): TSESTree.Node | undefined {
  return file.mentions.of(slot).find((mention) => enclosingFunction(mention) === host && mention.range[1] <= filling.range[0]);
}

/** Whether what fills the slot looks first whether it is empty. What a constructor fills is no candidate. */
function isFilledWhileEmpty(file: FileFacts, { slot, filling }: ReplacedTarget): boolean {
  const isEmptyBy = ({ test, holds }: Guard): boolean => {
    const isNegated = test.type === "UnaryExpression" && test.operator === "!";
    return holds === isNegated && file.places.placeOf(unwrap(isNegated ? test.argument : test))?.key === slot.key;
  };
  const parts = ({ test, holds }: Guard): readonly Guard[] => (holds === true && test.type === "LogicalExpression" && test.operator === "&&" ? [test.left, test.right].flatMap((part) => parts({ test: part, holds })) : [{ test, holds }]);
  return guardsOf(filling).flatMap(parts).some(isEmptyBy);
}

/** `let status; query().then((found) => { status = found; … });`: each run of the function around has a variable of its own, and fills it once. */
function isFilledOnce(file: FileFacts, { slot, filling }: ReplacedTarget): boolean {
  const owner = slot.root.kind === "variable" && slot.path.length === 0 ? functionOf(slot.root.variable) : undefined;
  const fillings = file.stores.storesTo(slot).filter(({ value }) => value !== undefined && !isNothing(unwrap(value)));
  if (owner === undefined || fillings.length > 1 || isInLoop(filling)) return false;
  let at = enclosingFunction(filling);
  while (at !== undefined && at !== owner && runsOnceWithin(file, at)) at = enclosingFunction(at);
  return at === owner;
}

/** A function that is called where it stands, or by a promise that is settled. */
function runsOnceWithin(file: FileFacts, inner: FunctionNode): boolean {
  const call = wrapped(inner).parent;
  if (call?.type !== "CallExpression" || isInLoop(call)) return false;
  return file.functions.factOf(inner).role === "immediate" || ((call.arguments as readonly TSESTree.Node[]).includes(wrapped(inner)) && derivingMethods.has(calleeName(call) ?? ""));
}

function callsOfHost(file: FileFacts, host: FunctionNode): readonly TSESTree.Node[] {
  const { name } = file.functions.factOf(host);
  return name === undefined ? [] : file.calls.named(name).filter((call) => file.functions.calledFunction(call) === host && calleeName(call) !== "bind");
}

/** Whether the node stands in a function that is an attribute of an element on the page, or that is given to a call which listens. */
function isInHandlerOfEvents(node: TSESTree.Node): boolean {
  const host = enclosingFunction(node);
  const parent = host === undefined ? undefined : wrapped(host).parent;
  if (parent?.type === "JSXExpressionContainer") return parent.parent.type === "JSXAttribute";
  return parent?.type === "CallExpression" && host !== undefined && !isWithin(host, parent.callee) && listeningVerbs.test(calleeName(parent) ?? "");
}

/** Whether the removal looks first whether there is anything in the slot. */
function mayBeEmpty(file: FileFacts, { slot }: ReplacedTarget, call: TSESTree.CallExpression): boolean {
  if (call.optional || (call.callee.type === "MemberExpression" && call.callee.optional)) return true;
  for (let at: TSESTree.Node = call; at.parent != null && !isFunction(at.parent); at = at.parent) {
    const parent: TSESTree.Node = at.parent;
    if ((parent.type === "IfStatement" && !isWithin(at, parent.test) && mentions(file, parent.test, slot)) || (parent.type === "LogicalExpression" && parent.right === at && mentions(file, parent.left, slot))) return true;
  }
  const body = enclosingFunction(call)?.body;
  return body?.type === "BlockStatement" && body.body.some((one) => one.type === "IfStatement" && one.range[1] <= call.range[0] && leavesFunction(one.consequent) && mentions(file, one.test, slot));
}

/** Whether the node stands in the end of its owner: a method by that name, or what an effect gives back. */
function standsInEnd(file: FileFacts, node: TSESTree.Node): boolean {
  for (let at = enclosingFunction(node); at !== undefined; at = enclosingFunction(at)) {
    if (teardownRankOf(file, file.functions.factOf(at).name) === "final") return true;
    const { parent } = at;
    if (isCleanupCallback(file, at) || parent.type === "ReturnStatement" || (parent.type === "ArrowFunctionExpression" && parent.body === at)) return true;
  }
  return false;
}
