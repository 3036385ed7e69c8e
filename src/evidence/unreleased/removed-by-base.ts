import type { TSESTree } from "@typescript-eslint/utils";

import type { StayingListener } from "../../candidates/staying-listener.ts";
import { reachedFrom, standsIn } from "../../facts/reach.ts";
import type { FileFacts, Located } from "../../facts/file-facts.ts";
import type { Resource } from "../../subjects/resource/resource.ts";
import { basesBeyond, functionsBehind, superCallsIn } from "../../subjects/program/base-classes.ts";
import { calleeName, isClass, isFunction, receiverOf, unwrap, type CallNode } from "../../syntax/tree.ts";
import type { Evidence } from "../evidence.ts";

export const removedByBase: Evidence<StayingListener, "yes"> = {
  id: "unreleased/removed-by-base",
  asks: "Does a base class in another file take every listener off the same object when its owner ends?",
  levels: { yes: ["the end of its base class, which the owner's end calls, takes every such listener off", "no leak"] },
  ask(file, { resource, owner: { teardown } }) {
    const found = teardown === undefined || !isClass(teardown.owner) ? undefined : findRemovalInBases(file, resource, teardown.owner, superCallsIn(file, reachedFrom(file, [teardown.node])));
    return found === undefined ? { level: "unknown", basis: "project" } : { level: "yes", basis: "project", where: file.project.placeOf(found) };
  },
};

function findRemovalInBases(file: FileFacts, resource: Resource, owner: Parameters<typeof basesBeyond>[1], supers: ReadonlySet<string>): Located | undefined {
  if (supers.size === 0) return undefined;
  const names = new Set(resource.pair.releases.flatMap((release) => (release.by === "receiver-method" || release.by === "method" ? [release.name] : [])));
  for (const base of basesBeyond(file, owner).classes) {
    const run = functionsBehind(base, supers);
    const removal = base.file.nodes.calls.find((call) => names.has(calleeName(call) ?? "") && standsIn(call, run) && takesAllOff({ file, node: resource.acquisition }, { file: base.file, node: call }));
    if (removal !== undefined) return { file: base.file, node: removal };
  }
  return undefined;
}

/** `bus.on(this.element, event, handler)` and `bus.off(this.element, group)`: on the same object, and for no one handler. */
function takesAllOff(added: Located<CallNode>, removal: Located<CallNode>): boolean {
  const given = removal.node.arguments;
  if (given.length >= added.node.arguments.length || given.some((argument) => isFunction(unwrap(argument)))) return false;
  const [first, second] = [receiverOf(added.node), receiverOf(removal.node)];
  if (first === undefined || second === undefined || !isSameThing({ file: added.file, node: first }, { file: removal.file, node: second })) return false;
  return given.every((argument, index) => {
    const own = added.node.arguments[index];
    return own === undefined || !isNamedThing(argument) || isSameThing({ file: added.file, node: own }, { file: removal.file, node: argument });
  });
}

/** A field of the object, a variable or a text; what else is given, as a group of the class, may stand for all that there are. */
function isNamedThing(node: TSESTree.Node): boolean {
  return node.type === "Literal" || node.type === "Identifier" || (node.type === "MemberExpression" && node.object.type === "ThisExpression");
}

/** The same field of one object, the same import, or the same text. */
function isSameThing(one: Located, other: Located): boolean {
  const [first, second] = [one, other].map(({ file, node }) => file.imports.importedValueOf(node));
  if (first !== undefined && second !== undefined) return first.module === second.module && first.path.join(".") === second.path.join(".");
  const [text, otherText] = [one, other].map(({ file, node }) => file.sourceCode.getText(node));
  return first === undefined && second === undefined && isNamedThing(one.node) && text === otherText;
}
