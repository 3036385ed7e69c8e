/** Who else may release what a field keeps: a list it was given to, a variable with the same value, the object it was asked of. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import type { Place } from "../../facts/places.ts";
import { calleeName, enclosingFunction, memberName, receiverOf, unwrap, wrapped } from "../../syntax/tree.ts";
import { isRegisteringName, isReleaseName, type FieldUse } from "../../subjects/handle/field-uses.ts";
import type { FieldResource } from "../../subjects/handle/fields.ts";
import type { Life } from "../../subjects/owner/lifecycle.ts";
import { standsIn } from "../../facts/reach.ts";

/** `const observer = (this.observer = make()); onEnd(() => observer.disconnect());`, or `disposables.push(observer)`. */
export function isReleasedByOtherName(file: FileFacts, place: Place): boolean {
  return file.stores.storesTo(place).some(({ site, value }) => {
    const parent = wrapped(site).parent;
    const holder = parent?.type === "VariableDeclarator" ? parent.id : value === undefined ? undefined : unwrap(value);
    const variable = holder?.type === "Identifier" ? file.variables.variableOf(holder) : undefined;
    return variable?.references.some(({ identifier }) => isReleaseOf(identifier) || isRegistration(identifier)) ?? false;
  });
}

function isReleaseOf(node: TSESTree.Node): boolean {
  const value = wrapped(node);
  const parent = value.parent;
  if (parent?.type === "MemberExpression") return parent.object === value && isReleaseName(memberName(parent));
  return parent?.type === "CallExpression" && parent.callee !== value && isReleaseName(calleeName(parent));
}

/** `disposables.push(observer)`: a list gets nothing else with it, as `addSource(media, url)` does. */
function isRegistration(node: TSESTree.Node): boolean {
  const value = wrapped(node);
  const { parent } = value;
  return parent?.type === "CallExpression" && parent.callee !== value && parent.arguments.length === 1 && receiverOf(parent) !== undefined && isRegisteringName(calleeName(parent));
}

/** `this.disposables.push((this.item = make()))`: the list it is given to disposes of it. */
export function isHandedOn(store: TSESTree.Node): boolean {
  const parent = store.type === "AssignmentExpression" ? wrapped(store).parent : undefined;
  return parent?.type === "CallExpression" || parent?.type === "NewExpression" || parent?.type === "ArrayExpression";
}

/** A function that releases its own variable in its own body lets nothing outlive it. */
export function isReleasedByFactory(life: Life, uses: readonly FieldUse[]): boolean {
  return life.kind === "closure" && uses.some((use) => use.kind === "release" && enclosingFunction(use.node) === life.owner);
}

/** `this.scope.child()` where the teardown ends `this.scope`, and `this.data.session` where it calls on `this.data` to end. */
export function isOwnedByOther(file: FileFacts, { resource, place }: FieldResource, life: Life): boolean {
  const owners = new Set<string>();
  const receiver = receiverOf(resource.acquisition);
  const made = receiver === undefined || resource.pair.handle.from === "receiver" ? undefined : file.places.placeOf(receiver);
  if (made !== undefined && made.path.length > 0 && made.root.kind === "instance") owners.add(made.key);
  if (place.path.length === 2) owners.add(place.key.slice(0, place.key.lastIndexOf(".")));
  if (owners.size === 0) return false;
  return file.nodes.calls.some((call) => {
    const target = standsIn(call, life.reach) ? receiverOf(call) : undefined;
    const key = target === undefined ? undefined : file.places.placeOf(target)?.key;
    return key !== undefined && owners.has(key) && (key !== made?.key || isReleaseName(calleeName(call)));
  });
}

/** `clearTimer(timerRef)` in the teardown, for what `timerRef.current` keeps: the callee has the object that holds it. */
export function isHolderGivenAway(file: FileFacts, place: Place, life: Life): boolean {
  if (place.path.length < (place.root.kind === "variable" ? 1 : 2)) return false;
  const holder = place.key.slice(0, place.key.lastIndexOf("."));
  return file.nodes.calls.some((call) => standsIn(call, life.reach) && call.arguments.some((argument) => file.places.placeOf(argument)?.key === holder));
}
