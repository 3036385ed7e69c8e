/** Listeners: acquisitions that hand out no handle and are released by repeating their arguments. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { Release } from "../catalogue/entry.ts";
import type { FileFacts } from "../facts/file-facts.ts";
import { valueLifetimeOf, type ValueLifetime } from "../facts/value-lifetime.ts";
import { calleeName, isFunction, receiverOf, unwrap, type CallNode } from "../syntax/tree.ts";
import { isSameReceiver } from "./releases.ts";
import type { Resource } from "./resource.ts";

/** Whether some call of the file can remove this listener. */
export function hasRemoval(file: FileFacts, resource: Resource): boolean {
  return file.nodes.calls.some((call) => resource.pair.releases.some((release) => canRemove(file, resource, call, release)));
}

/** How long the object lives that the listener is put on. */
export function targetLifetimeOf(file: FileFacts, resource: Resource): ValueLifetime {
  const target = receiverOf(resource.acquisition);
  return target === undefined ? "process" : valueLifetimeOf(file, target);
}

/** Whether this call removes the listener through this kind of release. */
export function canRemove(file: FileFacts, resource: Resource, call: CallNode, release: Release): boolean {
  if (call === resource.acquisition || release.by !== "receiver-method" || calleeName(call) !== release.name) return false;
  if (call.arguments.some((argument) => argument.type === "SpreadElement")) return true;
  const hasAll = "all" in release || call.arguments.length === 0;
  if (hasAll) return mayMatch(file, resource.acquisition.arguments[0], call.arguments[0]) || call.arguments.length === 0;
  if ("argument" in release) return isSameReceiver(file, resource.acquisition, call);
  const given = release.same.filter((index) => index < call.arguments.length);
  return given.every((index) => mayMatch(file, resource.acquisition.arguments[index], call.arguments[index]));
}

/** Whether two arguments can be the same value: texts by their text, functions by their place, the rest is not known to differ. */
function mayMatch(file: FileFacts, one: TSESTree.Node | undefined, other: TSESTree.Node | undefined): boolean {
  if (one === undefined || other === undefined) return true;
  const [first, second] = [unwrap(one), unwrap(other)];
  if (first.type === "Literal" && second.type === "Literal") return first.value === second.value;
  if (isFunction(first) || isFunction(second)) return false;
  const [firstFunction, secondFunction] = [file.functions.functionValueOf(first), file.functions.functionValueOf(second)];
  if (firstFunction !== undefined && secondFunction !== undefined) return firstFunction === secondFunction;
  const [firstPlace, secondPlace] = [file.places.placeOf(first), file.places.placeOf(second)];
  if (firstPlace === undefined || secondPlace === undefined) return true;
  return firstPlace.key === secondPlace.key || isLocalName(firstPlace.root.kind) || isLocalName(secondPlace.root.kind);
}

/** A variable may hold what another place holds; two different fields of the same object are two functions. */
function isLocalName(kind: string): boolean {
  return kind === "variable";
}
