/** Other places of the project that acquire the same kind of thing by the same words, and what becomes of it there. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts, Located } from "../../facts/file-facts.ts";
import { calleeName, memberName, receiverOf, unwrap, wrapped, type CallNode } from "../../syntax/tree.ts";
import { findRelease } from "../resource/releases.ts";
import { collectResources, type Resource } from "../resource/resource.ts";
import { collectFieldUses } from "./field-uses.ts";
import { fateOf } from "./handle-fate.ts";

export interface Kin {
  readonly released: readonly Located[];
  readonly left: readonly Located[];
}

/** Collects those of which the code shows what becomes; undefined for what has no name to be found by, or too common a one. */
export function kinOf(file: FileFacts, { acquisition, pair }: Resource): Kin | undefined {
  const name = unwrap(acquisition.callee).type === "MemberExpression" ? calleeName(acquisition) : undefined;
  const members = name === undefined ? undefined : file.project.membersNamed(name);
  if (members === undefined) return undefined;
  const kin = { released: [] as Located[], left: [] as Located[] };
  for (const place of new Set(members.map((member) => member.file))) {
    for (const other of collectResources(place)) {
      if (other.acquisition === acquisition || other.pair.id !== pair.id || !isCalledAlike(acquisition, other.acquisition)) continue;
      const end = whatBecomesOf(place, other);
      if (end !== "unknown") kin[end].push({ file: place, node: other.acquisition });
    }
  }
  return kin;
}

/** Whether both are the same method of what goes by the same last name. */
function isCalledAlike(one: CallNode, other: CallNode): boolean {
  return calleeName(one) === calleeName(other) && lastName(receiverOf(one)) === lastName(receiverOf(other));
}

function lastName(receiver: TSESTree.Node | undefined): string | undefined {
  if (receiver?.type === "Identifier") return receiver.name;
  return receiver?.type === "MemberExpression" ? memberName(receiver) : receiver?.type;
}

/** Whether the place releases it; what is returned, given away or lent is nobody's example. */
function whatBecomesOf(file: FileFacts, resource: Resource): keyof Kin | "unknown" {
  const fate = fateOf(file, resource);
  switch (fate.kind) {
    case "released":
      return "released";
    case "discarded":
      return "left";
    case "variable": {
      const uses = fate.variable.references.filter((reference) => reference.init !== true && reference.isRead()).map(({ identifier }) => identifier);
      if (uses.some((use) => findRelease(file, resource, use) !== undefined)) return "released";
      return uses.every(isUsedInPlace) ? "left" : "unknown";
    }
    case "kept": {
      const uses = collectFieldUses(file, fate.place, resource);
      if (uses.some(({ kind }) => kind === "release")) return "released";
      return uses.some(({ kind }) => kind === "register" || kind === "escape") ? "unknown" : "left";
    }
    default:
      return "unknown";
  }
}

/** `watcher.on(…)`: the object of a member. */
function isUsedInPlace(use: TSESTree.Node): boolean {
  const value = wrapped(use);
  return value.parent?.type === "MemberExpression" && value.parent.object === value;
}
