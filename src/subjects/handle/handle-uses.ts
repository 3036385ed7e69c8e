/**
 * What the code does with a handle that a local variable holds, as effects on the steps of the owner's graph.
 * A use inside another function takes effect where that function is created, called or handed on.
 */
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";

import type { Pair } from "../../catalogue/entry.ts";
import { namesOf } from "../../catalogue/origin.ts";
import { rebindingMethods } from "../../catalogue/words/handle-calls.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import { importedFunction } from "../program/imported-function.ts";
import { initializerOf, type Variable } from "../../facts/variables.ts";
import { enclosingFunction, isWithin, memberName, unwrap, wrapped, type CallNode, type FunctionNode } from "../../syntax/tree.ts";
import { isBorrowed, isKeptBy } from "./borrowing.ts";
import { handleInHolder, holderAt, type Holder } from "./holders.ts";
import { findRelease, releaseMethodsOf } from "../resource/releases.ts";
import type { Resource } from "../resource/resource.ts";

/** `release`: it is released; `escape`: somebody else owns it from here; `lose`: the variable is given another value. */
export type EffectKind = "release" | "escape" | "lose";

export interface HandleEffect {
  readonly kind: EffectKind;
  /** The expression or statement with which the effect takes place. */
  readonly at: TSESTree.Node;
  /** An escape into a call that is awaited where it stands: whoever releases the handle after it has only lent it. */
  readonly isAwaited?: true;
}

type Use = EffectKind | "none";

const MAXIMUM_ALIASES = 8;

/** Collects the effects on a handle held by `variable`, which belongs to the function `owner` (undefined: the program). */
export function collectHandleEffects(file: FileFacts, resource: Resource, variable: Variable, owner: FunctionNode | undefined): readonly HandleEffect[] {
  const effects: HandleEffect[] = [];
  const pending: Holder[] = [{ variable, property: undefined }];
  const seen = new Set<Variable>([variable]);
  for (let holder = pending.pop(); holder !== undefined; holder = pending.pop()) {
    for (const reference of holder.variable.references) {
      // What stands around the owner is no use of its own, unless it calls that: an inner function may be asked about a variable of an outer one.
      if (owner !== undefined && !isWithin(reference.identifier, owner)) {
        effects.push(...releasesBeside(file, resource, reference.identifier, owner));
        continue;
      }
      // The declaration of an alias gives the handle another name; it takes it from none.
      if (holder.variable !== variable && reference.init === true) continue;
      const next = holder.property === undefined ? addEffects(file, resource, reference, owner, effects) : addEffectsInHolder(file, resource, reference.identifier, holder.property, owner, effects);
      if (next === undefined || seen.has(next.variable)) continue;
      seen.add(next.variable);
      if (seen.size > MAXIMUM_ALIASES) effects.push({ kind: "escape", at: reference.identifier });
      else pending.push(next);
    }
  }
  return effects;
}

/** `return finish();`: the calls of a function beside the owner that releases the handle. */
function releasesBeside(file: FileFacts, resource: Resource, identifier: TSESTree.Node, owner: FunctionNode): HandleEffect[] {
  const host = findRelease(file, resource, identifier) === undefined ? undefined : enclosingFunction(identifier);
  if (host === undefined || isWithin(owner, host)) return [];
  return file.calls.named(file.functions.factOf(host).name ?? "").flatMap((call): HandleEffect[] => {
    if (call.type !== "CallExpression" || !isWithin(call, owner) || file.functions.calledFunction(call) !== host) return [];
    const inner = outermostFunctionBelow(call, owner);
    return inner === undefined ? [{ kind: "release", at: call }] : effectsOfInner(file, inner, "release");
  });
}

/** The releases of a handle in whatever function they stand; undefined where it gets another name, or another owner. */
export function releasesAnywhere(file: FileFacts, resource: Resource, variable: Variable): readonly TSESTree.Node[] | undefined {
  const releases: TSESTree.Node[] = [];
  for (const reference of variable.references) {
    const identifier = reference.identifier as TSESTree.Identifier;
    const write = reference.isWrite() ? writeOf(identifier) : undefined;
    if (write !== undefined && !isAcquiringWrite(write, resource)) return undefined;
    if (write !== undefined) continue;
    const release = findRelease(file, resource, identifier);
    if (release !== undefined) releases.push(release);
    else if (aliasMadeAt(file, identifier) !== undefined || useAt(file, resource, identifier) !== "none") return undefined;
  }
  return releases;
}

function addEffects(file: FileFacts, resource: Resource, reference: TSESLint.Scope.Reference, owner: FunctionNode | undefined, effects: HandleEffect[]): Holder | undefined {
  const identifier = reference.identifier as TSESTree.Identifier;
  if (reference.isWrite()) {
    const write = writeOf(identifier);
    const inner = outermostFunctionBelow(identifier, owner);
    if (write !== undefined && !isAcquiringWrite(write, resource)) effects.push({ kind: inner === undefined ? "lose" : "escape", at: write });
    if (!reference.isRead()) return undefined;
  }
  const alias = aliasMadeAt(file, identifier);
  return alias === undefined ? addUse(file, resource, identifier, owner, effects) : { variable: alias, property: undefined };
}

/** What a mention of a holder does to the handle that it has as a property. */
function addEffectsInHolder(file: FileFacts, resource: Resource, identifier: TSESTree.Node, property: string, owner: FunctionNode | undefined, effects: HandleEffect[]): Holder | undefined {
  const handle = handleInHolder(identifier, property);
  if (handle === "nothing") return undefined;
  if (handle !== "away") return addUse(file, resource, handle, owner, effects);
  const { parent } = wrapped(identifier);
  const isUsed = (parent?.type === "CallExpression" || parent?.type === "NewExpression") && isBorrowed(file, resource, parent);
  if (!isUsed) effects.push({ kind: "escape", at: outermostFunctionBelow(identifier, owner) ?? identifier });
  return undefined;
}

/** Adds the effect of one use; the holder where the use puts the handle into one that the function has for itself. */
function addUse(file: FileFacts, resource: Resource, identifier: TSESTree.Node, owner: FunctionNode | undefined, effects: HandleEffect[]): Holder | undefined {
  const inner = outermostFunctionBelow(identifier, owner);
  const release = findRelease(file, resource, identifier);
  const holder = release === undefined && inner === undefined ? holderAt(file, resource, identifier, owner) : undefined;
  if (holder !== undefined) return holder;
  const use: Use = release !== undefined ? "release" : useAt(file, resource, identifier);
  if (use === "none") return undefined;
  const at: TSESTree.Node = release ?? identifier;
  if (inner === undefined) effects.push(use === "escape" && isGivenToAwaited(identifier) ? { kind: use, at, isAwaited: true } : { kind: use, at });
  else effects.push(...effectsOfInner(file, inner, use));
  return undefined;
}

/** The function nearest to `owner` that stands between it and the node. */
function outermostFunctionBelow(node: TSESTree.Node, owner: FunctionNode | undefined): FunctionNode | undefined {
  let below: FunctionNode | undefined;
  for (let at = enclosingFunction(node); at !== undefined && at !== owner; at = enclosingFunction(at)) below = at;
  return below;
}

function writeOf(identifier: TSESTree.Identifier): TSESTree.Node | undefined {
  let target: TSESTree.Node = identifier;
  // `const [value, release] = …` writes both when the declaration is through.
  while (target.parent?.type === "ArrayPattern") target = target.parent;
  const parent = target.parent;
  if (parent?.type === "AssignmentExpression" && parent.left === target) return parent;
  if (parent?.type === "VariableDeclarator" && parent.id === target) return parent.init === null ? undefined : parent;
  return identifier.parent;
}

/** Whether the write is the one that stores this very acquisition. */
function isAcquiringWrite(write: TSESTree.Node, resource: Resource): boolean {
  const [from, to] = resource.acquisition.range;
  return write.range[0] <= from && to <= write.range[1] && enclosingFunction(write) === enclosingFunction(resource.acquisition);
}

/** `const other = handle;`: another name for the same handle. */
function aliasMadeAt(file: FileFacts, identifier: TSESTree.Identifier): Variable | undefined {
  const parent = wrapped(identifier).parent;
  if (parent?.type !== "VariableDeclarator" || parent.init === null || unwrap(parent.init) !== identifier || parent.id.type !== "Identifier") return undefined;
  const alias = file.variables.variableOf(parent.id);
  return alias !== undefined && initializerOf(alias) !== undefined ? alias : undefined;
}

function useAt(file: FileFacts, resource: Resource, identifier: TSESTree.Node): Use {
  const value = wrapped(identifier);
  const parent = value.parent;
  switch (parent?.type) {
    case "MemberExpression":
      return parent.object === value ? useOfMember(resource, parent) : "none";
    case "CallExpression":
    case "NewExpression":
      if (resource.pair.lent === true && parent.callee !== value) return isKeptBy(file, parent) ? "escape" : useOfLent(file, resource, parent, value);
      return parent.callee === value ? "none" : useAsArgument(file, resource, parent, value);
    case "AssignmentExpression":
      // `handle ??= other` asks whether it is there.
      if (parent.left === value) return "none";
      return resource.pair.lent === true && parent.left.type === "MemberExpression" && unwrap(parent.left.object).type !== "ThisExpression" && !isReleasedFrom(file, resource, parent.left) ? "none" : "escape";
    case "UnaryExpression":
    case "BinaryExpression":
    case "ExpressionStatement":
    case "IfStatement":
    case "WhileStatement":
    case "TemplateLiteral":
    case "AwaitExpression":
    case "ForOfStatement":
    case "TSTypeQuery":
      return "none";
    case "TaggedTemplateExpression":
      return parent.tag === value ? "none" : "escape";
    case "LogicalExpression":
    case "ConditionalExpression":
      return decidesBranch(value) ? "none" : "escape";
    default:
      return "escape";
  }
}

/** Whether a value only decides a branch: `if (a && handle)`, `handle ? x : y`, `handle && handle.close()`. */
function decidesBranch(value: TSESTree.Node): boolean {
  const parent = value.parent;
  if (parent?.type === "ConditionalExpression") return parent.test === value || decidesBranch(wrapped(parent));
  if (parent?.type === "LogicalExpression") return (parent.left === value && parent.operator === "&&") || decidesBranch(wrapped(parent));
  return parent?.type === "IfStatement" || parent?.type === "WhileStatement" || parent?.type === "ExpressionStatement" || (parent?.type === "UnaryExpression" && parent.operator === "!");
}

/** Where a member that releases goes on as a value, or something is called on it: `file.readable.pipeTo(…)`. */
const GIVING_ON: ReadonlySet<string> = new Set(["CallExpression", "Property", "ReturnStatement", "ArrayExpression", "MemberExpression", "VariableDeclarator", "ForOfStatement"]);

/** `handle.close` passed on as a value gives away the release; calling or reading another member borrows. */
function useOfMember(resource: Resource, member: TSESTree.MemberExpression): Use {
  const parent = wrapped(member).parent;
  if (parent?.type === "CallExpression" && unwrap(parent.callee) === member) return memberName(member) === "bind" ? "escape" : "none";
  if (parent?.type === "MemberExpression" && memberName(parent) === "bind") return "escape";
  const isRelease = releaseMethodsOf(resource.pair).has(memberName(member) ?? "");
  return isRelease && GIVING_ON.has(parent?.type ?? "") ? "escape" : "none";
}

/** Whoever gets what is lent only reads it; a function in sight may release it. */
function useOfLent(file: FileFacts, resource: Resource, call: CallNode, value: TSESTree.Node): Use {
  if (file.functions.calledFunction(call) !== undefined) return useAsArgument(file, resource, call, value);
  return call.type === "CallExpression" && importedFunction(file, call) !== undefined && useAsArgument(file, resource, call, value) === "release" ? "release" : "none";
}

function useAsArgument(file: FileFacts, resource: Resource, call: CallNode, value: TSESTree.Node): Use {
  if (isBorrowed(file, resource, call)) return "none";
  const index = call.arguments.indexOf(value as TSESTree.CallExpressionArgument);
  if (isRebound(call) || index < 0) return "escape";
  const callee = file.functions.calledFunction(call);
  if (callee !== undefined) return useOfParameter(file, resource, callee, index);
  const imported = call.type === "CallExpression" ? importedFunction(file, call) : undefined;
  return imported === undefined ? "escape" : useOfParameter(imported.file, resource, imported.node, index);
}

/** `await f(handle)` and `await f({ handle })`. */
function isGivenToAwaited(identifier: TSESTree.Node): boolean {
  let value = wrapped(identifier);
  if (value.parent?.type === "Property" && value.parent.value === value) value = wrapped(value.parent.parent);
  const call = value.parent;
  return call?.type === "CallExpression" && unwrap(call.callee) !== value && wrapped(call).parent?.type === "AwaitExpression";
}

/** `f.call(that, handle)` and `f.bind(that, handle)`: the handle is not the parameter that stands in its place. */
function isRebound(call: CallNode): boolean {
  const callee = unwrap(call.callee);
  return callee.type === "MemberExpression" && rebindingMethods.has(memberName(callee) ?? "");
}

const summaries = new WeakMap<Pair, WeakMap<FunctionNode, Map<number, Use>>>();

function summariesOf(pair: Pair, callee: FunctionNode): Map<number, Use> {
  const ofPair = summaries.get(pair) ?? new WeakMap<FunctionNode, Map<number, Use>>();
  const ofCallee = ofPair.get(callee) ?? new Map<number, Use>();
  summaries.set(pair, ofPair.set(callee, ofCallee));
  return ofCallee;
}

/** What a function of the same file does with a parameter that such a pair's handle is given to: the strongest of its uses; recursion counts as an escape. */
function useOfParameter(file: FileFacts, resource: Resource, callee: FunctionNode, index: number): Use {
  const known = summariesOf(resource.pair, callee);
  const summary = known.get(index);
  if (summary !== undefined) return summary;
  known.set(index, "escape");
  const parameter = callee.params[index];
  const variable = parameter?.type === "Identifier" ? file.variables.variableOf(parameter) : undefined;
  if (variable === undefined) return "escape";
  const kinds = collectHandleEffects(file, resource, variable, callee).map((effect) => effect.kind);
  const use: Use = kinds.includes("release") ? "release" : kinds.length > 0 ? "escape" : "none";
  known.set(index, use);
  return use;
}

/** A use inside another function takes effect where that function runs, if that is known, else where it is handed on. */
function effectsOfInner(file: FileFacts, inner: FunctionNode, use: EffectKind): HandleEffect[] {
  const parent = wrapped(inner).parent;
  if (parent?.type === "CallExpression" && unwrap(parent.callee) === inner) return [{ kind: use, at: parent }];
  const variable = nameOfFunction(file, inner);
  if (variable === undefined) return [{ kind: "escape", at: inner }];
  const effects: HandleEffect[] = [];
  for (const reference of variable.references) {
    if (reference.init === true) continue;
    const node = wrapped(reference.identifier);
    const call = node.parent;
    const isCall = call?.type === "CallExpression" && unwrap(call.callee) === unwrap(node);
    const owner = enclosingFunction(inner);
    const isDirect = outermostFunctionBelow(node, owner) === undefined;
    if (isCall && isDirect) effects.push({ kind: use, at: call });
    else if (isDirect) effects.push({ kind: "escape", at: node });
    else {
      const holder = outermostFunctionBelow(node, owner);
      if (holder !== undefined && holder !== inner) effects.push({ kind: "escape", at: holder });
    }
  }
  return effects;
}

function nameOfFunction(file: FileFacts, inner: FunctionNode): Variable | undefined {
  if (inner.type === "FunctionDeclaration") return inner.id === null ? undefined : file.variables.variableOf(inner.id);
  const parent = wrapped(inner).parent;
  if (parent?.type !== "VariableDeclarator" || parent.id.type !== "Identifier") return undefined;
  return file.variables.variableOf(parent.id);
}

/** `link.href = url` where the file has `revokeObjectURL(a.href)`: what the member was lent is released through it. */
function isReleasedFrom(file: FileFacts, { pair }: Resource, member: TSESTree.MemberExpression): boolean {
  const name = memberName(member);
  const isIt = (argument: TSESTree.Node): boolean => argument.type === "MemberExpression" && memberName(argument) === name;
  return pair.releases.some((release) => release.by === "callee" && namesOf(release.callee).some((called) => file.calls.named(called).some((call) => call.arguments.some(isIt))));
}
