/** Handles that nobody has any more, or that nobody releases: whether that is a leak, and how sure. */
import { instances } from "../../evidence/repeats/instances.ts";
import { singletonByName } from "../../evidence/repeats/singleton-by-name.ts";
import { weakest, type Confidence } from "../../facts/confidence.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { FunctionFact } from "../../facts/functions.ts";
import { isParameter, type Variable } from "../../facts/variables.ts";
import { calleeName, receiverOf, type CallNode } from "../../syntax/tree.ts";
import { isInRoot } from "../../subjects/owner/effects.ts";
import { isReleaseName } from "../../catalogue/words/releases.ts";
import { reachedFrom, standsIn } from "../../facts/reach.ts";
import { teardownRankOf } from "../../subjects/owner/teardown-names.ts";
import { isEndAwaited, isInService, isProbe, leavesPageThen, runsOnceByFlag } from "../../ownership/in-service.ts";
import { canRemove } from "../../subjects/listener/listeners.ts";
import { isSetUp, ownerOf, type Owner } from "../../subjects/owner/owner.ts";
import type { Resource } from "../../subjects/resource/resource.ts";
import { isUnreferenced } from "../../subjects/resource/unreferenced.ts";

/** A handle that nobody has, or that its variable keeps without a release. */
export interface DroppedHandle {
  readonly reason: "discarded" | "never-released";
  readonly resource: Resource;
  readonly owner: Owner;
  readonly confidence: Confidence;
  /** The variable that has the handle. */
  readonly variable: string | undefined;
  readonly target: undefined;
}

/** Names of functions that end an object, or tidy up, leave or refuse something else. */
const VAGUE = /^[_#]*(?:clean_?[uU]p|tear_?[dD]own|unload|unbind|unsubscribe|uninstall|detach|disable|deactivate|quit|end|kill)$/;

/** A handle nobody has any more is a leak wherever the code runs more than once; set-up code may mean it. `holder`: what has it, or its name. */
export function judgeDropped(file: FileFacts, resource: Resource, reason: DroppedHandle["reason"], holder: Variable | string | undefined): DroppedHandle[] {
  const owner = ownerOf(file, resource.acquisition);
  if (owner.kind === "process" || isMeant(file, resource, owner, reason) || isReleasedThroughReceiver(file, resource)) return [];
  if (isNotNeeded(file, resource, owner, holder)) return [];
  const confidence = weakest(resource.confidence, isSure(file, resource, owner) ? "certain" : "likely");
  const variable = typeof holder === "object" ? holder.name : holder;
  return [{ reason, resource, owner, confidence, variable, target: undefined }];
}

/** Whether something else than a release is its end, or it has none by intent. */
function isNotNeeded(file: FileFacts, resource: Resource, owner: Owner, holder: Variable | string | undefined): boolean {
  if (instances.ask(file, { node: resource.acquisition }).level === "one" || leavesPageThen(file, resource)) return true;
  if (typeof holder !== "object") return holder === undefined && isProbe(file, resource);
  return isEndAwaited(file, holder) || (owner.kind !== "effect" && owner.teardown === undefined && isInService(file, resource, holder));
}

/** Where nothing ends the owner, what is left alone may be meant to last. */
function isMeant(file: FileFacts, resource: Resource, owner: Owner, reason: DroppedHandle["reason"]): boolean {
  const { pair, acquisition } = resource;
  if (isInRoot(file, acquisition)) return true;
  if (owner.kind === "effect") return false;
  const isKeptOn = reason === "discarded" && pair.longLived === true;
  if (owner.teardown !== undefined && isWorthTheName(file, owner.teardown)) return isKeptOn && (singletonByName.ask(file, { node: resource.acquisition }).level !== "unknown");
  const isOfProcess = (reason === "discarded" && pair.id.startsWith("timers/")) || (pair.heldBy === "process" && !pair.id.startsWith("language/"));
  const isSetUpOnce = isOfProcess && owner.kind === "instance" && isSetUp(file, acquisition) && instances.ask(file, { node: acquisition }).level !== "many";
  return isSetUpOnce || isUnreferenced(file, acquisition) || (singletonByName.ask(file, { node: resource.acquisition }).level !== "unknown") || isKeptOn;
}

function isSure(file: FileFacts, resource: Resource, owner: Owner): boolean {
  const { pair, acquisition } = resource;
  if (runsOnceByFlag(file, resource)) return false;
  if (owner.kind === "effect") return true;
  if (owner.teardown !== undefined && isEnd(file, resource, owner.teardown)) return true;
  // A command runs once, and takes along what it leaves.
  if (file.isCommandLine) return false;
  // What watches an element goes with the element, which as a rule goes with the code that made it.
  if (pair.id.startsWith("dom/") && pair.heldBy === "argument") return false;
  // What a caller gives may be for this one call.
  if (pair.heldBy === "argument" && acquisition.arguments[0] !== undefined && isParameter(file.variables, acquisition.arguments[0])) return false;
  return pair.longLived !== true && (owner.kind === "call" || (owner.kind === "instance" && !isSetUp(file, acquisition)));
}

/** Whether the teardown is the end of what the owner holds, and does not only pause what set-up code holds. */
function isEnd(file: FileFacts, resource: Resource, teardown: FunctionFact): boolean {
  if (!isWorthTheName(file, teardown)) return false;
  if (teardownRankOf(file, teardown.name) !== "pausing") return !((singletonByName.ask(file, { node: resource.acquisition }).level !== "unknown") && isSetUp(file, resource.acquisition));
  return resource.pair.longLived !== true && !(resource.pair.id.startsWith("timers/") && isSetUp(file, resource.acquisition));
}

/** Whether a teardown is the end of its object: one whose name may mean anything has to release something. */
function isWorthTheName(file: FileFacts, { node, name }: FunctionFact): boolean {
  if (!VAGUE.test(name ?? "")) return true;
  const reach = reachedFrom(file, [node]);
  return file.nodes.calls.some((call) => standsIn(call, reach) && receiverOf(call)?.type !== "Super" && isReleaseName(calleeName(call)) && !isAboutItself(call));
}

/** `this.store.unsubscribe(this)`: an order about the object that somebody else carries out, and not its end. */
function isAboutItself(call: CallNode): boolean {
  return call.arguments.some((argument) => argument.type === "ThisExpression");
}

/** `mutex.release()`, `unlock(path)`: the release goes by what was given to the acquisition, and needs no handle. */
function isReleasedThroughReceiver(file: FileFacts, resource: Resource): boolean {
  return resource.pair.releases.some((release) => {
    if (release.by !== "receiver-method" || "argument" in release) return false;
    return file.calls.named(release.name).some((call) => canRemove(file, resource, call, release));
  });
}
