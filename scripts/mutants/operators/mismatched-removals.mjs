/** The removal of a listener stays, and matches no addition. */
import { edit, insertAt, swapFor } from "../edits.mjs";
import { additionsOf, removalsOf } from "../removals.mjs";
import { freshName } from "../edits.mjs";

/** Operators that make a removal miss. */
export const mismatchedRemovals = [
  { id: "removal-of-another-function", says: "The removal names a bound copy of the handler.", find: ofBoundCopy },
  { id: "removal-of-wrapped-handler", says: "The removal names a new function that calls the handler.", find: ofWrappedHandler },
  { id: "removal-with-other-capture", says: "The removal is for the capture phase, and the addition is not.", find: withOtherCapture },
  { id: "removal-of-other-event", says: "The removal names another event of the same target.", find: ofOtherEvent },
];

function* ofBoundCopy(file) {
  for (const { call, subject } of removalsOf(file)) {
    const [, handler] = call.arguments;
    if (handler.type === "Identifier" || handler.type === "MemberExpression") yield edit(call, subject, insertAt(handler.range[1], ".bind(this)"));
  }
}

function* ofWrappedHandler(file) {
  const name = freshName(file, "args");
  for (const { call, subject } of removalsOf(file)) {
    const [, handler] = call.arguments;
    yield edit(call, subject, swapFor(handler, `(...${name}) => ${file.source(handler)}(...${name})`));
  }
}

function* withOtherCapture(file) {
  for (const { call, subject, isDom, additions } of removalsOf(file)) {
    const arePlain = isDom && [call, ...additions.map((addition) => addition.call)].every((one) => one.arguments.length === 2);
    if (arePlain) yield edit(call, subject, insertAt(call.arguments[1].range[1], ", true"));
  }
}

function* ofOtherEvent(file) {
  const additions = additionsOf(file);
  for (const { call, subject, target, event, handler } of removalsOf(file)) {
    const others = additions.filter((one) => one.target === target && one.event !== event && one.handler !== handler && one.call.arguments[0].type === "Literal");
    const isPlain = call.arguments[0].type === "Literal" && !additions.some((one) => one.target === target && one.handler === handler && one.event !== event);
    if (isPlain && others.length > 0) yield edit(call, subject, swapFor(call.arguments[0], file.source(others[0].call.arguments[0])));
  }
}
