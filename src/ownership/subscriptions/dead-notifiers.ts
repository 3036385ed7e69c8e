/** Notifiers that are to end subscriptions and never emit: `takeUntil(this.destroy$)` where nothing calls `destroy$.next()`. */
import type { TSESTree } from "@typescript-eslint/utils";

import { notifiedOperators } from "../../catalogue/data/subscriptions.ts";
import type { Pair } from "../../catalogue/entry.ts";
import { anything, memberOf } from "../../catalogue/origin.ts";
import type { Confidence } from "../../facts/confidence.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { Place } from "../../facts/places.ts";
import { calleeName, isClass, unwrap, wrapped } from "../../syntax/tree.ts";
import { ownerOf, type Owner } from "../../subjects/owner/owner.ts";
import type { Resource } from "../../subjects/resource/resource.ts";
import { scopeOf, withFullestTeardown } from "../../subjects/subscription/subscription-scope.ts";

/** A bound that never holds. */
export interface DeadNotifier {
  readonly resource: Resource;
  readonly owner: Owner;
  readonly confidence: Confidence;
  /** The notifier. */
  readonly target: TSESTree.Node;
}

/** The subscription ends with the first value of its notifier, and not with its completion: https://rxjs.dev/api/operators/takeUntil */
const PAIR: Pair = {
  id: "language/notified-subscription",
  noun: "the subscription",
  acquire: { form: "call", callee: memberOf(anything, "takeUntil") },
  handle: { from: "result" },
  releases: [{ by: "method", name: "unsubscribe" }],
  heldBy: "receiver",
};

/** Collects the operators that wait for a notifier which the class makes itself, keeps to itself and never lets emit. */
export function collectDeadNotifiers(file: FileFacts): readonly DeadNotifier[] {
  const dead: DeadNotifier[] = [];
  for (const call of file.calls.whose((name) => notifiedOperators.has(name))) {
    if (call.type !== "CallExpression") continue;
    const [argument] = call.arguments;
    const target = argument === undefined ? undefined : unwrap(argument);
    const place = target?.type === "MemberExpression" ? file.places.placeOf(target) : undefined;
    if (target === undefined || place === undefined || !isOwnSubject(file, place) || isUsedOtherwise(file, place)) continue;
    const owner = withFullestTeardown(file, scopeOf(file, call), ownerOf(file, call));
    if (owner.teardown === undefined) continue;
    dead.push({ resource: { acquisition: call, pair: PAIR, confidence: "certain" }, owner, confidence: "certain", target });
  }
  return dead;
}

/** A field of a class that is given a new subject once. */
function isOwnSubject(file: FileFacts, place: Place): boolean {
  if (place.root.kind !== "instance" || place.path.length !== 1 || !isClass(place.root.owner)) return false;
  const [store, ...others] = file.stores.storesTo(place);
  const value = store?.value === undefined || others.length > 0 ? undefined : unwrap(store.value);
  if (value?.type !== "NewExpression" || !(calleeName(value) ?? "").endsWith("Subject")) return false;
  // Heirs in other files may let a protected field emit.
  return store?.site.type !== "PropertyDefinition" || store.site.accessibility !== "protected";
}

/** Whether anything but a notified operator may use the field: every mention of its name in the class, in code or template, counts. */
function isUsedOtherwise(file: FileFacts, place: Place): boolean {
  if (place.root.kind !== "instance") return true;
  const [from, to] = place.root.owner.range;
  const name = (place.path[0] ?? "").replace(/^#/, "");
  const tokens = (file.sourceCode.ast.tokens ?? []).filter((token) => token.range[0] >= from && token.range[1] <= to && token.value.includes(name));
  const mentions = tokens.flatMap((token) => token.value.split(/[^\w$]+/)).filter((word) => word === name).length;
  const notifiers = file.nodes.members.filter((member) => file.places.placeOf(member)?.key === place.key && isNotifier(member)).length;
  // One mention is the field's own.
  return mentions > notifiers + 1;
}

function isNotifier(member: TSESTree.MemberExpression): boolean {
  const parent = wrapped(member).parent;
  return parent?.type === "CallExpression" && unwrap(parent.callee) !== member && notifiedOperators.has(calleeName(parent) ?? "");
}
