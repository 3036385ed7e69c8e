/** The listeners of a file that are added and taken away there, on something that outlives whoever listens. */
import { COMES_ONCE, HANDED_IN, REMOVERS } from "./words.mjs";
import { isModulePlace, placesOf } from "./places.mjs";
import { valuesAt } from "./values.mjs";
import { oncePerFile } from "./source-index.mjs";
import { calledName, functionAround, receiverOf, statementOf } from "./syntax.mjs";

/**
 * All removals that are the only one of their listener: the `call`, its `statement`, the `additions`, `isDom`, the places
 * `target` and `handler`, the `event` and a short `subject`.
 */
export const removalsOf = oncePerFile((file) => {
  const additions = file.nodesOf("CallExpression").flatMap((call) => readListener(file, call, new Set([...REMOVERS.values()].flat())));
  const removals = file.nodesOf("CallExpression").flatMap((call) => readListener(file, call, new Set(REMOVERS.keys())));
  const swept = new Set(sweeps(file));
  return removals
    .filter(({ key, target, call }) => removals.filter((other) => other.key === key).length === 1 && !swept.has(target) && statementOf(call) !== undefined)
    .map((removal) => ({ ...removal, statement: statementOf(removal.call), isDom: removal.verb === "removeEventListener", additions: additions.filter((addition) => isPair(addition, removal)) }))
    .filter((removal) => removal.additions.length > 0 && isOutliving(file, removal.target) && !isRenewal(removal) && !COMES_ONCE.test(removal.event))
    .filter(({ additions: own }) => own.every(({ call, verb }) => verb !== "once" && !endsByItself(file, call)));
});

/** All listeners that are added in a file, whether or not they are taken away. */
export const additionsOf = oncePerFile((file) => {
  const adders = new Set([...REMOVERS.values()].flat());
  return file.nodesOf("CallExpression").flatMap((call) => readListener(file, call, adders, true));
});

function readListener(file, call, verbs, isLoose = false) {
  const verb = calledName(call), receiver = receiverOf(call);
  if (receiver === undefined || call.arguments.length < 2 || !verbs.has(verb)) return [];
  const { placeOf } = placesOf(file);
  const target = placeOf(receiver), handler = placeOf(call.arguments[1]), event = eventOf(file, call.arguments[0]);
  if (target === undefined || (handler === undefined && !isLoose)) return [];
  return [{ call, verb, target, handler, event, key: `${target} ${event} ${handler}`, subject: `${file.source(receiver)} ${call.arguments[0].value ?? file.source(call.arguments[0])}` }];
}

function eventOf(file, node) {
  return node.type === "Literal" ? String(node.value) : (placesOf(file).placeOf(node) ?? file.source(node));
}

function isPair(addition, removal) {
  return addition.key === removal.key && REMOVERS.get(removal.verb).includes(addition.verb);
}

function sweeps(file) {
  const calls = file.nodesOf("CallExpression").filter((call) => calledName(call) === "removeAllListeners");
  return calls.map((call) => placesOf(file).placeOf(receiverOf(call)));
}

function endsByItself(file, call) {
  const options = call.arguments[2];
  return options !== undefined && /\b(?:once|signal)\b/.test(file.source(options));
}

/** A removal right before the addition only keeps a listener from being there twice. */
function isRenewal({ call, additions }) {
  return additions.some((addition) => functionAround(addition.call) === functionAround(call) && addition.call.range[0] > call.range[0]);
}

/** Whether a target lives longer than its listeners: nobody made it here and now, and it is not the listener's owner. */
export function isOutliving(file, target) {
  if (/^(?:field|unknown)[^.]*$/.test(target) || target.startsWith("unknown")) return false;
  const [root, ...path] = target.split(".");
  if (root.startsWith("field") && !isDeclared(file, root, path[0])) return false;
  const prefixes = path.map((_, index) => [root, ...path.slice(0, index + 1)].join("."));
  return ![root, ...prefixes].some((place) => !isModulePlace(file, place) && valuesAt(file, place).some(({ value }) => isFresh(value)));
}

/** What a class inherits is as likely its own element or its own emitter. */
function isDeclared(file, root, name) {
  return HANDED_IN.has(name) || placesOf(file).writesOf(`${root}.${name}`).length > 0;
}

function isFresh(value) {
  if (value.type === "NewExpression") return true;
  return value.type === "CallExpression" && /^(?:create|clone|spawn|fork|connect|request|append|attach|open|importNode|insert|\$$|build|make)/.test(calledName(value) ?? "");
}
