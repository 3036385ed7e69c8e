/** Targets that stay the same from call to call of the function that puts a listener on them: each call leaves one more there. */
import type { TSESTree } from "@typescript-eslint/utils";

import { beginningObject, settingUp } from "../../catalogue/words/starts.ts";
import { collectCallers } from "../../facts/callers.ts";
import type { FileFacts } from "../../facts/file-facts.ts";
import type { Place } from "../../facts/places.ts";
import { reachedFrom } from "../../facts/reach.ts";
import { isInLoop, runCountOf } from "../../facts/run-count.ts";
import { functionOf, type Variable } from "../../facts/variables.ts";
import { calleeName, enclosingFunction, isNothing, isWithin, wrapped, type CallNode, type FunctionNode } from "../../syntax/tree.ts";
import { isSetUp } from "../owner/owner.ts";

/** The function whose call puts the listener on; an executor is a part of the call around it. Undefined in a callback, of which nobody knows when it runs. */
export function callAround(file: FileFacts, acquisition: CallNode): FunctionNode | undefined {
  let at = enclosingFunction(acquisition);
  while (at !== undefined && isRunAtOnce(file, at)) at = enclosingFunction(at);
  return at === undefined || file.functions.factOf(at).role === "callback" ? undefined : at;
}

/** Whether a function runs where it is written: a promise's executor, or what is called at once. */
function isRunAtOnce(file: FileFacts, node: FunctionNode): boolean {
  const parent = wrapped(node).parent;
  return file.functions.factOf(node).role === "immediate" || (parent?.type === "NewExpression" && calleeName(parent) === "Promise");
}

/** Whether the function is for many calls: no part of how its object is set up or begins, and not called from one place only that runs once. */
export function isForManyCalls(file: FileFacts, host: FunctionNode): boolean {
  const fact = file.functions.factOf(host);
  if (fact.role !== "method" && fact.role !== "function") return false;
  if (settingUp.test(fact.name ?? "") || beginningObject.test(fact.name ?? "") || runCountOf(file, host.body) !== "often") return false;
  if (fact.owner !== undefined) return !isSetUp(file, host.body);
  const callers = collectCallers(file, fact);
  return callers === "anybody" || callers.length > 1 || callers.some((call) => isInLoop(call) || enclosingFunction(call) !== enclosingFunction(host));
}

/** Whether each call of the function finds the same object there, since none of them puts another one into the place. */
export function isSameEachCall(file: FileFacts, target: TSESTree.Node, host: FunctionNode): boolean {
  const place = file.places.placeOf(target);
  if (place === undefined) return false;
  switch (place.root.kind) {
    case "instance":
    case "static":
      return place.path.length > 0 && isFilledElsewhere(file, place, host);
    case "variable":
      return isOfOuterCode(place.root.variable, host) && !isFilledWith(file, place, host);
    case "global":
      return false;
  }
}

/** Whether a variable belongs to a function around the host, and not to a call of the host; what a module has is judged as what lives with the program. */
function isOfOuterCode(variable: Variable, host: FunctionNode): boolean {
  const owner = functionOf(variable);
  return owner !== undefined && owner !== host && isWithin(host, owner);
}

/** A field that the file fills, and that is filled apart from the host: not by it, not before it, not after it in one go. */
function isFilledElsewhere(file: FileFacts, place: Place, host: FunctionNode): boolean {
  const [name] = place.path;
  if (name === undefined) return false;
  const field = file.places.memberOf(rootPlaceOf(file, place), name);
  const stores = file.stores.storesTo(field).filter(({ value }) => value === undefined || !isNothing(value));
  return stores.length > 0 && !isFilledWith(file, field, host) && !isFilledWith(file, place, host);
}

function rootPlaceOf(file: FileFacts, place: Place): Place {
  let at = place;
  for (let holder = file.places.holderOf(at); holder !== undefined; holder = file.places.holderOf(at)) at = holder;
  return at;
}

/** Whether the place gets another value when the host runs: from the host, from what it calls, or from what calls it. */
function isFilledWith(file: FileFacts, place: Place, host: FunctionNode): boolean {
  const run = reachedFrom(file, [host]);
  return file.stores.storesTo(place).some(({ value, site }) => {
    const filler = value !== undefined && isNothing(value) ? undefined : enclosingFunction(site);
    // A constructor, and the function that the host is written in, run once for all its calls.
    if (filler === undefined || isWithin(host, filler.body) || file.functions.factOf(filler).role === "constructor") return false;
    return filler === host || run.has(filler) || reachedFrom(file, [filler]).has(host);
  });
}
