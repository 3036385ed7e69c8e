/**
 * What an object of a class holds until one of its methods is called: what its constructor acquires, or a method that its owner
 * calls, that outlives the object, and that the class itself releases. Whoever makes such an object has to end it.
 */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts, Located } from "../../facts/file-facts.ts";
import type { InstanceOwner } from "../../facts/this-owner.ts";
import { valueLifetimeOf, type ValueLifetime } from "../../facts/value-lifetime.ts";
import { calleeName, isClass, isFunction, receiverOf, type CallNode, type ClassNode, type FunctionNode } from "../../syntax/tree.ts";
import { collectFieldUses, methodCallsOn } from "../handle/field-uses.ts";
import { collectFieldResources } from "../handle/fields.ts";
import { targetOfListener } from "../listener/listener-calls.ts";
import { removalsOf, targetLifetimeOf } from "../listener/listeners.ts";
import { basesBeyond } from "../program/base-classes.ts";
import { collectResources, type Resource } from "../resource/resource.ts";
import { givenPartOf, lifeOfGiven, type GivenPart } from "./given.ts";
import { classOfNew } from "./made-class.ts";
import { endsWith, isBegun, membersOfClass, type Members } from "./members.ts";
import { partsOutOfSight } from "./parts.ts";

/** Something that an object holds. */
export interface Holding {
  /** Where it is acquired. */
  readonly at: Located<CallNode>;
  /** What it is, as a message says it. */
  readonly noun: string;
  /** What keeps it: the process or page, a part of what the object was given, or nobody knows what, since it is of a class out of sight (`part`). */
  readonly keptBy: "process" | "part" | GivenPart;
  /** The methods each of which releases it. */
  readonly ends: ReadonlySet<string>;
}

/** How many classes deep the fields of a class are looked into. */
const DEEPEST = 2;

const known = new WeakMap<InstanceOwner, Map<string, readonly Holding[]>>();

/** Collects what an object of the class holds when it is made and those methods of it are called. */
export function holdingsOf(made: Located<InstanceOwner>, called: ReadonlySet<string>, depth = 0): readonly Holding[] {
  const ofClass = known.get(made.node) ?? new Map<string, readonly Holding[]>();
  known.set(made.node, ofClass);
  const key = `${String(depth)} ${[...called].sort().join(" ")}`;
  const found = ofClass.get(key);
  if (found !== undefined) return found;
  // A class whose objects make others of it is not asked about again.
  ofClass.set(key, []);
  const holdings = findHoldings(made, called, depth);
  ofClass.set(key, holdings);
  return holdings;
}

function findHoldings({ file, node }: Located<InstanceOwner>, called: ReadonlySet<string>, depth: number): readonly Holding[] {
  const members = membersOfClass(file, node, called);
  const own = [...acquiredBy(file, members), ...(depth < DEEPEST ? heldByParts(file, members, depth) : []), ...endedParts(file, members)];
  if (!isClass(node)) return own;
  const bases = basesBeyond(file, node).classes.filter((base) => base.file !== file);
  const [base] = bases;
  const ofBase = base === undefined || depth >= DEEPEST ? [] : holdingsOf(base, called, depth + 1).filter(({ keptBy }) => typeof keptBy === "string");
  return [...own.map((holding) => ({ ...holding, ends: withCallersAbove(holding.ends, bases) })), ...ofBase];
}

/** `dispose() { this.disposeInternal(); }` of a base class in another file is an end where the class has the inner one. */
function withCallersAbove(ends: ReadonlySet<string>, bases: readonly Located<ClassNode>[]): ReadonlySet<string> {
  const all = new Set(ends);
  for (const { file, node } of bases) {
    for (const { node: method, name, isStatic } of file.functions.membersOf(node)) {
      if (name !== undefined && !isStatic && name !== "constructor" && file.calls.directlyIn(method).some((call) => receiverOf(call)?.type === "ThisExpression" && all.has(calleeName(call) ?? ""))) all.add(name);
    }
  }
  return all;
}

function acquiredBy(file: FileFacts, members: Members): readonly Holding[] {
  return collectResources(file).flatMap((resource): Holding[] => {
    const { acquisition, pair } = resource;
    if (pair.endsByItself === true || !isBegun(members, acquisition)) return [];
    const keptBy = keeperOf(file, members, resource);
    const ends = keptBy === undefined ? undefined : endsWith(file, members, acquisition, releasesOf(file, members, resource));
    return keptBy === undefined || ends === undefined ? [] : [{ at: { file, node: acquisition }, noun: pair.noun, keptBy, ends }];
  });
}

/** What keeps it alive when the object itself is gone; undefined for what goes with the object, and where nobody knows. */
function keeperOf(file: FileFacts, { owners, all }: Members, resource: Resource): Holding["keptBy"] | undefined {
  const { acquisition, pair } = resource;
  if (pair.heldBy === "process") return "process";
  const holder = pair.heldBy === "argument" ? acquisition.arguments[0] : (targetOfListener(file, acquisition) ?? receiverOf(acquisition));
  const life: ValueLifetime = pair.handle.from === "identity" ? targetLifetimeOf(file, resource) : holder === undefined ? "unknown" : valueLifetimeOf(file, holder);
  if (life === "process") return "process";
  const constructors = [...all.filter(({ role }) => role === "constructor").map(({ node }) => node), ...owners.filter((owner): owner is FunctionNode => isFunction(owner))];
  return life === "own" || holder === undefined ? undefined : givenPartOf(file, constructors, holder);
}

/** The places of the class that release it. */
function releasesOf(file: FileFacts, { owners }: Members, resource: Resource): readonly TSESTree.Node[] {
  if (resource.pair.handle.from === "identity") return removalsOf(file, resource);
  return collectFieldResources(file, [resource]).flatMap(({ place }) => {
    if (place.root.kind !== "instance" || !owners.includes(place.root.owner)) return [];
    return collectFieldUses(file, place, resource).filter(({ kind, isExact }) => kind === "release" && isExact).map(({ node }) => node);
  });
}

/** What the objects hold that the class makes for its fields, and ends itself. */
function heldByParts(file: FileFacts, members: Members, depth: number): readonly Holding[] {
  return file.nodes.assignments.flatMap(({ left, right, operator }): Holding[] => {
    if (operator !== "=" || right.type !== "NewExpression" || !isBegun(members, right)) return [];
    const place = file.places.writtenPlaceOf(left);
    if (place?.root.kind !== "instance" || place.path.length !== 1 || !members.owners.includes(place.root.owner)) return [];
    const calls = methodCallsOn(file, place);
    const made = calls.length === 0 ? undefined : classOfNew(file, right);
    if (made === undefined) return [];
    return holdingsOf(made, new Set(calls.filter((call) => isBegun(members, call)).flatMap((call) => calleeName(call) ?? [])), depth + 1).flatMap((held): Holding[] => {
      const isKept = typeof held.keptBy === "string" || lifeOfGiven(file, right, held.keptBy) === "process";
      const ends = isKept ? endsWith(file, members, right, calls.filter((call) => held.ends.has(calleeName(call) ?? ""))) : undefined;
      return ends === undefined ? [] : [{ ...held, keptBy: held.keptBy === "part" ? "part" : "process", ends }];
    });
  });
}

/** What the class makes of a class out of sight, or is given by a call, and ends itself. */
function endedParts(file: FileFacts, members: Members): readonly Holding[] {
  return partsOutOfSight(file, members).flatMap(({ call, verbs }): Holding[] => {
    const ends = endsWith(file, members, call, verbs);
    return ends === undefined ? [] : [{ at: { file, node: call }, noun: call.type === "NewExpression" ? `a \`${calleeName(call) ?? "part"}\`` : `what \`${calleeName(call) ?? "a call"}()\` gives`, keptBy: "part", ends }];
  });
}
