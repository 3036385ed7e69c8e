import type { HeldField } from "../../candidates/kept-field.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { Place } from "../../facts/places.ts";
import { findSuperClass } from "../../facts/family.ts";
import { standsIn } from "../../facts/reach.ts";
import { collectFieldUses, type FieldUse, type UseKind } from "../../subjects/handle/field-uses.ts";
import { basesBeyond, functionsBehind, handlesAllMembers, superCallsIn } from "../../subjects/program/base-classes.ts";
import { accessibilityOf, annotationOf, hasReturnType } from "../../syntax/annotations.ts";
import { calleeName, enclosingFunction, isClass, memberName, receiverOf, type ClassNode, type FunctionNode } from "../../syntax/tree.ts";
import { yesOrNo, type Answer, type Evidence } from "../evidence.ts";

type Reach = ReadonlySet<FunctionNode>;

export const baseClass: Evidence<HeldField, "yes" | "no"> = {
  id: "owned/base-class",
  asks: "May a base class outside the file release it, which knows the field or the method that does, or a subclass, where the end calls what that defines?",
  levels: { yes: ["a base class or a subclass may release it", "no leak"], no: ["no other class of its object can release it", "open"] },
  ask(file, candidate) {
    const { place, life, uses } = candidate;
    const shown = file.kind === "source" ? answerOfBases(file, candidate) : undefined;
    return shown ?? yesOrNo(mayBeReleasedByBase(file, place, life().reach, uses));
  },
};

/** What the base classes show that are in other files: whether one of them has to do with the field, or with the method that releases it. */
function answerOfBases(file: FileFacts, { place, life, uses, resource }: HeldField): Answer<"yes" | "no"> | undefined {
  const owner = place.root.kind === "instance" ? place.root.owner : undefined;
  const [name] = place.path;
  const { reach } = life();
  const supers = superCallsIn(file, reach);
  if (!isClass(owner) || name === undefined || owner.superClass === null || supers.size === 0 || callsAbstract(file, owner, reach)) return undefined;
  const { classes, isComplete } = basesBeyond(file, owner);
  const hooks = hostsOfReleases(uses());
  for (const base of classes) {
    const run = functionsBehind(base, supers);
    const field = base.file.places.memberOf(base.file.places.placeOfOwner(base.node, false), name);
    const release = collectFieldUses(base.file, field, resource).find(({ kind, node }) => mayEndIt(kind) && standsIn(node, run));
    const hook = hooks.flatMap((each) => base.file.mentions.membersNamed(each)).find((node) => standsIn(node, run));
    const node = release?.node ?? hook;
    if (node !== undefined) return { level: "yes", basis: "project", where: file.project.placeOf({ file: base.file, node }) };
    if (handlesAllMembers(base.file, run)) return undefined;
  }
  return isComplete && classes.length > 0 ? { level: "no", basis: "project" } : undefined;
}

function mayEndIt(kind: UseKind): boolean {
  return kind === "release" || kind === "register" || kind === "escape";
}

/** The methods that release the field, by their names. */
function hostsOfReleases(uses: readonly FieldUse[]): readonly string[] {
  return uses.flatMap((use) => {
    const host = use.kind === "release" ? enclosingFunction(use.node) : undefined;
    return (host?.parent.type === "MethodDefinition" ? memberName(host.parent) : undefined) ?? [];
  });
}

function mayBeReleasedByBase(file: FileFacts, place: Place, reach: Reach, uses: () => readonly FieldUse[]): boolean {
  const owner = place.root.kind === "instance" ? place.root.owner : undefined;
  const name = place.path[0];
  if (!isClass(owner) || name === undefined || name.startsWith("#")) return false;
  const declared = owner.body.body.find((member) => (member.type === "PropertyDefinition" || member.type === "AccessorProperty") && memberName(member) === name);
  const isPrivate = declared !== undefined && "accessibility" in declared && declared.accessibility === "private";
  if (!isPrivate && callsAbstract(file, owner, reach)) return true;
  if (owner.superClass === null || findSuperClass(file, owner) !== undefined || !callsSuper(file, reach)) return false;
  const isInherited = declared === undefined && (isTyped(owner) || hasConstructor(owner)) && !isAssignedInConstructor(file, place);
  return isInherited || isReleasedInHook(uses());
}

/** Whether the class is written in TypeScript, where a field that it does not declare is declared above it. */
function isTyped(owner: ClassNode): boolean {
  return owner.body.body.some((member) => {
    if (member.type === "PropertyDefinition") return annotationOf(member) !== undefined || accessibilityOf(member) !== undefined;
    return member.type === "MethodDefinition" && (accessibilityOf(member) !== undefined || hasReturnType(member.value) || member.override);
  });
}

/** Whether the class has a constructor: what is its own is begun there, by habit. */
function hasConstructor(owner: ClassNode): boolean {
  return owner.body.body.some((member) => member.type === "MethodDefinition" && member.kind === "constructor");
}

/** Whether a method that a base class can call, being visible to it, releases the field. */
function isReleasedInHook(uses: readonly FieldUse[]): boolean {
  return uses.some((use) => {
    const host = use.kind === "release" ? enclosingFunction(use.node) : undefined;
    const method = host?.parent.type === "MethodDefinition" ? host.parent : undefined;
    return method !== undefined && (method.override || method.accessibility === "protected");
  });
}

function callsSuper(file: FileFacts, reach: Reach): boolean {
  return file.nodes.calls.some((call) => receiverOf(call)?.type === "Super" && standsIn(call, reach));
}

function isAssignedInConstructor(file: FileFacts, place: Place): boolean {
  return file.stores.storesTo(place).some(({ site }) => {
    const host = enclosingFunction(site);
    return host !== undefined && file.functions.factOf(host).role === "constructor";
  });
}

/** Whether the teardown calls a method that only a subclass defines. */
function callsAbstract(file: FileFacts, owner: ClassNode, reach: Reach): boolean {
  const abstracts = new Set(owner.body.body.flatMap((member) => (member.type === "TSAbstractMethodDefinition" ? (memberName(member) ?? []) : [])));
  if (abstracts.size === 0) return false;
  return file.nodes.calls.some((call) => standsIn(call, reach) && receiverOf(call)?.type === "ThisExpression" && abstracts.has(calleeName(call) ?? ""));
}
