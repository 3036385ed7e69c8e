/** The object that an owner makes for a field: what it holds there, and whether the owner's code ends it. */
import type { TSESTree } from "@typescript-eslint/utils";

import { isReleaseName } from "../../catalogue/words/releases.ts";
import type { FileFacts, Located } from "../../facts/file-facts.ts";
import type { Place } from "../../facts/places.ts";
import type { InstanceOwner } from "../../facts/this-owner.ts";
import { calleeName, isClass, receiverOf, wrapped, type CallNode } from "../../syntax/tree.ts";
import { methodCallsOn } from "../handle/field-uses.ts";
import { basesBeyond } from "../program/base-classes.ts";
import { teardownRankOf } from "../owner/teardown-names.ts";
import { holdingsOf, type Holding } from "./holding.ts";
import { lifeOfGiven } from "./given.ts";
import { classOfNew } from "./made-class.ts";
import { isHandedOnByItself, membersOfClass } from "./members.ts";

export interface HeldByChild extends Holding {
  /** Whether what keeps it lives as long as the process, comes from outside of the owner as well, or is not known. */
  readonly life: "process" | "outside" | "part";
}

/** What is known of a child: nothing where no file in sight has its class. */
export interface ChildOfOwner {
  readonly held: readonly HeldByChild[];
  /** Whether its class gives it to other code where it is made, which may end it. */
  readonly isHandedOn: boolean;
}

const known = new WeakMap<TSESTree.NewExpression, { readonly child: ChildOfOwner | undefined }>();

/** Answers what the object holds that the owner makes for that field; undefined where its class is out of sight. */
export function childOfOwner(file: FileFacts, place: Place, made: TSESTree.NewExpression): ChildOfOwner | undefined {
  const found = known.get(made) ?? { child: readChild(file, place, made) };
  known.set(made, found);
  return found.child;
}

function readChild(file: FileFacts, place: Place, made: TSESTree.NewExpression): ChildOfOwner | undefined {
  const found = classOfNew(file, made);
  if (found === undefined) return undefined;
  const called = new Set(methodCallsOn(file, place).flatMap((call) => calleeName(call) ?? []));
  return {
    isHandedOn: handsItselfOn(found, called),
    held: holdingsOf(found, called).flatMap((holding): HeldByChild[] => {
      const life = typeof holding.keptBy === "string" ? holding.keptBy : lifeOfGiven(file, made, holding.keptBy);
      return life === "process" || life === "outside" || life === "part" ? [{ ...holding, life }] : [];
    }),
  };
}

function handsItselfOn({ file, node }: Located<InstanceOwner>, called: ReadonlySet<string>): boolean {
  const above = isClass(node) ? basesBeyond(file, node).classes : [];
  return [{ file, node }, ...above].some((one) => isHandedOnByItself(one.file, membersOfClass(one.file, one.node, called)));
}

/** The calls on the field by which its owner ends what the child holds. */
export function endingCallsOn(file: FileFacts, place: Place, { ends }: Holding): readonly CallNode[] {
  return methodCallsOn(file, place).filter((call) => ends.has(calleeName(call) ?? ""));
}

/** The thing to tell of among those that the child holds: what stays for as long as the process comes first. */
export function heldByChild(file: FileFacts, place: Place, made: TSESTree.NewExpression): HeldByChild | undefined {
  const held = childOfOwner(file, place, made)?.held ?? [];
  return held.find(({ life }) => life === "process") ?? held.find(({ life }) => life === "outside") ?? held[0];
}

/** The method to call of those that end it: one that by its name ends the object, before others. */
export function endToCall(file: FileFacts, { ends }: Holding): string {
  const names = [...ends];
  return names.find((name) => teardownRankOf(file, name) === "final") ?? names.find((name) => teardownRankOf(file, name) !== undefined) ?? names.find(isReleaseName) ?? names[0] ?? "";
}

/**
 * Whether everybody that the owner gives the child to only uses it: it is given to objects that the owner makes, the files of whose
 * classes call no end of that name on anything but the object itself.
 */
export function isOnlyLent(file: FileFacts, given: readonly TSESTree.Node[], { ends }: Holding): boolean {
  return given.every((node) => {
    const value = wrapped(node);
    const { parent } = value;
    const taker = parent?.type === "NewExpression" && parent.callee !== value ? classOfNew(file, parent) : undefined;
    return taker !== undefined && !taker.file.calls.namedOneOf(ends).some((call) => receiverOf(call)?.type !== "ThisExpression");
  });
}
