/** Compares an adding call with a removing call, part by part. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../../facts/file-facts.ts";
import { pathInPattern, type Place } from "../../facts/places.ts";
import { globalPathOf } from "../../facts/value-origin.ts";
import { functionOf, initializerOf, isSingleAssignment, type Variable } from "../../facts/variables.ts";
import { enclosingFunction, isFunction, isWithin, memberName, unwrap, walk, type FunctionNode } from "../../syntax/tree.ts";
import type { ListenerCall } from "./listener-calls.ts";
import { isMadeAgainBetween } from "./remade-listener.ts";
import { captureOf } from "./capture-flag.ts";
import { elementNameOf } from "./element-target.ts";
import { compareListeners, type Likeness } from "./listener-identity.ts";

/** The parts of a listener that a removal repeats. */
export type Part = "target" | "event" | "listener" | "third";

export type Comparison = Readonly<Record<Part, Likeness>>;

const rows = new WeakMap<ListenerCall, Map<ListenerCall, Comparison>>();

/** Compares two calls part by part, each part when it is first asked for: of most pairs the names of the events say enough. */
export function compareCalls(file: FileFacts, added: ListenerCall, removed: ListenerCall): Comparison {
  const row = rows.get(added) ?? new Map<ListenerCall, Comparison>();
  rows.set(added, row);
  const comparison = row.get(removed) ?? buildComparison(file, added, removed);
  row.set(removed, comparison);
  return comparison;
}

const NOTHING_ALIKE: Comparison = { target: "different", event: "different", listener: "different", third: "different" };

function buildComparison(file: FileFacts, added: ListenerCall, removed: ListenerCall): Comparison {
  if (!canBeOneApi(added, removed)) return NOTHING_ALIKE;
  const answers: Partial<Record<Part, Likeness>> = {};
  const target = (): Likeness => (answers.target ??= compareTargets(file, added.target, removed.target));
  if (added.isOpen || removed.isOpen) return { get target() { return target(); }, event: "unknown", listener: "unknown", third: "unknown" };
  return {
    get target() {
      return target();
    },
    get event() {
      return (answers.event ??= compareEvents(file, added.event, removed.event));
    },
    get listener() {
      return (answers.listener ??= compareFunctions(file, added, removed));
    },
    get third() {
      return (answers.third ??= compareThird(file, added, removed));
    },
  };
}

/** Emitters often have both `on` and `removeEventListener`; channels, signals and files keep to their own verbs. */
function canBeOneApi({ verbs: { family: one } }: ListenerCall, { verbs: { family: other } }: ListenerCall): boolean {
  const isMixed = (family: string): boolean => family === "dom" || family === "emitter" || family === "legacy";
  return one === other || (isMixed(one) && isMixed(other));
}

function compareFunctions(file: FileFacts, added: ListenerCall, removed: ListenerCall): Likeness {
  if (added.listener === undefined || removed.listener === undefined) return "unknown";
  const likeness = compareListeners(file, added.listener, removed.listener);
  return likeness === "same" && isMadeAgainBetween(file, added.call, removed.call, added.listener) ? "different" : likeness;
}

/** The parts of a pair, those first that are soon compared. */
const PARTS: readonly Part[] = ["event", "third", "target", "listener"];

/** Whether the removal can undo the addition, as far as the file tells. */
export function mayMatch(comparison: Comparison): boolean {
  return PARTS.every((part) => comparison[part] === "same" || comparison[part] === "unknown");
}

/** Whether the two calls are known to be about one listener. */
export function isExact(comparison: Comparison): boolean {
  return PARTS.every((part) => comparison[part] === "same");
}

/** Whether the two calls are known to be about one event, function and flag, on whatever object. */
export function isSameApartFromTarget(comparison: Comparison): boolean {
  return PARTS.every((part) => part === "target" || comparison[part] === "same");
}

/** The only part that differs where all others are known to be the same. */
export function onlyDifferenceOf(comparison: Comparison): Part | undefined {
  let difference: Part | undefined;
  for (const part of PARTS) {
    if (comparison[part] === "same" || (part === "third" && comparison.third === "unknown")) continue;
    if (difference !== undefined) return undefined;
    difference = part;
  }
  return difference === undefined || comparison[difference] === "unknown" ? undefined : difference;
}

/** Compares the objects that listeners are put on. */
export function compareTargets(file: FileFacts, one: TSESTree.Node | undefined, other: TSESTree.Node | undefined): Likeness {
  const [path, otherPath] = [one, other].map((node) => (node === undefined ? "window" : globalPathOf(file, node)?.join(".")));
  const areGlobal = path !== undefined && otherPath !== undefined;
  if (areGlobal && isPageObject(path) && isPageObject(otherPath)) return "same";
  if (areGlobal && path === otherPath) return "same";
  if (one === undefined || other === undefined) return areGlobal && isPagePart(path) && isPagePart(otherPath) ? "different" : "unknown";
  if (areGlobal && isPagePart(path) && isPagePart(otherPath)) return "different";
  const [place, otherPlace] = [file.places.placeOf(one), file.places.placeOf(other)];
  if (place !== undefined && place.key === otherPlace?.key) return "same";
  const element = elementNameOf(file, one);
  if (element !== undefined && element === elementNameOf(file, other)) return "same";
  if (place === undefined || otherPlace === undefined) return place === otherPlace && isSameExpression(file, one, other) ? "same" : "unknown";
  return areApart(file, place, otherPlace) || isOwnerBesideModule(file, place, otherPlace) || isOwnerBesideModule(file, otherPlace, place) ? "unlike" : "unknown";
}

/**
 * Whether two functions of one object, or beside each other, do their work on what each is given: the same path from a parameter of each,
 * which has the same position or name.
 */
export function areMirroredParameters(file: FileFacts, one: TSESTree.Node | undefined, other: TSESTree.Node | undefined): boolean {
  const [place, otherPlace] = [one, other].map((node) => (node === undefined ? undefined : file.places.placeOf(node)));
  if (place?.root.kind !== "variable" || otherPlace?.root.kind !== "variable" || place.path.join(".") !== otherPlace.path.join(".")) return false;
  const [parameter, otherParameter] = [parameterOf(place.root.variable), parameterOf(otherPlace.root.variable)];
  if (parameter === undefined || otherParameter === undefined || parameter.host === otherParameter.host || parameter.path !== otherParameter.path) return false;
  if (parameter.index !== otherParameter.index && place.root.variable.name !== otherPlace.root.variable.name) return false;
  const [fact, otherFact] = [file.functions.factOf(parameter.host), file.functions.factOf(otherParameter.host)];
  if (fact.role === "callback" || otherFact.role === "callback") return false;
  return fact.owner === otherFact.owner && fact.isStatic === otherFact.isStatic && (fact.owner !== undefined || enclosingFunction(parameter.host) === enclosingFunction(otherParameter.host));
}

/** The function whose parameter a variable is, which of them, and which part of it; undefined for what is written again. */
function parameterOf(variable: Variable): { readonly host: FunctionNode; readonly index: number; readonly path: string } | undefined {
  const [definition] = variable.defs;
  if (definition?.type !== "Parameter" || !isFunction(definition.node) || !isSingleAssignment(variable)) return undefined;
  const { name, node } = definition;
  const index = node.params.findIndex((parameter) => isWithin(name, parameter));
  const parameter = node.params[index];
  const path = parameter === undefined ? undefined : pathInPattern(parameter, variable);
  return path && { host: node, index, path: path.join(".") };
}

/** Two fields of one object, or two variables of the module, that are given different things. */
function areApart(file: FileFacts, one: Place, other: Place): boolean {
  const areFields = one.root.kind === "instance" && other.root.kind === "instance" && one.root.owner === other.root.owner && one.path.length === 1 && other.path.length === 1;
  if (!areFields && !(isModuleVariable(one) && isModuleVariable(other))) return false;
  const [sources, others] = [one, other].map((place) => file.stores.storesTo(place).map(({ value }) => givenTo(file, value)));
  if (sources === undefined || others === undefined || sources.length === 0 || others.length === 0) return false;
  return [...sources, ...others].every((source) => source !== undefined) && !sources.some((source) => others.includes(source));
}

/** `this` of objects that the file makes, beside what another module exports: that was there before any of them. */
function isOwnerBesideModule(file: FileFacts, one: Place, other: Place): boolean {
  if (one.root.kind !== "instance" || one.path.length > 0 || !isModuleVariable(other) || other.root.kind !== "variable") return false;
  return other.root.variable.defs[0]?.type === "ImportBinding" || file.stores.storesTo(other).every(({ value }) => value !== undefined && file.imports.importedValueOf(value) !== undefined);
}

function isModuleVariable({ root, path }: Place): boolean {
  return root.kind === "variable" && path.length === 0 && functionOf(root.variable) === undefined;
}

/** What a place is given, as text: a call, a `new`, a parameter; undefined where it may be what another place has. */
function givenTo(file: FileFacts, value: TSESTree.Node | undefined): string | undefined {
  const node = value === undefined ? undefined : unwrap(value);
  if (node?.type === "CallExpression" || node?.type === "NewExpression") return writtenAs(file, node);
  const place = node?.type === "Identifier" ? file.places.placeOf(node) : undefined;
  return place?.root.kind === "variable" && place.root.variable.defs[0]?.type === "Parameter" ? place.key : undefined;
}

/** Whether two expressions read the same place, or read alike and mean the same variables. */
export function isSameExpression(file: FileFacts, one: TSESTree.Node, other: TSESTree.Node): boolean {
  const [place, otherPlace] = [file.places.placeOf(one), file.places.placeOf(other)];
  if (place !== undefined && otherPlace !== undefined) return place.key === otherPlace.key;
  return writtenAs(file, one) === writtenAs(file, other) && rootsOf(file, one).join() === rootsOf(file, other).join();
}

function rootsOf(file: FileFacts, expression: TSESTree.Node): string[] {
  const roots: string[] = [];
  walk(expression, file.visitorKeys, (node) => {
    if (node.type === "Identifier" || node.type === "ThisExpression") roots.push(file.places.placeOf(node)?.key ?? "?");
    return undefined;
  });
  return roots;
}

function isPageObject(path: string): boolean {
  return path === "window" || path === "globalThis" || path === "self";
}

function isPagePart(path: string): boolean {
  return isPageObject(path) || path === "document" || path === "document.body" || path === "document.documentElement";
}

function compareEvents(file: FileFacts, one: TSESTree.Node | undefined, other: TSESTree.Node | undefined): Likeness {
  if (one === undefined || other === undefined) return one === other ? "same" : "unknown";
  const [name, otherName] = [eventNameOf(file, one), eventNameOf(file, other)];
  if (name !== undefined && otherName !== undefined) {
    if (name === otherName) return "same";
    return isPlainName(name) && isPlainName(otherName) ? "different" : "unknown";
  }
  if (name !== undefined || otherName !== undefined) return "unknown";
  const [place, otherPlace] = [file.places.placeOf(one), file.places.placeOf(other)];
  if (place !== undefined && place.key === otherPlace?.key) return "same";
  if (place === undefined || otherPlace === undefined) return isSameExpression(file, one, other) ? "same" : "unknown";
  if (areSiblingExports(file, one, other)) return "different";
  return areSiblingConstants(unwrap(one), unwrap(other)) ? "different" : "unknown";
}

/** Names with spaces, namespaces or wildcards stand for several events in some libraries. */
function isPlainName(name: string): boolean {
  return /^[\w:@$/-]+$/.test(name);
}

/** The text of an event's name, also behind a constant. */
function eventNameOf(file: FileFacts, node: TSESTree.Node): string | undefined {
  const value = unwrap(node);
  if (value.type === "Literal" && typeof value.value === "string") return value.value;
  if (value.type === "TemplateLiteral" && value.expressions.length === 0) return value.quasis[0]?.value.cooked ?? undefined;
  if (value.type !== "Identifier") return undefined;
  const variable = file.variables.variableOf(value);
  const init = variable === undefined ? undefined : initializerOf(variable);
  return init === undefined || init.type === "Identifier" ? undefined : eventNameOf(file, init);
}

/** Two exports of one module that both name events are two events. */
function areSiblingExports(file: FileFacts, one: TSESTree.Node, other: TSESTree.Node): boolean {
  const [value, otherValue] = [file.imports.importedValueOf(unwrap(one)), file.imports.importedValueOf(unwrap(other))];
  return value !== undefined && value.module === otherValue?.module && value.path.join(".") !== otherValue.path.join(".");
}

/** `Events.LOADED` and `Events.FAILED`: members of one enumeration. */
function areSiblingConstants(one: TSESTree.Node, other: TSESTree.Node): boolean {
  if (one.type !== "MemberExpression" || other.type !== "MemberExpression") return false;
  const [name, otherName] = [memberName(one), memberName(other)];
  if (name === undefined || otherName === undefined || name === otherName) return false;
  const [object, otherObject] = [unwrap(one.object), unwrap(other.object)];
  const isEnumeration = object.type === "Identifier" || object.type === "MemberExpression";
  return isEnumeration && /^[A-Z]/.test(lastNameOf(object)) && lastNameOf(object) === lastNameOf(otherObject);
}

function lastNameOf(node: TSESTree.Node): string {
  if (node.type === "Identifier") return node.name;
  return node.type === "MemberExpression" ? (memberName(node) ?? "") : "";
}

function compareThird(file: FileFacts, added: ListenerCall, removed: ListenerCall): Likeness {
  if (added.verbs.family !== removed.verbs.family) return "unknown";
  if (added.selector !== undefined || removed.selector !== undefined) {
    const isSame = added.selector !== undefined && removed.selector !== undefined && writtenAs(file, added.selector) === writtenAs(file, removed.selector);
    return isSame ? "same" : "unknown";
  }
  switch (added.verbs.third) {
    case "nothing":
      return "same";
    case "capture": {
      const [capture, otherCapture] = [captureOf(file, added.third), captureOf(file, removed.third)];
      if (capture === undefined || otherCapture === undefined) return isSameText(file, added.third, removed.third) ? "same" : "unknown";
      return capture === otherCapture ? "same" : "different";
    }
    case "context":
      return compareContexts(file, added.third, removed.third);
  }
}

function compareContexts(file: FileFacts, one: TSESTree.Node | undefined, other: TSESTree.Node | undefined): Likeness {
  if (one === undefined && other === undefined) return "same";
  if (isSameText(file, one, other)) return "same";
  const [first, second] = [one, other].map((node) => node?.type === "ThisExpression");
  return (first === true && other === undefined) || (second === true && one === undefined) ? "different" : "unknown";
}

function isSameText(file: FileFacts, one: TSESTree.Node | undefined, other: TSESTree.Node | undefined): boolean {
  return one !== undefined && other !== undefined && writtenAs(file, one) === writtenAs(file, other);
}

/** The source of an expression on one line. */
function writtenAs(file: FileFacts, node: TSESTree.Node): string {
  return file.sourceCode.getText(unwrap(node)).replace(/\s+/g, " ");
}
