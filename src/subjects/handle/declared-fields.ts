/**
 * Fields whose declared type has an end: what a call with a listener gives and can be taken off with, and what is good for
 * nothing but to be ended, as a lease is. Whoever asks for such a thing has to end it; read from the annotations of the file.
 */
import type { TSESTree } from "@typescript-eslint/utils";

import { endingMethods, owningVerbs } from "../../catalogue/words/releases.ts";
import { declaredPartOf, declaredTypeOf, shapeOfType, type DeclaredShape } from "../../facts/declared-types.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { Place } from "../../facts/places.ts";
import { valueLifetimeOf } from "../../facts/value-lifetime.ts";
import { declaratorOf, functionOf, isSingleAssignment } from "../../facts/variables.ts";
import { calleeName, enclosingFunction, isFunction, memberName, receiverOf, unwrap, type CallNode, type FunctionNode } from "../../syntax/tree.ts";
import { standsIn } from "../../facts/reach.ts";
import { lifeOf } from "../owner/lifecycle.ts";
import { closureFieldOf } from "./closure-fields.ts";
import { methodCallsOn } from "./field-uses.ts";

/** The verb of what is ended by calling it. */
export const INVOKED = "()";

export interface DeclaredField {
  readonly place: Place;
  readonly acquisition: CallNode;
  readonly store: TSESTree.Node;
  /** The method that ends it, or that it is called itself. */
  readonly verb: string;
}

/** A call, and which part of what it gives is meant: an element, a property, or all of it. */
interface Given {
  readonly call: TSESTree.CallExpression;
  readonly part: number | string | undefined;
  readonly isAwaited: boolean;
}

/** Collects the fields that a call gives something with a declared end. */
export function collectDeclaredFields(file: FileFacts): readonly DeclaredField[] {
  return [...assignedFields(file), ...initialFields(file), ...closureFields(file)].flatMap(({ place, value, store, part }): DeclaredField[] => {
    const whole = givenBy(file, value);
    const given = whole === undefined || part === undefined ? whole : { ...whole, part };
    const type = given === undefined ? undefined : (file.stores.annotationOf(place) ?? typeOfGiven(file, given));
    const shape = type === undefined ? undefined : shapeOfType(file, type);
    const verb = given === undefined || shape === undefined ? undefined : endOf(file, given.call, shape);
    if (verb === INVOKED && isUsedAsFunction(file, place)) return [];
    return given === undefined || verb === undefined || !isAskedFor(file, given, place) ? [] : [{ place, acquisition: given.call, store, verb }];
  });
}

interface FieldValue {
  readonly place: Place;
  readonly value: TSESTree.Node;
  readonly store: TSESTree.Node;
  /** Which part of the value it gets, where a pattern says so. */
  readonly part?: number | string;
}

/** The members of objects, and the variables that functions share, that an assignment writes. */
function assignedFields(file: FileFacts): readonly FieldValue[] {
  return file.nodes.assignments.flatMap((store): FieldValue[] => {
    if (!["=", "??=", "||="].includes(store.operator) || !mayGive(store.right)) return [];
    return partsAssigned(store.left).flatMap(({ target, part }) => fieldWritten(file, store, target, part) ?? []);
  });
}

/** What an assignment writes: one target, or those of a pattern. */
function partsAssigned(left: TSESTree.Node): readonly { readonly target: TSESTree.Node; readonly part?: number | string }[] {
  if (left.type === "ArrayPattern") return left.elements.flatMap((target, part) => (target === null ? [] : [{ target, part }]));
  if (left.type !== "ObjectPattern") return [{ target: left }];
  return left.properties.flatMap((property) => {
    const part = property.type === "Property" ? memberName(property) : undefined;
    return property.type === "Property" && part !== undefined ? [{ target: property.value, part }] : [];
  });
}

function fieldWritten(file: FileFacts, store: TSESTree.AssignmentExpression, target: TSESTree.Node, part: number | string | undefined): FieldValue | undefined {
  const place = file.places.writtenPlaceOf(target);
  const isMember = place?.root.kind === "instance" && place.path.length === 1;
  const isShared = place?.root.kind === "variable" && place.path.length === 0 && (functionOf(place.root.variable) !== enclosingFunction(store) || closureFieldOf(file, place.root.variable) !== undefined);
  return place !== undefined && (isMember || isShared) ? { place, value: store.right, store, ...(part === undefined ? {} : { part }) } : undefined;
}

function initialFields(file: FileFacts): readonly FieldValue[] {
  return file.nodes.classes.flatMap(({ body }) => body.body).flatMap((store): FieldValue[] => {
    if (store.type !== "PropertyDefinition" || store.value === null || store.static || !mayGive(store.value)) return [];
    const name = memberName(store);
    return name === undefined ? [] : [{ place: file.places.memberOf(file.places.placeOfOwner(store.parent.parent, false), name), value: store.value, store }];
  });
}

/** What a factory declares with its value. */
function closureFields(file: FileFacts): readonly FieldValue[] {
  return file.variables.declared.flatMap((variable): FieldValue[] => {
    const store = declaratorOf(variable);
    if (store?.init == null || !mayGive(store.init) || functionOf(variable) === undefined) return [];
    const part = partInPattern(store.id, (element) => element === variable.identifiers[0]);
    const place = store.id.type === "Identifier" || part !== undefined ? closureFieldOf(file, variable) : undefined;
    return place === undefined ? [] : [{ place, value: store.init, store, ...(part === undefined ? {} : { part }) }];
  });
}

/** Asked first, as it costs nothing. */
function mayGive(value: TSESTree.Node): boolean {
  const { type } = unwrap(value);
  return type === "CallExpression" || type === "AwaitExpression" || type === "Identifier";
}

/** The call that a value comes from: at once, or by way of a constant of the same function. */
function givenBy(file: FileFacts, value: TSESTree.Node): Given | undefined {
  const direct = callOf(value);
  if (direct !== undefined) return { ...direct, part: undefined };
  const node = unwrap(value);
  const variable = node.type === "Identifier" ? file.variables.variableOf(node) : undefined;
  const declarator = variable === undefined || !isSingleAssignment(variable) ? undefined : declaratorOf(variable);
  const call = declarator?.init == null ? undefined : callOf(declarator.init);
  if (variable === undefined || declarator === undefined || call === undefined || functionOf(variable) !== enclosingFunction(value)) return undefined;
  if (declarator.id.type === "Identifier") return { ...call, part: undefined };
  const part = partInPattern(declarator.id, (element) => element.type === "Identifier" && file.variables.variableOf(element) === variable);
  return part === undefined ? undefined : { ...call, part };
}

function callOf(value: TSESTree.Node): Pick<Given, "call" | "isAwaited"> | undefined {
  const node = unwrap(value);
  if (node.type === "CallExpression") return { call: node, isAwaited: false };
  const awaited = node.type === "AwaitExpression" ? unwrap(node.argument) : undefined;
  return awaited?.type === "CallExpression" ? { call: awaited, isAwaited: true } : undefined;
}

function partInPattern(pattern: TSESTree.Node, isMeant: (element: TSESTree.Node) => boolean): number | string | undefined {
  if (pattern.type === "ArrayPattern") {
    const index = pattern.elements.findIndex((element) => element !== null && isMeant(element));
    return index < 0 ? undefined : index;
  }
  if (pattern.type !== "ObjectPattern") return undefined;
  const property = pattern.properties.find((one) => one.type === "Property" && isMeant(one.value));
  return property?.type === "Property" ? memberName(property) : undefined;
}

function typeOfGiven(file: FileFacts, { call, part, isAwaited }: Given): TSESTree.TypeNode | undefined {
  const around = isAwaited ? call.parent : call;
  const type = declaredTypeOf(file, around);
  return type === undefined || part === undefined ? type : declaredPartOf(file, type, part);
}

/** The verb by which what the call gives is ended, where that is what it is for. */
function endOf(file: FileFacts, call: TSESTree.CallExpression, { methods, call: itself }: DeclaredShape): string | undefined {
  const isListening = takesListener(file, call);
  if (itself !== undefined) return isListening && itself.parameters === 0 && itself.isVoid ? INVOKED : undefined;
  const ends = [...methods].filter((name) => endingMethods.has(name));
  const [only] = ends;
  return ends.length === methods.size ? only : isListening ? ends.find((name) => owningVerbs.has(name)) : undefined;
}

/** Whether the file calls what a field holds while its owner lives: what `debounce(f)` gives is no end. */
function isUsedAsFunction(file: FileFacts, place: Place): boolean {
  const { reach } = lifeOf(file, place);
  return file.calls.named(place.path.at(-1) ?? "").some((call) => file.places.placeOf(unwrap(call.callee))?.key === place.key && !standsIn(call, reach));
}

function takesListener(file: FileFacts, call: TSESTree.CallExpression): boolean {
  return call.arguments.some((argument) => {
    const node = unwrap(argument);
    return isFunction(node) || (node.type === "CallExpression" && calleeName(node) === "bind") || file.functions.functionValueOf(node) !== undefined;
  });
}

/** Whether the owner of the field asks somebody else for it: what it makes for itself, or keeps anyway, ends with the owner. */
function isAskedFor(file: FileFacts, { call, part }: Given, place: Place): boolean {
  const own = file.functions.calledFunction(call);
  if (own !== undefined) return handsOut(file, own, part);
  const receiver = receiverOf(call);
  if (receiver === undefined) return true;
  return isOfOthers(file, receiver) && !isEndedWith(file, receiver, place);
}

/** Whether who uses an object did not make it. */
function isOfOthers(file: FileFacts, receiver: TSESTree.Node): boolean {
  const lives = valueLifetimeOf(file, receiver);
  return lives === "outside" || lives === "process";
}

/** Whether a function of the file gives its caller what it has itself asked for on each call. */
function handsOut(file: FileFacts, maker: FunctionNode, part: Given["part"]): boolean {
  const values = file.functions.returnedBy(maker).map((value) => partOf(unwrap(value), part));
  return values.length > 0 && values.every((value) => {
    const given = value === undefined ? undefined : givenBy(file, value);
    if (given === undefined || file.functions.calledFunction(given.call) !== undefined) return false;
    const receiver = receiverOf(given.call);
    return receiver === undefined || isOfOthers(file, receiver);
  });
}

function partOf(value: TSESTree.Node, part: Given["part"]): TSESTree.Node | undefined {
  if (part === undefined) return value;
  if (value.type === "ArrayExpression" && typeof part === "number") return value.elements[part] ?? undefined;
  if (value.type !== "ObjectExpression") return undefined;
  const property = value.properties.find((one) => one.type === "Property" && memberName(one) === part);
  return property?.type === "Property" ? property.value : undefined;
}

/** `this.line = dial(); this.bell = this.line.subscribe(…)`, and the end of the owner ends the line with all that it gave. */
function isEndedWith(file: FileFacts, receiver: TSESTree.Node, place: Place): boolean {
  const asked = file.places.placeOf(receiver);
  const { reach } = lifeOf(file, place);
  return asked !== undefined && asked.root.kind !== "global" && methodCallsOn(file, asked).some((call) => standsIn(call, reach) && isOwnStore(file, asked));
}

/** Whether code of the file gives the place its value, and not whoever makes its owner. */
function isOwnStore(file: FileFacts, place: Place): boolean {
  return file.stores.storesTo(place).some(({ site, value }) => value !== undefined && site.type !== "TSParameterProperty" && callOf(value) !== undefined);
}
