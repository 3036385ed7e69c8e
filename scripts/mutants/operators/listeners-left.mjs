/** A listener loses its only removal, and gets something instead that need not come. */
import { edit, insertAt, swapFor, withoutStatement } from "../edits.mjs";
import { removalsOf } from "../removals.mjs";
import { signalPlaces } from "../signals.mjs";
import { bare, functionAround, isWithin, calledName } from "../syntax.mjs";
import { MAY_NEVER_COME } from "../words.mjs";

const DEAD_SIGNAL = "signal: new AbortController().signal";

/** Operators that leave a listener to an event or a signal that may never come. */
export const listenersLeft = [
  { id: "once-for-removal", says: "The only removal of a listener is gone and its addition is for once, for an event that need not come.", find: onceForRemoval },
  { id: "dead-signal-for-removal", says: "The only removal of a listener is gone and its addition has a signal that nobody aborts.", find: deadSignalForRemoval },
  { id: "abort-listener-left", says: "The listener on a signal of the caller stays when the work is over.", find: abortListenerLeft },
];

function* onceForRemoval(file) {
  for (const removal of removalsOf(file)) {
    const isAbort = removal.event === "abort" && signalPlaces(file).has(removal.target);
    if (isAbort || !MAY_NEVER_COME.test(removal.event) || emitsItself(file, removal) || isInHandler(removal)) continue;
    const addition = removal.isDom ? withOption(file, removal, "once: true") : forOnce(removal);
    if (addition !== undefined) yield edit(removal.statement, removal.subject, withoutStatement(file, removal.statement), addition);
  }
}

/** Whether the function that adds the listener also emits the event. */
function emitsItself(file, { additions: [{ call, event }] }) {
  const around = functionAround(call);
  return file.nodesOf("CallExpression").some((other) => /^(?:emit|dispatchEvent)$/.test(calledName(other)) && isWithin(other, around) && file.source(other).includes(event));
}

/** A handler that takes itself away is one for once already. */
function isInHandler({ call, additions }) {
  const around = functionAround(call);
  const name = around.id?.name ?? around.parent?.id?.name;
  return name !== undefined && additions.some((addition) => bare(addition.call.arguments[1]).name === name);
}

function forOnce({ additions }) {
  return additions.length === 1 ? swapFor(bare(additions[0].call.callee).property, "once") : undefined;
}

/** The change that gives the one addition a further option, if its options can be read. */
function withOption(file, { additions }, option) {
  const [, handler, options] = additions[0].call.arguments;
  if (additions.length !== 1) return undefined;
  if (options === undefined) return insertAt(handler.range[1], `, { ${option} }`);
  if (options.type === "Literal" && typeof options.value === "boolean") return swapFor(options, `{ capture: ${options.raw}, ${option} }`);
  if (options.type !== "ObjectExpression") return undefined;
  return insertAt(options.range[0] + 1, ` ${option}${options.properties.length > 0 ? "," : ""} `);
}

function* deadSignalForRemoval(file) {
  for (const removal of removalsOf(file)) {
    const addition = removal.isDom ? withOption(file, removal, DEAD_SIGNAL) : undefined;
    if (addition !== undefined) yield edit(removal.statement, removal.subject, withoutStatement(file, removal.statement), addition);
  }
}

function* abortListenerLeft(file) {
  for (const removal of removalsOf(file)) {
    const isAbort = removal.isDom && removal.event === "abort" && signalPlaces(file).has(removal.target);
    const addition = isAbort ? withOption(file, removal, "once: true") : undefined;
    if (addition !== undefined) yield edit(removal.statement, removal.subject, withoutStatement(file, removal.statement), addition);
  }
}
