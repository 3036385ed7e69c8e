import type { TSESTree } from "@typescript-eslint/utils";

import type { GrowingCollection } from "../../candidates/growing-collection.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { classNamed } from "../../facts/object-owners.ts";
import type { InstanceOwner } from "../../facts/this-owner.ts";
import { initializerOf } from "../../facts/variables.ts";
import type { Operation } from "../../subjects/collection/operations.ts";
import { unwrap } from "../../syntax/tree.ts";
import { yesOrUnknown, type Evidence } from "../evidence.ts";

export const registersItself: Evidence<GrowingCollection, "yes"> = {
  id: "repeats/registers-itself",
  asks: "Does an object of this file that has an end of its own get, under itself or its own id, into a collection that it shares?",
  levels: { yes: ["objects that have an end put themselves, or are put, into it for good", "leak"] },
  ask: (file, { collection, insert }) => yesOrUnknown(collection.place.root.kind !== "instance" && isSelf(file, insert)),
};

function isSelf(file: FileFacts, { key, value }: Operation): boolean {
  const thing = value ?? key;
  if (key === undefined || thing === undefined || !isOfThing(file, unwrap(key), unwrap(thing))) return false;
  const owner = ownerOfThing(file, unwrap(thing));
  return owner !== undefined && file.functions.membersOf(owner).some(({ role }) => role === "teardown");
}

/** The thing itself, or its own id: `this.id`, `player.id`. */
function isOfThing(file: FileFacts, key: TSESTree.Node, thing: TSESTree.Node): boolean {
  const root = key.type === "MemberExpression" ? unwrap(key.object) : key;
  if (thing.type === "ThisExpression") return root.type === "ThisExpression";
  return thing.type === "Identifier" && root.type === "Identifier" && file.variables.variableOf(root) === file.variables.variableOf(thing);
}

/** The class or constructor function whose instance it is. */
function ownerOfThing(file: FileFacts, thing: TSESTree.Node): InstanceOwner | undefined {
  if (thing.type === "ThisExpression") {
    const root = file.places.placeOf(thing)?.root;
    return root?.kind === "instance" ? root.owner : undefined;
  }
  const variable = thing.type === "Identifier" ? file.variables.variableOf(thing) : undefined;
  const made = variable === undefined ? undefined : initializerOf(variable);
  const call = made === undefined ? undefined : unwrap(made);
  if (call?.type !== "NewExpression") return undefined;
  return classNamed(file, call.callee) ?? file.functions.calledFunction(call);
}
