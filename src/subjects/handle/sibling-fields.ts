/**
 * Fields that are resources because others of their kind are: an owner gives several fields a `new X()`, and its end
 * releases some of them. Whoever released those knows that an `X` has an end, and that it is the owner who calls it.
 */
import type { TSESTree } from "@typescript-eslint/utils";

import { memoryOnlyTypes } from "../../catalogue/words/memory.ts";
import { owningVerbs } from "../../catalogue/words/releases.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { Place } from "../../facts/places.ts";
import { standsIn } from "../../facts/reach.ts";
import { functionOf } from "../../facts/variables.ts";
import { calleeName, isFunction, memberName, receiverOf, unwrap, walk, wrapped, type CallNode } from "../../syntax/tree.ts";
import { lifeOf } from "../owner/lifecycle.ts";
import { holdsNothing } from "../resource/released-by-name.ts";
import { methodCallsOn } from "./field-uses.ts";
import type { FieldShownBy } from "./fields.ts";

/** A field that its owner's end forgets among those of one kind. */
export interface SiblingField {
  readonly place: Place;
  readonly acquisition: TSESTree.NewExpression;
  readonly store: TSESTree.Node;
  readonly shownBy: FieldShownBy;
  /** The verb with which the end releases the others. */
  readonly verb: string;
}

/** A field and the `new X()` that it is given. */
interface Made {
  readonly place: Place;
  readonly acquisition: TSESTree.NewExpression;
  readonly store: TSESTree.Node;
}

/** Collects the fields of a kind that the end of their owner releases in others and not in them. */
export function collectSiblingFields(file: FileFacts): readonly SiblingField[] {
  return [...groupsOf(file).values()].flatMap((group) => forgottenOf(file, group));
}

/** What is made of one class for one owner. */
function groupsOf(file: FileFacts): ReadonlyMap<string, readonly Made[]> {
  const groups = new Map<string, Made[]>();
  const isReleased = releasedNamesOf(file);
  if (isReleased.size === 0) return groups;
  for (const acquisition of file.nodes.calls) {
    const name = acquisition.type === "NewExpression" ? calleeName(acquisition) : undefined;
    if (acquisition.type !== "NewExpression" || name === undefined || file.calls.named(name).length < 2) continue;
    const made = madeBy(file, acquisition);
    if (made === undefined) continue;
    const key = `${file.places.holderOf(made.place)?.key ?? ownerKeyOf(made.place)} ${file.sourceCode.getText(acquisition.callee)}`;
    groups.set(key, [...(groups.get(key) ?? []), made]);
  }
  return groups;
}

/** The last names of what the file calls an owning verb on; without one, no field need be asked about. */
function releasedNamesOf(file: FileFacts): ReadonlySet<string> {
  return new Set(file.calls.namedOneOf(owningVerbs).flatMap((call) => lastNameIn(receiverOf(call)) ?? []));
}

function lastNameIn(node: TSESTree.Node | undefined): string | undefined {
  return node?.type === "Identifier" ? node.name : node?.type === "MemberExpression" ? memberName(node) : undefined;
}

function ownerKeyOf({ root }: Place): string {
  const factory = root.kind === "variable" ? functionOf(root.variable) : undefined;
  return factory === undefined ? "module" : `function:${String(factory.range[0])}`;
}

/** The field that gets the new object: a member of an instance, a property beside the methods of an object, or a variable that functions share. */
function madeBy(file: FileFacts, acquisition: TSESTree.NewExpression): Made | undefined {
  const value = wrapped(acquisition);
  const { parent } = value;
  if (parent?.type === "AssignmentExpression" && parent.right === value && ["=", "??=", "||="].includes(parent.operator)) {
    // `this.gate = this.output = new Gain()` may be released by its other name.
    const place = wrapped(parent).parent?.type === "AssignmentExpression" ? undefined : file.places.writtenPlaceOf(parent.left);
    return place !== undefined && isFieldPlace(place) ? { place, acquisition, store: parent } : undefined;
  }
  if (parent?.type === "VariableDeclarator" && parent.id.type === "Identifier") {
    const variable = file.variables.variableOf(parent.id);
    return variable === undefined ? undefined : { place: file.places.placeOfVariable(variable), acquisition, store: parent };
  }
  const isMember = (parent?.type === "PropertyDefinition" && !parent.static) || (parent?.type === "Property" && parent.parent.type === "ObjectExpression");
  const name = isMember ? memberName(parent) : undefined;
  if (!isMember || name === undefined || parent.value !== value) return undefined;
  const owner = parent.type === "Property" ? parent.parent : parent.parent.parent;
  if (owner.type !== "ObjectExpression" && owner.type !== "ClassDeclaration" && owner.type !== "ClassExpression") return undefined;
  return { place: file.places.memberOf(file.places.placeOfOwner(owner, false), name), acquisition, store: parent };
}

function isFieldPlace({ root, path }: Place): boolean {
  return (root.kind === "instance" && path.length === 1) || (root.kind === "variable" && path.length === 0);
}

function forgottenOf(file: FileFacts, group: readonly Made[]): readonly SiblingField[] {
  const [first] = group;
  if (first === undefined || new Set(group.map(({ place }) => place.key)).size < 2) return [];
  const { reach, teardown } = lifeOf(file, first.place);
  if (teardown === undefined) return [];
  const endsOf = ({ place }: Made): readonly CallNode[] => methodCallsOn(file, place).filter((call) => owningVerbs.has(calleeName(call) ?? "") && standsIn(call, reach));
  const released = group.filter((made) => endsOf(made).length > 0);
  const verb = released[0] === undefined ? undefined : calleeName(endsOf(released[0])[0] as CallNode);
  if (verb === undefined) return [];
  const isKnown = new Set(released.map(({ place }) => place.key));
  const forgotten = group.filter((made) => !isKnown.has(made.place.key) && !isTied(file, made, released));
  // Of things that hold nothing but memory, only the odd one out among several that are released looks forgotten.
  const isOddOne = forgotten.length === 1 && isKnown.size > 1;
  return forgotten.flatMap((made): SiblingField[] => {
    if (!isMemoryOnly(made)) return [{ ...made, verb, shownBy: "siblings" }];
    return isOddOne ? [{ ...made, verb, shownBy: "siblings-memory" }] : [];
  });
}

function isMemoryOnly({ acquisition }: Made): boolean {
  const name = calleeName(acquisition) ?? "";
  return memoryOnlyTypes.test(name) || holdsNothing(acquisition, name);
}

/**
 * `new Fader(context, this.main)`, `this.guitar.feed(this.main)`: what is made with a thing of the owner, or told of one, may end
 * with that. What the others are made with as well, and yet are released, tells nothing.
 */
function isTied(file: FileFacts, { acquisition, place }: Made, released: readonly Made[]): boolean {
  const common = new Set(released.flatMap((made) => made.acquisition.arguments.flatMap((argument) => ownPlacesIn(file, argument))));
  if (acquisition.arguments.some((argument) => ownPlacesIn(file, argument).some((key) => !common.has(key)))) return true;
  const ends = new Set(released.map((made) => made.place.key));
  return methodCallsOn(file, place).some((call) => call.arguments.some((argument) => ends.has(file.places.placeOf(argument)?.key ?? "")));
}

/** The places named in an argument of which the file itself makes what they hold; those that only its callbacks name are left out. */
function ownPlacesIn(file: FileFacts, argument: TSESTree.Node): readonly string[] {
  const keys: string[] = [];
  walk(argument, file.sourceCode.visitorKeys, (node) => {
    if (isFunction(node)) return false;
    if (node.type !== "Identifier" && node.type !== "MemberExpression") return undefined;
    const place = file.places.placeOf(node);
    if (place !== undefined && place.root.kind !== "global" && file.stores.storesTo(place).some(({ value }) => value !== undefined && isMaking(value))) keys.push(place.key);
    return undefined;
  });
  return keys;
}

function isMaking(value: TSESTree.Node): boolean {
  const { type } = unwrap(value);
  return type === "NewExpression" || type === "CallExpression" || type === "AwaitExpression";
}
