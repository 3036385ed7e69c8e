/** Handlers that release something when the emitter ends, registered for more than one of the events that end it. */
import { groupBy } from "../ecosystem/stored.mjs";
import { collectionsOf } from "./entries.mjs";
import { isRestart, releaseStatements } from "./releases.mjs";
import { additionsOf, removalsOf } from "./removals.mjs";
import { placesOf } from "./places.mjs";
import { valuesAt } from "./values.mjs";
import { bare, isFunction, isWithin } from "./syntax.mjs";
import { FINAL_EVENTS } from "./words.mjs";

/** One registration for each such handler: the one that may go, so that the handler misses one way in which the emitter ends. */
export function finalRegistrations(file) {
  const ends = endingNodes(file);
  const additions = additionsOf(file).filter(({ event }) => FINAL_EVENTS.includes(event));
  const ending = additions.flatMap((addition) => {
    const body = releasingBody(file, addition, ends);
    return body === undefined ? [] : [{ ...addition, body }];
  });
  return [...groupBy(ending, ({ target, body }) => `${target} ${body.range[0]}`).values()].flatMap((own) => oneToForget(own, additions));
}

/** The calls that release something else than the emitter itself. */
function endingNodes(file) {
  const deletes = collectionsOf(file).map(({ removal, place }) => ({ node: removal.node, place }));
  const releases = [...releaseStatements(file).filter((release) => !isRestart(file, release)), ...removalsOf(file).map(({ call, target }) => ({ call, place: target }))];
  return [...deletes, ...releases.map(({ call, place }) => ({ node: call, place }))];
}

/** The function that holds a release: the handler, or a local function that it calls in any case. */
function releasingBody(file, { call, target }, ends) {
  const handler = functionOf(file, call.arguments[1]);
  if (handler === undefined) return undefined;
  const isReleasing = (body) => ends.some(({ node, place }) => isWithin(node, body) && place !== target);
  return [handler, ...calledFunctions(file, handler)].findLast(isReleasing);
}

function functionOf(file, node) {
  const inner = bare(node);
  if (isFunction(inner)) return inner;
  const { variableOf, placeOf } = placesOf(file);
  const definition = inner.type === "Identifier" ? variableOf(inner)?.defs[0] : undefined;
  const place = placeOf(inner);
  return definition?.type === "FunctionName" ? definition.node : valuesAt(file, place).map(({ value }) => value).find(isFunction);
}

function calledFunctions(file, handler) {
  const statements = handler.body.type === "BlockStatement" ? handler.body.body.map(({ expression }) => bare(expression)) : [bare(handler.body)];
  return statements.filter((node) => node?.type === "CallExpression").flatMap((call) => functionOf(file, call.callee) ?? []);
}

/** A process that exits also closes, so that these two are one way; other events are ways of their own. */
function oneToForget(registrations, additions) {
  const events = new Set(registrations.map(({ event }) => event));
  if (events.size < 2 || (events.has("exit") && events.has("close")) || registrations.length !== events.size) return [];
  const inOrder = registrations.toSorted((one, other) => FINAL_EVENTS.indexOf(one.event) - FINAL_EVENTS.indexOf(other.event));
  return inOrder.filter((one) => !keepsFromThrowing(one, additions)).slice(0, 1);
}

/** An emitter throws an error that nobody listens for, which is another bug. */
function keepsFromThrowing({ event, verb, target }, additions) {
  return event === "error" && verb !== "addEventListener" && additions.filter((one) => one.event === "error" && one.target === target).length < 2;
}
