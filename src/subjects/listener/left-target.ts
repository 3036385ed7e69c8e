/** Where the end of an owner takes its own part out of the target of a listener: the target stays behind, and the listener on it. */
import type { TSESTree } from "@typescript-eslint/utils";

import { takingIn, takingOut } from "../../catalogue/words/removing.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { FunctionFact } from "../../facts/functions.ts";
import { reachedFrom, standsIn } from "../../facts/reach.ts";
import { functionOf } from "../../facts/variables.ts";
import { isWithin, receiverOf, type CallNode } from "../../syntax/tree.ts";

/** The call of the teardown by which the target lets go of something of the owner's. */
export function findPartTakenOut(file: FileFacts, target: TSESTree.Node, teardown: FunctionFact): CallNode | undefined {
  const keys = namesOfTarget(file, target);
  if (keys.size === 0) return undefined;
  const reach = reachedFrom(file, [teardown.node]);
  const removals = file.calls.whose((name) => takingOut.test(name)).filter((call) => standsIn(call, reach));
  return removals.find((call) => {
    const key = keyOfCalled(file, call);
    if (key === undefined) return false;
    if (keys.has(key)) return call.arguments.some((argument) => isOwnPart(file, argument, teardown, keys));
    return call.arguments.length === 0 && isTakenIn(file, key, keys);
  });
}

/** The target itself, and the fields and variables that are given it. */
function namesOfTarget(file: FileFacts, target: TSESTree.Node): ReadonlySet<string> {
  const key = file.places.placeOf(target)?.key;
  const keys = new Set(key === undefined ? [] : [key]);
  for (const { left, right } of file.nodes.assignments) {
    if (key === undefined || file.places.placeOf(right)?.key !== key) continue;
    const name = file.places.placeOf(left);
    if (name !== undefined) keys.add(name.key);
  }
  return keys;
}

function keyOfCalled(file: FileFacts, call: CallNode): string | undefined {
  const receiver = receiverOf(call);
  return receiver === undefined ? undefined : file.places.placeOf(receiver)?.key;
}

/** Whether an argument is the owner, a field of it, or a variable of the factory that hands the teardown out. */
function isOwnPart(file: FileFacts, argument: TSESTree.Node, teardown: FunctionFact, keys: ReadonlySet<string>): boolean {
  const place = file.places.placeOf(argument);
  if (place === undefined || keys.has(place.key)) return false;
  if (place.root.kind === "instance") return true;
  const factory = place.root.kind === "variable" ? functionOf(place.root.variable) : undefined;
  return factory !== undefined && factory !== teardown.node && isWithin(teardown.node, factory);
}

/** `stage.append(this.lens)`: what is taken in by the target is a part of it. */
function isTakenIn(file: FileFacts, part: string, keys: ReadonlySet<string>): boolean {
  return file.calls.whose((name) => takingIn.test(name)).some((call) => {
    const whole = keyOfCalled(file, call);
    return whole !== undefined && keys.has(whole) && call.arguments.some((argument) => file.places.placeOf(argument)?.key === part);
  });
}
