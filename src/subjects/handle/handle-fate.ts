/** Where the handle of an acquisition goes first: into a variable, a field, the caller's hands, or nowhere. */
import type { TSESTree } from "@typescript-eslint/utils";

import { namesOf } from "../../catalogue/origin.ts";
import { fluentMethods, openingMethods } from "../../catalogue/words/handle-calls.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { Place } from "../../facts/places.ts";
import { functionOf, type Variable } from "../../facts/variables.ts";
import { enclosingFunction, memberName, receiverOf, unwrap, wrapped, type CallNode, type FunctionNode } from "../../syntax/tree.ts";
import { isKeptBy } from "./borrowing.ts";
import { sideBySideOf } from "../resource/side-by-side.ts";
import { releaseMethodsOf } from "../resource/releases.ts";
import type { Resource } from "../resource/resource.ts";
import { parameterOfThen, type ThenParameter } from "../resource/then-parameter.ts";

export type HandleFate =
  /** Nobody has it: it cannot be released any more. */
  | { readonly kind: "discarded"; readonly at: TSESTree.Node }
  /** A local variable has it. */
  | { readonly kind: "variable"; readonly variable: Variable }
  /** A callback is called with it; where `failure`, its first parameter, is there, the handle is not. */
  | { readonly kind: "parameter"; readonly variable: Variable; readonly callback: FunctionNode; readonly failure: Variable | undefined }
  /** Something that outlives the call has it: a field, or a variable of an outer function or of the module. */
  | { readonly kind: "kept"; readonly place: Place; readonly at: TSESTree.Node }
  /** It is released where it is acquired, or disposed by `using`. */
  | { readonly kind: "released" }
  /** It is returned, passed on or put into something: its owner is somebody else. */
  | { readonly kind: "handed-over" }
  | { readonly kind: "unknown" };

const UNKNOWN: HandleFate = { kind: "unknown" };
const HANDED_OVER: HandleFate = { kind: "handed-over" };

/** Answers where the handle goes; for handles that are arguments or receivers, where that value is kept. */
export function fateOf(file: FileFacts, resource: Resource): HandleFate {
  const { acquisition, pair } = resource;
  switch (pair.handle.from) {
    case "result":
      return follow(file, resource, acquisition, true);
    case "awaited":
      return follow(file, resource, acquisition, false);
    case "argument":
      return fateOfExisting(file, acquisition, acquisition.arguments[pair.handle.index]);
    case "receiver": {
      const receiver = receiverOf(acquisition);
      // Of `client.lock(name).acquire()` nobody has the receiver but who takes what the call gives back.
      const isFluent = pair.acquire.returnsReceiver === true && (receiver?.type === "CallExpression" || receiver?.type === "NewExpression");
      return isFluent ? follow(file, resource, acquisition, true) : fateOfExisting(file, acquisition, receiver);
    }
    case "callback":
      return fateOfCallback(file, acquisition, pair.handle.index, pair.handle.parameter);
    case "identity":
      return UNKNOWN;
  }
}

function fateOfExisting(file: FileFacts, acquisition: CallNode, handle: TSESTree.Node | undefined): HandleFate {
  const node = handle === undefined ? undefined : unwrap(handle);
  const variable = node?.type === "Identifier" ? file.variables.variableOf(node) : undefined;
  if (node === undefined || variable === undefined || variable.defs[0]?.type !== "Variable") return UNKNOWN;
  if (isOtherName(file, node, variable)) return UNKNOWN;
  return functionOf(variable) === enclosingFunction(acquisition) ? { kind: "variable", variable } : UNKNOWN;
}

/** The handle is a parameter of the callback, whose run begins with having it. */
function fateOfCallback(file: FileFacts, acquisition: CallNode, index: number, parameter: number): HandleFate {
  const callback = acquisition.arguments.at(index);
  const node = callback === undefined ? undefined : file.functions.functionValueOf(callback);
  const handle = node?.params[parameter];
  const variable = handle?.type === "Identifier" ? file.variables.variableOf(handle) : undefined;
  if (node === undefined || variable === undefined) return UNKNOWN;
  const error = node.params[0];
  const failure = parameter > 0 && error?.type === "Identifier" ? file.variables.variableOf(error) : undefined;
  return { kind: "parameter", variable, callback: node, failure };
}

/** Whether the variable only names what a field or another variable has. */
function isOtherName(file: FileFacts, identifier: TSESTree.Node, variable: Variable): boolean {
  const root = file.places.placeOf(identifier)?.root;
  return root?.kind !== "variable" || root.variable !== variable;
}

function follow(file: FileFacts, resource: Resource, start: TSESTree.Node, isSettled: boolean): HandleFate {
  let settled = isSettled;
  for (let value = wrapped(start), depth = 0; depth < 20; depth++) {
    const parent = value.parent;
    if (parent === undefined) return UNKNOWN;
    switch (parent.type) {
      case "AwaitExpression":
        settled = true;
        break;
      case "ConditionalExpression":
        if (parent.test === value) return UNKNOWN;
        break;
      case "LogicalExpression":
        if (parent.left === value && parent.operator === "&&") return UNKNOWN;
        break;
      case "SequenceExpression":
        if (parent.expressions.at(-1) !== value) return { kind: "discarded", at: parent };
        break;
      case "ExpressionStatement":
        return { kind: "discarded", at: parent };
      case "UnaryExpression":
        return parent.operator === "void" ? { kind: "discarded", at: parent } : UNKNOWN;
      case "VariableDeclarator":
        return settled ? declared(file, resource, parent) : UNKNOWN;
      case "AssignmentExpression": {
        if (isElement(resource)) return UNKNOWN;
        const fate = parent.right === value && settled ? assigned(file, resource, parent, start) : UNKNOWN;
        if (fate.kind !== "variable" || wrapped(parent).parent?.type === "ExpressionStatement") return fate;
        return UNKNOWN;
      }
      case "MemberExpression": {
        if (isElement(resource)) return UNKNOWN;
        const taken = settled || resource.pair.handle.from !== "awaited" ? undefined : parameterOfThen(file, value);
        if (taken !== undefined) return fateOfTaken(file, taken);
        const next = settled && parent.object === value ? fateOfMember(resource, parent) : undefined;
        if (next === undefined) return UNKNOWN;
        if (next === "released") return { kind: "released" };
        if (next === "dropped") return { kind: "discarded", at: parent };
        if (next === "opened") return HANDED_OVER;
        value = wrapped(next);
        continue;
      }
      case "CallExpression":
        if (parent.callee === value) return isElement(resource) ? UNKNOWN : { kind: "released" };
        return resource.pair.lent === true && !isReleaseNamed(file, resource) && !isKeptBy(file, parent) ? { kind: "discarded", at: parent } : HANDED_OVER;
      case "NewExpression":
      case "ReturnStatement":
      case "ArrowFunctionExpression":
      case "Property":
        return HANDED_OVER;
      case "ArrayExpression":
        return fateSideBySide(file, resource, value) ?? HANDED_OVER;
      default:
        return UNKNOWN;
    }
    value = wrapped(parent);
  }
  return UNKNOWN;
}

function declared(file: FileFacts, { acquisition, pair: { handle } }: Resource, declarator: TSESTree.VariableDeclarator): HandleFate {
  const { kind } = declarator.parent;
  if (kind === "using" || kind === "await using") return { kind: "released" };
  if ("element" in handle && handle.element !== undefined) return fateOfElement(file, acquisition, declarator, handle.element);
  if (declarator.id.type !== "Identifier") return UNKNOWN;
  return keptBy(file, declarator.id, acquisition);
}

/** `open(path).then((file) => …)`: the callback begins with having it. */
function fateOfTaken(file: FileFacts, { callback, parameter }: ThenParameter): HandleFate {
  const variable = file.variables.variableOf(parameter);
  return variable === undefined ? UNKNOWN : { kind: "parameter", variable, callback, failure: undefined };
}

/** An element of what `Promise.all` gives is as much a handle as one that is awaited alone. */
function fateSideBySide(file: FileFacts, resource: Resource, value: TSESTree.Node): HandleFate | undefined {
  const place = isElement(resource) ? undefined : sideBySideOf(value);
  if (place === undefined) return undefined;
  const { declarator, element } = place;
  if (element === undefined) return { kind: "discarded", at: declarator };
  return element.type === "Identifier" ? keptBy(file, element, resource.acquisition) : UNKNOWN;
}

/** What comes is a tuple that has the handle: nothing is done with the handle itself yet. */
function isElement({ pair: { handle } }: Resource): boolean {
  return "element" in handle && handle.element !== undefined;
}

/** `const [value, release] = …`: the element that is the handle; a pattern that ends before it drops it. */
function fateOfElement(file: FileFacts, acquisition: CallNode, { id }: TSESTree.VariableDeclarator, index: number): HandleFate {
  if (id.type !== "ArrayPattern" || id.elements.some((element) => element?.type === "RestElement")) return UNKNOWN;
  const element = id.elements[index] ?? undefined;
  if (element === undefined) return { kind: "discarded", at: id };
  return element.type === "Identifier" ? keptBy(file, element, acquisition) : UNKNOWN;
}

function assigned(file: FileFacts, resource: Resource, assignment: TSESTree.AssignmentExpression, start: TSESTree.Node): HandleFate {
  if (!["=", "??=", "||="].includes(assignment.operator)) return UNKNOWN;
  if (assignment.left.type === "Identifier") return keptBy(file, assignment.left, start);
  const place = file.places.placeOf(assignment.left);
  const isOwnField = place?.root.kind === "instance" && place.path.length === 1;
  if (resource.pair.lent === true && !isOwnField && !isReleaseNamed(file, resource)) return { kind: "discarded", at: assignment };
  return place === undefined ? HANDED_OVER : { kind: "kept", place, at: assignment };
}

/** Whether the file calls the release at all, or gives it another name: then something in it may find the handle again where it was lent. */
function isReleaseNamed(file: FileFacts, resource: Resource): boolean {
  return resource.pair.releases.some((release) => release.by === "callee" && namesOf(release.callee).some((name) => file.calls.named(name).length > 0 || file.mentions.membersNamed(name).length > 0));
}

function keptBy(file: FileFacts, identifier: TSESTree.Identifier, start: TSESTree.Node): HandleFate {
  const variable = file.variables.variableOf(identifier);
  if (variable === undefined) return UNKNOWN;
  if (functionOf(variable) === enclosingFunction(start)) return { kind: "variable", variable };
  return { kind: "kept", place: file.places.placeOfVariable(variable), at: identifier };
}

/** What becomes of a handle whose member is used at once: released, still the same value (fluent call), opened for whoever takes what that gives, or dropped after one use. */
function fateOfMember(resource: Resource, member: TSESTree.MemberExpression): "released" | "dropped" | "opened" | TSESTree.Node | undefined {
  const name = memberName(member);
  const call = wrapped(member).parent;
  if (name === undefined || call?.type !== "CallExpression" || unwrap(call.callee) !== member) return undefined;
  if (releaseMethodsOf(resource.pair).has(name)) return "released";
  if (fluentMethods.has(name) || resource.pair.fluent?.includes(name) === true) return call;
  return openingMethods.test(name) && isTaken(call) ? "opened" : "dropped";
}

/** Whether something takes what a call gives, at once or awaited. */
function isTaken(call: TSESTree.Node): boolean {
  const value = wrapped(call);
  const taker = value.parent?.type === "AwaitExpression" ? wrapped(value.parent).parent : value.parent;
  return taker?.type !== "ExpressionStatement";
}
