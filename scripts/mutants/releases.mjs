/** The releases of a file whose acquisition stands there too, and that nothing else there could stand in for. */
import { ENDING_METHODS, HOLDS_NOTHING, MAKER, RECEIVER_PAIRS, TIMERS, TIMER_HOSTS } from "./words.mjs";
import { isHandedOver, valuesAt } from "./values.mjs";
import { placesOf } from "./places.mjs";
import { oncePerFile } from "./source-index.mjs";
import { bare, calledName, functionAround, isWithin, receiverOf, statementOf } from "./syntax.mjs";

/**
 * All releases: the `call`, its `statement` if it is one, the `verb`, the `place` of what is released and its text `subject`,
 * the `makers` that put it there, and the `form`: timer, method, function or receiver.
 */
export const releasesOf = oncePerFile((file) => {
  const all = file.nodesOf("CallExpression").flatMap((call) => readTimer(file, call) ?? readMethod(file, call) ?? readFunction(file, call) ?? []);
  const ends = countBy(all, keyOfEnd);
  return all.filter((release) => release.makers.length > 0 && ends.get(keyOfEnd(release)) === 1).map((release) => ({ ...release, statement: statementOf(release.call) }));
});

/** The releases that are statements of their own. */
export function releaseStatements(file) {
  return releasesOf(file).filter(({ statement }) => statement !== undefined);
}

/** A lock that is taken in several functions has its release in each. */
function keyOfEnd({ form, place, call }) {
  return form === "receiver" ? `${place} ${functionAround(call).range[0]}` : place;
}

function countBy(list, pick) {
  const counts = new Map();
  for (const entry of list) counts.set(pick(entry), (counts.get(pick(entry)) ?? 0) + 1);
  return counts;
}

/** The name of a timer function of the platform that is called. */
function timerVerb(file, call) {
  const receiver = receiverOf(call);
  const host = receiver ?? bare(call.callee);
  if (host.type !== "Identifier" || (receiver !== undefined && !TIMER_HOSTS.has(receiver.name))) return undefined;
  const variable = placesOf(file).variableOf(host);
  return variable === undefined || variable.defs[0].type === "ImportBinding" ? calledName(call) : undefined;
}

function readTimer(file, call) {
  const verb = TIMERS.has(calledName(call)) ? timerVerb(file, call) : undefined;
  if (verb === undefined || call.arguments.length !== 1) return undefined;
  const place = placesOf(file).placeOf(call.arguments[0]);
  if (place === undefined) return [];
  const starts = TIMERS.get(verb);
  const makers = valuesAt(file, place).filter(({ value }) => value.type === "CallExpression" && calledName(value) === starts && timerVerb(file, value) !== undefined);
  const isLent = (other) => TIMERS.has(calledName(other));
  const isOwn = starts !== "setInterval" && makers.some(({ value }) => isWithin(call, value) || isCallback(file, functionAround(call), value.arguments[0]));
  return [{ form: "timer", call, verb, place, subject: file.source(call.arguments[0]), makers: isOwn || isHandedOver(file, place, isLent) ? [] : makers }];
}

/** Whether a timer was given this function by its name: once that runs, a timeout is over. */
function isCallback(file, around, given) {
  const { placeOf } = placesOf(file);
  const name = around.type === "FunctionDeclaration" ? around.id : around.parent?.type === "VariableDeclarator" ? around.parent.id : undefined;
  return name != null && given !== undefined && placeOf(name) !== undefined && placeOf(name) === placeOf(given);
}

function readMethod(file, call) {
  const verb = calledName(call), receiver = receiverOf(call);
  if (receiver === undefined || call.arguments.length > 0 || !ENDING_METHODS.has(verb)) return undefined;
  const place = placesOf(file).placeOf(receiver);
  if (place === undefined) return [];
  const subject = `${file.source(receiver)}.${verb}`;
  const values = valuesAt(file, place);
  if (values.some(({ value }) => holdsNothing(value))) return [];
  const makers = values.filter((made) => isMaker(file, made.value, verb, place) || isOwnedHere(file, call, made));
  if (makers.length > 0) return [{ form: "method", call, verb, place, subject, makers: isHandedOver(file, place) ? [] : makers }];
  return [{ form: "receiver", call, verb, place, subject, makers: openingsBefore(file, call, verb, place) }];
}

function holdsNothing(value) {
  return (value.type === "NewExpression" || value.type === "CallExpression") && HOLDS_NOTHING.test(calledName(value) ?? "");
}

function isMaker(file, value, verb, place) {
  if (value.type === "NewExpression") return verb !== "abort" || placesOf(file).usesOf(`${place}.signal`).some(isListening);
  return value.type === "CallExpression" && MAKER.test(calledName(value) ?? "");
}

/** Whether a signal is what a listener goes by: then aborting it is the removal. */
function isListening({ parent }) {
  return parent.type === "Property" && parent.parent.parent.type === "CallExpression" && calledName(parent.parent.parent) === "addEventListener";
}

/** Whether the function itself made this and ends it in a `finally`: whoever writes that owns it, however the maker is named. */
function isOwnedHere(file, call, { node, value }) {
  if (value.type !== "CallExpression" || node.type !== "VariableDeclarator" || functionAround(node) !== functionAround(call)) return false;
  for (let outer = call; outer.parent != null; outer = outer.parent) if (outer.parent.finalizer === outer) return !/^(?:get|find|use)(?:[A-Z]|$)/.test(calledName(value) ?? "get");
  return false;
}

/** `lock.acquire()` in the same function, before `lock.release()`. */
function openingsBefore(file, call, verb, place) {
  const openers = RECEIVER_PAIRS.get(verb) ?? [];
  return file
    .nodesOf("CallExpression")
    .filter((other) => other.range[1] < call.range[0] && openers.some((opener) => calledName(other)?.startsWith(opener)) && functionAround(other) === functionAround(call))
    .filter((other) => placesOf(file).placeOf(receiverOf(other)) === place && statementOf(other) !== undefined)
    .map((value) => ({ node: value, value }));
}

/** `const stop = store.subscribe(...)` and then `stop()`. */
function readFunction(file, call) {
  const callee = bare(call.callee);
  const place = callee.type === "Identifier" && call.arguments.length === 0 ? placesOf(file).placeOf(callee) : undefined;
  if (place === undefined || place.startsWith("global:")) return undefined;
  const makers = valuesAt(file, place).filter(({ value }) => value.type === "CallExpression" && /^(?:subscribe|observe|watch|listen|lock|acquire|on[A-Z])/.test(calledName(value) ?? ""));
  if (makers.length === 0) return undefined;
  return [{ form: "function", call, verb: callee.name, place, subject: callee.name, makers: isHandedOver(file, place) ? [] : makers }];
}

/** Whether clearing it only pushes a timeout or a frame back: what is not cleared runs out by itself. */
export function isPushedBack(file, release) {
  return release.form === "timer" && release.verb !== "clearInterval" && isRestart(file, release);
}

/** Whether the released thing is made anew in the same function, so that the release only makes room for the next one. */
export function isRestart(file, { call, makers }) {
  return makers.some(({ node }) => node.range[0] > call.range[0] && functionAround(node) === functionAround(call));
}
