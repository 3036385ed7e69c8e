/** What a class makes for its fields that no file in sight describes, and that the class itself ends: its author knows that it has to be. */
import type { TSESTree } from "@typescript-eslint/utils";

import { memoryOnlyTypes } from "../../catalogue/words/memory.ts";
import { finalVerbs } from "../../catalogue/words/releases.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { Place } from "../../facts/places.ts";
import { calleeName, unwrap, type CallNode } from "../../syntax/tree.ts";
import { methodCallsOn } from "../handle/field-uses.ts";
import { holdsNothing } from "../resource/released-by-name.ts";
import { classOfNew } from "./made-class.ts";
import { isBegun, type Members } from "./members.ts";

/** A part, and the calls that end it by their verb. */
export interface PartOutOfSight {
  readonly call: CallNode;
  readonly verbs: readonly CallNode[];
}

/** Collects the parts that are made with the object. */
export function partsOutOfSight(file: FileFacts, members: Members): readonly PartOutOfSight[] {
  return file.nodes.assignments.flatMap(({ left, right, operator }): PartOutOfSight[] => {
    const call = operator === "=" ? madeIn(right) : undefined;
    const name = call === undefined ? undefined : calleeName(call);
    if (call === undefined || name === undefined || memoryOnlyTypes.test(name) || holdsNothing(call, name) || !isBegun(members, call)) return [];
    const place = file.places.writtenPlaceOf(left);
    if (place?.root.kind !== "instance" || place.path.length !== 1 || !members.owners.includes(place.root.owner)) return [];
    const verbs = call.type === "CallExpression" && methodCallsOn(file, place).length === 0 ? invocationsOf(file, place) : methodCallsOn(file, place).filter((one) => finalVerbs.test(calleeName(one) ?? ""));
    return verbs.length === 0 || isInSight(file, call) ? [] : [{ call, verbs }];
  });
}

/** `this.unlisten()`: what a call gives may be its end, if nothing else is done with it. */
function invocationsOf(file: FileFacts, place: Place): readonly CallNode[] {
  return file.calls.named(place.path.at(-1) ?? "").filter((call) => call.type === "CallExpression" && call.arguments.length === 0 && file.places.placeOf(unwrap(call.callee))?.key === place.key);
}

function madeIn(value: TSESTree.Node): CallNode | undefined {
  const node = unwrap(value);
  if (node.type === "AwaitExpression") return madeIn(node.argument);
  return node.type === "CallExpression" || node.type === "NewExpression" ? node : undefined;
}

function isInSight(file: FileFacts, call: CallNode): boolean {
  if (call.type === "NewExpression") return classOfNew(file, call) !== undefined;
  return file.functions.calledFunction(call) !== undefined || file.project.definitionOf(unwrap(call.callee)) !== undefined;
}
