/** Timers in a race: `Promise.race([work, timeout])` settles with the work, and the timer of the timeout goes on. */
import type { TSESTree } from "@typescript-eslint/utils";

import type { FileFacts } from "../facts/file-facts.ts";
import { initializerOf } from "../facts/variables.ts";
import type { Resource } from "../subjects/resource/resource.ts";
import { isExecutor } from "../syntax/executor.ts";
import { calleeName, enclosingFunction, isWithin, memberName, unwrap, type CallNode } from "../syntax/tree.ts";
import type { Candidate } from "./candidate.ts";

/** A one-shot timer whose handle is dropped inside a promise that only races. */
export interface RacingTimer extends Candidate {
  readonly resource: Resource;
  readonly race: CallNode;
  readonly entrants: readonly TSESTree.Node[];
}

/** Collects them, race by race: the promise is written in the race, behind a constant, or made by a function of the file. */
export function collectRacingTimers(file: FileFacts, resources: readonly Resource[]): readonly RacingTimer[] {
  const timers = resources.filter(({ pair, acquisition }) => pair.id === "timers/timeout" && isHandleDropped(acquisition));
  if (timers.length === 0) return [];
  return file.calls.named("race").flatMap((race) => {
    const entrants = entrantsOf(race);
    const promises = entrants.flatMap((entrant) => promiseOf(file, entrant) ?? []);
    const racing = timers.filter(({ acquisition }) => promises.some((promise) => isWithin(acquisition, promise)));
    return racing.map((resource) => ({ node: resource.acquisition, resource, race, entrants }));
  });
}

function entrantsOf(race: CallNode): readonly TSESTree.Node[] {
  const callee = unwrap(race.callee);
  const [list] = race.arguments;
  const isRace = callee.type === "MemberExpression" && memberName(callee) === "race" && list?.type === "ArrayExpression" && list.elements.length > 1;
  return isRace ? list.elements.filter((element) => element !== null) : [];
}

/** The `new Promise(…)` an entrant is: as written, behind a constant, or made by a function of the file. */
function promiseOf(file: FileFacts, entrant: TSESTree.Node, depth = 0): TSESTree.Node | undefined {
  const node = unwrap(entrant);
  if (depth > 3) return undefined;
  if (node.type === "NewExpression") return calleeName(node) === "Promise" ? node : undefined;
  if (node.type === "Identifier") {
    const variable = file.variables.variableOf(node);
    const init = variable === undefined ? undefined : initializerOf(variable);
    return init === undefined ? undefined : promiseOf(file, init, depth + 1);
  }
  const made = node.type === "CallExpression" ? file.functions.calledFunction(node) : undefined;
  if (made === undefined) return undefined;
  if (made.body.type !== "BlockStatement") return promiseOf(file, made.body, depth + 1);
  const last = made.body.body.at(-1);
  return last?.type === "ReturnStatement" && last.argument !== null ? promiseOf(file, last.argument, depth + 1) : undefined;
}

/** `setTimeout(…)` as a statement, or as the whole body of an executor. */
function isHandleDropped(call: CallNode): boolean {
  const { parent } = call;
  if (parent.type === "ExpressionStatement") return true;
  return parent.type === "ArrowFunctionExpression" && parent.body === call && isExecutor(enclosingFunction(call));
}
