import type { TSESTree } from "@typescript-eslint/utils";

import type { StayingListener } from "../../candidates/staying-listener.ts";
import { findSuperClass } from "../../facts/family.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { enclosingFunction, isClass, memberName, receiverOf, unwrap, type ClassNode } from "../../syntax/tree.ts";
import { yesOrUnknown, type Evidence } from "../evidence.ts";

export const baseTeardown: Evidence<StayingListener, "yes"> = {
  id: "unreleased/base-teardown",
  asks: "Does its owner's end call that of a base class out of sight, which has what it listens to?",
  levels: { yes: ["the end of a base class, which has what it listens to, may remove it", "no leak"] },
  ask(file, { owner: { teardown }, resource: { acquisition }, target }) {
    const owner = teardown?.owner;
    if (teardown === undefined || !isClass(owner) || owner.superClass === null || findSuperClass(file, owner) !== undefined) return yesOrUnknown(false);
    const callsBase = file.nodes.calls.some((call) => receiverOf(call)?.type === "Super" && enclosingFunction(call) === teardown.node);
    return yesOrUnknown(callsBase && [target, ...acquisition.arguments].some((node) => node !== undefined && node !== null && isOfBase(file, owner, node)));
  },
};

/** `this.element`, which the class neither declares nor fills. */
function isOfBase(file: FileFacts, owner: ClassNode, expression: TSESTree.Node): boolean {
  const node = unwrap(expression);
  if (node.type !== "MemberExpression" || unwrap(node.object).type !== "ThisExpression") return false;
  const name = memberName(node);
  const place = file.places.placeOf(node);
  const isDeclared = owner.body.body.some((member) => "key" in member && memberName(member) === name);
  return place !== undefined && name !== undefined && !name.startsWith("#") && !isDeclared && file.stores.storesTo(place).length === 0;
}
