/** Who is there to release what a piece of code acquires, and how clearly it should have. */
import type { TSESTree } from "@typescript-eslint/utils";

import { emptyingTeardowns, showingNames } from "../../catalogue/words/owner-ends.ts";
import { settingUp } from "../../catalogue/words/starts.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { FunctionFact } from "../../facts/functions.ts";
import { runCountOf } from "../../facts/run-count.ts";
import { globalPathOf } from "../../facts/value-origin.ts";
import { enclosingFunction, receiverOf, wrapped, type FunctionNode } from "../../syntax/tree.ts";
import { enclosingEffect } from "./effects.ts";
import { handedOutAs, returnedStops } from "./closure-ends.ts";
import { collectHookEnds, hookOfInstance, hookOfScript } from "./component-life.ts";
import { isHidden } from "../../facts/hidden-member.ts";
import { isInLongLived } from "../resource/tagged.ts";

/**
 * - `process`: code that runs once: what it acquires may live as long as the process;
 * - `starter`: code that by its name sets up what lives long;
 * - `call`: a function that anybody may call again and that nobody ends;
 * - `instance`: a member of an object, or a factory that hands out an object, or the script of a component, with or without a teardown;
 * - `effect`: the callback of a framework effect, run again and again, whose result is its cleanup.
 */
export interface Owner {
  readonly kind: "process" | "starter" | "call" | "instance" | "effect";
  /** The function that ends the owner's life, where it has one. */
  readonly teardown: FunctionFact | undefined;
  /** The hook that its framework runs at the end of the component whose code it is; absent for what is no component's. */
  readonly hook?: string;
}

/** Answers who owns what the code at `node` acquires for itself. */
export function ownerOf(file: FileFacts, node: TSESTree.Node): Owner {
  if (isInLongLived(file, node)) return { kind: "process", teardown: undefined };
  if (enclosingEffect(node) !== undefined) return { kind: "effect", teardown: undefined };
  const runs = runCountOf(file, node);
  if (runs === "once") return { kind: "process", teardown: undefined };
  for (let at = enclosingFunction(node); at !== undefined; at = enclosingFunction(at)) {
    const fact = file.functions.factOf(at);
    const hook = hookOfInstance(file, at);
    if (hook !== undefined && fact.owner === undefined) return { kind: "instance", teardown: teardownOfComponent(file, at), hook };
    // `function Room() { … }` with `Room.prototype.close = …` is the constructor of its own objects.
    const object = fact.owner ?? (file.functions.membersOf(at).length > 0 ? at : undefined);
    const teardown = object === undefined ? teardownOfClosure(file, at) : teardownOfObject(file, file.functions.membersOf(object));
    if (hook !== undefined) return { kind: "instance", teardown, hook };
    if (object !== undefined || teardown !== undefined) return { kind: "instance", teardown };
  }
  return { kind: runs === "at-start" ? "starter" : "call", teardown: undefined };
}

function teardownOfObject(file: FileFacts, members: readonly FunctionFact[]): FunctionFact | undefined {
  const isShown = members.some(({ name }) => showingNames.test(name ?? ""));
  return members.find((fact) => isRealTeardown(file, fact) && !(isShown && fact.name === "close"));
}

/** A teardown worth the name: `clear` and `reset` empty an object that lives on. */
function isRealTeardown(file: FileFacts, fact: FunctionFact): boolean {
  return fact.role === "teardown" && !fact.isStatic && !emptyingTeardowns.test(fact.name ?? "") && !endsProcess(file, fact);
}

/** `stop() { process.exit(); }` takes everything along. */
function endsProcess(file: FileFacts, { node }: FunctionFact): boolean {
  return file.calls.named("exit").some((call) => enclosingFunction(call) === node && globalPathOf(file, call.callee)?.join(".") === "process.exit");
}

const ofClosures = new WeakMap<FileFacts, Map<FunctionNode, FunctionFact | undefined>>();

/** The function by which what a factory sets up ends. */
function teardownOfClosure(file: FileFacts, factory: FunctionNode): FunctionFact | undefined {
  const known = ofClosures.get(file) ?? new Map<FunctionNode, FunctionFact | undefined>();
  ofClosures.set(file, known);
  if (known.has(factory)) return known.get(factory);
  const found = findEndHandedOut(file, factory);
  known.set(factory, found);
  return found;
}

/** The teardown among the functions that a factory hands out: `return { start, destroy() { … } }`, `return { destroy: endAll }`, `return () => off()`. */
function findEndHandedOut(file: FileFacts, factory: FunctionNode): FunctionFact | undefined {
  const own = file.functions.all.filter(({ node }) => enclosingFunction(node) === factory);
  const written = own.find((fact) => isRealTeardown(file, fact) && !isOfOtherObject(fact, factory));
  if (written !== undefined) return written;
  const named = own.flatMap((fact) => asHandedOut(file, fact) ?? []).find((fact) => isRealTeardown(file, fact));
  return named ?? returnedStops(file, factory).map(({ node }): FunctionFact => ({ ...file.functions.factOf(node), role: "teardown" })).find((fact) => isRealTeardown(file, fact));
}

/** A function declared beside the object in which it is handed out is as good a member of it as one that is written there. */
function asHandedOut(file: FileFacts, fact: FunctionFact): FunctionFact | undefined {
  const name = fact.role === "function" ? handedOutAs(file, fact.node) : undefined;
  return name !== undefined && file.catalogue.lifecycles.teardownNames.has(name) ? { ...fact, name, role: "teardown" } : undefined;
}

/** What runs when the instance of a component ends that the function around the hook, or the script itself, sets up. */
function teardownOfComponent(file: FileFacts, node: FunctionNode): FunctionFact | undefined {
  const script = hookOfScript(file, node) === undefined ? enclosingFunction(node) : node;
  const end = script === undefined ? undefined : collectHookEnds(file, script).find(({ rank }) => rank === "final");
  return end === undefined ? undefined : file.functions.factOf(end.node);
}

/** A method of a class, or of an object that the factory only gives to somebody else, ends that object. */
function isOfOtherObject({ owner }: FunctionFact, factory: FunctionNode): boolean {
  if (owner === undefined || owner === factory) return false;
  if (owner.type !== "ObjectExpression") return true;
  const parent = wrapped(owner).parent;
  return parent?.type === "CallExpression" || parent?.type === "NewExpression";
}

/** A constructor or set-up method of an object without a teardown: perhaps it lives as long as the process. */
export function isSetUp(file: FileFacts, node: TSESTree.Node, depth = 0): boolean {
  for (let owner = enclosingFunction(node); owner !== undefined; owner = enclosingFunction(owner)) {
    const { role, name } = file.functions.factOf(owner);
    if (hookOfInstance(file, owner) !== undefined) return false;
    if (role === "callback" || role === "immediate") continue;
    if ((role !== "method" && role !== "teardown") || settingUp.test(name ?? "")) return true;
    // A method of the object's own that only its set-up calls is a part of it.
    const calls = name === undefined || depth > 2 ? [] : file.calls.named(name).filter((call) => receiverOf(call)?.type === "ThisExpression");
    return role === "method" && calls.length > 0 && isHidden(owner) && calls.every((call) => isSetUp(file, call, depth + 1));
  }
  return true;
}
